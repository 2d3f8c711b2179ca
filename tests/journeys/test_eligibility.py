"""May I join? Found out by taps before the form, with the reason where the answer is no."""

from datetime import timedelta

import pytest
from sqlalchemy import delete, select, update

from bot.presses.courses import OpenClass, ShowRules
from bot.presses.eligibility import CheckClass, SkipTrait, TellTrait
from bot.presses.registration import OpenForm, StartRegistration
from intake.applications.guardians import guardians_in
from intake.applications.steps import Step
from people.accounts import decline_consent
from storage.models import EligibilityCheck, EligibilityRule, Programme
from tests.cast import set_rules
from tests.journeys.shared import Seeker, progress, seeker
from tests.running import Running

pytestmark = pytest.mark.asyncio(loop_scope="module")

SEWING, WELDING, COFFEE = "menjahit", "las-smaw-a", "barista"


async def test_siti_checks_first_and_goes_on_to_the_form(town: Running) -> None:
    siti = await seeker(town)
    await siti.press_old(OpenClass(siti.class_of(SEWING)))
    asked = await siti.press("Cek syarat dulu")
    assert asked.splitlines()[:2] == ["📝 Menjahit: cek syarat", "Masih 2 pertanyaan."]
    assert "Apakah Anda sedang sekolah atau bekerja?" in asked
    assert "karena syaratnya: Sedang tidak bersekolah dan tidak bekerja." in asked
    assert "Satu pertanyaan lagi." in await siti.press("Tidak keduanya")
    verdict = await siti.press("Sudah punya")
    assert verdict == (
        "✅ Bisa. Anda memenuhi syarat Menjahit yang masih berlaku. Siapa yang diterima tetap "
        "ditentukan petugas."
    )
    assert await siti.captions() == [
        "Isi formulir", "Jawab ulang", "Lihat syarat", "‹ Kembali", "⌂ Menu",
    ]  # fmt: skip
    assert progress(await siti.press("Isi formulir")) == "Langkah 1 dari 7"
    assert len(await siti.heard()) == 1


async def test_where_the_first_who_come_have_the_seats_nobody_is_said_to_choose(
    town: Running,
) -> None:
    siti = await seeker(town)
    await siti.press_old(CheckClass(siti.class_of(COFFEE)))
    verdict = await siti.press("Kota Serang")
    assert verdict.endswith("Siapa cepat dia dapat, selama kursinya masih ada.")


async def test_the_verdict_comes_before_the_form_and_words_will_do(town: Running) -> None:
    budi = await seeker(town, "Budi")
    await budi.press_old(StartRegistration(budi.class_of(SEWING)))
    assert budi.draft() is None
    assert (await budi.say("main bola")).startswith("Itu belum bisa saya baca. Tulis misalnya")
    await budi.say("lagi nganggur")
    verdict = await budi.say("ijazah belum ada")
    assert verdict.splitlines() == [
        "📝 Perlu dilengkapi untuk ikut Menjahit. Ini yang masih perlu diurus:",
        "",
        (
            "• Punya KTP dan ijazah terakhir. Siapkan sebelum seleksi: KTP di Disdukcapil, ijazah "
            "di sekolah, kartu AK1 di Disnaker."
        ),
    ]
    assert progress(await budi.press("Isi formulir")) == "Langkah 1 dari 7"
    await budi.answer_all()
    await budi.press("Kirim pendaftaran")
    assert len(budi.applications()) == 1


async def test_who_can_not_join_is_told_why_and_led_to_what_fits(town: Running) -> None:
    rina = await seeker(town, "Rina")
    await rina.press_old(StartRegistration(rina.class_of(COFFEE)))
    told = await rina.press("Kab. Lebak")
    assert told.splitlines()[:4] == [
        "⛔ Belum bisa ikut Barista, karena syarat ini:",
        "",
        (
            "• Pencari kerja di Kota Serang. Pelatihan serupa bisa ditanyakan di BLK tempat Anda "
            "tinggal."
        ),
        "Sumber: serangkota.go.id, Senin, 24 November 2025",
    ]
    assert "Yang terdekat dan cocok: " in told
    assert "Tanya petugas: UPTD Pelatihan Kerja, Jl. Kencana I No. 20" in told
    nearest, *others = await rina.captions()
    assert others == ["Jawab ulang", "Lihat syarat", "‹ Kembali", "⌂ Menu"]
    await rina.press_old(OpenForm(rina.class_of(COFFEE)))
    assert (await rina.screen()).startswith("⛔ Belum bisa ikut Barista")
    assert rina.draft() is None
    assert f"🎓 {nearest.removeprefix('Lihat ')}" in await rina.press(nearest)
    await rina.press("Daftar sekarang")
    assert progress(await rina.pass_check()) == "Langkah 1 dari 7"


