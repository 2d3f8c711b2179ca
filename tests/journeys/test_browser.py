"""What a newcomer does with the demo: the chat page in Chromium, and a whole Jawara behind it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, expect

from app.demo_people import BUDI, SITI
from intake.applications.rows import my_applications
from people.accounts import find_account
from tests.journeys.chat_page import DESKTOP, PHONE, ChatPage, demo_town, window
from tests.running import Running

pytest_plugins = ("tests.browser",)
pytestmark = pytest.mark.asyncio(loop_scope="session")

ARTIFACTS = Path(__file__).parents[2] / "artifacts"


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def town(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Running]:
    async with demo_town(tmp_path_factory.mktemp("demo")) as jawara:
        yield jawara
        assert await jawara.telegram.violations() == []


@pytest_asyncio.fixture(loop_scope="session")
async def chat(browser: Browser, town: Running) -> AsyncIterator[ChatPage]:
    async with window(browser, town.telegram.base_url) as chat:
        yield chat


async def test_siti_registers_by_clicking_and_typing(chat: ChatPage, town: Running) -> None:
    await chat.open(SITI)
    await chat.page.get_by_test_id("start").click()
    await chat.sees("Selamat datang di Jawara.")
    await keep(chat, "selamat-datang")
    await chat.press("Ya, saya setuju", "Anda tinggal di mana?")
    await chat.press("Kota Serang", "Bidang apa yang paling Anda minati?")
    await chat.press("Teknik Las", "Anda sudah bisa mendaftar")
    await find_by_clicking(chat)
    await chat.say("ngelas", "ada 3 pelatihan")
    await keep(chat, "ngelas")
    await chat.press("🎓 Las SMAW A · dibuka", "Sertifikat: balai, BNSP")
    await chat.press("Lihat kelas yang dibuka", "16 kursi, 0 pendaftar")
    await keep(chat, "kelas")
    await chat.press("Daftar sekarang", "sedang sekolah atau bekerja")
    await chat.press("Tidak keduanya", "sudah punya KTP dan ijazah")
    await chat.press("Sudah punya", "Anda memenuhi syarat")
    await chat.press("Isi formulir", "Langkah 1 dari 7")
    await chat.say("Siti Aminah", "Langkah 2 dari 7")
    await chat.say("123", "Yang Anda kirim 3 angka.")
    await chat.say("3671014501990001", "Anda lahir pada 5 Januari 1999.")
    await chat.press("Ya, benar", "Langkah 4 dari 7")
    await keep(chat, "nomor-hp")
    await chat.share_number("Langkah 5 dari 7")
    await expect(chat.page.get_by_test_id("reply-keyboard")).to_be_hidden()
    await chat.press("SMK", "Langkah 6 dari 7")
    await chat.press("Kota Serang", "Langkah 7 dari 7")
    await keep(chat, "periksa")
    await chat.press("Kirim pendaftaran", "Pendaftaran terkirim. Nomor Anda:")
    await keep(chat, "terkirim")
    await expect(chat.last().locator("b").first).to_have_text(registered_number(town))
    await chat.press("Lihat jadwal", "menunggu seleksi")


async def test_budi_sees_his_reminder_come_in_the_evening(chat: ChatPage) -> None:
    await chat.open(BUDI)
    await chat.say("jadwal", "besok pagi, 07.30 WIB")
    while await chat.hour() != 17:
        await chat.an_hour_later()
    heard = await chat.page.get_by_test_id("message").count()
    await chat.choose(SITI)
    await chat.an_hour_later()
    budi = chat.page.locator(f'[data-user-id="{BUDI}"]')
    await expect(budi.get_by_test_id("unread")).to_have_text("1")
    await expect(budi).to_contain_text("🔔")
    await chat.choose(BUDI)
    await chat.sees("🔔 Anda ada kelas Las GMAW besok pagi, 07.30 WIB.")
    await keep(chat, "pengingat")
    await expect(chat.page.get_by_test_id("message")).to_have_count(heard + 1)
    await chat.press("Lihat jadwal", "Jadwal saya")


async def find_by_clicking(chat: ChatPage) -> None:
    """The same class that a word finds."""
    await chat.press("🎓 Lihat pelatihan", "Pelatihan kerja di Banten")
    await chat.press("Menurut bidang", "Pilih bidangnya.")
    await chat.press("Teknik Las (3)", "Teknik Las: 3 program.")
    await chat.press("Las SMAW A · dibuka", "Sertifikat: balai, BNSP")
    await chat.press("⌂ Menu", "Pilih di bawah ini")


async def keep(chat: ChatPage, name: str) -> None:
    """Four pictures for whoever wants to look: phone and desktop, by day and by night."""
    for scheme in ("light", "dark"):
        for device, size in (("phone", PHONE), ("desktop", DESKTOP)):
            await chat.look(scheme, size, path=ARTIFACTS / f"{name}-{device}-{scheme}.png")
    await chat.page.emulate_media(color_scheme=None)


def registered_number(town: Running) -> str:
    with town.database.snapshot() as session:
        account = find_account(session, SITI)
        assert account is not None
        [application] = my_applications(session, account.id)
        return application.number
