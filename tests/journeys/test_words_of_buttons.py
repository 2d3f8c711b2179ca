"""What stands on a button can be typed wherever a question is open, in either language."""

import pytest
from sqlalchemy import select, update

from bot.presses.courses import ShowRules
from bot.presses.stages import OpenWave
from intake.seats.offers import hold_candidate, make_offer
from people.accounts import choose_language, has_consented
from storage.models import EligibilityRule, Programme
from tests.journeys.desk import applicants, officer, tapped, wave_of, written
from tests.journeys.phones import account_of, newcomer
from tests.journeys.shared import Seeker, seeker
from tests.running import Running

pytestmark = pytest.mark.asyncio(loop_scope="module")

SEWING = "menjahit"


async def test_consent_is_given_in_the_buttons_own_words(village: Running) -> None:
    siti = await newcomer(village, "Siti")
    await siti.say("/start")
    assert "Welcome" in await siti.say("english")
    assert "Where do you live?" in await siti.say("Yes, I agree")
    account = account_of(siti)
    assert account is not None
    assert has_consented(account)
    budi = await newcomer(village, "Budi")
    await budi.say("/start")
    assert "tidak kami minta" in await budi.say("tidak, lihat lihat saja")


async def test_a_registration_is_kept_left_and_sent_in_the_buttons_own_words(
    village: Running,
) -> None:
    siti = await seeker(village)
    await siti.register_for(SEWING)
    await siti.answer_all()
    for typed in ("Biarkan seperti ini", "biarkan"):
        await siti.press("Ubah nama")
        assert "Periksa sebelum dikirim." in await siti.say(typed)
    await siti.say("batal")
    assert "Periksa sebelum dikirim." in await siti.say("Tidak, lanjutkan")
    await siti.say("batal")
    assert "dibatalkan" in await siti.say("Ya, batalkan")
    await siti.register_for(SEWING)
    await siti.answer_all()
    draft = siti.draft()
    assert draft is not None
    assert draft.answers.name == "Siti Aminah"
    assert "Pendaftaran terkirim." in await siti.say("Kirim pendaftaran")


async def test_keep_it_is_no_name_in_english(village: Running) -> None:
    siti = await seeker(village)
    await siti.register_for(SEWING)
    await siti.say("Siti Aminah")
    with village.database.transaction() as session:
        choose_language(session, siti.account_id(), "en")
    assert "Step 2 of 7" in await siti.say("resume")
    assert "Step 1 of 7" in await siti.say("back")
    assert "Step 2 of 7" in await siti.say("keep it")
    draft = siti.draft()
    assert draft is not None
    assert draft.answers.name == "Siti Aminah"


async def test_a_range_on_a_button_is_not_read_as_its_number(village: Running) -> None:
    siti = await seeker(village)
    with village.database.transaction() as session:
        query = select(Programme.id).where(Programme.slug == "magang-jepang")
        programme_id = session.scalars(query).one()
        its_rules = update(EligibilityRule).where(EligibilityRule.programme_id == programme_id)
        session.execute(its_rules.values(expires_on=None))  # whatever the day of this test
    await siti.press_old(ShowRules(programme_id))
    await siti.press("Cek syarat saya")
    await siti.press("Perempuan")
    await siti.say("di bawah 27 tahun")
    assert (await siti.captions())[:2] == ["Di bawah 150 cm", "150 cm ke atas"]
    assert (await siti.say("di bawah 150 cm")).startswith("⛔ Belum bisa ikut")


async def test_a_broadcast_is_kept_and_thrown_away_in_the_buttons_own_words(
    village: Running,
) -> None:
    ratna = await officer(village, "Bu Ratna")
    await applicants(village, SEWING, 1, first_id=881_000)
    await written(ratna, "Kelas dimulai.", wave_of(village, SEWING))
    await ratna.say("Buang siaran")
    assert "langkah 4 dari 4" in await ratna.say("tidak, simpan")
    await ratna.say("Kirim sekarang")
    assert "langkah 4 dari 4" in await ratna.say("belum, periksa lagi")
    await ratna.say("buang siaran")
    assert "Siaran dibuang." in await ratna.say("ya, buang")


async def test_an_offer_is_answered_in_the_buttons_own_words(village: Running) -> None:
    siti, budi = await applicants(village, "animasi", 2, first_id=883_000)
    for person in (siti, budi):
        offered(village, person)
    assert "Keadaan: dapat kursi, menunggu jawaban" in await siti.say("ya")
    assert (await siti.captions())[:2] == ["Ya, saya ikut", "Tidak jadi ikut"]
    await siti.say("ya saya ikut")
    assert "Lepas kursi" in await budi.say("tidak jadi ikut")
    assert [each.applications()[0].state for each in (siti, budi)] == ["admitted", "offered"]
    assert await siti.say("ya") == await (await seeker(village)).say("ya")  # nothing waits for it


def offered(village: Running, person: Seeker) -> None:
    zone, now = village.settings.zone, village.clock()
    with village.database.transaction() as session:
        held, candidate = hold_candidate(session, person.applications()[0].id, zone)
        make_offer(session, held, candidate, promoted=False, now=now, zone=zone)


async def test_leave_it_is_no_reason_to_move_a_wave(village: Running) -> None:
    ratna = await officer(village, "Bu Ratna")
    [siti] = await applicants(village, "barista", 1, first_id=882_000)
    wave_id = siti.applications()[0].wave_id
    for typed in ("Tidak, biarkan dulu", "biarkan"):
        await tapped(ratna, OpenWave(wave_id))
        await ratna.press("Tutup pendaftaran")
        assert "Berikutnya: Tutup pendaftaran" in await ratna.say(typed)
