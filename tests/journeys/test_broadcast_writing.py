"""Turns that the writing of a broadcast can take, on one Jawara for all of them."""

import base64

import pytest

from bot.presses.broadcasts import (
    AddJoin,
    ChooseTarget,
    DiscardBroadcast,
    EditBroadcast,
    ListBroadcasts,
    NewBroadcast,
    OpenCriterion,
    SendBroadcast,
    SetCriterion,
    SetStart,
)
from tests.journeys.desk import (
    applicants,
    as_press,
    choose_programme,
    newest,
    officer,
    pressed,
    sent,
    sure,
    tapped,
)
from tests.journeys.phones import private
from tests.journeys.shared import progress
from tests.running import Running

pytestmark = pytest.mark.asyncio(loop_scope="module")

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
STICKER = {
    "file_id": "CAACAgIAAxkBAAEBdGVzdA",
    "file_unique_id": "AgADdGVzdA",
    "type": "regular",
    "width": 512,
    "height": 512,
    "is_animated": False,
    "is_video": False,
}


async def test_a_photo_with_a_caption_is_sent_and_its_caption_corrected(village: Running) -> None:
    ratna = await officer(village, "Bu Ratna")
    people = await applicants(village, "autocad-bangunan", 2, first_id=5001)
    await ratna.press("Tulis siaran baru")
    await village.telegram.send_file(
        ratna.id, PNG, "poster.png", "image/png", caption="Poster lama", as_="photo"
    )
    assert "langkah 2 dari 4" in await ratna.screen()
    await ratna.press("Lanjut tanpa tombol")
    await choose_programme(ratna, "autocad bangunan", "AutoCAD Gambar Bangunan")
    await ratna.press("Lanjut")
    preview = (await ratna.heard())[-2]
    assert (preview["caption"], bool(preview["photo"])) == ("Poster lama", True)
    await sent(village, ratna)
    await pressed(ratna, "Perbaiki teks")
    await ratna.say("Poster <i>baru</i>", parse_mode="HTML")
    assert (await ratna.heard())[-2]["caption"] == "Poster baru"
    await pressed(ratna, "Ya, ganti pesannya")
    await village.later(5)
    await village.later(1)
    for person in people:
        last = await person.newest()
        assert (last["caption"], bool(last["photo"])) == ("Poster baru", True)


async def test_what_can_not_be_broadcast_is_told_and_the_question_stays(village: Running) -> None:
    ratna = await officer(village, "Bu Ratna")
    await ratna.press("Tulis siaran baru")
    await ratna.phone.update(message=private(ratna, sticker=STICKER))
    assert (await ratna.screen()).startswith("Yang itu tidak bisa disiarkan.")
    await ratna.phone.update(message=private(ratna, text="x" * 5000))
    assert (await ratna.screen()).startswith("Teksnya 5.000 karakter, batasnya 4.096.")
    poster = await village.telegram.send_file(ratna.id, PNG, "poster.png", "image/png", as_="photo")
    assert "langkah 2 dari 4" in await ratna.screen()
    second = {"photo": poster["photo"], "media_group_id": "1"}
    await ratna.phone.update(message=private(ratna, **second))
    assert (await ratna.screen()).startswith("Hanya satu foto atau berkas")
    assert "langkah 1 dari 4" in await ratna.say("kembali")
    assert "langkah 4 dari 4" in await ratna.say("kembali")


async def test_buttons_are_asked_one_by_one(village: Running) -> None:
    ratna = await officer(village, "Bu Ratna")
    await ratna.press("Tulis siaran baru")
    await ratna.say("Halo")
    await ratna.press("Tambah tautan")
    assert (await ratna.say("disnaker.go.id")).startswith("Di pesan itu tidak ada judul")
    assert (await ratna.say("https://disnaker.go.id")).startswith("Tombol perlu judul.")
    assert (await ratna.say("Baca https://disnaker")).startswith("Tautannya belum benar:")
    assert (await ratna.say("x" * 41 + " https://a.id")).startswith("Judul tombol paling panjang")
    assert "Baca, ke https://disnaker.go.id" in await ratna.say("Baca: https://disnaker.go.id")
    await ratna.press("Tambah lowongan")
    assert (await ratna.say("astronot")).startswith("Tidak ada yang cocok")
    await ratna.say("welder")
    vacancy = (await ratna.captions())[0]
    assert "membuka lowongan" in await ratna.press(vacancy)
    for caption in ("A", "B", "C", "D"):
        await ratna.press("Tambah tombol Ikut")
        await ratna.say(caption)
    assert "D, mencatat siapa yang ikut" in await ratna.screen()
    assert "Tambah tautan" not in await ratna.captions()
    await ratna.press("Hapus semua tombol")
    assert "belum ada" in await ratna.screen()


