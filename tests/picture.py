"""`make picture`: takes docs/pictures/chat.png, the README's, as the browser test takes its own."""

import asyncio
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.async_api import ViewportSize, expect

from app.demo_people import BUDI, SITI
from app.logs import set_up_logs
from tests.browser import chromium_path, launched
from tests.journeys.chat_page import ChatPage, demo_town, window

PICTURE = Path(__file__).parents[1] / "docs" / "pictures" / "chat.png"
SIZE: ViewportSize = {"width": 1200, "height": 842}
# A machine without a desktop has no other letters that are as easy to read.
LETTERS = ':root { --reading: 16px/1.45 "Liberation Sans", system-ui, sans-serif }'


async def take(chromium: str, file: Path) -> None:
    """The evening that Budi is reminded, while Siti registers."""
    with TemporaryDirectory() as home:
        async with (
            demo_town(Path(home)) as jawara,
            launched(chromium) as browser,
            window(browser, jawara.telegram.base_url) as chat,
        ):
            await evening_comes(chat)
            await siti_registers(chat)
            await chat.page.add_style_tag(content=LETTERS)
            file.parent.mkdir(parents=True, exist_ok=True)
            await chat.look("light", SIZE, path=file)


async def evening_comes(chat: ChatPage) -> None:
    """Until Budi's reminder is there, unread."""
    await chat.open(BUDI)
    await chat.say("jadwal", "besok pagi, 07.30 WIB")
    await chat.choose(SITI)
    while await chat.hour() != 18:
        await chat.an_hour_later()
    unread = chat.page.locator(f'[data-user-id="{BUDI}"]').get_by_test_id("unread")
    await expect(unread).to_have_text("1")


async def siti_registers(chat: ChatPage) -> None:
    await chat.page.get_by_test_id("start").click()
    await chat.press("Ya, saya setuju", "Anda tinggal di mana?")
    await chat.press("Kota Serang", "Bidang apa yang paling Anda minati?")
    await chat.press("Teknik Las", "Anda sudah bisa mendaftar")
    await chat.say("kursus ngelas", "ada 3 pelatihan")
    await chat.press("🎓 Las SMAW A · dibuka", "Sertifikat: balai, BNSP")
    await chat.press("Lihat kelas yang dibuka", "16 kursi, 0 pendaftar")
    await chat.press("Daftar sekarang", "sedang sekolah atau bekerja")
    await chat.press("Tidak keduanya", "sudah punya KTP dan ijazah")
    await chat.press("Sudah punya", "Anda memenuhi syarat")
    await chat.press("Isi formulir", "Langkah 1 dari 7")
    await chat.say("Siti Aminah", "Langkah 2 dari 7")
    await chat.say("3671014501990001", "Anda lahir pada 5 Januari 1999.")


def main() -> int:
    set_up_logs("ERROR")
    chromium = chromium_path()
    if chromium is None:
        sys.stderr.write("The picture needs Chromium, which is not on this machine.\n")
        return 2
    asyncio.run(take(chromium, PICTURE))
    sys.stdout.write(f"{PICTURE} ({PICTURE.stat().st_size // 1000} kB)\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
