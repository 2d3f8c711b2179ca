"""Registering for a class in the chat: the straight way, and answers that are none."""

import pytest

from bot.presses.registration import (
    RegisterAnother,
    SendRegistration,
)
from intake.applications.steps import Step
from tests.journeys.desk import toast
from tests.journeys.shared import Seeker, progress, seeker
from tests.running import Running

pytestmark = pytest.mark.asyncio(loop_scope="module")

SEWING, WELDING = "menjahit", "las-smaw-a"
ASKED = "📝 Menjahit"
"""The first line of a question that nothing stands above: the answer was taken."""
SAID_AND_HEARD = (
    ("Siti2", "Nama tidak berisi angka. Di kiriman Anda ada: 2. Contoh: Siti Aminah."),
    ("😀", "Nama hanya berisi huruf. Di kiriman Anda ada: 😀. Contoh: Siti Aminah."),
    ("www.siti.id", "Itu alamat internet atau nama pengguna, bukan nama. Contoh: Siti Aminah."),
    ("S", "Nama terdiri dari sedikitnya 2 huruf. Contoh: Siti Aminah."),
    (
        "x" * 101,
        "Nama paling panjang 100 huruf. Yang Anda kirim 101 huruf. Tulis namanya saja.",
    ),
    ("y " * 200, "Terlalu panjang untuk pertanyaan ini. Tulis jawabannya saja, beberapa kata."),
    ("oke", "Itu belum nama. Contoh: Siti Aminah."),
    ("Siti", ASKED),
    (
        "36730145019900",
        "NIK terdiri dari 16 angka. Yang Anda kirim 14 angka. Contoh: 3671014501990001.",
    ),
    (
        "3673O14501990003",
        "NIK hanya berisi angka. Di kiriman Anda ada: O. Contoh: 3671014501990001.",
    ),
    (
        "3673014533990003",
        (
            "Angka ke-7 sampai ke-12 pada NIK adalah tanggal lahir (untuk perempuan, tanggalnya "
            "ditambah 40). Di sini tertulis tanggal 45 bulan 33, dan itu tidak ada. Cocokkan lagi "
            "dengan KTP."
        ),
    ),
    (
        "3673014501990000",
        "Empat angka terakhir NIK tidak pernah 0000. Cocokkan lagi dengan KTP.",
    ),
    ("3673014501997001", ASKED),
    ("entahlah", "Jawab dengan ya atau tidak, atau tekan salah satu tombol."),
    ("betul", ASKED),
    (
        "0812",
        "Nomor HP terdiri dari 10 sampai 13 angka. Yang Anda kirim 4 angka. Contoh: 081234567890.",
    ),
    (
        "021 555 1234",
        "021 adalah kode telepon rumah atau kantor. Kami perlu nomor HP, misalnya 081234567890.",
    ),
    (
        "+65 8123 4567",
        (
            "Nomor luar negeri hanya bisa diterima lewat tombol Bagikan nomor saya. Nomor "
            "Indonesia bisa diketik, misalnya 081234567890."
        ),
    ),
    ("0812 3456 0001", ASKED),
    (
        "hebat sekali",
        (
            "Jenjang itu belum saya kenal. Pilih di bawah, atau tulis misalnya SMP, STM, paket C, "
            "atau D3."
        ),
    ),
    ("paket c", ASKED),
    (
        "jakarta",
        (
            "Daerah itu belum saya kenal sebagai daerah di Banten. Pilih di bawah, atau tulis "
            "kecamatannya, misalnya Cikande. Kalau Anda tinggal di luar Banten, tanyakan dulu ke "
            "petugas lewat Bantuan."
        ),
    ),
    ("serang", "Nama itu ada di beberapa daerah. Yang mana?"),
)
"""From the first question to the last: each text, and the first line that answers it."""


async def test_siti_registers_by_taps_and_words_and_keeps_her_number(town: Running) -> None:
    siti = await seeker(town)
    assert progress(await siti.register_for(SEWING)) == "Langkah 1 dari 7"
    assert progress(await siti.say("siti aminah")) == "Langkah 2 dari 7"
    assert progress(await siti.say(siti.nik)) == "Langkah 3 dari 7"
    assert progress(await siti.press("Ya, benar")) == "Langkah 4 dari 7"
    assert (await siti.phone.keyboard(siti.id))[0] == "Bagikan nomor saya"
    await siti.phone.share_contact(siti.id)
    assert await siti.phone.keyboard(siti.id) == []
    assert progress(await siti.press("SMK")) == "Langkah 6 dari 7"
    assert progress(await siti.press("Tangsel")) == "Langkah 7 dari 7"

    await siti.press("Kirim pendaftaran")

    [application] = siti.applications()
    assert application.name == "Siti Aminah"
    assert siti.draft() is None
    review, number = (await siti.heard())[-2:]
    assert (review["text"].splitlines()[0], review.get("reply_markup")) == (
        "📝 Menjahit: terkirim.",
        None,
    )
    assert number["text"].splitlines()[:3] == [
        "📝 Pendaftaran terkirim. Nomor Anda:",
        "",
        application.number,
    ]
    await siti.press("Lihat jadwal")
    assert (await siti.heard())[-2] == number


async def test_all_of_it_can_be_typed(town: Running) -> None:
    budi = await seeker(town, "Budi")
    await budi.register_for(SEWING)
    assert progress(await budi.answer_all()) == "Langkah 7 dari 7"
    await budi.say("kirim")
    assert [each.state.value for each in budi.applications()] == ["submitted"]