async def test_a_slip_of_the_finger_is_put_right(town: Running) -> None:
    siti = await seeker(town)
    await siti.press_old(StartRegistration(siti.class_of(COFFEE)))
    await siti.press("Kab. Lebak")
    assert "Sekarang Anda tinggal di mana?" in await siti.press("Jawab ulang")
    assert (await siti.say("serang")).startswith("Nama itu ada di beberapa daerah. Yang mana?")
    assert (await siti.captions())[:2] == ["Kab. Serang", "Kota Serang"]
    assert (await siti.press("Kota Serang")).startswith("✅ Bisa.")
    await siti.press("Isi formulir")
    draft = siti.draft()
    assert draft is not None
    assert draft.answers.domicile == "3673"


async def test_what_the_form_says_otherwise_keeps_it_from_being_sent(town: Running) -> None:
    siti = await seeker(town)
    await siti.press_old(StartRegistration(siti.class_of(COFFEE)))
    await siti.press("Kota Serang")
    await siti.press("Isi formulir")
    for text in ("Siti Aminah", siti.nik, "ya", "081234560001", "smk"):
        await siti.say(text)
    await siti.press("Ubah domisili")
    await siti.press("Kab. Lebak")
    told = await siti.press("Kirim pendaftaran")
    assert told.startswith("⛔ Belum bisa ikut Barista, karena syarat ini:")
    assert siti.applications() == []
    assert progress(await siti.press("Periksa isian")) == "Langkah 7 dari 7"
    await siti.press("Ubah domisili")
    await siti.press("Kota Serang")
    await siti.press("Kirim pendaftaran")
    assert len(siti.applications()) == 1


async def test_an_expired_rule_says_so_and_leaves_it_to_staff(town: Running) -> None:
    siti = await seeker(town)
    class_id = siti.class_of("animasi")
    with town.database.transaction() as session:
        past = town.clock().date() - timedelta(days=1)
        set_rules(session, class_id, ("age", {"max": 20}), expires_on=past)
    await siti.press_old(StartRegistration(class_id))
    assert (await siti.screen()).splitlines() == [
        "📝 Animasi: belum bisa kami pastikan.",
        "",
        "⚠️ Aturan ini mungkin sudah berubah; petugas yang memutuskan:",
        "• Aturan age",
    ]
    assert progress(await siti.press("Isi formulir")) == "Langkah 1 dari 7"
    await siti.answer_all()
    await siti.press("Kirim pendaftaran")
    assert len(siti.applications()) == 1


async def test_dini_is_17_and_her_mother_allows_it(town: Running) -> None:
    dini = await seeker(town, "Dini")
    await dini.register_for(WELDING)
    year = (town.clock().year - 17) % 100
    young = f"{dini.nik[:6]}4501{year:02d}{dini.nik[12:]}"
    for text in ("Dini Lestari", young, "ya", "081234560001", "smk"):
        await dini.say(text)
    asked = await dini.press("Kota Serang")
    assert progress(asked) == "Langkah 7 dari 10"
    assert "Anda belum berusia 18 tahun, jadi pendaftaran ini perlu izin orang tua" in asked
    assert (await dini.say("tetangga")).startswith("Hubungan itu belum saya kenal.")
    await dini.press("ibu")
    asked = await dini.say("aminah binti udin")
    assert "Berikan HP ini kepada Aminah binti Udin (ibu)." in asked
    assert "“Saya mengizinkan Dini Lestari mendaftar dan mengikuti Las SMAW A" in asked
    assert (await dini.say("tidak")).startswith("Tanpa izin orang tua atau wali")
    review = await dini.press("Saya, Aminah binti…, mengizinkan")
    assert progress(review) == "Langkah 10 dari 10"
    assert "Izin dari: Aminah binti Udin (ibu)" in review
    await dini.press("Ubah wali")
    await dini.press("ayah")
    await dini.say("Udin")
    await dini.press("Saya, Udin, mengizinkan")
    await dini.press("Kirim pendaftaran")
    [application] = dini.applications()
    with town.database.snapshot() as session:
        [guardian] = guardians_in(session, dini.account_id())
    assert (guardian.application_id, guardian.relation, guardian.name) == (
        application.id,
        "father",
        "Udin",
    )


