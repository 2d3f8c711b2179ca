"""Tracks abroad: followed, ticked and confirmed; wishes; and warnings against brokers."""

import re

import pytest
from sqlalchemy import select

from bot.presses.courses import OpenProgramme
from bot.presses.staff import OpenStaff
from bot.presses.track_desk import ConfirmItem, OpenFollower, OpenTrackDesk
from bot.presses.tracks import FollowTrack, OpenTrack, OpenTrackItem, TellItem
from storage.models import Programme, TrackItem
from tests.journeys.desk import applicants, tapped, toast
from tests.journeys.phones import send
from tests.journeys.shared import Seeker, seeker
from tests.journeys.test_shared_phone import family, ids
from tests.journeys.test_strays import FROM_A_CHANNEL
from tests.journeys.training import ANOTHER, UPTD, officer_of
from tests.running import Running

pytestmark = pytest.mark.asyncio(loop_scope="module")

OLD_BUTTON = "Tombol itu dari layar lama"


async def test_a_track_is_followed_ticked_and_confirmed(village: Running) -> None:
    siti = await seeker(village)
    await opened(siti, "korea-pmi")
    new = await siti.press("Lihat persiapannya")
    assert "11 hal" in new
    assert "Petugas Balai Besar Pelatihan Vokasi" in new
    text = await siti.press("Ikuti jalur ini")
    assert "0 dari 11 sudah." in text
    assert "Berikutnya: Usia 18–39 tahun." in text
    number = number_in(text)
    await siti.press("Berikutnya ›")
    item = await siti.press("○ KTP elektronik")
    assert item.startswith("🎓 KTP elektronik (dokumen)\nBelum.")
    assert "Belum dikonfirmasi penyelenggara" in item
    assert "Sudah, menurut Anda sendiri" in await siti.press("Sudah saya punya")
    assert "Belum." in await siti.press("Batalkan centang")
    await siti.press("Sudah saya punya")
    assert "1 dari 11 sudah." in await siti.press("‹ Kembali")
    assert "✓ KTP elektronik" in await siti.captions()

    agus = await officer_of(village, ANOTHER, "Pak Agus")
    await tapped(agus, OpenStaff())
    await agus.press("Lihat yang lain")
    await agus.press("Lihat jalur luar negeri")
    [korea] = [each for each in await agus.captions() if "Korea" in each]
    assert "orang mengikuti daftar persiapannya" in await agus.press(korea)
    await tapped(agus, OpenFollower(int(number), 1))
    assert "menurut orangnya" in await agus.press("✓ KTP elektronik")
    assert "Sudah dikonfirmasi Pak Agus" in await agus.press("Konfirmasi")
    seen = await siti.press("✓ KTP elektronik")
    assert "dikonfirmasi petugas (Pak Agus" in seen
    assert "Batalkan centang" not in await siti.captions()
    assert "Apa alasannya?" in await agus.press("Cabut konfirmasi")
    assert "menurut orangnya" in await agus.press("Salah catat")


async def test_an_expired_rule_leaves_it_to_its_holder(village: Running) -> None:
    siti = await seeker(village)
    await opened(siti, "korea-pmi")
    await siti.press("Lihat persiapannya")
    await siti.press("Ikuti jalur ini")
    age = await siti.press("○ Usia 18–39 tahun")
    assert "Mungkin sudah berubah" in age
    assert await siti.captions() == ["Sudah saya punya", "‹ Kembali", "⌂ Menu"]


async def test_what_an_application_says_ticks_itself(village: Running) -> None:
    [siti] = await applicants(village, "menjahit", 1, first_id=9610)
    await siti.say("/menu")
    await opened(siti, "pmi-vokasi")
    await siti.press("Lihat persiapannya")
    assert "1 dari 10 sudah." in await siti.press("Ikuti jalur ini")
    assert "Jawara mengetahuinya dari data Anda" in await siti.press("✓ Usia 15–29 tahun")
    await siti.press("‹ Kembali")
    await siti.press("○ Keterampilan kerja")
    assert {"Lihat Teknik Las", "Lihat Teknik Elektro", "Lihat Tata Kecantikan"} <= set(
        await siti.captions()
    )
    assert "Teknik Las" in await siti.press("Lihat Teknik Las")
    await opened(siti, "pmi-vokasi")
    await siti.press("Lihat persiapannya")
    await siti.press("Berikutnya ›")
    await siti.press("○ KTP elektronik")
    await siti.press("Kirim foto")
    assert "KTP" in await siti.screen()