async def test_each_wrong_answer_is_corrected_for_what_it_is_and_asked_again(
    town: Running,
) -> None:
    siti = await seeker(town)
    await siti.register_for(SEWING)
    heard = [(text, (await siti.say(text)).splitlines()[0]) for text, _ in SAID_AND_HEARD]
    assert heard == list(SAID_AND_HEARD)
    assert await siti.captions() == [
        "Kab. Serang", "Kota Serang", "Lanjut nanti", "Batalkan", "‹ Kembali", "⌂ Menu",
    ]  # fmt: skip
    assert progress(await siti.press("Kab. Serang")) == "Langkah 7 dari 7"


async def test_what_is_no_text_gets_a_word_of_its_own_and_the_question_again(
    town: Running,
) -> None:
    siti = await seeker(town)
    await siti.register_for(SEWING)
    name = await siti.phone.say(siti.id, "Siti 1")
    told = [await _after(siti, siti.phone.say(siti.id, "Siti", edit_message_id=name["message_id"]))]
    told.append(await _after(siti, siti.phone.send_file(siti.id, b"GIF89a", "ktp.pdf")))
    told.append(await _after(siti, siti.phone.share_location(siti.id, -6.1, 106.1)))
    told.append(await _after(siti, siti.phone.share_contact(siti.id)))
    told.append(await _after(siti, siti.phone.say(siti.id, "/kembal1")))
    assert told == [
        "Pesan yang diubah tidak saya baca ulang. Kirim sekali lagi sebagai pesan baru.",
        (
            "Foto, video, dan berkas tidak diperlukan di sini, jadi tidak saya simpan. Cukup tulis "
            "jawabannya."
        ),
        "Lokasi tidak diperlukan di sini, jadi tidak saya simpan. Tulis jawabannya.",
        "Nomor HP belum ditanyakan. Jawab dulu pertanyaan ini.",
        "Perintah itu belum saya kenal, jadi tidak saya anggap jawaban.",
    ]
    assert progress(await siti.say("Siti")) == "Langkah 2 dari 7"


async def test_only_ones_own_contact_is_taken(town: Running) -> None:
    siti = await seeker(town)
    await siti.register_for(SEWING)
    for text in ("Siti", siti.nik, "ya"):
        await siti.say(text)
    sent = await siti.phone.say(siti.id, "halo")
    others = {"phone_number": "628129999", "first_name": "Budi", "user_id": siti.id + 1}
    message = {key: sent[key] for key in ("from", "chat", "date")}
    await siti.phone.update(
        message={**message, "message_id": sent["message_id"] + 500, "contact": others}
    )
    assert (await siti.screen()).splitlines()[0] == (
        "Itu kontak orang lain. Kami perlu nomor Anda sendiri: tekan Bagikan nomor saya atau "
        "ketik nomornya."
    )
    await siti.phone.share_contact(siti.id, "+60123456789")
    draft = siti.draft()
    assert draft is not None
    assert (draft.step, draft.answers.phone) == (Step.EDUCATION, "+60123456789")


async def test_every_line_can_be_corrected_from_the_review(town: Running) -> None:
    siti = await seeker(town)
    await siti.register_for(SEWING)
    await siti.answer_all()
    await siti.press("Ubah nama")
    assert progress(await siti.screen()) == "Mengubah: nama"
    await siti.say("Siti Nur Aini")
    await siti.press("Ubah nomor HP")
    assert progress(await siti.say("081298765432")) == "Langkah 7 dari 7"
    await siti.press("Ubah pendidikan")
    await siti.press("D3")
    await siti.say("domisili salah")
    await siti.press("Kota Cilegon")
    await siti.press("Ubah NIK")
    await siti.say(siti.nik[:-4] + "9999")
    assert progress(await siti.press("NIK saya salah")) == "Langkah 2 dari 7"
    await siti.say(siti.nik)
    review = await siti.press("Ya, benar")
    assert review.splitlines()[6:12] == [
        "Nama: Siti Nur Aini",
        f"NIK: 3673••••••••{siti.nik[-4:]}",
        "Tanggal lahir: 5 Januari 1999",
        "Nomor HP: +62812•••••432",
        "Pendidikan: D3",
        "Domisili: Kota Cilegon",
    ]


async def test_a_second_tap_on_send_leaves_the_chat_as_one_tap_does(town: Running) -> None:
    siti = await seeker(town)
    await siti.register_for(SEWING)
    await siti.answer_all()
    await siti.press("Kirim pendaftaran")
    chat = await siti.phone.transcript(siti.id)
    [_, sent, _] = chat[-3:]
    assert sent["text"].startswith("📝 Menjahit: terkirim.")
    again = await toast(siti, SendRegistration(siti.class_of(SEWING)), sent)
    assert again.startswith("Sudah terkirim.")
    assert await siti.phone.transcript(siti.id) == chat
    assert len(siti.applications()) == 1


async def test_the_next_registration_begins_with_what_was_answered_last(town: Running) -> None:
    siti = await seeker(town)
    await siti.register_for(SEWING)
    await siti.answer_all()
    await siti.press("Kirim pendaftaran")
    [application] = siti.applications()
    await siti.press("Lihat jadwal")
    await siti.press(f"Lihat {application.number}")
    await siti.press("Tarik pendaftaran")
    await siti.press("Ya, tarik")
    review = await siti.register_for(WELDING)
    assert review.splitlines()[0] == (
        "Kami isi dengan data Anda yang terakhir, jadi Anda cukup memeriksa."
    )
    await siti.press_old(RegisterAnother(siti.class_of(WELDING)))
    assert progress(await siti.screen()) == "Langkah 7 dari 7"


async def _after(person: Seeker, act: object) -> str:
    """The first line of what the bot says to that."""
    await act  # type: ignore[misc]  # any coroutine of the simulator
    return (await person.screen()).splitlines()[0]
