"""Not selected, invited first to the next wave, and registered there with two taps."""

import pytest
from sqlalchemy import select

from catalog.interests import leave_interest
from catalog.waves import close_wave, open_wave
from intake.seats.seats import hold_class
from intake.selection.ranking import rank_applicants
from intake.selection.results import schedule_results
from intake.selection.scores import Mark, record_marks
from storage.models import CourseClass, Wave
from tests.journeys.desk import applicants, pressed
from tests.journeys.phones import until
from tests.journeys.shared import Seeker, seeker
from tests.running import Running

pytestmark = pytest.mark.asyncio(loop_scope="module")

HOUR_S = 3_600
SLUG = "menjahit"


async def test_not_selected_then_first_in_the_next_wave(town: Running) -> None:
    await until(town, 9)
    siti, budi = await applicants(town, SLUG, 2, first_id=870_000)
    curious = await seeker(town, "Rina")
    class_id = siti.class_of(SLUG)
    await results(town, class_id, [budi, siti])

    # Bad news, and what there is instead: open classes that fit, filled in already.
    told = await siti.screen()
    assert "belum lolos" in told
    assert "Anda kami undang lebih dulu" in told
    chances = [each for each in await siti.captions() if each.startswith("Daftar ")]
    assert len(chances) == 2
    assert f"Daftar {SLUG.title()}" not in chances
    await siti.say("/jadwal")
    await siti.press(f"Lihat {siti.applications()[0].number}")
    assert "Peluang lain" in await siti.press("Lihat peluang lain")

    # The next wave opens: whoever got no seat hears of it before those who want to know.
    await wants_to_know(town, curious, class_id)
    next_class = await next_wave(town, class_id)
    await town.later(60)
    assert "dibuka lagi" in await siti.screen()
    assert "dibuka" not in await curious.screen()
    assert "Periksa sebelum dikirim." in await pressed(siti, "Periksa dan kirim")
    sent = await siti.press("Kirim pendaftaran")
    assert "Pendaftaran terkirim" in sent
    assert [each.class_id for each in siti.applications()] == [next_class, class_id]
    await town.later(HOUR_S)
    assert "sudah dibuka" in await curious.screen()

    # Budi has a seat, and is asked nothing.
    assert not any("dibuka lagi" in message.get("text", "") for message in await budi.heard())


async def results(town: Running, class_id: int, order: list[Seeker]) -> None:
    """One seat, for the first of them; the results go out in half an hour."""
    now = town.clock()
    with town.database.transaction() as session:
        class_ = session.get_one(CourseClass, class_id)
        class_.capacity = 1
        numbers = [person.applications()[0].number for person in order]
        marks = [
            Mark(number, part, place == 0, 90_00 if place == 0 else None)
            for place, number in enumerate(numbers)
            for part in ("test", "interview")
        ]
        record_marks(session, marks, actor="Sri", now=now)
        held = hold_class(session, class_id, town.settings.zone)
        rank_applicants(session, held, actor="Sri", now=now)
        schedule_results(session, held, at=now, actor="Sri", now=now)
    await town.later(60)


async def wants_to_know(town: Running, person: Seeker, class_id: int) -> None:
    with town.database.transaction() as session:
        programme_id = session.get_one(CourseClass, class_id).programme_id
        leave_interest(session, person.account_id(), programme_id, now=town.clock())


async def next_wave(town: Running, class_id: int) -> int:
    """The wave is closed, and another of the same provider takes registrations."""
    now = town.clock()
    with town.database.transaction() as session:
        class_ = session.get_one(CourseClass, class_id)
        before = session.get_one(Wave, class_.wave_id)
        close_wave(session, before.id, now=now)
        wave = Wave(
            slug="contoh-berikutnya",
            code="CTH-Z",
            provider_id=before.provider_id,
            title="Gelombang berikutnya",
            state="planned",
            mode=before.mode,
            selection=before.selection,
            source_id=before.source_id,
        )
        session.add(wave)
        session.flush()
        following = CourseClass(
            wave_id=wave.id, programme_id=class_.programme_id, capacity=16,
            source_id=class_.source_id,
        )  # fmt: skip
        session.add(following)
        session.flush()
        open_wave(session, wave.id, now=now)
        return session.scalars(select(CourseClass.id).where(CourseClass.wave_id == wave.id)).one()
