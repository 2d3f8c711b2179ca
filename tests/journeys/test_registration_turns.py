"""Turns that people take in a registration: leaving, coming back, doubles, old buttons, closing."""

from datetime import timedelta

import pytest

from bot.presses.registration import (
    AnswerWith,
    CancelDraft,
    CorrectLine,
    ParkDraft,
    SendRegistration,
    StartRegistration,
    StepBack,
)
from people.accounts import decline_consent
from tests.journeys.shared import progress, seeker
from tests.running import Running

pytestmark = pytest.mark.asyncio(loop_scope="module")

SEWING, WELDING = "menjahit", "las-smaw-a"


async def test_after_a_restart_the_next_word_answers_the_question_that_was_open(
    town: Running,
) -> None:
    siti = await seeker(town)
    await siti.register_for(SEWING)
    await siti.say("Siti Aminah")
    await town.restart()
    assert progress(await siti.say(siti.nik)) == "Langkah 3 dari 7"


async def test_words_of_other_screens_are_no_names_and_lead_there(town: Running) -> None:
    siti = await seeker(town)
    await siti.register_for(SEWING)
    for text in ("Assalamualaikum", "gak tau", "tes"):
        assert progress(await siti.say(text)) == "Langkah 1 dari 7"
    assert "petugas" in await siti.say("bantuan")
    draft = siti.draft()
    assert draft is not None
    assert (draft.parked, draft.answers.name) == (True, None)
    assert progress(await siti.say("lanjut")) == "Langkah 1 dari 7"


async def test_a_command_leaves_and_lanjut_takes_it_up_days_later(town: Running) -> None:
    siti = await seeker(town)
    await siti.register_for(SEWING)
    for text in ("Siti", siti.nik, "ya"):
        await siti.say(text)
    menu = await siti.say("/menu")
    assert menu.splitlines()[-1].endswith("belum selesai. Jawaban Anda tersimpan.")
    assert await siti.phone.keyboard(siti.id) == []
    draft = siti.draft()
    assert draft is not None
    assert draft.parked
    await siti.say("las listrik")
    assert siti.draft() == draft
    await town.restart()
    assert progress(await siti.say("Lanjut")) == "Langkah 4 dari 7"
    assert progress(await siti.say("081234560001")) == "Langkah 5 dari 7"


async def test_words_go_back_and_put_aside_at_any_question(town: Running) -> None:
    siti = await seeker(town)
    await siti.register_for(SEWING)
    assert (await siti.say("kembali")).splitlines()[0] == "Ini pertanyaan pertama."
    await siti.say("Siti")
    assert (await siti.say("lewati")).startswith("Pertanyaan ini tidak bisa dilewati")
    assert progress(await siti.say("kembali")) == "Langkah 1 dari 7"
    assert progress(await siti.press("Biarkan seperti ini")) == "Langkah 2 dari 7"
    assert (await siti.say("lanjut nanti")).startswith("📝 Pendaftaran Menjahit kami simpan.")
    assert progress(await siti.press("Lanjutkan pendaftaran")) == "Langkah 2 dari 7"
    await siti.say("menu")
    assert (await siti.captions())[0] == "Lanjutkan pendaftaran"


async def test_batal_asks_once_more_and_says_what_will_be_lost(town: Running) -> None:
    siti = await seeker(town)
    await siti.register_for(SEWING)
    await siti.say("Siti")
    assert (await siti.say("/batal")).splitlines()[:3] == [
        "⚠️ Batalkan pendaftaran Menjahit?",
        "",
        "Yang akan hilang: nama.",
    ]
    assert (await siti.say("mungkin")).splitlines()[0] == (
        "Tulis ya untuk membatalkan, atau tidak untuk melanjutkan."
    )
    assert progress(await siti.say("tidak")) == "Langkah 2 dari 7"
    await siti.press("Batalkan")
    await siti.say("ya")
    assert siti.draft() is None
    assert (await siti.say("/batal")).startswith("Tidak ada yang sedang berjalan.")


async def test_a_second_registration_in_the_wave_is_told_at_once(town: Running) -> None:
    siti = await seeker(town)
    await siti.register_for(SEWING)
    await siti.answer_all()
    await siti.press("Kirim pendaftaran")
    [application] = siti.applications()
    told = await siti.register_for(WELDING)
    assert told.splitlines()[0] == (
        f"📝 Anda sudah terdaftar di gelombang ini dengan nomor {application.number}. "
        "Satu orang satu pendaftaran dalam satu gelombang."
    )
    assert "sedang sekolah atau bekerja" in await siti.press("Daftarkan orang lain")
    assert progress(await siti.pass_check()) == "Langkah 1 dari 7"
    await siti.say("Aminah")
    assert (await siti.say(siti.nik)).startswith(
        f"NIK ini sudah terdaftar di gelombang yang sama dengan nomor {application.number}."
    )
    assert progress(await siti.say((await seeker(town)).nik)) == "Langkah 3 dari 7"


