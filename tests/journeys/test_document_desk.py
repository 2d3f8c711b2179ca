"""Staff look through applicants' papers, ask for some again, and see them come."""

import json

import pytest

from bot.presses.document_desk import (
    OpenApplicantPapers,
    OpenDocumentDesk,
    RequestPaper,
    ShowApplicantDocument,
)
from bot.presses.settings import Erase, SendMyData
from storage.models import Document, DocumentOpening
from tests.files import picture
from tests.journeys.documents import (
    applicant,
    files_of,
    last_sent,
    officer_of,
    papers,
    send_photo,
    shelf,
    states,
    with_papers,
)
from tests.journeys.shared import Seeker
from tests.running import Running

pytestmark = pytest.mark.asyncio(loop_scope="module")

UPTD, BBPVP = "uptd-pelatihan-kerja", "bbpvp-serang"


def openings(jawara: Running, siti: Seeker) -> list[tuple[str, str]]:
    """Which was opened, by whom."""
    with jawara.database.snapshot() as session:
        rows = session.query(DocumentOpening).order_by(DocumentOpening.id)
        return [
            (row.paper, row.actor)
            for row in rows
            if row.application_id == siti.applications()[0].id
        ]


async def found(dewi: Seeker, siti: Seeker) -> str:
    """By the number, typed as it is read out."""
    await dewi.say("/staf")
    await dewi.press("Lihat berkas pendaftar")
    return await dewi.say(f" {siti.applications()[0].number.lower()} ")


async def test_staff_of_the_provider_open_a_paper_and_it_is_written_down(town: Running) -> None:
    siti = await with_papers(town)
    number = siti.applications()[0].number
    dewi = await officer_of(town, "Bu Dewi", UPTD)
    listed = (await found(dewi, siti)).splitlines()
    assert listed[:2] == [f"📝 {number}, Siti Aminah", "Menjahit"]
    assert [line.partition(" dikirim ")[0] for line in listed[3:]] == ["• KTP:", "• Ijazah:"]
    assert "Sudah dibuka 0 kali." in await dewi.press("KTP")
    await dewi.press("Buka berkas")
    shown = last_sent(await dewi.heard(), "photo")
    assert shown["has_protected_content"]
    assert shown["caption"] == f"KTP, {number}, Siti Aminah. Jangan difoto atau diteruskan."
    await dewi.press("‹ Kembali")
    await dewi.press("‹ Kembali")
    await dewi.press("Ijazah")
    await dewi.press("Buka berkas")
    assert last_sent(await dewi.heard(), "document")["has_protected_content"]
    who = f"staff:Bu Dewi#{dewi.account_id()}"
    assert openings(town, siti) == [("ktp", who), ("ijazah", who)]
    await siti.press("Lihat berkas")
    assert "Dibuka petugas 1 kali." in await siti.press("Lihat KTP")


async def test_what_came_last_can_be_tapped(village: Running) -> None:
    siti = await with_papers(village)
    dewi = await officer_of(village, "Bu Dewi", None)
    await dewi.press("Lihat berkas pendaftar")
    [newest, *_] = await dewi.captions()
    assert newest == f"{siti.applications()[0].number} · Menjahit"
    assert (await dewi.press(newest)).startswith(f"📝 {siti.applications()[0].number}")
    assert len(await dewi.captions()) <= 8


async def test_staff_of_another_provider_are_refused_everywhere(town: Running) -> None:
    siti = await with_papers(town)
    application_id = siti.applications()[0].id
    ktp = papers(siti).line("ktp")
    assert ktp is not None
    assert ktp.document_id is not None
    joko = await officer_of(town, "Pak Joko", BBPVP)
    refusal = "Tidak ada pendaftaran dengan nomor itu pada penyelenggara Anda."
    assert (await found(joko, siti)).startswith(refusal)
    assert (await joko.say("PBK-1999-1-0001")).startswith(refusal)
    for press in (
        OpenApplicantPapers(application_id, 0),
        ShowApplicantDocument(ktp.document_id),
        RequestPaper(application_id, "ktp", 3),
    ):
        await joko.press_old(press)
        assert await joko.screen() == refusal
    assert not [m for m in await joko.heard() if "photo" in m]
    assert (openings(town, siti), states(siti)[0]) == ([], ("ktp", True, False))


