"""Looking through the catalogue by taps, down to a class and back."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from bot.presses.courses import (
    ListOpenClasses,
    OpenClass,
    OpenCluster,
    OpenProgramme,
    OpenProvider,
    OpenReferral,
    ShowPlace,
    TellMe,
)
from catalog.waves import open_wave
from storage.models import CourseClass, Programme, Wave
from tests.journeys.phones import newcomer, news, until
from tests.journeys.shared import Seeker, seeker
from tests.running import Running

pytestmark = pytest.mark.asyncio(loop_scope="module")

NOWHERE = 987654


async def test_siti_finds_a_class_by_field_and_goes_back(town: Running) -> None:
    siti = await seeker(town)
    assert "Pelatihan kerja di Banten" in await siti.press("🎓 Lihat pelatihan")
    assert await siti.captions() == [
        "Yang sedang dibuka (14)",
        "Menurut bidang",
        "Menurut penyelenggara",
        "Sekolah Rakyat",
        "⌂ Menu",
    ]
    await siti.press("Menurut bidang")
    assert len(await siti.captions()) == 6 + 1 + 2
    await siti.press("Berikutnya ›")
    assert "Garmen (1)" in await siti.captions()
    await siti.press("‹ Sebelumnya")
    assert "Teknik Las: 3 program." in await siti.press("Teknik Las (3)")
    card = await siti.press("Las SMAW A · dibuka")
    for told in (
        "Pendaftaran dibuka sampai ",
        "UPTD Pelatihan Kerja",
        "balai, BNSP",
        "RubrikBanten",
    ):
        assert told in card
    shown = await siti.press("Lihat kelas yang dibuka")
    for told in ("16 kursi, 0 pendaftar.", "lewat seleksi", "• Tes: ", "Jelupang", "Contoh Jawara"):
        assert told in shown
    assert "Daftar sekarang" in await siti.captions()

    assert "Las SMAW A" in await siti.press("‹ Kembali")
    assert "Teknik Las: 3 program." in await siti.press("‹ Kembali")
    assert "Pilih bidangnya" in await siti.press("‹ Kembali")
    assert len(await siti.heard()) == 1


async def test_what_is_open_comes_in_pages_the_first_to_close_on_top(town: Running) -> None:
    siti = await seeker(town)
    await siti.press_old(ListOpenClasses(0))
    first = await siti.captions()
    assert first[0].startswith("Barista · s.d. ")
    assert first[6:] == ["Berikutnya ›", "‹ Kembali", "⌂ Menu"]
    await siti.press("Berikutnya ›")
    await siti.press("Berikutnya ›")
    assert len(await siti.captions()) == 2 + 1 + 2
    await siti.press_old(ListOpenClasses(99))
    assert len(await siti.captions()) == 2 + 1 + 2


async def test_a_provider_is_known_by_all_its_names(town: Running) -> None:
    siti = await seeker(town)
    await siti.press("🎓 Lihat pelatihan")
    await siti.press("Menurut penyelenggara")
    shown = await siti.press((await siti.captions())[0])
    assert "BLK Banten" in shown
    assert "15 program" in shown


async def test_the_history_of_waves_tells_seats_that_are_inferred(town: Running) -> None:
    siti = await seeker(town)
    await open_programme(siti, "menjahit")
    listed = await siti.press("Lihat gelombang")
    assert "Gelombang Menjahit" in listed
    past = await siti.press("7 Jul 2025 · selesai")
    assert "16 kursi (perkiraan)" in past
    assert "Senin, 7 Juli 2025" in past
    assert "Sumber: RubrikBanten, Senin, 7 Juli 2025" in past
    assert "Daftar sekarang" not in await siti.captions()
    running = await seeker(town, "Budi")
    await running.press_old(OpenClass(running_class(running)))
    assert "sedang berjalan" in await running.screen()


async def test_requirements_carry_their_source_and_say_when_they_are_old(town: Running) -> None:
    siti = await seeker(town)
    await open_programme(siti, "menjahit")
    rules = await siti.press("Lihat syarat")
    assert "• Punya KTP dan ijazah terakhir" in rules
    assert "mungkin sudah berubah" not in rules
    await open_programme(siti, "korea-pmi")
    rules = await siti.press("Lihat syarat")
    assert "Usia 18 sampai 39 tahun" in rules
    expired = town.clock() > datetime(2026, 1, 1, tzinfo=UTC)
    assert ("mungkin sudah berubah" in rules) == expired
    assert "Sumber: " in rules


async def test_the_ways_in_that_lead_outside(town: Running) -> None:
    siti = await seeker(town)
    assert "lewat SIAPkerja" in await open_programme(siti, "magang-jepang")
    steps = await siti.press("Lihat cara mendaftar")
    assert "1. Buat akun di SIAPkerja" in steps
    assert "3. Cari pemagangan ke Jepang" in steps
    assert "lewat sekolah" in await open_programme(siti, "magang-smk")
    assert "kepada guru" in await siti.press("Lihat cara mendaftar")
    assert "belum mengonfirmasinya" in steps
    assert "Masih rencana" in await open_programme(siti, "pmi-vokasi")
    assert "Beri tahu saya" in await siti.captions()
    assert "1. Latihan keterampilan dan bahasa" in await siti.press("Lihat rencananya")
    await siti.say("/pelatihan")
    assert "bukan pelatihan kerja" in await siti.press("Sekolah Rakyat")


async def test_a_place_is_shown_on_the_map_or_said_in_words(town: Running) -> None:
    siti = await seeker(town)
    await open_programme(siti, "las-gmaw")
    await siti.press("Lihat di peta")
    venue = (await siti.newest())["venue"]
    assert venue["title"] == "UPTD Pelatihan Kerja, Jelupang"
    assert "(letak perkiraan)" in venue["address"]
    await open_programme(siti, "agroforestry")
    assert "BBPVP Serang" in await siti.press("Lihat di peta")
    await siti.press_old(ShowPlace(NOWHERE))
    assert "Tempatnya belum disebutkan" in await siti.screen()


async def test_a_shared_link_opens_the_programme_even_for_a_stranger(town: Running) -> None:
    siti = await seeker(town)
    await open_programme(siti, "barista")
    shared = await siti.press("Bagikan")
    assert await siti.captions() == ["Kirim ke teman", "‹ Kembali", "⌂ Menu"]
    link = shared.split()[-1]
    assert link.startswith("https://t.me/")
    assert link.endswith("?start=p-barista")

    rina = await newcomer(town, "Rina")
    assert "Meracik espresso" in await rina.say(f"/start {link.rpartition('=')[2]}")
    assert "Selamat datang" in await rina.say("/start")

    budi = await newcomer(town, "Budi")
    assert "tidak mengarah ke program" in await budi.say("/start p-las-sma")
    assert "Selamat datang" in await budi.say("/start entah-apa")
    assert "Pilih di bawah ini" in await siti.say("/start entah-apa")


async def test_who_asked_to_be_told_hears_once_when_it_opens(town: Running) -> None:
    siti, budi = await seeker(town), await seeker(town, "Budi")
    for person in (siti, budi):
        await open_programme(person, "ac-pendingin")
        toast = await person.phone.press(person.id, "Beri tahu saya")
        assert toast["text"] == "Baik, kami kabari begitu dibuka."
        assert "Anda kami kabari begitu dibuka." in await person.screen()
    await budi.press("Tidak usah diberi tahu")
    before = await siti.heard(), await budi.heard()

    await until(town, 9)
    with town.database.transaction() as session:
        wave = session.scalars(select(Wave).where(Wave.state == "planned", Wave.example)).one()
        open_wave(session, wave.id, now=town.clock())
    await town.later(60)
    await town.later(60)

    [letter] = await news(siti, before[0])
    assert "Pendaftaran Teknik Pendingin dan Tata Udara sudah dibuka" in letter
    assert await news(budi, before[1]) == []
    assert await siti.captions() == ["Daftar sekarang", "Lihat kelasnya", "Tidak usah diberi tahu"]
    assert "pendaftaran dibuka" in await siti.press("Lihat kelasnya")


async def test_buttons_of_what_is_gone_say_so_and_lead_on(town: Running) -> None:
    siti = await seeker(town)
    for press, answer in (
        (OpenProgramme(NOWHERE), "Program itu tidak ada lagi"),
        (TellMe(NOWHERE, wanted=True), "Program itu tidak ada lagi"),
        (OpenClass(NOWHERE), "Kelas itu tidak ada lagi"),
        (OpenCluster(NOWHERE, 0), "Pilih bidangnya"),
        (OpenProvider(NOWHERE, 0), "Pilih penyelenggaranya"),
        (OpenReferral(NOWHERE), "Pelatihan kerja di Banten"),
        (OpenProgramme(10**20), "Tombol itu dari layar lama"),
    ):
        await siti.press_old(press)
        assert answer in await siti.screen()
        assert "⌂ Menu" in await siti.captions()


async def open_programme(person: Seeker, slug: str) -> str:
    with person.jawara.database.snapshot() as session:
        id_ = session.scalars(select(Programme.id).where(Programme.slug == slug)).one()
    await person.say("/menu")
    await person.press_old(OpenProgramme(id_))
    return await person.screen()


def running_class(person: Seeker) -> int:
    """The example class in training now."""
    with person.jawara.database.snapshot() as session:
        query = select(CourseClass.id).join(Wave).where(Wave.state == "running", Wave.example)
        return session.scalars(query.order_by(CourseClass.id).limit(1)).one()
