"""My schedule: applications, the meetings of one's classes, the calendar file, withdrawing."""

from datetime import timedelta

import pytest
from icalendar import Calendar

from bot.presses.schedule import (
    AskWithdraw,
    OpenApplication,
    SendCalendar,
    TurnSchedule,
    WithdrawApplication,
)
from intake.applications.rows import ApplicationView
from intake.applications.schedules import MeetingView, my_meetings
from intake.seats.admitting import admit
from tests.journeys.shared import Seeker, seeker
from tests.running import Running

pytestmark = pytest.mark.asyncio(loop_scope="module")

SEWING = "menjahit"


async def test_without_a_registration_the_schedule_leads_to_the_courses(town: Running) -> None:
    siti = await seeker(town)
    assert (await siti.say("/jadwal")).splitlines() == [
        "📅 Jadwal saya",
        "",
        (
            "Anda belum punya pendaftaran. Pilih pelatihan dulu; sesudah mendaftar, nomor dan "
            "jadwalnya ada di sini."
        ),
    ]
    assert await siti.captions() == ["Lihat pelatihan", "⌂ Menu"]
    await siti.register_for(SEWING)
    await siti.say("/jadwal")
    assert await siti.captions() == ["Lanjutkan pendaftaran", "Lihat pelatihan", "⌂ Menu"]


async def test_an_application_is_shown_with_its_state_and_masked_data(town: Running) -> None:
    siti = await seeker(town)
    application = await _applied(siti)
    assert (await siti.say("/jadwal")).splitlines() == [
        "📅 Jadwal saya",
        "",
        "Belum ada pertemuan kelas. Jadwalnya muncul di sini setelah Anda diterima.",
        "",
        "Pendaftaran",
        f"• {application.number}: Menjahit, menunggu seleksi",
    ]
    detail = (await siti.press(f"Lihat {application.number}")).splitlines()
    assert detail[0] == f"📝 Nomor pendaftaran {application.number}"
    assert detail[3:6] == [
        "Keadaan: menunggu seleksi",
        "Nama: Siti Aminah",
        f"NIK: 3673••••••••{siti.nik[-4:]}",
    ]
    assert await siti.captions() == [
        "Kirim berkas", "Lihat kelasnya", "Lihat tahapannya", "Tarik pendaftaran", "‹ Kembali",
        "⌂ Menu",
    ]  # fmt: skip


async def test_the_calendar_comes_as_a_file_that_a_phone_can_read(town: Running) -> None:
    siti = await seeker(town)
    _admit(siti, await _applied(siti, "las-smaw-b"))
    await siti.say("/jadwal")
    await siti.press("Simpan ke kalender")
    document = (await siti.newest())["document"]
    assert document["file_name"] == "jadwal-jawara.ics"
    calendar = Calendar.from_ical(await siti.phone.file(document["file_id"]))
    starts = [event.decoded("dtstart") for event in calendar.walk("VEVENT")]
    assert starts == [meeting.starts_at for meeting in _meetings(siti)]


async def test_without_meetings_the_calendar_button_says_why(town: Running) -> None:
    siti = await seeker(town)
    await _applied(siti)
    await siti.press_old(SendCalendar())
    call = (await town.telegram.requests())[-1]
    assert (call["method"], call["parameters"]["text"]) == (
        "answerCallbackQuery",
        "Belum ada pertemuan yang bisa disimpan. Jadwalnya ada setelah Anda diterima.",
    )


async def test_withdrawing_asks_once_more_and_old_buttons_tell_what_became_of_it(
    town: Running,
) -> None:
    siti = await seeker(town)
    application = await _applied(siti)
    await siti.press_old(AskWithdraw(application.id))
    assert (await siti.screen()).splitlines()[0] == f"⚠️ Tarik pendaftaran {application.number}?"
    assert await siti.captions() == [
        "Tidak, saya tetap ikut", "Ya, tarik", "‹ Kembali", "⌂ Menu",
    ]  # fmt: skip
    await siti.press("Tidak, saya tetap ikut")
    await siti.press("Tarik pendaftaran")
    told = await siti.press("Ya, tarik")
    assert told == f"📝 Pendaftaran {application.number} untuk Menjahit sudah ditarik."
    assert [each.state.value for each in siti.applications()] == ["withdrawn"]
    await siti.press_old(WithdrawApplication(application.id))
    assert await siti.screen() == told
    await siti.press_old(AskWithdraw(application.id))
    assert (await siti.screen()).splitlines()[0] == "Pendaftaran ini sudah ditarik."


async def test_nobody_sees_or_withdraws_anothers_application(town: Running) -> None:
    siti, budi = await seeker(town), await seeker(town, "Budi")
    application = await _applied(siti)
    for press in (OpenApplication, AskWithdraw, WithdrawApplication):
        await budi.press_old(press(application.id))
        assert await budi.screen() == (
            "📝 Pendaftaran itu tidak ada di HP ini. Mungkin sudah dihapus, atau dipindahkan ke HP "
            "lain oleh petugas. Yang ada tercantum di jadwal."
        )
    assert [each.state.value for each in siti.applications()] == ["submitted"]


async def test_many_applications_are_shown_in_pages(town: Running) -> None:
    siti = await seeker(town)
    for _ in range(4):
        application = await _applied(siti)
        await siti.press_old(WithdrawApplication(application.id))
    numbers = [each.number for each in siti.applications()]
    await siti.say("/jadwal")
    assert (await siti.captions())[:4] == [*(f"Lihat {n}" for n in numbers[:3]), "Berikutnya ›"]
    await siti.press("Berikutnya ›")
    assert (await siti.captions())[:2] == [f"Lihat {numbers[3]}", "‹ Sebelumnya"]
    await siti.press_old(TurnSchedule(9))
    assert (await siti.captions())[0] == f"Lihat {numbers[3]}"


async def test_once_admitted_the_next_meetings_are_there_as_people_say_them(
    town: Running,
) -> None:
    """The last test: afterwards it is weeks later for everybody."""
    siti = await seeker(town)
    application = await _applied(siti)
    _admit(siti, application)
    first = _meetings(siti)[0]
    evening_before = first.starts_at - timedelta(hours=12, minutes=30)
    # Letters of it, and of the evening before, come now: afterwards the schedule is the newest.
    await town.later((evening_before - town.clock()).total_seconds())
    shown = (await siti.say("/jadwal")).splitlines()
    assert shown[2:4] == [
        "Pertemuan berikutnya",
        f"• besok pagi, 07.30 WIB: Menjahit, {first.place_name}",
    ]
    assert shown[-1] == f"• {application.number}: Menjahit, diterima"


async def _applied(person: Seeker, slug: str = SEWING) -> ApplicationView:
    """Through the chat; the second time everything is filled in already."""
    first = not person.applications()
    await person.register_for(slug)
    if first:
        await person.answer_all()
    await person.say("kirim")
    return person.applications()[0]


def _admit(person: Seeker, application: ApplicationView) -> None:
    with person.jawara.database.transaction() as session:
        admit(session, application.number, actor="dewi", now=person.jawara.clock())


def _meetings(person: Seeker) -> list[MeetingView]:
    with person.jawara.database.snapshot() as session:
        return my_meetings(session, person.account_id())
