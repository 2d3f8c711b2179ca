"""A selection, from the scores to a full class, as the phones of sixty people show it."""

from datetime import timedelta

import pytest

from bot.presses.registration import StartRegistration
from bot.presses.seats import ConfirmSeat
from intake.applications.rows import application_by_id
from intake.seats.seats import count_seats, hold_class
from intake.selection.overrides import approve_override, ask_override
from intake.selection.ranking import current_ranking, rank_applicants, ranked
from intake.selection.results import schedule_results
from intake.selection.scores import Mark, record_marks
from tests.journeys.desk import applicants, pressed
from tests.journeys.phones import until
from tests.journeys.shared import Seeker, seeker
from tests.running import Running

pytestmark = pytest.mark.asyncio(loop_scope="module")

SEATS, PEOPLE = 16, 60
HOUR_S = 3_600


async def test_each_sees_how_their_rank_came_about(town: Running) -> None:
    people = await applicants(town, "menjahit", 3, first_id=890_000)
    class_id = people[0].class_of("menjahit")
    ids = [person.applications()[0].id for person in people]
    rank_them(town, class_id, ids)
    await town.later(HOUR_S)
    [last] = [person for person in people if await state(person) == "not_selected"]
    text = await pressed(last, "Lihat peringkat saya")
    assert "Peringkat Anda: 3 dari 3" in text
    assert "Tes: tidak ada nilai (bobot 50%)" in text
    assert (
        "1 peringkat diubah petugas dengan persetujuan petugas kedua. Alasannya: Afirmasi." in text
    )


async def test_on_a_short_course_the_first_have_seats_and_the_others_a_place(
    town: Running,
) -> None:
    await applicants(town, "barista", 12, first_id=895_000)
    siti = await seeker(town)
    await siti.press_old(StartRegistration(siti.class_of("barista")))
    await siti.press("Kota Serang")
    await siti.pass_check()
    await siti.answer_all()
    await siti.press("Kirim pendaftaran")
    assert "Anda nomor 1 di daftar tunggu" in await siti.screen()
    await siti.say("/jadwal")
    number = siti.applications()[0].number
    assert "Anda nomor 1 di daftar cadangan" in await siti.press(f"Lihat {number}")


async def test_sixty_people_and_sixteen_seats(town: Running) -> None:
    await until(town, 9)
    people = await applicants(town, "las-smaw-a", PEOPLE, first_id=880_000)
    class_id = people[0].class_of("las-smaw-a")
    by_application = {person.applications()[0].id: person for person in people}
    moved = rank_them(town, class_id, list(by_application))
    await town.later(HOUR_S)
    order = [by_application[each] for each in ranks(town, class_id)]
    assert order[0].applications()[0].id == moved

    # Everybody hears of it in the same minute: seats, reserve, and those who were not there.
    first, waiting, absent = order[:SEATS], order[SEATS:-2], order[-2:]
    assert [await state(person) for person in order] == (
        ["offered"] * SEATS + ["reserve"] * len(waiting) + ["not_selected"] * 2
    )
    assert (await first[0].screen()).startswith("🎓 Anda lolos seleksi Las SMAW A.")
    assert "cadangan nomor 1" in await waiting[0].screen()
    assert "peringkat 60 dari 60, kursi 16" in await absent[-1].screen()

    # All but two confirm with one tap; one lets the seat go, and one says nothing.
    refuses, silent = first[3], first[7]
    for person in first:
        if person not in (refuses, silent):
            assert "sudah pasti" in await pressed(person, "Ya, saya ikut")
    await pressed(refuses, "Tidak jadi ikut")
    assert "sudah dilepas" in await pressed(refuses, "Ya, lepas kursinya")
    await town.later(1)
    assert "giliran Anda" in await waiting[0].screen()
    assert "sudah pasti" in await pressed(waiting[0], "Ya, saya ikut")

    await passed_on(town, silent, waiting[1])
    with town.database.snapshot() as session:
        counted = count_seats(session, [class_id])[class_id]
    assert (counted.confirmed, counted.offered, counted.free) == (SEATS, 0, 0)
    assert counted.waiting == len(waiting) - 2


async def passed_on(town: Running, silent: Seeker, following: Seeker) -> None:
    """Who says nothing is reminded half-way and at the end; then the next one has the seat."""
    await until_lapsed(town, silent)
    told = [message["text"] for message in await silent.heard()]
    assert len([text for text in told if "belum dikonfirmasi" in text]) == 1
    assert len([text for text in told if "sebentar lagi lepas" in text]) == 1
    assert "tidak dikonfirmasi sampai" in told[-1]
    mine = silent.applications()[0].id
    await silent.press_old(ConfirmSeat(mine))
    assert "Batas waktunya sudah lewat" in await silent.screen()
    assert "giliran Anda" in await following.screen()
    assert "sudah pasti" in await pressed(following, "Ya, saya ikut")


def rank_them(town: Running, class_id: int, ids: list[int]) -> int:
    """Scores fall with the order of arrival, the last one was absent in both parts (of sixty, two);
    the tenth, or else the second, is moved to the top. Results go out in half an hour. Returns who
    was moved.
    """
    now = town.clock()
    absent = set(ids[-2:] if len(ids) == PEOPLE else ids[-1:])
    with town.database.transaction() as session:
        number = {each: application_by_id(session, each).number for each in ids}
        marks = [
            Mark(number[each], part, each not in absent, None if each in absent else 90_00 - at)
            for at, each in enumerate(ids)
            for part in ("test", "interview")
        ]
        record_marks(session, marks, actor="Sri", now=now)
        held = hold_class(session, class_id, town.settings.zone)
        rank_applicants(session, held, actor="Sri", now=now)
        moved = ids[9] if len(ids) == PEOPLE else ids[1]
        asked = ask_override(
            session, number[moved], to_rank=1, reason="Afirmasi", actor="Sri", now=now
        )
        approve_override(session, asked.id, actor="Dewi", now=now)
        schedule_results(session, held, at=now + timedelta(minutes=30), actor="Sri", now=now)
    return moved


def ranks(town: Running, class_id: int) -> list[int]:
    with town.database.transaction() as session:
        ranking = current_ranking(session, class_id)
        assert ranking is not None
        return [line.application_id for line in ranked(session, ranking.id)]


async def state(person: Seeker) -> str:
    return person.applications()[0].state


async def until_lapsed(town: Running, person: Seeker) -> None:
    """To each moment at which something is told: half-way, two hours before the end, and then."""
    begun, [application] = town.clock(), person.applications()
    assert application.deadline is not None
    stands = application.deadline - begun
    for moment in (stands / 2, stands - timedelta(hours=2), stands):
        await town.later((begun + moment - town.clock()).total_seconds() + 60)
    assert await state(person) == "lapsed"
    await town.later(1)
