"""Turns that a broadcast can take once it is handed in, on one Jawara for all of them."""

from datetime import datetime, timedelta

import pytest

from announcements.presses import presses_of
from bot.presses.broadcasts import (
    ApproveBroadcast,
    BroadcastPress,
    EditBroadcast,
    OpenBroadcast,
    PauseBroadcast,
    RefuseBroadcast,
    SendBroadcast,
    SendCorrection,
)
from people.staff import Role
from tests.journeys.desk import (
    applicants,
    choose_programme,
    newest,
    officer,
    panel_of,
    people_of,
    pressed,
    said,
    sent,
    tapped,
    texts_of,
    toast,
    wave_of,
    written,
)
from tests.journeys.phones import account_of, until
from tests.journeys.shared import Seeker, seeker
from tests.running import Running

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_a_broadcast_waits_for_its_time_and_can_be_taken_back(village: Running) -> None:
    ratna = await officer(village, "Bu Ratna")
    people = await applicants(village, "kecantikan-kulit", 2, first_id=5201)
    await ratna.say("/staf")
    await ratna.press("Tulis siaran baru")
    await ratna.say("Kelas dimulai.")
    await ratna.press("Lanjut tanpa tombol")
    await choose_programme(ratna, "kecantikan", "Kecantikan Kulit")
    await ratna.press("Lanjut")
    await ratna.press("Ubah waktu")
    assert (await ratna.say("kapan-kapan")).startswith("Itu belum bisa dibaca sebagai waktu.")
    assert "sudah lewat" in await ratna.say("1/1/2025 08.00")
    assert (await ratna.say("1/1/2099 08.00")).startswith("Itu lebih dari setahun lagi.")
    assert "pukul 08.00 WIB" in await ratna.say("besok 08.00")
    await ratna.press("Jadwalkan")
    assert "Siaran dijadwalkan:" in await ratna.press("Ya, jadwalkan")
    await ratna.press("Lihat jalannya")
    assert "langkah 4 dari 4" in await ratna.press("Ambil kembali, ubah")
    await ratna.press("Jadwalkan")
    await ratna.press("Ya, jadwalkan")
    await until(village, 8)
    await village.later(6)
    assert ": selesai" in await panel_of(village, ratna)
    for person in people:
        assert await texts_of(person, "Kelas dimulai.") == ["Kelas dimulai."]


async def test_a_scheduled_broadcast_is_cancelled_by_a_colleague(village: Running) -> None:
    ratna, dedi = await officer(village, "Bu Ratna"), await officer(village, "Pak Dedi")
    await applicants(village, "animasi", 2, first_id=5301)
    await written(ratna, "Batal saja.", wave_of(village, "animasi"))
    await ratna.press("Ubah waktu")
    await ratna.press("Besok pagi, 08.00")
    await ratna.press("Jadwalkan")
    await ratna.press("Ya, jadwalkan")
    broadcast = newest(village)
    await dedi.press_old(OpenBroadcast(broadcast.id))
    assert "Oleh Bu Ratna." in await dedi.screen()
    assert "Belum ada yang menerimanya." in await dedi.press("Batalkan siaran")
    assert ": dibatalkan" in await dedi.press("Ya, batalkan")
    answer = await tapped(ratna, EditBroadcast(broadcast.id, "text"))
    assert answer.startswith("Siaran itu sudah tidak sedang ditulis.")
    assert ": dibatalkan" in answer


