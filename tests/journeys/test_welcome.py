"""The first minutes: who this is, consent, domicile, interests, and all the ways around them."""

import pytest

from bot.conversations.welcome import Welcome
from bot.presses.welcome import CareFor, Consent, LiveIn
from people.accounts import stream_interests
from tests.journeys.phones import account_of, newcomer, send
from tests.journeys.shared import Seeker, seeker
from tests.running import Running

pytestmark = pytest.mark.asyncio(loop_scope="module")

CONSENT, DOMICILE, INTERESTS = "Selamat datang di Jawara.", "Anda tinggal di mana?", "Bidang apa"
MENU = "Pilih di bawah ini, atau tulis saja yang Anda cari"
FORWARDED = {"type": "hidden_user", "date": 1_700_000_000, "sender_user_name": "Wati"}
STICKER = {
    "file_id": "CAACAgIAAxkBAAI",
    "file_unique_id": "AgADAAI",
    "type": "regular",
    "width": 512,
    "height": 512,
    "is_animated": False,
    "is_video": False,
}


async def test_siti_is_welcomed_with_four_taps(town: Running) -> None:
    siti = await newcomer(town, "Siti")
    assert CONSENT in await siti.say("/start")
    assert DOMICILE in await siti.press("Ya, saya setuju")
    assert INTERESTS in await siti.press("Kota Serang")
    assert "Bidang apa" in await siti.press("Bidang lain ›")
    menu = await siti.press("Garmen")
    assert "Anda sudah bisa mendaftar" in menu
    assert MENU in menu
    assert len(await siti.heard()) == 1

    account = account_of(siti)
    assert account is not None
    assert (account.domicile, account.welcome_step) == ("3673", None)
    assert account.consented_at is not None
    assert interests(siti) == 1


async def test_consent_is_not_taken_back_by_passing_over_it(town: Running) -> None:
    siti = await newcomer(town, "Siti")
    await siti.say("/start")
    await siti.say("setuju")
    for typed in ("lewati", "nanti"):
        assert "Anda sudah setuju." in await siti.say("kembali")
        assert DOMICILE in await siti.say(typed)
    await siti.say("kembali")
    assert "ditarik" not in await siti.say("tarik")  # of "Tarik persetujuan"
    account = account_of(siti)
    assert account is not None
    assert account.consented_at is not None


async def test_rina_answers_in_words_and_is_asked_back_where_she_must_be(town: Running) -> None:
    rina = await newcomer(town, "Rina")
    await rina.say("/start")
    assert DOMICILE in await rina.say("setuju")
    assert "belum saya kenal" in await rina.say("ya")
    assert "belum saya kenal" in await rina.say("Surabaya")
    assert "Yang mana?" in await rina.say("tangerang")
    assert await rina.captions() == ["Kab. Tangerang", "Kota Tangerang", "Tangsel", "Lewati"]
    assert CONSENT in await rina.say("kembali")
    await rina.say("iya")
    assert INTERESTS in await rina.say("pasar kemis")
    assert DOMICILE in await rina.say("kembali")
    await rina.say("Pasar Kemis")
    assert "Bidang itu belum ada di sini" in await rina.say("astronot")
    assert "Anda sudah bisa mendaftar" in await rina.say("mau belajar ngelas")

    account = account_of(rina)
    assert account is not None
    assert account.domicile == "3603"
    assert interests(rina) == 1


async def test_who_declines_is_asked_nothing_more_and_can_look_around(town: Running) -> None:
    budi = await newcomer(town, "Budi")
    await budi.say("/start")
    menu = await budi.press("Tidak, lihat-lihat saja")
    assert "data diri Anda tidak kami minta" in menu
    assert MENU in menu
    assert "Pelatihan kerja di Banten" in await budi.press("🎓 Lihat pelatihan")

    account = account_of(budi)
    assert account is not None
    assert (account.consented_at, account.domicile) == (None, None)

    await budi.say("/bantuan")
    assert CONSENT in await budi.press("Baca penggunaan data")
    assert "Bantuan" in await budi.press("‹ Kembali")
    await budi.press("Baca penggunaan data")
    assert "Anda sudah bisa mendaftar" in await budi.press("Ya, saya setuju")


async def test_consent_can_be_read_again_and_taken_back(town: Running) -> None:
    siti = await seeker(town)
    await siti.say("/bantuan")
    read = await siti.press("Baca penggunaan data")
    assert "Anda sudah setuju." in read
    assert await siti.captions() == ["Tarik persetujuan", "English", "‹ Kembali", "⌂ Menu"]
    await siti.press("‹ Kembali")
    await siti.press("Baca penggunaan data")
    assert "Persetujuan Anda sudah ditarik" in await siti.press("Tarik persetujuan")
    account = account_of(siti)
    assert account is not None
    assert account.consented_at is None


