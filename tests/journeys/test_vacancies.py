"""Vacancies of partners: listed, kept, hidden, and told of when a new one fits."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import pytest_asyncio

from bot.presses.vacancies import ListVacancies, MarkVacancy, OpenAlerts, OpenVacancy, ToggleStream
from tests.journeys.phones import news, until
from tests.journeys.shared import Seeker, seeker
from tests.running import Running
from tests.simulator import Json

pytestmark = pytest.mark.asyncio(loop_scope="module")

NOWHERE = 987654
WELDER = "Juru Las (Welder) SMAW/GMAW · Pasar Kemis"


@pytest_asyncio.fixture(loop_scope="module", autouse=True)
async def feed_is_read(town: Running) -> None:
    await town.later()


async def test_siti_reads_a_vacancy_keeps_it_and_finds_it_again(town: Running) -> None:
    siti = await seeker(town)
    assert "tidak pernah meminta uang" in await siti.press("💼 Lihat lowongan")
    assert "Semua lowongan: 5 lowongan" in await siti.press("Semua lowongan")
    shown = await siti.press(WELDER)
    for told in (
        "(contoh)",
        "PT Supra, Pasar Kemis",
        "Rp 4.900.000 – Rp 5.600.000 per bulan",
        "Batas lamaran: ",
        "Diperiksa: MoU dengan UPTD Pelatihan Kerja",
        "tidak pernah meminta uang",
    ):
        assert told in shown
    toast = await siti.phone.press(siti.id, "Simpan")
    assert toast["text"] == "Tersimpan."
    assert "Hapus dari simpanan" in await siti.captions()

    await siti.say("lowongan")
    assert "Yang saya simpan: 1 lowongan" in await siti.press("Yang saya simpan")
    await siti.press(WELDER)
    await siti.press("Hapus dari simpanan")
    assert "Yang saya simpan: belum ada lowongan" in await siti.press("‹ Kembali")


async def test_what_is_hidden_leaves_the_lists(town: Running) -> None:
    siti = await seeker(town)
    await siti.press_old(ListVacancies("all", 0))
    await siti.press(WELDER)
    await siti.press("Sembunyikan")
    assert "Tampilkan lagi" in await siti.captions()
    assert "Semua lowongan: 4 lowongan" in await siti.press("‹ Kembali")
    assert WELDER not in await siti.captions()


async def test_lists_by_field_region_and_abroad(town: Running) -> None:
    siti = await seeker(town)
    await siti.say("/lowongan")
    assert "Di daerah saya" not in await siti.captions()
    await siti.press("Menurut bidang")
    assert "Teknik Las: 2 lowongan" in await siti.press("Teknik Las")
    await siti.press("‹ Kembali")
    assert "Luar negeri: belum ada lowongan" in await siti.press("Luar negeri")
    assert "Atur kabar lowongan" in await siti.captions()
    await siti.say("/pengaturan")
    await siti.press("Ubah domisili")
    await siti.press("Kab. Tangerang")
    await siti.say("/lowongan")
    assert "Di daerah saya: 3 lowongan" in await siti.press("Di daerah saya")
    await siti.press_old(ListVacancies("s-tidak-ada", 7))
    assert "belum ada lowongan" in await siti.screen()


async def test_buttons_of_vacancies_that_are_gone(town: Running) -> None:
    siti = await seeker(town)
    for press in (OpenVacancy(NOWHERE), MarkVacancy(NOWHERE, "saved")):
        await siti.press_old(press)
        assert "Lowongan itu tidak ada lagi" in await siti.screen()
    await siti.press_old(ToggleStream("tidak-ada", 0))
    assert "Bidang itu tidak ada lagi" in await siti.screen()


async def test_who_declined_the_use_of_data_is_asked_before_alerts(town: Running) -> None:
    budi = await seeker(town, "Budi", consents=False)
    await budi.say("/bantuan")
    await budi.press("Baca penggunaan data")
    await budi.press("Tidak, lihat-lihat saja")
    await budi.press_old(OpenAlerts())
    assert "belum menyetujui" in await budi.press("Nyalakan")
    await budi.press("Baca penggunaan data")
    await budi.press("Ya, saya setuju")
    await budi.press_old(OpenAlerts())
    assert "Kabar lowongan aktif" in await budi.press("Nyalakan")


async def test_alerts_come_for_what_fits_one_message_a_day(town: Running) -> None:
    """Siti follows welding in Kabupaten Tangerang, Budi jobs abroad, Rina nothing any more."""
    await until(town, 12)  # what the feed has held so far is no news any more
    siti, budi, rina = await seeker(town), await seeker(town, "Budi"), await seeker(town, "Rina")
    await follow(siti, "Teknik Las", "Kab. Tangerang")
    await follow(budi, "Kecantikan", abroad=True)
    await follow(rina)
    assert "Kabar lowongan belum aktif" in await rina.press("Matikan")
    await until(town, 10)
    before = {person.id: await person.heard() for person in (siti, budi, rina)}

    add_to_feed(town, "W-1", "Welder GMAW", "Pasar Kemis", region="Kabupaten Tangerang, Banten")
    await town.later(600)
    [alert] = await news(siti, before[siti.id])
    assert "Ada lowongan baru yang cocok" in alert
    assert "• Welder GMAW, PT Supra, Pasar Kemis" in alert
    assert await news(budi, before[budi.id]) == []

    add_to_feed(town, "W-2", "Juru Las Pipa", "Pasar Kemis", region="Kabupaten Tangerang, Banten")
    add_to_feed(town, "W-3", "Terapis Kecantikan", "Osaka", country="JP")
    add_to_feed(town, "W-4", "Juru Las", "Gresik", region="Jawa Timur")
    await town.later(600)
    assert len(await news(siti, before[siti.id])) == 1
    [abroad] = await news(budi, before[budi.id])
    assert "Terapis Kecantikan" in abroad

    await until(town, 8, 1)
    [_, next_day] = await news(siti, before[siti.id])
    assert "Juru Las Pipa" in next_day
    assert "Gresik" not in next_day
    assert await news(rina, before[rina.id]) == []
    assert await siti.captions() == [
        "Juru Las Pipa · Pasar Kemis",
        "Atur kabar lowongan",
        "⌂ Menu",
    ]
    assert "Juru Las Pipa" in await siti.press("Juru Las Pipa · Pasar Kemis")


async def test_what_has_left_the_feed_is_kept_as_closed(town: Running) -> None:
    siti = await seeker(town)
    await siti.press_old(ListVacancies("near", 0))
    assert "Semua lowongan" in await siti.screen()
    await siti.press(WELDER)
    await siti.press("Simpan")
    change_feed(town, lambda items: items[1:])
    await town.later(600)
    await siti.press_old(ListVacancies("saved", 0))
    shown = await siti.press(f"{WELDER} · ditutup")
    assert "Sudah ditutup." in shown
    await siti.press_old(ListVacancies("all", 0))
    assert WELDER not in await siti.captions()


async def follow(person: Seeker, *choices: str, abroad: bool = False) -> None:
    await person.say("/lowongan")
    await person.press("Atur kabar lowongan")
    assert "Kabar lowongan aktif" in await person.press("Nyalakan")
    for caption in choices:
        await person.press("Pilih daerah" if caption.startswith("Kab. ") else "Pilih bidang")
        if caption not in await person.captions():
            await person.press("Berikutnya ›")
        name = next(each for each in await person.captions() if caption in each)
        await person.press(name)
        assert f"✓ {name}" in await person.captions()
        await person.press("‹ Kembali")
    if abroad:
        assert "Luar negeri: ya" in await person.press("Tambah luar negeri")


def add_to_feed(
    town: Running, reference: str, title: str, place: str, *, region: str = "", country: str = "ID"
) -> None:
    """As the partner's staff would: one more JobPosting in the file that is read."""
    address = {"addressLocality": place, "addressRegion": region, "addressCountry": country}
    posting = {
        "@type": "JobPosting",
        "identifier": reference,
        "title": title,
        "description": "Tanpa biaya apa pun.",
        "datePosted": f"{town.clock():%Y-%m-%d}",
        "hiringOrganization": "PT Supra",
        "jobLocation": {"@type": "Place", "address": address},
    }
    change_feed(town, lambda items: [*items, {"@type": "DataFeedItem", "item": posting}])


def change_feed(town: Running, change: Callable[[list[Json]], list[Json]]) -> None:
    file = Path(town.settings.home) / "feeds" / "pt-supra.jsonld"
    feed = json.loads(file.read_text(encoding="utf-8"))
    feed["dataFeedElement"] = change(feed["dataFeedElement"])
    file.write_text(json.dumps(feed), encoding="utf-8")
