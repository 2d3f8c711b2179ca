"""The participant card: asked for; scanned on time, late, twice, afterwards, by the wrong hands."""

import pytest

from bot.presses.cards import RenewCard, ShowCard
from tests.journeys.desk import said
from tests.journeys.shared import seeker
from tests.journeys.training import (
    ANOTHER,
    UPTD,
    card_of,
    code_in,
    course,
    officer_of,
    payload,
)
from tests.running import Running

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_staff_scan_a_card_on_time_twice_and_the_trainee_sees_it(village: Running) -> None:
    siti = (las := await course(village, "las-smaw-a", 1, first_id=9101)).people[0]
    number = las.application().number
    link = await card_of(siti, number)
    assert link.startswith("https://t.me/")
    assert "Ini kartu peserta Siti Aminah, nomor" in said(await siti.newest())
    ratna = await officer_of(village, UPTD)
    told = await ratna.say(payload(link))
    assert told == "✔ Siti A., Las SMAW A, pertemuan 2: hadir 07.25"
    assert await ratna.captions() == [
        "Perbaiki catatan", "Lihat daftar hadir", "‹ Kembali", "⌂ Menu",
    ]  # fmt: skip
    again = await ratna.say(payload(link))
    assert again == ("📅 Sudah tercatat sebelumnya: Siti A., Las SMAW A, pertemuan 2: hadir 07.25")
    await siti.say("/jadwal")
    shown = await siti.press(f"Lihat {number}")
    assert "hadir 1, terlambat 0, izin 0, tidak hadir 0 dari 1 pertemuan" in shown


async def test_who_comes_late_is_late(village: Running) -> None:
    las = await course(village, "las-gmaw", 1, first_id=9111)
    link = await card_of(las.people[0], las.application().number)
    ratna = await officer_of(village, UPTD)
    await village.later(25 * 60)
    told = await ratna.say(payload(link))
    assert told == "✔ Siti A., Las GMAW, pertemuan 2: terlambat 20 menit"


async def test_a_late_scan_asks_which_meeting_and_keeps_the_true_time(village: Running) -> None:
    las = await course(village, "las-smaw-b", 1, first_id=9121)
    link = await card_of(las.people[0], las.application().number)
    ratna = await officer_of(village, UPTD)
    await village.later(9 * 3600)
    asked = await ratna.say(payload(link))
    assert "dipindai pukul 16.25. Kelasnya sedang tidak ada pertemuan." in asked
    today, yesterday, *_ = await ratna.captions()
    assert (today[:14], yesterday[:14]) == ("Pertemuan 2 · ", "Pertemuan 1 · ")
    await village.later(600)
    taken = await ratna.press(yesterday)
    assert taken.startswith("✔ Siti A., Las SMAW B, pertemuan 1: hadir, dicatat ")
    assert taken.endswith(", 16.25")


async def test_a_stranger_reads_nothing_of_anybody_and_its_holder_sees_the_card(
    village: Running,
) -> None:
    las = await course(village, "menjahit", 1, first_id=9131)
    siti, number = las.people[0], las.application().number
    link = await card_of(siti, number)
    stranger, dedi = await seeker(village), await officer_of(village, ANOTHER, "Pak Dedi")
    told = await stranger.say(payload(link))
    assert told.startswith("🎓 Ini kode kartu peserta pelatihan.")
    assert await stranger.say("/start h_tebakan") == told
    elsewhere = await dedi.say(payload(link))
    assert elsewhere == "⚠️ Kelas itu diselenggarakan pihak lain, di luar tugas Anda."
    unknown = await dedi.say("/start h_tebakan")
    assert unknown.startswith("⚠️ Kode kartu itu tidak ada di catatan kami.")
    await siti.say(payload(link))
    assert await code_in(siti, await siti.newest()) == link
    for words in (told, elsewhere, unknown):
        assert all(private not in words for private in ("Siti", number, "Menjahit"))


async def test_a_lost_card_is_replaced_and_tells_staff_so(village: Running) -> None:
    las = await course(village, "kecantikan-kulit", 1, first_id=9141)
    siti, application = las.people[0], las.application()
    lost = await card_of(siti, application.number)
    asked = await siti.press("Kartu hilang? Buat baru")
    assert "Kartu yang lama langsung tidak berlaku" in asked
    await siti.press("Ya, buat kartu baru")
    fresh = await code_in(siti, await siti.newest())
    assert fresh != lost
    ratna = await officer_of(village, UPTD)
    refused = await ratna.say(payload(lost))
    assert refused.startswith("⚠️ Kartu ini sudah diganti pada ")
    assert (await ratna.say(payload(fresh))).startswith("✔ Siti A.")
    await siti.press_old(RenewCard(application.id, 1))  # an old button: the card there is
    assert await code_in(siti, await siti.newest()) == fresh


async def test_a_card_is_its_holders_alone(village: Running) -> None:
    las = await course(village, "animasi", 1, first_id=9151)
    budi = await seeker(village, "Budi")
    for press in (ShowCard(las.application().id), RenewCard(las.application().id, 1)):
        await budi.press_old(press)
        assert "hanya untuk peserta yang punya kursi di kelas" in await budi.screen()