async def test_a_refused_broadcast_goes_back_to_its_author_with_the_reason(
    village: Running,
) -> None:
    ratna = await officer(village, "Bu Ratna", Role.APPROVER)
    dedi = await officer(village, "Pak Dedi", Role.APPROVER)
    andi = await officer(village, "Pak Andi")
    await applicants(village, "sepeda-motor", 3, first_id=5401)
    village.jawara.house.approve_above = 2
    try:
        await written(ratna, "Tanggalnya 31 Februari.", wave_of(village, "sepeda-motor"))
        await pressed(ratna, "Minta persetujuan")
    finally:
        village.jawara.house.approve_above = 100
    await village.later(3)
    broadcast = newest(village)
    shown = ApproveBroadcast(broadcast.id, 1)
    assert "hanya untuk penyetuju" in await toast(andi, shown)
    ways = []
    for person in (ratna, dedi, andi):
        await tapped(person, OpenBroadcast(broadcast.id))
        ways.append((await person.captions())[:-2])
    assert ways == [
        ["Ambil kembali, ubah", "Lihat pesannya", "Batalkan siaran"],
        ["Setujui", "Tolak", "Lihat pesannya", "Batalkan siaran"],
        ["Lihat pesannya", "Batalkan siaran"],
    ]
    assert (await tapped(ratna, shown)).startswith("Ini permintaan Anda sendiri.")
    assert "Mengapa ditolak?" in await pressed(dedi, "Tolak")
    assert "Anda menolak siaran" in await pressed(dedi, "Waktunya belum tepat")
    messages = len(await dedi.heard())
    for press in (RefuseBroadcast(broadcast.id, 1, "time"), shown):
        assert "sedang ditulis" in await toast(dedi, press)
    assert len(await dedi.heard()) == messages
    await village.later(2)
    assert "Siaran Anda belum disetujui: Waktunya belum tepat." in await ratna.screen()
    assert "langkah 4 dari 4" in await ratna.press("Lanjut menulis")
    assert await toast(dedi, shown) == "Sudah berubah: siaran ini sedang ditulis."


async def test_the_buttons_of_a_broadcast_answer_below_it_and_are_counted_once(
    village: Running,
) -> None:
    ratna = await officer(village, "Bu Ratna")
    [siti, rina] = await applicants(village, "office-operator", 2, first_id=5501)
    await ratna.press("Tulis siaran baru")
    await ratna.say("Datang, ya.")
    await ratna.press("Tambah pelatihan")
    await ratna.say("office")
    await ratna.press("TIK Advance Office Operator")
    await ratna.press("Tambah tombol Ikut")
    await ratna.press("Ikut")
    await ratna.press("Lanjut")
    await choose_programme(ratna, "office", "TIK Advance Office Operator")
    await ratna.press("Lanjut")
    preview = (await ratna.heard())[-2]
    await ratna.phone.press(ratna.id, "Ikut", preview["message_id"])  # counts nowhere
    await sent(village, ratna)
    await siti.phone.press(siti.id, "TIK Advance Office Operator")
    kept, opened = (await siti.heard())[-2:]
    assert said(kept) == "Datang, ya."
    assert "TIK Advance Office Operator" in said(opened)
    for _ in range(2):
        answer = await rina.phone.press(rina.id, "Ikut")
        assert answer["text"] == "Tercatat: Anda ikut."
    broadcast = newest(village)
    with village.database.snapshot() as session:
        counted = presses_of(session, broadcast.id)
    assert (counted.people, dict(counted.by_button)) == (2, {0: 1, 1: 1})
    assert "2 orang menekan tombol." in await tapped(ratna, OpenBroadcast(broadcast.id))
    gone = "Yang dituju tombol ini sudah tidak ada."
    assert (await toast(rina, BroadcastPress(broadcast.id, 5))).startswith(gone)
    assert (await toast(rina, BroadcastPress(10**6, 0))).startswith(gone)


async def test_whoever_mutes_broadcasts_gets_no_more_of_them(village: Running) -> None:
    ratna = await officer(village, "Bu Ratna")
    [siti] = await applicants(village, "mesin-bubut-frais", 1, first_id=5601, language="en")
    code = wave_of(village, "mesin-bubut-frais")
    before = people_of(await written(ratna, "Pertama.", code))
    await sent(village, ratna)
    await siti.phone.press(siti.id, "Choose messages")
    assert "Broadcasts from training providers: on." in await siti.screen()
    assert "providers: off." in await siti.press("Switch broadcasts off")
    assert await texts_of(siti, "Pertama.") == ["Pertama."]  # and it is still there
    assert people_of(await written(ratna, "Kedua.", code)) == before - 1
    await ratna.press("Buang siaran")
    assert "Siaran dibuang." in await ratna.press("Ya, buang")


