"""The staff's desk: the roll, seen and put right; and the warning of those who were absent."""

import pytest

from bot.presses.attendance import (
    AskExcuse,
    ListMeetings,
    MarkAttendance,
    OpenRecord,
    OpenRoll,
    TakeLate,
)
from bot.presses.staff import OpenStaff
from storage.models import Attendance, Wave
from tests.journeys.desk import tapped, texts_of
from tests.journeys.phones import until
from tests.journeys.shared import seeker
from tests.journeys.training import ANOTHER, UPTD, card_of, course, officer_of, payload
from tests.running import Running

pytestmark = pytest.mark.asyncio(loop_scope="module")

OLD_BUTTON = "Tombol itu dari layar lama"


async def test_the_roll_is_kept_by_taps(town: Running) -> None:
    las = await course(town, "las-smaw-a", 9, first_id=9201)
    ratna = await officer_of(town, UPTD)
    await tapped(ratna, OpenStaff())
    await ratna.press("Catat kehadiran")
    [caption] = [each for each in await ratna.captions() if each.startswith("Las SMAW A")]
    await ratna.press(caption)
    [today] = [each for each in await ratna.captions() if each.startswith("Pertemuan 2")]
    roll = await ratna.press(today)
    assert "Hadir 0, terlambat 0, izin 0, tidak hadir 0, belum dicatat 9." in roll
    captions = await ratna.captions()
    assert captions[:4] == ["Siti Aminah · belum dicatat"] * 4
    assert captions[4:] == ["Berikutnya ›", "‹ Kembali", "⌂ Menu"]
    await ratna.press("Siti Aminah · belum dicatat")
    roll = await ratna.press("Catat hadir")
    assert "Hadir 1, terlambat 0" in roll
    await ratna.press("Siti Aminah · hadir")
    assert "Mengapa Siti Aminah izin dari pertemuan 2?" in await ratna.press("Catat izin")
    roll = await ratna.press("Sakit")
    assert "Hadir 0, terlambat 0, izin 1, tidak hadir 0, belum dicatat 8." in roll
    record = await ratna.press("Siti Aminah · izin")
    assert "Sekarang: izin (sakit)" in record
    assert "belum dicatat 9" in await ratna.press("Catat tidak hadir")
    assert len(las.people) == 9


async def test_absences_are_seen_and_warned_of_once_each(town: Running) -> None:
    las = await course(town, "menjahit", 2, first_id=9221, days=5)
    siti, budi = las.people
    with town.database.transaction() as session:
        session.get_one(Wave, las.application().wave_id).absences_allowed = 1
    ratna = await officer_of(town, UPTD)
    link = await card_of(budi, las.application(1).number)
    for _ in range(3):
        await ratna.say(payload(link))
        await until(town, 18, 20)
        await until(town, 7, 25)
    reached = await texts_of(siti, "1 kali tidak hadir")
    exceeded = await texts_of(siti, "2 kali tidak hadir")
    assert [len(reached), len(exceeded)] == [1, 1]
    assert "Batasnya 1 kali" in reached[0]
    assert "melewati batas 1 kali" in exceeded[0]
    assert await texts_of(siti, "3 kali tidak hadir") == []
    assert await texts_of(budi, "tidak hadir") == []
    number = las.application().number
    await siti.say("/jadwal")
    shown = await siti.press(f"Lihat {number}")
    assert "hadir 0, terlambat 0, izin 0, tidak hadir 3 dari 3 pertemuan" in shown
    assert "Batas tidak hadir: 1 kali." in shown


async def test_the_roll_is_for_staff_of_its_provider_alone(town: Running) -> None:
    las = await course(town, "las-gmaw", 1, first_id=9241)
    application, meeting_id = las.application(), las.meeting_ids[1]
    presses = [
        ListMeetings(application.class_id, 0),
        OpenRoll(meeting_id, 0),
        OpenRecord(application.id, meeting_id),
        AskExcuse(application.id, meeting_id),
        MarkAttendance(application.id, meeting_id, "present", ""),
        TakeLate(application.id, meeting_id, int(town.clock().timestamp()) // 60),
    ]
    stranger, dedi = await seeker(town), await officer_of(town, ANOTHER, "Pak Dedi")
    for press in presses:
        assert OLD_BUTTON in await tapped(stranger, press)
        refused = await tapped(dedi, press)
        assert refused == "⚠️ Kelas itu diselenggarakan pihak lain, di luar tugas Anda."
    with town.database.snapshot() as session:
        assert session.get(Attendance, (application.id, meeting_id)) is None


async def test_what_is_gone_or_still_ahead_is_said(town: Running) -> None:
    las = await course(town, "animasi", 1, first_id=9251)
    application, tomorrow = las.application(), las.meeting_ids[2]
    ratna = await officer_of(town, UPTD)
    ahead = await tapped(ratna, MarkAttendance(application.id, tomorrow, "present", ""))
    assert "Sebelum harinya, yang bisa dicatat hanya izin." in ahead
    excused = await tapped(ratna, MarkAttendance(application.id, tomorrow, "excused", "family"))
    assert "izin 1" in excused
    unexplained = await tapped(ratna, MarkAttendance(application.id, tomorrow, "excused", ""))
    assert "Yang ini perlu alasan." in unexplained
    gone = await tapped(ratna, OpenRecord(application.id, 10**6))
    assert "dibatalkan, atau bukan milik kelas ini" in gone