async def test_mother_and_daughter_prepare_apart(village: Running) -> None:
    siti, _ = await family(village)
    await opened(siti, "pmi-vokasi")
    assert "Untuk siapa?" in await siti.press("Lihat persiapannya")
    assert (await siti.captions())[:3] == ["Sari", "Siti", "Orang lain"]
    new = await siti.press("Sari")
    assert new.startswith("🎓 Persiapan Sentra Vokasi Calon Pekerja Migran · Sari\n10 hal")
    text = await siti.press("Ikuti jalur ini")
    assert "1 dari 10 sudah." in text
    number = int(re.findall(r"Nomor jalur ini (\d+)", text)[0])
    await siti.press("Berikutnya ›")
    assert "· Sari\nBelum." in await siti.press("○ Paspor")
    assert "Sudah, dicentang di HP ini" in await siti.press("Sudah saya punya")
    await siti.press("‹ Kembali")
    await siti.press("‹ Kembali")
    assert (await siti.captions())[:3] == ["Sari · diikuti", "Siti", "Orang lain"]
    mothers = await siti.press("Siti")
    assert "· Siti\n10 hal yang perlu disiapkan, 1 sudah" in mothers
    await siti.press("Berikutnya ›")
    assert "○ Paspor" in await siti.captions()
    age = OpenTrackItem(*age_of(village), ids(siti)["Sari"])
    assert "Jawara mengetahuinya dari data Sari" in await tapped(siti, age)
    assert "Bisa" in await siti.press("Periksa syarat")  # nothing had to be asked of her
    ratna = await officer_of(village, UPTD)
    assert "Sari Aminah" in await tapped(ratna, OpenFollower(number, 0))


async def test_on_a_shared_phone_interest_is_of_all_and_says_so(village: Running) -> None:
    siti, _ = await family(village)
    await opened(siti, "pmi-vokasi")
    text = await siti.press("Beri tahu saya")
    assert "Minat ini untuk semua di HP ini: kabarnya datang sekali" in text
    assert len(text) <= 600
    await siti.press("Tarik minat saya")  # others of the village are counted by another test


async def test_what_was_followed_before_registering_is_asked_about_once(village: Running) -> None:
    siti = await seeker(village)
    await opened(siti, "pmi-vokasi")
    await siti.press("Lihat persiapannya")
    number = number_in(await siti.press("Ikuti jalur ini"))
    await siti.register_for("las-smaw-b")
    await siti.answer_all()
    await siti.press("Kirim pendaftaran")
    await opened(siti, "pmi-vokasi")
    asked = await siti.press("Lihat persiapannya")
    assert f"Jalur siapa ini? Jalur nomor {number} diikuti lewat HP ini sebelum" in asked
    assert await siti.captions() == ["Siti", "Orang lain", "‹ Kembali", "⌂ Menu"]
    assert "· orang lain\n0 dari 10 sudah." in await siti.press("Orang lain")
    await siti.press("‹ Kembali")
    assert await siti.captions() == ["Siti", "Orang lain · diikuti", "‹ Kembali", "⌂ Menu"]
    await siti.press("Orang lain · diikuti")
    assert "Jalur siapa ini?" in await siti.press("Jalur siapa ini?")
    assert "· orang lain" in await siti.press("‹ Kembali")
    await siti.press("Jalur siapa ini?")
    text = await siti.press("Siti")
    assert "1 dari 10 sudah." in text
    assert number_in(text) == number
    await opened(siti, "pmi-vokasi")
    assert number_in(await siti.press("Lihat persiapannya")) == number