async def test_what_broke_off_while_being_sent_is_left_to_staff(village: Running) -> None:
    ratna = await officer(village, "Bu Ratna")
    people = await applicants(village, "las-smaw-b", 3, first_id=5701)
    await ratna.press("Tulis siaran baru")
    await ratna.say("Sekali saja.")
    await ratna.press("Lanjut tanpa tombol")
    await choose_programme(ratna, "las smaw b", "Las SMAW B")
    await ratna.press("Lanjut")
    await ratna.press("Ubah waktu")
    await ratna.press("Besok pagi, 08.00")
    await ratna.press("Jadwalkan")
    await ratna.press("Ya, jadwalkan")
    lost = {"methods": ["sendMessage"], "after_accepting": True, "count": 1}
    await village.telegram.faults(reset=lost)
    await until(village, 8)
    await village.telegram.lift_faults()
    await village.later(3)
    broadcast = newest(village)
    assert "1 tidak pasti" in await tapped(ratna, OpenBroadcast(broadcast.id))
    for person in people:
        assert await texts_of(person, "Sekali saja.") == ["Sekali saja."]
    await ratna.press("Biarkan")
    assert "Kirim lagi" not in await ratna.captions()
    assert "1 tidak pasti" in await ratna.screen()


async def test_a_second_tap_on_yes_shows_the_panel_and_sends_nothing_more(
    village: Running,
) -> None:
    ratna = await officer(village, "Bu Ratna")
    [siti] = await applicants(village, "instalasi-listrik", 1, first_id=5901)
    await written(ratna, "Sekali ketuk.", wave_of(village, "instalasi-listrik"))
    sure = await pressed(ratna, "Kirim sekarang")
    assert "Kirim ke" in sure
    number = newest(village).id
    await pressed(ratna, "Ya, kirim")
    shown = await tapped(ratna, SendBroadcast(number))
    assert shown.startswith(f"📣 Siaran {number}: ")
    await village.later(1)
    await village.later(1)
    assert await texts_of(siti, "Sekali ketuk.") == ["Sekali ketuk."]
    await pressed(ratna, "Perbaiki teks")
    await ratna.say("Dua ketuk.")
    await pressed(ratna, "Ya, ganti pesannya")
    shown = await tapped(ratna, SendCorrection(number))
    assert shown.startswith(f"📣 Siaran {number}: selesai")


async def test_old_buttons_of_a_broadcast_say_where_it_stands(village: Running) -> None:
    ratna = await officer(village, "Bu Ratna")
    await applicants(village, "las-smaw-a", 2, first_id=5801)
    await written(ratna, "Satu kali.", wave_of(village, "las-smaw-a"))
    await sent(village, ratna)
    broadcast = newest(village)
    assert (await tapped(ratna, SendBroadcast(broadcast.id))).startswith("📣 Siaran ")
    assert ": selesai" in await ratna.screen()
    again = await tapped(ratna, EditBroadcast(broadcast.id, "audience"))
    assert again.startswith("Siaran itu sudah tidak sedang ditulis.")
    assert ": selesai" in again
    assert await toast(ratna, PauseBroadcast(broadcast.id)) == "Sudah berubah: siaran ini selesai."
    assert (await tapped(ratna, SendCorrection(broadcast.id))).startswith("📣 Siaran ")
    gone = "Siaran itu sudah dibuang."
    assert (await tapped(ratna, OpenBroadcast(10**6))).startswith(gone)
    dedi = await officer(village, "Pak Dedi")
    await dedi.press("Tulis siaran baru")
    mine = newest(village)
    assert (await tapped(ratna, EditBroadcast(mine.id, "text"))).startswith(
        "Siaran ini sedang ditulis petugas lain."
    )


async def test_when_somebody_was_here_is_known_to_a_day(village: Running) -> None:
    siti = await seeker(village)
    first = last_seen(siti)
    await village.later(23 * 3600)
    await siti.say("menu")
    assert last_seen(siti) == first
    await village.later(3600)
    await siti.say("menu")
    assert last_seen(siti) - first >= timedelta(days=1)


def last_seen(siti: Seeker) -> datetime:
    account = account_of(siti)
    assert account is not None
    assert account.last_seen_at is not None
    return account.last_seen_at
