"""Siti sends her papers: after her registration or later, right ones and wrong ones."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from sqlalchemy import select
from telegram import Update

from bot.presses.documents import AskDocument, FileIs, ShowDocument, TakeBack
from people.staff import Role, grant
from storage.models import Document
from tests.files import HEIC, WORD, pdf, picture
from tests.journeys.documents import (
    IJAZAH,
    KTP,
    applicant,
    files_of,
    last_sent,
    papers,
    send_file,
    send_photo,
    shelf,
    states,
    with_papers,
)
from tests.journeys.phones import send
from tests.journeys.schools import school_with_link
from tests.journeys.selections import XLSX
from tests.journeys.shared import seeker
from tests.running import Running, running
from tests.simulator import running_emulator

pytestmark = pytest.mark.asyncio(loop_scope="module")

NOTHING = [("ktp", False, False), ("ijazah", False, False)]
KTP_ALONE = [("ktp", True, False), ("ijazah", False, False)]
BOTH = [("ktp", True, False), ("ijazah", True, False)]


@pytest_asyncio.fixture(loop_scope="module")
async def lone(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Running]:
    """For what moves the clock far, or restarts."""
    async with (
        running_emulator() as address,
        running(address, sqlite_url, tmp_path / "home") as here,
    ):
        yield here
        assert await here.telegram.violations() == []


def kept_from(jawara: Running, application_id: int) -> int:
    """The update that brought the only document."""
    with jawara.database.snapshot() as session:
        of_it = Document.application_id == application_id
        update_id = session.scalars(select(Document.update_id).where(of_it)).one()
    assert update_id is not None
    return update_id


async def test_ktp_as_a_photo_and_ijazah_as_a_pdf(town: Running) -> None:
    siti = await applicant(town)
    assert (await siti.screen()).splitlines()[-1] == "Berkas: KTP belum, ijazah belum."
    asked = await siti.press("Kirim berkas")
    assert asked.startswith("📝 Kirim KTP Anda")
    assert "Kami perlu KTP untuk mencocokkan nama dan NIK." in asked
    after_one = await send_photo(siti, KTP)
    assert after_one.startswith("KTP diterima. Tinggal ijazah.\n\n📝 Kirim ijazah Anda")
    assert states(siti) == KTP_ALONE
    after_both = await send_file(siti, IJAZAH)
    assert after_both == (
        "📝 Ijazah diterima. Semua berkas sudah terkirim. Selanjutnya petugas memeriksanya."
    )
    assert states(siti) == BOTH
    listed = (await siti.press("Lihat berkas")).splitlines()
    assert [line.partition(" dikirim ")[0] for line in listed[3:5]] == ["• KTP:", "• Ijazah:"]
    assert await siti.captions() == ["Lihat KTP", "Lihat ijazah", "‹ Kembali", "⌂ Menu"]


async def test_what_was_sent_lies_sealed_beside_the_database(town: Running) -> None:
    siti = await with_papers(town)
    folder = shelf(town).folder
    for name in files_of(siti):
        file = folder / name[:2] / name[2:]
        assert file.stat().st_mode & 0o777 == 0o600
        assert file.parent.stat().st_mode & 0o777 == 0o700
        assert not file.read_bytes().startswith((b"\xff\xd8", b"%PDF"))
    assert folder.stat().st_mode & 0o777 == 0o700


async def test_she_sees_her_own_picture_again_and_nobody_elses(town: Running) -> None:
    siti = await with_papers(town)
    await siti.press("Lihat berkas")
    told = await siti.press("Lihat KTP")
    assert told.startswith("📝 KTP, ")
    assert "Belum dibuka petugas." in told
    await siti.press("Lihat kiriman saya")
    shown = last_sent(await siti.heard(), "photo")
    assert shown["has_protected_content"]
    assert (await siti.phone.file(shown["photo"][-1]["file_id"])).startswith(b"\xff\xd8")
    ktp = papers(siti).line("ktp")
    assert ktp is not None
    assert ktp.document_id is not None
    budi = await seeker(town, "Budi")
    for press in (ShowDocument(ktp.document_id), TakeBack(ktp.document_id)):
        await budi.press_old(press)
        assert "sudah diganti atau ditarik" in await budi.screen()
    await budi.press_old(AskDocument(papers(siti).application.id, "ktp"))
    assert "tidak ada di HP ini" in await budi.screen()
    assert states(siti) == BOTH


async def test_one_is_replaced_and_its_file_removed(town: Running) -> None:
    siti = await with_papers(town)
    [ktp, ijazah] = files_of(siti)
    await siti.press("Lihat berkas")
    await siti.press("Lihat KTP")
    await siti.press("Ganti")
    await send_photo(siti, picture(900, 600, colour="red"))
    await town.later(31)
    [kept, another] = files_of(siti)
    assert (kept, another == ktp) == (ijazah, False)
    assert [shelf(town).has(name) for name in (ktp, ijazah, another)] == [False, True, True]


async def test_one_is_taken_back_after_asking_once_more(town: Running) -> None:
    siti = await with_papers(town)
    [ktp, _] = files_of(siti)
    await siti.press("Lihat berkas")
    await siti.press("Lihat KTP")
    assert (await siti.press("Tarik kembali")).startswith("⚠️ Tarik kembali KTP?")
    assert (await siti.captions())[0] == "Tidak, biarkan"
    assert (await siti.press("Ya, hapus berkasnya")).startswith("KTP sudah dihapus.")
    assert states(siti) == [("ktp", False, False), ("ijazah", True, False)]
    await town.later(31)
    assert not shelf(town).has(ktp)


@pytest.mark.parametrize(
    ("data", "name", "mime", "why"),
    [
        (WORD, "ktp.docx", "application/msword", "Isi berkas itu bukan foto"),
        (b"hello", "ktp.pdf", "application/pdf", "Isi berkas itu bukan foto"),
        (HEIC, "IMG_1.HEIC", "image/heic", "HEIC dari iPhone"),
        (KTP[:-999], "ktp.jpg", "image/jpeg", "Foto itu rusak atau terpotong"),
        (picture(90, 60), "ktp.jpg", "image/jpeg", "terlalu kecil untuk dibaca (90 × 60"),
        (pdf(6), "ktp.pdf", "application/pdf", "berisi 6 halaman. Paling banyak 5."),
        (pdf(password="x"), "ktp.pdf", "application/pdf", "terkunci kata sandi"),
        (pdf()[:-99], "ktp.pdf", "application/pdf", "PDF itu rusak"),
        (b"%PDF-" + b"0" * 11_000_000, "ktp.pdf", "application/pdf", "Paling besar 10 MB"),
    ],
)
async def test_a_wrong_file_is_told_kindly_and_asked_for_again(
    village: Running, data: bytes, name: str, mime: str, why: str
) -> None:
    siti = await applicant(village)
    await siti.press("Kirim berkas")
    told = await send_file(siti, data, name, mime)
    assert why in told
    assert "📝 Kirim KTP Anda" in told
    assert states(siti) == NOTHING
    assert (await send_photo(siti, KTP)).startswith("KTP diterima.")


async def test_a_picture_is_one_whatever_its_name_says(village: Running) -> None:
    siti = await applicant(village)
    await siti.press("Kirim berkas")
    assert (await send_file(siti, KTP, "ktp.pdf", "application/pdf")).startswith("KTP diterima.")
    [ktp, _] = papers(siti).lines
    assert ktp.media == "image/jpeg"


async def test_what_is_no_file_is_told_so(village: Running) -> None:
    siti = await applicant(village)
    await siti.press("Kirim berkas")
    ids = {"file_id": "x", "file_unique_id": "y", "duration": 3}
    assert "Itu pesan suara." in await send(siti, voice=ids)
    film = {**ids, "width": 640, "height": 360, "file_size": 25_000_000}
    assert "Itu video." in await send(siti, video=film)
    assert "bukan tulisan" in await siti.say("sebentar ya kak")
    assert (await siti.say("ijazah")).startswith("📝 Kirim ijazah Anda")
    assert (await siti.say("nanti")).startswith("📝 Berkas ")
    assert "Foto belum saya perlukan" not in await send_photo(siti, KTP)


async def test_a_picture_that_nobody_asked_for_is_asked_about(town: Running) -> None:
    siti = await applicant(town)
    await siti.say("/menu")
    assert (await send_photo(siti, KTP)).startswith("📝 Ini berkas apa?")
    assert await siti.captions() == ["KTP", "Ijazah", "Bukan berkas", "⌂ Menu"]
    assert (await siti.press("KTP")).startswith("KTP diterima. Tinggal ijazah.")
    await siti.say("/menu")
    await send_file(siti, IJAZAH)
    assert (await siti.say("ijazah")).startswith("📝 Ijazah diterima.")
    await send_photo(siti, picture())
    assert await siti.captions() == ["Ganti KTP", "Ganti ijazah", "Bukan berkas", "⌂ Menu"]
    assert (await siti.press("Bukan berkas")) == "📝 Baik, kiriman itu tidak kami simpan."
    assert states(siti) == BOTH


async def test_a_spreadsheet_is_no_paper(town: Running) -> None:
    siti = await applicant(town)
    await siti.say("/menu")
    told = await send_file(siti, WORD, "Data.XLSX", XLSX)
    assert "dikirim sebagai foto atau PDF" in told
    assert await siti.captions() == ["Bantuan", "⌂ Menu"]
    assert states(siti) == NOTHING


async def test_staff_and_teachers_are_led_to_where_a_spreadsheet_is_taken(town: Running) -> None:
    ratna = await applicant(town)
    with town.database.transaction() as session:
        grant(
            session, ratna.account_id(), Role.STAFF,
            provider_id=None, name="Bu Ratna", granted_by="test", now=town.clock(),
        )  # fmt: skip
    await ratna.say("/menu")
    assert "tekan Kirim nilai. Lalu kirim" in await send_file(ratna, WORD, "nilai.xlsx", XLSX)
    assert await ratna.captions() == ["Lihat seleksi dan kursi", "⌂ Menu"]
    await ratna.say(school_with_link(town)[1])
    told = await send_file(ratna, b"nama;nik", "siswa.csv", "text/csv")
    assert "tekan Kirim nilai. Daftar siswa: buka kelompoknya, tekan Kirim daftar siswa." in told
    captions = ["Lihat seleksi dan kursi", "Buka kelompok sekolah", "⌂ Menu"]
    assert await ratna.captions() == captions


async def test_the_words_below_a_picture_say_what_it_is(village: Running) -> None:
    siti = await applicant(village)
    await siti.say("/menu")
    assert (await send_photo(siti, KTP, caption="Ini ijazah saya")).startswith("Ijazah diterima.")
    assert (await send_photo(siti, KTP, caption="ganti ijazah")).startswith("Ijazah diterima.")
    assert (await send_photo(siti, KTP, caption="tolong dicek")).startswith("📝 KTP diterima.")


async def test_the_button_of_an_earlier_picture_takes_no_later_one(village: Running) -> None:
    siti = await applicant(village)
    await siti.say("/menu")
    await send_photo(siti, KTP)
    [old, *_] = [await siti.data()]
    await send_photo(siti, picture())
    press = FileIs.parse(old[0])
    assert press is not None
    await siti.press_old(press)
    assert "tidak menunggu jawaban lagi" in await siti.screen()
    assert states(siti) == NOTHING


async def test_of_an_album_only_the_first_answers_the_question(village: Running) -> None:
    siti = await applicant(village)
    await siti.press("Kirim berkas")
    await send_photo(siti, KTP)
    sent = (await siti.phone.transcript(siti.id))[-2]
    await siti.say("/menu")
    await siti.press_old(AskDocument(papers(siti).application.id, "ktp"))
    photo = {"photo": sent["photo"], "media_group_id": "77"}
    assert "Tinggal ijazah" in await send(siti, **photo)
    assert (await send(siti, **photo)).startswith("📝 Ini berkas apa?")
    assert states(siti) == KTP_ALONE


async def test_without_a_registration_no_picture_is_kept(village: Running) -> None:
    siti = await seeker(village)
    assert (await send_photo(siti, KTP)).startswith("Foto belum saya perlukan sekarang")


async def test_the_question_is_open_as_before_after_a_restart(lone: Running) -> None:
    siti = await applicant(lone)
    await siti.press("Kirim berkas")
    await lone.restart()
    assert (await send_photo(siti, KTP)).startswith("KTP diterima.")
    await siti.say("/menu")
    await send_file(siti, IJAZAH)
    await lone.restart()
    assert (await siti.say("ijazah")).startswith("📝 Ijazah diterima.")


async def test_an_update_that_comes_twice_is_no_answer_to_the_next_question(
    village: Running,
) -> None:
    siti = await applicant(village)
    await siti.press("Kirim berkas")
    await send_photo(siti, KTP)
    before = files_of(siti)
    [message] = [m for m in await siti.phone.transcript(siti.id) if "photo" in m]
    raw = {"update_id": kept_from(village, siti.applications()[0].id), "message": message}
    await village.application.process_update(Update.de_json(raw, village.application.bot))
    assert (await siti.screen()).startswith("KTP diterima. Tinggal ijazah.")
    assert (states(siti), files_of(siti)) == (KTP_ALONE, before)


async def test_after_the_deadline_nothing_is_taken_unless_staff_ask(lone: Running) -> None:
    siti = await applicant(lone)
    until = papers(siti).until
    assert until is not None
    await lone.later((until - lone.clock()).total_seconds() + 1)
    await siti.press_old(AskDocument(papers(siti).application.id, "ktp"))
    assert "Berkas untuk pendaftaran itu diterima sampai" in await siti.screen()
