"""A year as the phones show it: selection, papers, the AK1 card, and the questions to alumni.

The stories are told in the order of the calendar: the clock, which is one for all, only goes on.
"""

from datetime import date, datetime, time, timedelta

import pytest
from sqlalchemy import select

from bot.presses.ak1 import OpenAk1
from bot.presses.outcomes import TellOutcome
from catalog.stages import move_stage
from intake.applications.rows import ApplicationView, application_by_id
from intake.documents.papers import mark_complete, mark_missing
from intake.placement.outcomes import tallies
from people.accounts import Mute, mute
from people.months import months_later
from storage.models import Applicant, Application, CourseClass, Outcome, Programme, Wave, WaveStage
from storage.vault import vault_of
from tests.journeys.desk import pressed
from tests.journeys.phones import account_of, news, until
from tests.journeys.shared import Seeker, seeker
from tests.running import Running

pytestmark = pytest.mark.asyncio(loop_scope="module")

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
ANSWERS = ["Sudah bekerja", "Usaha sendiri", "Sekolah lagi", "Belum"]


async def test_papers_are_asked_for_at_once_and_the_day_before(town: Running) -> None:
    siti = await seeker(town)
    application = await apply_for(siti, "menjahit")
    heard = await siti.heard()
    last = town.clock().astimezone(town.settings.zone).replace(hour=23, minute=59) + 2 * DAY
    with town.database.transaction() as session:
        papers, now = ["ktp", "ijazah"], town.clock()
        mark_missing(session, application.number, papers, until=last, actor="Dewi", now=now)
    await town.later(1)
    [told] = await news(siti, heard)
    assert told.startswith(f"📝 Berkas pendaftaran {application.number}, Menjahit, belum lengkap.")
    assert "Masih kurang: KTP, ijazah." in told
    assert "Berkas kurang: KTP, ijazah, paling lambat" in await siti.press("Lihat pendaftaran")

    heard = await siti.heard()
    await at(town, (last - DAY).replace(hour=9, minute=0) - MINUTE)
    assert await news(siti, heard) == []
    await town.later(120)
    [reminded] = await news(siti, heard)
    assert "masih kurang: KTP, ijazah. Hari terakhirnya" in reminded
    with town.database.transaction() as session:
        mark_complete(session, application.number, actor="Dewi", now=town.clock())
    await town.later(1)
    assert "sudah lengkap" in (await news(siti, heard))[-1]
    assert "Berkas kurang" not in await siti.press("Lihat pendaftaran")


async def test_a_test_is_reminded_of_and_its_move_is_told(town: Running) -> None:
    siti = await seeker(town)
    application = await apply_for(siti, "las-smaw-a")
    test = stage_of(town, application, "test")
    heard = await siti.heard()
    evening = test.starts_at.astimezone(town.settings.zone).replace(hour=18) - DAY
    await at(town, evening - MINUTE)
    [invited] = await news(siti, heard)
    assert invited.startswith("📝 Anda diundang ke seleksi Las SMAW A.")
    await town.later(120)
    [_, reminded] = await news(siti, heard)
    assert reminded.startswith("🔔 Anda ada tes seleksi Las SMAW A besok pagi, 08.00 WIB.")
    assert application.number in reminded
    assert await siti.captions() == ["Lihat pendaftaran", "Atur pengingat"]

    later = test.starts_at + 3 * DAY + timedelta(hours=1)
    with town.database.transaction() as session:
        wave = application.wave_id
        move_stage(session, wave, "test", starts_at=later, now=town.clock())
    await town.later(30)
    [_, _, moved] = await news(siti, heard)
    assert moved.startswith("📅 Jadwal tes seleksi Las SMAW A berubah.")
    assert "pukul 08.00 WIB. Sekarang" in moved
    assert "pukul 09.00 WIB" in moved
    await until(town, 6)
    await town.restart()
    assert len(await news(siti, heard)) == 3
    await at(town, evening + 3 * DAY)
    await until(town, 6)
    told = [text for text in await news(siti, heard) if "tes seleksi" in text]
    assert "tes seleksi Las SMAW A besok pagi, 09.00 WIB" in told[2]
    assert "tes seleksi Las SMAW A pagi ini, 09.00 WIB" in told[3]
    assert len(told) == 4


