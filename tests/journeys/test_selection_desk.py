"""Staff run a selection from their phones: scores, a list, moves by two of them, results, seats."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.callbacks import Press
from bot.conversations.selection import read_states
from bot.presses import selection as to
from bot.presses.settings import ChooseLanguage
from bot.views.paging import ROOM
from intake.seats.admitting import admit
from people.staff import Role
from storage.models import (
    Application,
    ApplicationChange,
    Assessment,
    AssessmentChange,
    CourseClass,
    Ranking,
    RankingChange,
    RankOverride,
)
from tests.journeys.desk import as_press, pressed, tapped, tapped_again
from tests.journeys.documents import KTP, send_file, send_photo
from tests.journeys.selections import BBPVP, XLSX, clerk, drawn, number, scene, sheet
from tests.journeys.shared import Seeker
from tests.running import Running

pytestmark = pytest.mark.asyncio(loop_scope="module")


def states(people: list[Seeker]) -> list[str]:
    return [person.applications()[0].state for person in people]


async def test_from_a_file_to_a_full_class(town: Running) -> None:
    class_id, people = await scene(town, "menjahit", 5, first_id=870_000)
    ratna = await clerk(town, "Bu Ratna")
    await ratna.press("Lihat seleksi dan kursi")
    [mine] = [each for each in await ratna.captions() if each.startswith("Menjahit")]
    assert "5 pendaftar. 2 kursi: 0 pasti" in await ratna.press(mine)

    # A file with mistakes is refused whole; mended, it is taken.
    await ratna.press("Kirim nilai")
    wrong = sheet(people, (90, 101), ("=4*20", 80), (70, 70), (60, 60), ("absen", None))
    told = await send_file(ratna, wrong, "nilai.xlsx", XLSX)
    assert told.splitlines()[:3] == [
        "⚠️ Belum ada yang disimpan.",
        (
            "Baris 2, kolom wawancara: “101” bukan nilai 0 sampai 100, "
            "paling banyak dua angka di belakang koma."
        ),
        "Baris 3, kolom tes: rumusnya belum dihitung. Buka di Excel, simpan, lalu kirim lagi.",
    ]
    assert "Kirim XLSX atau CSV sebagai berkas" in await send_photo(ratna, KTP)
    right = sheet(people, (90, 90), (80, 80), (70, 70), (60, 60), ("absen", None))
    taken = await send_file(ratna, right, "apa saja.pdf", "application/pdf")
    assert taken.startswith("9 nilai dibaca, 9 di antaranya baru atau berubah.")

    sure = await looked_at_and_announced(ratna, class_id)
    await town.later(1)
    assert states(people) == ["offered", "offered", "reserve", "reserve", "not_selected"]
    assert (await people[0].screen()).startswith("🎓 Anda lolos seleksi Menjahit.")
    for press in (sure, to.TakeBackResults(class_id)):  # once more, when they are out
        assert (await tapped_again(ratna, press)).startswith("📝 Hasil kelas ini sudah diumumkan.")

    await at_the_counter(town, ratna, class_id, people)
    assert_written_down(town, ratna, class_id, people)


async def test_what_is_refused_is_told_in_the_language_that_was_chosen(town: Running) -> None:
    await scene(town, "otomasi-industri", 1, first_id=878_000)
    ratna = await clerk(town, "Bu Ratna")
    await ratna.press_old(ChooseLanguage("en"))
    await ratna.say("/staf")
    await ratna.press("See selection and seats")
    [mine] = [each for each in await ratna.captions() if each.startswith("Otomasi Industri")]
    await ratna.press(mine)
    refused = await ratna.press("Draw up the list")
    assert refused.startswith("📝 No score is noted in this class yet.")
    assert await ratna.captions() == ["⌂ Menu"]


async def looked_at_and_announced(ratna: Seeker, class_id: int) -> Press:
    """The list, and who is told what, before anybody is. Returns what was pressed last."""
    listed = (await ratna.press("Susun peringkat")).splitlines()
    assert [line.partition(". ")[0] for line in listed[2:]] == ["1", "2", "3", "4", "5"]
    assert listed[6].endswith("0,00 · tidak lolos nilai")
    await ratna.press("‹ Kembali")
    await ratna.press("Umumkan hasil")
    assert "Waktunya belum terbaca" in await ratna.say("kapan-kapan")
    sure = await ratna.say("besok 10.00")
    assert "mulai" in sure
    assert "2 orang ditawari kursi" in sure
    assert "2 orang masuk cadangan" in sure
    assert "1 orang belum lolos" in sure
    await ratna.press("Ya, umumkan")
    assert "Hasil diumumkan" in await ratna.screen()
    refused = await tapped(ratna, to.DrawList(class_id))
    assert "Batalkan dulu jadwalnya" in refused
    await ratna.press_old(to.OpenSelection(class_id))
    await ratna.press("Batalkan jadwal")
    again = await tapped_again(ratna, to.TakeBackResults(class_id))
    assert again.startswith("📝 Hasil kelas ini memang belum dijadwalkan.")
    await ratna.press("Umumkan hasil")
    await ratna.press("Umumkan sekarang")
    [_, data, *_] = await ratna.data()
    await ratna.press("Ya, umumkan")
    await tapped_again(ratna, as_press(data))
    return as_press(data)


async def at_the_counter(town: Running, ratna: Seeker, class_id: int, people: list[Seeker]) -> None:
    """One has no phone at hand; two come to give back a seat, one of them a confirmed one."""
    first, second = (person.applications()[0].id for person in people[:2])
    await ratna.press_old(to.ListApplicants(class_id, 0))
    [line] = [each for each in await ratna.captions() if each.startswith(number(people[0])[-4:])]
    await ratna.press(line)
    assert "Kursinya sudah pasti." in await ratna.press("Konfirmasi kursinya")
    await town.later(1)
    assert "sudah dikonfirmasi petugas di loket" in await people[0].screen()
    await ratna.press_old(to.OpenApplicant(second))
    assert "tidak bisa diminta kembali" in await ratna.press("Lepas kursinya")
    assert (await ratna.captions())[0] == "Tidak, biarkan"
    assert "Cadangan berikutnya sudah dikabari" in await ratna.press("Sudah bekerja")
    await town.later(1)
    assert states(people)[:4] == ["admitted", "declined", "offered", "reserve"]
    assert "Alasannya: Sudah bekerja." in await people[1].screen()
    assert "giliran Anda" in await people[2].screen()
    for old in (to.AskLetGo(second), to.LetGoBecause(second, "ill")):
        assert (await tapped(ratna, old)).startswith("Kursi itu sudah dilepas pada ")

    # A button of before reasons were asked for asks now; and the reason can be typed.
    await tapped(ratna, to.LetGoForThem(first))
    assert "Belum terbaca sebagai alasan" in await ratna.say("?!")
    assert "Cadangan berikutnya sudah dikabari" in await ratna.say("Ikut suami ke Lampung")
    await town.later(1)
    assert states(people)[:4] == ["withdrawn", "declined", "offered", "offered"]
    assert "Alasannya: Ikut suami ke Lampung." in await people[0].screen()
    told = [str(each.get("text")) for each in await people[0].heard()]
    assert sum("dilepas petugas" in each for each in told) == 1

    # The class and its list count the same people.
    for screen in (to.OpenSelection(class_id), to.ListApplicants(class_id, 0)):
        counted = "2 pendaftar, dan 3 yang tidak ikut lagi"
        assert counted in await tapped(ratna, screen)


def assert_written_down(town: Running, ratna: Seeker, class_id: int, people: list[Seeker]) -> None:
    """Each act with the name and the account."""
    who = f"staff:Bu Ratna#{ratna.account_id()}"
    with town.database.snapshot() as session:
        ids = [person.applications()[0].id for person in people]
        of_them = AssessmentChange.application_id.in_(ids)
        assert set(session.scalars(select(AssessmentChange.actor).where(of_them))) == {who}
        done = select(ApplicationChange.to_state).where(
            ApplicationChange.application_id.in_(ids), ApplicationChange.actor == who
        )
        assert sorted(session.scalars(done)) == ["admitted", "declined", "withdrawn"]
        rows = session.execute(
            select(RankingChange.to_state, RankingChange.actor)
            .join(Ranking, RankingChange.ranking_id == Ranking.id)
            .where(Ranking.class_id == class_id)
            .order_by(RankingChange.id)
        )
        acts = ("drawn", "scheduled", "drawn", "scheduled")
        assert [tuple(row) for row in rows] == [
            *((act, who) for act in acts),
            ("announced", "jawara"),
        ]


async def test_one_person_s_score_is_a_line_anywhere(town: Running) -> None:
    class_id, [siti, budi] = await scene(town, "animasi", 2, first_id=871_000)
    ratna = await clerk(town, "Bu Ratna")
    said = await ratna.say(f"nilai {number(siti).lower()} tes 81,25")
    assert said.startswith(f"Tercatat: {number(siti)}, tes 81,25.")
    assert "Wawancara: belum ada nilai" in said
    assert "tidak hadir" in await ratna.say(f"nilai {number(siti)} wawancara absen")
    assert "“seratus” bukan nilai" in await ratna.say(f"nilai {number(siti)} tes seratus")
    await ratna.press_old(to.AskScores(class_id))
    assert "Tercatat" in await ratna.say(f"nilai {number(budi)[-4:]} tes 70")
    assert "Tercatat" in await ratna.say(f"nilai {number(budi)[-4:]} wawancara 60")
    await ratna.say("kembali")
    await ratna.press_old(to.OpenApplicant(budi.applications()[0].id))
    assert "Tes: tidak hadir" in await ratna.press("Catat absen tes")
    with town.database.snapshot() as session:
        rows = session.execute(
            select(Assessment.part, Assessment.score)
            .join(Application)
            .where(Application.class_id == class_id)
            .order_by(Application.id, Assessment.part.desc())
        )
        assert [tuple(row) for row in rows] == [
            ("test", 81_25), ("interview", None), ("test", None), ("interview", 60_00),
        ]  # fmt: skip


async def test_who_lacks_what_is_counted_and_listed(town: Running) -> None:
    class_id, people = await scene(town, "instalasi-listrik", 3, first_id=898_500)
    ratna = await clerk(town, "Bu Ratna")
    await ratna.say(f"nilai {number(people[0])} tes absen")
    await ratna.press_old(to.OpenSelection(class_id))
    told = await ratna.screen()
    assert "Belum dinilai: 2. Berkas belum lengkap: 3. Tidak hadir: 1." in told
    assert len(await ratna.captions()) <= ROOM
    await ratna.press("Lihat yang belum")
    ways = ["Belum dinilai (2)", "Berkas belum lengkap (3)", "Tidak hadir (1)"]
    assert await ratna.captions() == [*ways, "‹ Kembali", "⌂ Menu"]
    assert "1 pendaftar tidak hadir" in await ratna.press("Tidak hadir (1)")
    [absent, *_] = await ratna.captions()
    assert absent.startswith(number(people[0])[-4:])
    await ratna.press("‹ Kembali")
    assert "2 pendaftar belum dinilai" in await ratna.press("Belum dinilai (2)")


async def test_staff_of_another_provider_see_and_do_nothing(town: Running) -> None:
    class_id, people, _ = await drawn(town, "sepeda-motor", 874_000, count=1)
    mine = people[0].applications()[0]
    joko = await clerk(town, "Pak Joko", Role.ADMIN, BBPVP)
    assert "Belum ada kelas" in await joko.press("Lihat seleksi dan kursi")
    before = everything(town)
    of_class: tuple[Press, ...] = (
        to.OpenSelection(class_id), to.ListApplicants(class_id, 0), to.AskScores(class_id),
        to.ListGaps(class_id), to.ListLacking(class_id, "absent", 0),
        to.DrawList(class_id), to.ShowList(class_id, 0), to.AskMove(class_id),
        to.ListMoves(class_id, 0), to.AskMinute(class_id), to.ChooseNow(class_id),
        to.AnnounceResults(class_id, 1, 0), to.TakeBackResults(class_id),
    )  # fmt: skip
    of_person: tuple[Press, ...] = (
        to.OpenApplicant(mine.id), to.NoteAbsence(mine.id, "test"), to.ConfirmForThem(mine.id),
        to.AskLetGo(mine.id), to.LetGoForThem(mine.id), to.LetGoBecause(mine.id, "asked"),
    )  # fmt: skip
    for press in of_class:
        assert "pihak lain" in await tapped(joko, press)
    for press in of_person:
        assert "pada penyelenggara Anda" in await tapped(joko, press)
    assert "pada penyelenggara Anda" in await joko.say(f"nilai {mine.number} tes 100")
    siti = people[0]
    await siti.say("/menu")
    assert "layar lama" in await tapped(siti, to.OpenSelection(class_id))
    assert "Tercatat" not in await siti.say(f"nilai {mine.number} tes 100")
    assert everything(town) == before


def everything(town: Running) -> list[object]:
    tables = (Application, ApplicationChange, Assessment, AssessmentChange, Ranking, RankOverride)
    with town.database.snapshot() as session:
        return [
            sorted(tuple(map(str, row)) for row in session.execute(select(table.__table__)))
            for table in tables
        ]


async def test_results_that_can_not_go_out_are_held_and_staff_hear_of_it(town: Running) -> None:
    class_id, people, ratna = await drawn(town, "autocad-bangunan", 875_000)
    await ratna.press_old(to.AskMinute(class_id))
    await ratna.say("besok 10.00")
    await ratna.press("Ya, umumkan")
    with town.database.transaction() as session:
        session.get_one(CourseClass, class_id).capacity = None
        at = session.scalars(
            select(Ranking.announce_at).where(
                Ranking.class_id == class_id, Ranking.state == "scheduled"
            )
        ).one()
    assert at is not None
    await town.later((at - town.clock() + timedelta(seconds=1)).total_seconds())
    await town.later(1)
    assert states(people) == ["submitted"] * 3
    told = await ratna.screen()
    assert "tidak jadi diumumkan" in told
    assert "Jumlah kursinya belum diisi" in await pressed(ratna, "Lihat kelasnya")


async def test_a_kill_leaves_the_question_open(town: Running) -> None:
    """The library begins anew from what stands in the database."""
    class_id, _ = await scene(town, "office-operator", 1, first_id=876_000)
    ratna = await clerk(town, "Bu Ratna")
    await ratna.press_old(to.AskScores(class_id))
    with town.database.snapshot() as session:
        assert read_states(session)[ratna.id] == "scores"
    await ratna.say("/menu")
    with town.database.snapshot() as session:
        assert ratna.id not in read_states(session)


async def test_what_is_typed_an_hour_later_is_no_reason_any_more(town: Running) -> None:
    _, [siti] = await scene(town, "kecantikan-kulit", 1, first_id=877_000)
    with town.database.transaction() as session:
        admit(session, number(siti), actor="Dewi", now=town.clock())
    ratna = await clerk(town, "Bu Ratna")
    await tapped(ratna, to.AskLetGo(siti.applications()[0].id))
    await town.later(3601)
    assert (await ratna.say("ngelas")).startswith("Untuk “ngelas” ada")
    assert states([siti]) == ["admitted"]