async def test_every_question_can_be_skipped(town: Running) -> None:
    tono = await newcomer(town, "Tono")
    await tono.say("/start")
    await tono.say("ya")
    await tono.press("Lewati")
    assert "Anda sudah bisa mendaftar" in await tono.press("Lewati")
    account = account_of(tono)
    assert account is not None
    assert account.domicile is None
    assert interests(tono) == 0

    wati = await newcomer(town, "Wati")
    await wati.say("/start")
    assert MENU in await wati.say("lewati")
    assert MENU in await wati.say("/start")


async def test_whoever_reads_english_is_greeted_in_it(town: Running) -> None:
    ann = await newcomer(town, "Ann", language="en-GB")
    assert "Welcome to Jawara." in await ann.say("/start")
    assert CONSENT in await ann.press("Bahasa Indonesia")
    welcome = await ann.press("English")
    assert "Welcome to Jawara." in welcome
    assert "It is run by the Jawara team, as a trial." in welcome
    await ann.press("Yes, I agree")
    await ann.press("Skip")
    assert "You can register now." in await ann.press("Skip")


async def test_a_restart_goes_on_at_the_same_question(town: Running) -> None:
    siti = await newcomer(town, "Siti")
    await siti.say("/start")
    await siti.press("Ya, saya setuju")
    await town.restart()
    assert INTERESTS in await siti.say("cilegon")
    await town.restart()
    assert "Anda sudah bisa mendaftar" in await siti.press("Otomotif")


async def test_what_is_no_answer_brings_the_question_again(town: Running) -> None:
    siti = await newcomer(town, "Siti")
    await siti.say("/start")
    assert CONSENT in await send(siti, sticker=STICKER)
    await siti.say("ya")
    asked = await send(siti, sticker=STICKER)
    assert "belum bisa saya baca" in asked
    assert DOMICILE in asked
    said = await siti.phone.say(siti.id, "Jakrta")
    await siti.phone.say(siti.id, "Jakarta", edit_message_id=said["message_id"])
    asked = await siti.screen()
    assert "Kirim sekali lagi" in asked
    assert DOMICILE in asked
    assert INTERESTS in await siti.say("Cilegon")


async def test_nobody_is_kept_in_the_welcome(town: Running) -> None:
    by_word = await newcomer(town, "Siti")
    await by_word.say("/start")
    assert "“ngelas” ada" in await by_word.say("ngelas")
    await by_word.press("Ya, saya setuju")
    assert DOMICILE in (await by_word.heard())[0]["text"]
    assert MENU in await by_word.say("menu")
    assert "“las” ada" in await by_word.say("las")

    by_command = await newcomer(town, "Budi")
    await by_command.say("/start")
    await by_command.say("ya")
    assert "Lowongan dari perusahaan mitra" in await by_command.say("/lowongan")
    assert INTERESTS not in await by_command.say("cilegon")

    by_button = await newcomer(town, "Rina")
    await by_button.say("/start")
    await by_button.say("montir motor")
    assert "Teknik Sepeda Motor" in await by_button.press("🎓 Teknik Sepeda Motor · dibuka")
    assert MENU in await by_button.say("/start")


@pytest.mark.parametrize("state", list(Welcome))
async def test_each_question_has_a_way_in_an_answer_to_nonsense_and_a_way_out(
    town: Running, state: Welcome
) -> None:
    siti = await newcomer(town, "Siti")
    asked = await siti.say("/start")
    for answer in ("ya", "lewati")[: list(Welcome).index(state)]:
        asked = await siti.say(answer)
    assert open_question(siti) == state
    assert asked in await send(siti, sticker=STICKER)
    assert asked in await send(siti, text="Info loker", forward_origin=FORWARDED)
    assert open_question(siti) == state
    await siti.say("/menu")
    assert open_question(siti) is None


async def test_old_buttons_of_the_welcome_still_answer(town: Running) -> None:
    siti = await newcomer(town, "Siti")
    await siti.say("/start")
    await siti.press_old(Consent("2019-01", agreed=True))
    asked = await siti.screen()
    assert "sudah diperbarui" in asked
    assert CONSENT in asked
    await siti.press("Ya, saya setuju")
    await siti.press_old(LiveIn("9999"))
    assert "Daerah itu belum saya kenal" in await siti.screen()
    await siti.press_old(LiveIn("3672"))
    await siti.press_old(CareFor(999))
    assert "Bidang itu tidak ada lagi" in await siti.screen()
    await siti.press_old(CareFor(0))
    assert MENU in await siti.screen()


def open_question(person: Seeker) -> str | None:
    account = account_of(person)
    assert account is not None
    return account.welcome_step


def interests(person: Seeker) -> int:
    with person.jawara.database.snapshot() as session:
        return len(stream_interests(session, person.account_id()))