async def test_daftar_ulang_is_told_when_it_opens_and_before_it_ends(town: Running) -> None:
    siti, budi = await seeker(town), await seeker(town, "Budi")
    application = enrol(siti, "las-gmaw")
    enrol(budi, "las-gmaw", state="submitted")
    heard, silence = await siti.heard(), await budi.heard()
    stage = stage_of(town, application, "reregistration")
    assert stage.ends_at is not None
    await at(town, stage.starts_at)
    [opened] = await news(siti, heard)
    assert opened.startswith("📝 Daftar ulang Las GMAW sudah dibuka. Batasnya")
    await at(town, stage.ends_at - DAY)
    assert "Daftar ulang Las GMAW berakhir besok sore, 16.00 WIB" in (await news(siti, heard))[-1]
    assert len(await news(siti, heard)) == 2
    assert await news(budi, silence) == []


async def test_the_date_of_a_card_is_told_by_words_or_a_tap(town: Running) -> None:
    siti = await seeker(town)
    await siti.say("/pengaturan")
    assert "Tanggal berapa kartu AK1 Anda" in await siti.press("Catat kartu AK1")
    assert "belum terbaca sebagai tanggal" in await siti.say("kapan ya")
    await town.restart()
    today = local_day(town)
    assert "belum tiba" in await siti.say(as_typed(today + DAY))
    assert "sudah habis berlaku" in await siti.say(as_typed(today - 800 * DAY))
    kept = await siti.say(as_typed(today - 30 * DAY))
    assert kept.startswith("🔔 Kartu AK1")
    await siti.say("las")  # a search again, and no answer any more
    assert "🎓 Las SMAW A" in await siti.captions()
    await siti.say("/pengaturan")
    assert kept == await siti.press("Catat kartu AK1")

    await siti.press("Ubah tanggal")
    assert "Pengaturan" in await siti.say("kembali")
    await siti.press("Catat kartu AK1")
    await siti.press("Ubah tanggal")
    assert "Lapor berikutnya" in await siti.press("Terbit hari ini")
    account = account_of(siti)
    assert account is not None
    assert (account.ak1_issued_on, account.asked) == (today, None)


async def test_reports_of_a_card_are_reminded_of_until_it_is_deleted(town: Running) -> None:
    siti = await seeker(town)
    await siti.press_old(OpenAk1())
    await siti.say("hari ini")
    heard = await siti.heard()
    report = months_later(local_day(town), 6)
    await at(town, morning(town, report - timedelta(days=7)))
    assert await news(siti, heard) == []
    await until(town, 9)
    [week] = await news(siti, heard)
    assert week.startswith("🔔 Kartu AK1 Anda waktunya dilaporkan pada")
    await at(town, morning(town, report))
    await until(town, 9)
    assert "waktunya dilaporkan hari ini" in (await news(siti, heard))[-1]
    assert "Tanggal berapa" in await siti.press("Ubah tanggal kartu")
    await siti.say("/pengaturan")
    await siti.press("Catat kartu AK1")
    await siti.press("Hapus tanggal")
    account = account_of(siti)
    assert account is not None
    assert account.ak1_issued_on is None


async def test_without_consent_the_date_of_a_card_is_not_asked_for(town: Running) -> None:
    siti = await seeker(town, consents=False)
    await siti.say("/pengaturan")
    assert "Tanggal kartu AK1 termasuk data diri" in await siti.press("Catat kartu AK1")
    assert await siti.captions() == ["Baca penggunaan data", "‹ Kembali", "⌂ Menu"]