async def test_whoever_is_no_staff_finds_no_such_button(village: Running) -> None:
    siti = await with_papers(village)
    for press in (OpenDocumentDesk(), OpenApplicantPapers(siti.applications()[0].id, 0)):
        await siti.press_old(press)
        assert "Tombol itu dari layar lama" in await siti.screen()


async def test_staff_ask_again_and_see_it_sent_anew(town: Running) -> None:
    siti = await with_papers(town)
    dewi = await officer_of(town, "Bu Dewi", UPTD)
    await found(dewi, siti)
    await dewi.press("KTP")
    sure = await dewi.press("Minta dikirim ulang")
    assert sure.startswith("⚠️ Minta KTP kepada Siti Aminah?")
    assert await dewi.captions() == [
        "Dalam 3 hari", "Dalam 7 hari", "Tanpa batas waktu", "‹ Kembali", "⌂ Menu",
    ]  # fmt: skip
    asked = await dewi.press("Dalam 3 hari")
    assert asked.startswith("KTP sudah diminta.")
    assert "• KTP: tidak terbaca, sudah diminta lagi" in asked
    await town.later(1)
    letter = await siti.screen()
    assert "Masih kurang: KTP. Kiriman yang belum terbaca: KTP." in letter
    assert (await siti.captions())[0] == "Kirim KTP"
    assert (await siti.press("Kirim KTP")).startswith("📝 Kirim KTP Anda")
    assert (await send_photo(siti, picture(900, 600))).startswith("📝 KTP diterima.")
    assert states(siti) == [("ktp", True, False), ("ijazah", True, False)]
    assert "• KTP: dikirim ulang" in await found(dewi, siti)


async def test_erased_with_the_person(town: Running) -> None:
    siti = await with_papers(town)
    dewi = await officer_of(town, "Bu Dewi", UPTD)
    await found(dewi, siti)
    await dewi.press("KTP")
    await dewi.press("Buka berkas")
    await siti.press_old(SendMyData())
    sent = last_sent(await siti.heard(), "document")
    told = json.loads(await siti.phone.file(sent["document"]["file_id"]))
    assert [each["paper"] for each in told["documents"]] == ["ktp", "ijazah"]
    who = f"staff:Bu Dewi#{dewi.account_id()}"
    assert [each["actor"] for each in told["document_openings"]] == [who]
    names = files_of(siti)
    await siti.press_old(Erase())
    await town.later(31)
    assert [shelf(town).has(name) for name in names] == [False, False]
    with town.database.snapshot() as session:
        assert session.query(Document).where(Document.file.in_(names)).all() == []


async def test_a_lost_file_is_told_as_missing(village: Running) -> None:
    siti = await with_papers(village)
    dewi = await officer_of(village, "Bu Dewi", UPTD)
    [ktp, ijazah] = files_of(siti)
    store = shelf(village)
    store.remove(ktp)
    broken = store.folder / ijazah[:2] / ijazah[2:]
    broken.write_bytes(broken.read_bytes()[:-1])
    assert "• KTP: hilang dari penyimpanan, minta lagi" in await found(dewi, siti)
    await dewi.press("KTP")
    assert (await dewi.press("Buka berkas")).startswith("Berkasnya hilang di tempat kami")
    await dewi.press("‹ Kembali")
    await dewi.press("Ijazah")
    assert (await dewi.press("Buka berkas")).startswith("⚠️ Berkasnya ada, tetapi tidak bisa")
    assert "• KTP: hilang di tempat kami, kirim lagi" in await siti.press("Lihat berkas")
    await siti.press("Lihat KTP")
    await siti.press("Ganti")
    assert (await send_photo(siti, picture())).startswith("📝 KTP diterima.")


async def test_what_was_never_sent_can_be_asked_for(village: Running) -> None:
    siti = await applicant(village)
    dewi = await officer_of(village, "Bu Dewi", UPTD)
    await found(dewi, siti)
    assert "• Ijazah: belum dikirim" in await dewi.screen()
    await dewi.press("Ijazah")
    assert await dewi.captions() == ["Minta dikirim", "‹ Kembali", "⌂ Menu"]


async def test_whatever_was_lost_is_asked_for_one_after_another(village: Running) -> None:
    siti = await with_papers(village)
    for name in files_of(siti):
        shelf(village).remove(name)
    await siti.press("Lihat berkas")
    await siti.press("Lihat KTP")
    await siti.press("Ganti")
    assert (await send_photo(siti, picture())).startswith("KTP diterima. Tinggal ijazah.")
    assert (await send_photo(siti, picture())).startswith("📝 Ijazah diterima.")