async def test_a_button_from_when_a_phone_had_one_track_asks_for_whom(village: Running) -> None:
    siti, _ = await family(village)
    pmi = programme_id(village, "pmi-vokasi")
    for press in (FollowTrack(pmi, wanted=True), TellItem(*age_of(village), has=True)):
        await siti.press_old(press)
        assert "Untuk siapa?" in await siti.screen()
    gone = "Jalur itu tidak ada lagi di HP ini."
    assert await toast(siti, OpenTrack(pmi, 0, 999_999)) == gone
    assert await toast(siti, FollowTrack(pmi, False, ids(siti)["Sari"])) == gone
    assert "Untuk siapa?" in await siti.screen()


async def test_interest_tells_what_it_is_for_and_staff_see_numbers(village: Running) -> None:
    [siti] = await applicants(village, "animasi", 1, first_id=9620)
    await siti.say("/menu")
    await opened(siti, "pmi-vokasi")
    assert "Bidang: belum dipilih" in await siti.press("Beri tahu saya")
    assert "Bidang: Teknik Las" in await siti.press("Teknik Las")
    assert "Negara: Jepang" in await siti.press("Jepang")
    ratna = await officer_of(village, UPTD)
    numbers = await tapped(ratna, OpenTrackDesk(programme_id(village, "pmi-vokasi"), 0))
    assert "Bidang: Teknik Las 1" in numbers
    assert "Negara: Jepang 1" in numbers
    names = await ratna.press("Lihat nama peminat")
    assert "Siti" in names
    assert "Teknik Las, Jepang" in names
    assert "Negara: mana saja" in await siti.press("✓ Jepang")
    await siti.press("Tarik minat saya")
    assert "Beri tahu saya" in await siti.captions()


async def test_the_desk_is_for_the_providers_staff(village: Running) -> None:
    siti, dedi = await seeker(village), await officer_of(village, UPTD, "Pak Dedi")
    await opened(siti, "magang-jepang")
    await siti.press("Lihat persiapannya")
    number = int(number_in(await siti.press("Ikuti jalur ini")))
    for press in (OpenFollower(number, 0), ConfirmItem(number, 1)):
        assert OLD_BUTTON in await tapped(siti, press)
        refused = await tapped(dedi, press)
        assert refused == "⚠️ Kelas itu diselenggarakan pihak lain, di luar tugas Anda."
    leave = FollowTrack(programme_id(village, "magang-jepang"), wanted=False)
    assert "tersimpan" in await toast(siti, leave)


async def test_offers_are_checked_and_brokers_warned_against(village: Running) -> None:
    siti = await seeker(village)
    for question in ("ada calo nawarin kerja", "berapa biaya ke jepang"):
        assert (await siti.say(question)).startswith("⚠️ Waspada calo kerja ke luar negeri")
    assert "biaya penempatan" in await siti.screen()
    assert "UU No. 18 Tahun 2017" in await siti.screen()
    assert "Teruskan pesan tawaran itu" in await siti.press("Cek tawaran ini")
    bad = {"text": "Langsung berangkat! Transfer dulu 2 juta", "forward_origin": FROM_A_CHANNEL}
    found = await send(siti, **bad)
    assert 'meminta uang: "transfer dulu"' in found
    assert "langsung berangkat" in found
    clean = await siti.say("cek tawaran: dibutuhkan penjahit di Serang")
    assert "Itu belum berarti aman." in clean
    assert "Teruskan pesan tawaran itu" in await siti.say("cek tawaran")


async def opened(person: Seeker, slug: str) -> None:
    await person.press_old(OpenProgramme(programme_id(person.jawara, slug)))


def age_of(jawara: Running) -> tuple[int, int]:
    """The ids of the planned centre and of its first item."""
    id_ = programme_id(jawara, "pmi-vokasi")
    with jawara.database.snapshot() as session:
        items = select(TrackItem.id).where(TrackItem.programme_id == id_)
        return id_, session.scalars(items.order_by(TrackItem.position)).first() or 0


def programme_id(jawara: Running, slug: str) -> int:
    with jawara.database.snapshot() as session:
        return session.scalars(select(Programme.id).where(Programme.slug == slug)).one()


def number_in(text: str) -> str:
    found = re.search(r"Nomor jalur Anda (\d+)", text)
    assert found is not None
    return found[1]