async def test_graduates_say_what_has_become_of_them_by_one_tap(town: Running) -> None:
    budi = await seeker(town, "Budi")
    application = enrol(budi, "sepeda-motor")
    ended = local_day(town) - timedelta(days=21)
    with town.database.transaction() as session:
        wave = session.get_one(Wave, application.wave_id)
        wave.ends_on, wave.state = ended, "finished"
    heard = await budi.heard()
    await at(town, morning(town, months_later(ended, 1)))
    assert await news(budi, heard) == []
    await until(town, 10)
    [question] = await news(budi, heard)
    assert question.startswith("🎓 Sudah 1 bulan sejak pelatihan Teknik Sepeda Motor selesai.")
    assert await budi.captions() == [*ANSWERS, "Atur pengingat"]
    assert "belum bekerja" in await budi.press("Belum")
    assert "Lihat lowongan" in await budi.captions()
    assert "usaha sendiri" in await budi.press("Usaha sendiri")
    assert await budi.captions() == [ANSWERS[0], f"✓ {ANSWERS[1]}", *ANSWERS[2:], "⌂ Menu"]

    await at(town, morning(town, months_later(ended, 3)))
    await until(town, 10)
    assert "Sudah 3 bulan sejak" in (await news(budi, heard))[-1]
    assert "Jawaban Anda untuk 1 bulan" in await pressed(budi, f"✓ {ANSWERS[1]}")
    with town.database.transaction() as session:
        mute(session, budi.account_id(), Mute.REMINDERS, True)
    known = len(await news(budi, heard))
    await at(town, morning(town, months_later(ended, 6)))
    await until(town, 10)
    assert len(await news(budi, heard)) == known
    with town.database.snapshot() as session:
        counted = tallies(session, programme_slug="sepeda-motor")
    assert [(t.months, t.people, t.self_employed, t.unknown, t.unreached) for t in counted] == [
        (1, 1, 1, 0, 0),
        (3, 1, 0, 1, 0),
        (6, 1, 0, 1, 1),
    ]


async def test_a_question_is_answered_by_nobody_else(town: Running) -> None:
    siti = await seeker(town)
    budi = await seeker(town, "Budi")
    application = enrol(budi, "animasi")
    await siti.press_old(TellOutcome(application.id, 1, "employed"))
    assert "Pendaftaran itu tidak ada di HP ini" in await siti.screen()
    await budi.press_old(TellOutcome(application.id, 1, "rich"))
    assert "Jawaban itu tidak ada dalam pilihan" in await budi.screen()
    with town.database.snapshot() as session:
        told = select(Outcome).where(Outcome.application_id == application.id)
        assert session.scalars(told).all() == []


async def apply_for(person: Seeker, slug: str) -> ApplicationView:
    await person.register_for(slug)
    await person.answer_all()
    await person.press("Kirim pendaftaran")
    return person.applications()[0]


def enrol(person: Seeker, slug: str, state: str = "admitted") -> ApplicationView:
    """In that class of the example wave, whose registration may be over."""
    jawara = person.jawara
    with jawara.database.transaction() as session:
        vault, now = vault_of(session), jawara.clock()
        class_ = session.scalars(
            select(CourseClass)
            .join(Programme)
            .join(WaveStage, WaveStage.wave_id == CourseClass.wave_id)
            .where(Programme.slug == slug, WaveStage.kind == "test")
        ).one()
        applicant = Applicant(
            account_id=person.account_id(),
            name_sealed=vault.seal("Budi Santoso"),
            nik_sealed=vault.seal(person.nik),
            nik_print=vault.fingerprint(person.nik),
            phone_sealed=vault.seal("+6281234560002"),
            born_on=date(1999, 1, 5),
            sex="m",
            education="smk",
            domicile="3673",
            created_at=now,
            updated_at=now,
        )
        application = Application(
            number=f"CTH-S-{person.nik[-4:]}",
            applicant=applicant,
            account_id=person.account_id(),
            class_id=class_.id,
            wave_id=class_.wave_id,
            nik_print=applicant.nik_print,
            state=state,
            submitted_at=now,
            changed_at=now,
        )
        session.add(application)
        session.flush()
        return application_by_id(session, application.id)


def stage_of(jawara: Running, application: ApplicationView, kind: str) -> WaveStage:
    with jawara.database.snapshot() as session:
        mine = select(WaveStage).where(WaveStage.wave_id == application.wave_id)
        return session.scalars(mine.where(WaveStage.kind == kind)).one()


async def at(jawara: Running, moment: datetime) -> None:
    """Let the clock run to that moment, which lies ahead, and deliver."""
    ahead = (moment - jawara.clock()).total_seconds()
    assert ahead > 0
    await jawara.later(ahead)


def local_day(jawara: Running) -> date:
    return jawara.clock().astimezone(jawara.settings.zone).date()


def as_typed(day: date) -> str:
    return f"{day.day}/{day.month}/{day.year}"


def morning(jawara: Running, day: date) -> datetime:
    """Eight o'clock of that day, an hour or two before its reminders."""
    return datetime.combine(day, time(8), jawara.settings.zone)