async def test_one_nik_from_two_phones_is_told_without_the_number(town: Running) -> None:
    siti, budi = await seeker(town), await seeker(town, "Budi")
    await siti.register_for(SEWING)
    await siti.answer_all()
    await siti.say("ya")
    await budi.register_for(WELDING)
    await budi.say("Budi")
    assert (await budi.say(siti.nik)).startswith(
        "NIK ini sudah terdaftar di gelombang yang sama dari akun Telegram lain."
    )


async def test_another_class_meanwhile_offers_to_go_on_or_to_start_anew(town: Running) -> None:
    siti = await seeker(town)
    await siti.register_for(SEWING)
    await siti.say("Siti")
    told = await siti.register_for(WELDING)
    assert told.splitlines()[-1] == (
        "Kalau memulai yang baru, yang sudah diisi di sana dihapus: nama."
    )
    assert progress(await siti.press("Lanjutkan yang itu")) == "Langkah 2 dari 7"
    await siti.register_for(WELDING)
    assert "Bisa." in await siti.press("Hapus, mulai yang baru")
    assert progress(await siti.pass_check()) == "Langkah 1 dari 7"
    draft = siti.draft()
    assert draft is not None
    assert draft.programme_slug == WELDING


async def test_old_buttons_show_the_present_question(town: Running) -> None:
    siti = await seeker(town)
    await siti.register_for(SEWING)
    await siti.say("Siti")
    for old in (
        AnswerWith("birthday", "yes"),
        AnswerWith("education", "smk"),
        CorrectLine("domicile"),
        StepBack("domicile"),
        SendRegistration(siti.class_of(WELDING)),
        CancelDraft(siti.class_of(WELDING)),
        SendRegistration(siti.class_of(SEWING)),
    ):
        await siti.press_old(old)
        assert progress(await siti.screen()) == "Langkah 2 dari 7", old
    await siti.press_old(ParkDraft())
    await siti.press_old(CancelDraft(siti.class_of(SEWING)))
    await siti.press_old(AnswerWith("name", "Siti"))
    assert (await siti.screen()).startswith("📝 Tidak ada pendaftaran yang sedang diisi.")


async def test_sent_by_an_old_review_the_keyboard_of_the_number_goes(town: Running) -> None:
    siti = await seeker(town)
    await siti.register_for(SEWING)
    await siti.answer_all()
    await siti.press("Ubah nomor HP")
    assert "Biarkan seperti ini" in await siti.phone.keyboard(siti.id)
    await siti.press_old(SendRegistration(siti.class_of(SEWING)))
    assert len(siti.applications()) == 1
    assert await siti.phone.keyboard(siti.id) == []


async def test_without_consent_the_reason_comes_first_and_the_way_on_stays(
    town: Running,
) -> None:
    siti = await seeker(town, consents=False)
    await siti.register_for(SEWING)
    assert siti.draft() is None
    await siti.press("Baca dan putuskan")
    await siti.press("Ya, saya setuju")
    await siti.press("Lanjutkan pendaftaran")
    assert progress(await siti.pass_check()) == "Langkah 1 dari 7"


async def test_consent_taken_back_halfway_stops_it_and_keeps_the_answers(town: Running) -> None:
    siti = await seeker(town)
    await siti.register_for(SEWING)
    with town.database.transaction() as session:
        decline_consent(session, siti.account_id())
    await siti.say("Siti")
    assert [message["text"].splitlines()[0] for message in (await siti.heard())[-2:]] == [
        (
            "📝 Untuk mendaftar, kami perlu menyimpan nama, NIK, dan nomor HP Anda. Itu hanya "
            "boleh dengan persetujuan Anda."
        ),
        "Sesudah setuju, teruskan dari sini.",
    ]
    await siti.press("Baca dan putuskan")
    await siti.press("Ya, saya setuju")
    await siti.press("Lanjutkan pendaftaran")
    assert progress(await siti.say("Siti")) == "Langkah 2 dari 7"


async def test_a_wave_that_closed_meanwhile_is_told_at_the_next_answer(town: Running) -> None:
    """The last test: afterwards it is months later for everybody."""
    siti, budi = await seeker(town), await seeker(town, "Budi")
    await siti.register_for(SEWING)
    await town.telegram.advance(timedelta(days=30).total_seconds())
    await town.clock.look()
    told = await siti.say("Siti")
    assert told.startswith("📝 Pendaftaran kelas ini sudah ditutup sejak ")
    draft = siti.draft()
    assert draft is not None
    assert (draft.parked, draft.answers.name) == (True, None)
    await budi.press_old(StartRegistration(draft.class_id))
    assert (await budi.screen()).startswith("📝 Pendaftaran kelas ini sudah ditutup sejak ")