async def test_a_question_of_a_check_is_left_by_word_and_the_draft_is_kept(town: Running) -> None:
    siti = await seeker(town)
    await siti.register_for(SEWING)
    await siti.say("Siti")
    await siti.press_old(CheckClass(siti.class_of(COFFEE)))
    assert "Sekarang Anda tinggal di mana?" in await siti.screen()
    assert "tidak saya anggap jawaban" in await siti.say("/kembal1")
    assert "Sekarang Anda tinggal di mana?" in await siti.screen()
    assert (await siti.say("kembali")).startswith("🎓 Barista")
    assert progress(await siti.say("lanjut")) == "Langkah 2 dari 7"
    await siti.press_old(CheckClass(siti.class_of(COFFEE)))
    assert (await siti.say("lewati")).startswith("📝 Perlu dilengkapi untuk ikut Barista.")
    await siti.press_old(TellTrait("trait-domicile", "3673"))
    assert (await siti.screen()).startswith("✅ Bisa.")
    await siti.press_old(TellTrait("trait-domicile", "3602"))
    assert (await siti.screen()).startswith("✅ Bisa.")
    draft = siti.draft()
    assert draft is not None
    assert (draft.step, draft.parked) == (Step.NIK, True)


async def test_old_buttons_of_a_check_explain_themselves(town: Running) -> None:
    siti = await seeker(town)
    for old in (TellTrait("trait-age", "0-14"), SkipTrait("trait-height"), SkipTrait("x")):
        await siti.press_old(old)
        assert (await siti.screen()).startswith("📝 Cek syarat itu sudah lama.")
    await siti.press_old(OpenForm(siti.class_of(SEWING)))
    assert "Apakah Anda sedang sekolah atau bekerja?" in await siti.screen()
    await siti.press_old(SkipTrait("x"))
    assert "Apakah Anda sedang sekolah atau bekerja?" in await siti.screen()


async def test_menu_leads_out_of_a_check_that_is_long_over(town: Running) -> None:
    siti = await seeker(town)
    await siti.press_old(OpenForm(siti.class_of(SEWING)))
    with town.database.transaction() as session:
        theirs = EligibilityCheck.account_id == siti.account_id()
        session.execute(delete(EligibilityCheck).where(theirs))
    assert (await siti.say("menu")).startswith("Jawara, ")


async def test_without_consent_nothing_is_asked(town: Running) -> None:
    siti = await seeker(town, consents=False)
    await siti.press_old(CheckClass(siti.class_of(SEWING)))
    assert [text.splitlines()[0] for text in await last_two(siti)] == [
        (
            "📝 Untuk mengecek syarat, kami perlu menyimpan jawaban Anda. Itu hanya boleh dengan "
            "persetujuan Anda."
        ),
        "Sesudah setuju, teruskan dari sini.",
    ]
    await siti.press("Baca dan putuskan")
    await siti.press("Ya, saya setuju")
    assert "sekolah atau bekerja" in await siti.press("Cek syarat dulu")
    with town.database.transaction() as session:
        decline_consent(session, siti.account_id())
    await siti.say("nganggur")
    assert (await last_two(siti))[0].startswith("📝 Untuk mengecek syarat")


async def test_what_registers_elsewhere_can_be_checked_too(town: Running) -> None:
    siti = await seeker(town)
    with town.database.transaction() as session:
        query = select(Programme.id).where(Programme.slug == "magang-jepang")
        programme_id = session.scalars(query).one()
        its_rules = update(EligibilityRule).where(EligibilityRule.programme_id == programme_id)
        session.execute(its_rules.values(expires_on=None))  # whatever the day of this test
    await siti.press_old(ShowRules(programme_id))
    assert "Anda perempuan atau laki-laki?" in await siti.press("Cek syarat saya")
    await siti.press("Perempuan")
    assert "Berapa usia Anda pada" in await siti.screen()
    await siti.press("Di bawah 27 tahun")
    assert await siti.captions() == [
        "Di bawah 150 cm", "150 cm ke atas", "Lewati", "‹ Kembali", "⌂ Menu",
    ]  # fmt: skip
    await siti.say("1,6")
    verdict = await siti.press("Ya, bersedia")
    assert verdict.startswith("📝 Perlu dilengkapi untuk ikut")
    assert "• Lulus tes lari. Ini diuji saat seleksi, jadi berlatihlah dari sekarang." in verdict
    assert await siti.captions() == ["Jawab ulang", "Lihat syarat", "‹ Kembali", "⌂ Menu"]


async def last_two(person: Seeker) -> list[str]:
    return [message["text"] for message in (await person.heard())[-2:]]