async def test_the_audience_is_narrowed_by_taps_that_can_be_repeated(village: Running) -> None:
    ratna = await officer(village, "Bu Ratna")
    people = await applicants(village, "otomasi-industri", 3, first_id=5101)
    await ratna.press("Tulis siaran baru")
    await ratna.say("Halo")
    await ratna.press("Lanjut tanpa tombol")
    await choose_programme(ratna, "otomasi", "Otomasi Industri")
    assert "Penerima: Otomasi Industri" in await ratna.screen()
    assert f"Sampai ke {len(people)} orang" in await ratna.screen()
    await ratna.press("Pilihan lain")
    await ratna.press("Pilih status")
    admitted = next(each for each in await ratna.data() if ":admitted:" in each)
    assert "Sekarang sampai ke 0 orang" in await ratna.press("Diterima")
    assert "✓ Diterima" in await ratna.captions()
    await ratna.press_old(as_press(admitted))  # the same tap again changes nothing
    assert "✓ Diterima" in await ratna.captions()
    await ratna.press("✓ Diterima")
    await ratna.press("‹ Kembali")
    await ratna.press("Pilih bahasa, keaktifan")
    assert "Sekarang sampai ke 0 orang" in await ratna.press("Bahasa Inggris")
    await ratna.press("✓ Bahasa Inggris")
    await ratna.press("Aktif 7 hari terakhir")
    await ratna.press("‹ Kembali")
    await ratna.press("‹ Kembali")
    told = "Penerima: Otomasi Industri · aktif dalam 7 hari terakhir"
    assert told in await ratna.screen()
    await ratna.press("Pilih siapa")
    await ratna.press("Petugas")
    await ratna.press("‹ Kembali")
    assert "Penerima: Petugas · Otomasi Industri" in await ratna.screen()
    assert "Kirim ke 0 orang, sekarang?" in await sure(ratna)
    assert (await ratna.press("Ya, kirim")).startswith("Belum ada seorang pun yang cocok.")


async def test_a_registration_under_way_is_put_aside_and_the_other_way_round(
    village: Running,
) -> None:
    ratna = await officer(village, "Bu Ratna")
    assert progress(await ratna.register_for("menjahit")) == "Langkah 1 dari 7"
    await ratna.say("/staf")
    await ratna.press("Tulis siaran baru")
    assert "langkah 2 dari 4" in await ratna.say("Siti Aminah")  # no answer to the other one
    draft = ratna.draft()
    assert draft is not None
    assert (draft.parked, draft.answers.name) == (True, None)
    assert progress(await ratna.register_for("menjahit")) == "Langkah 1 dari 7"
    assert progress(await ratna.say("Ratna Dewi")) == "Langkah 2 dari 7"
    kept = newest(village)
    assert (kept.html, kept.step) == ("Siti Aminah", None)


async def test_a_draft_is_kept_and_gone_on_with(village: Running) -> None:
    ratna = await officer(village, "Bu Ratna")
    await ratna.press("Tulis siaran baru")
    await ratna.say("Nanti dulu.")
    assert "Siaran disimpan." in await ratna.say("nanti")
    await ratna.press("Buka meja petugas")
    assert "langkah 4 dari 4" in await ratna.press("Lanjutkan siaran")
    assert (await ratna.heard())[-2]["text"] == "Nanti dulu."
    await ratna.say("/staf")
    for _ in range(2):  # tapped twice, it is one
        assert "langkah 1 dari 4" in await tapped(ratna, NewBroadcast())
    await ratna.say("Yang lain.")
    await ratna.press_old(ListBroadcasts(0))
    listed = [each for each in await ratna.captions() if "sedang ditulis" in each]
    assert [each.split(". ")[1] for each in listed[:2]] == [
        "Yang lain",
        "Nanti dulu",
    ]
    [first] = [each for each in listed if "Nanti dulu." in each]
    assert ": sedang ditulis" in await ratna.press(first)
    await ratna.press("Lanjut menulis")
    assert "Buang siaran ini?" in await ratna.say("batal")
    assert "Siaran dibuang." in await ratna.say("ya")


async def test_old_buttons_open_the_question_they_belong_to(village: Running) -> None:
    ratna = await officer(village, "Bu Ratna")
    await ratna.press("Tulis siaran baru")
    draft = newest(village).id
    assert "langkah 1 dari 4" in await tapped(ratna, EditBroadcast(draft, "review"))
    assert (await ratna.screen()).startswith("Pesannya masih kosong.")
    await ratna.say("Halo")
    await ratna.say("nanti")
    for _ in range(6):
        assert "langkah 2 dari 4" in await tapped(ratna, AddJoin(draft))
    await ratna.say("nanti")
    assert (await tapped(ratna, AddJoin(draft))).startswith("Paling banyak 6 tombol.")
    gone = ChooseTarget(draft, "programme", 10**6)
    await ratna.press("Hapus semua tombol")
    assert (await tapped(ratna, gone)).startswith("Yang dituju tombol itu sudah tidak ada.")
    past = SetStart(draft, 29_000_000)
    assert "sudah lewat. Tulis waktu yang akan datang." in await tapped(ratna, past)
    unknown = SetCriterion(draft, "waves", "1000000", on=True, page=0)
    assert "langkah 3 dari 4" in await tapped(ratna, unknown)
    assert "langkah 3 dari 4" in await tapped(ratna, OpenCriterion(draft, "shoes", 0))
    await ratna.say("batal")
    assert "langkah 4 dari 4" in await ratna.say("tidak")
    await tapped(ratna, DiscardBroadcast(draft))
    assert (await tapped(ratna, SendBroadcast(draft))).startswith("Siaran itu sudah dibuang.")
