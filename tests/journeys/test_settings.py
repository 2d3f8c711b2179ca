"""Settings and help: each change is seen at once, and holds."""

from datetime import time

import pytest

from bot.presses.settings import ChooseLanguage, SetEvening, SetHoursBefore, SetQuietHours
from people.accounts import stream_interests
from tests.journeys.phones import account_of
from tests.journeys.shared import seeker
from tests.running import Running

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_siti_switches_to_english_and_back(town: Running) -> None:
    siti = await seeker(town)
    await siti.say("/pengaturan")
    assert "Domicile: not set" in await siti.press("English")
    assert "Choose below" in await siti.press("⌂ Menu")
    assert "Job training in Banten" in await siti.press("🎓 See courses")
    assert "is <b>" not in await siti.say("welding")
    await siti.say("/settings")
    assert "Domisili: belum diisi" in await siti.press("Bahasa Indonesia")


async def test_reminders_are_set_and_muted(town: Running) -> None:
    siti = await seeker(town)
    await siti.say("/pengaturan")
    shown = await siti.press("Atur pengingat")
    assert "pukul 18.00 WIB" in shown
    assert "2 jam sebelumnya" in shown
    assert (await siti.captions())[:2] == ["✓ Malam, 18.00", "Malam, 20.00"]

    assert "pukul 20.00 WIB" in await siti.press("Malam, 20.00")
    assert "Malam sebelum kelas: tidak" in await siti.press("Malam: tidak")
    assert "3 jam sebelumnya" in await siti.press("3 jam sebelumnya")
    assert "Pada hari kelas: tidak" in await siti.press("Hari itu: tidak")
    account = account_of(siti)
    assert account is not None
    assert (account.evening_hour, account.hours_before) == (None, None)

    assert "Semua pengingat dimatikan" in await siti.press("Matikan semuanya")
    account = account_of(siti)
    assert account is not None
    assert account.reminders_muted
    assert "Malam sebelum kelas" in await siti.press("Nyalakan pengingat")


async def test_quiet_hours_domicile_and_interests_are_chosen(town: Running) -> None:
    siti = await seeker(town)
    await siti.say("/pengaturan")
    assert "21.00–06.00" in await siti.press("Atur jam tenang")
    assert "22.00–05.00" in await siti.press("22.00–05.00")
    assert "tidak memakai jam tenang" in await siti.press("Tanpa jam tenang")
    await siti.press("20.00–06.00")
    await siti.press("‹ Kembali")

    await siti.press("Ubah domisili")
    await siti.press("Tangsel")
    assert "✓ Tangsel" in await siti.captions()
    assert "Domisili: Kota Tangerang Selatan" in await siti.press("‹ Kembali")

    await siti.press("Ubah minat")
    await siti.press("Teknik Las")
    await siti.press("Berikutnya ›")
    await siti.press("Garmen")
    assert "✓ Garmen" in await siti.captions()
    await siti.press("✓ Garmen")
    assert "Garmen" in await siti.captions()
    account = account_of(siti)
    assert account is not None
    assert (account.quiet_from, account.quiet_until) == (time(20), time(6))
    assert account.domicile == "3674"
    with town.database.snapshot() as session:
        assert len(stream_interests(session, account.id)) == 1


async def test_buttons_that_hold_nonsense_change_nothing(town: Running) -> None:
    siti = await seeker(town)
    for press, answer in (
        (SetEvening(3), "Jam itu tidak bisa dipakai"),
        (SetHoursBefore(99), "Jam itu tidak bisa dipakai"),
        (SetQuietHours(21, 99), "Jam itu tidak bisa dipakai"),
        (ChooseLanguage("xx"), "Bahasa itu belum kami pakai"),
    ):
        await siti.press_old(press)
        assert answer in await siti.screen()
    account = account_of(siti)
    assert account is not None
    assert (account.evening_hour, account.hours_before, account.language) == (18, 2, "id")


async def test_help_tells_where_a_person_is(town: Running) -> None:
    siti = await seeker(town)
    assert "Jl. Kencana I No. 20" in await siti.say("/help")
    assert await siti.captions() == [
        "🎓 Lihat pelatihan",
        "Baca penggunaan data",
        "Lihat data saya",
        "⌂ Menu",
    ]
    assert "Data Anda di Jawara" in await siti.press("Lihat data saya")
