"""The chat page in a browser: a whole Jawara behind it, and a hand on what stands on it."""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Literal

from playwright.async_api import Browser, Locator, Page, ViewportSize, expect

from app.demo_people import BOT, BUDI, PEOPLE, SITI, enrol_budi
from tests.browser import PATIENCE_MS
from tests.running import Running, running
from tests.simulator import Simulator, running_emulator

DESKTOP: ViewportSize = {"width": 1200, "height": 800}
PHONE: ViewportSize = {"width": 360, "height": 740}

Scheme = Literal["light", "dark"]


@asynccontextmanager
async def demo_town(home: Path) -> AsyncIterator[Running]:
    """What the demo starts, on SQLite: the same people, and Budi is in a class already.

    It is nine in the morning on the page's clock, whatever it is outside.
    """
    async with running_emulator() as address:
        async with Simulator(address) as telegram:
            await telegram.rename_bot(**BOT)
        async with running(address, f"sqlite:///{home / 'jawara.db'}", home) as jawara:
            for person in PEOPLE:
                await jawara.telegram.add_user(**person)
            enrol_budi(jawara.database, jawara.clock())
            await jawara.telegram.say(BUDI, "/start")
            following = asyncio.create_task(jawara.clock.follow())
            try:
                yield jawara
            finally:
                following.cancel()


class ChatPage:
    """One window on the page. Every act waits for the words that must appear."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address

    async def open(self, person: int = SITI) -> None:
        """The page, in somebody's chat."""
        await self.page.goto(f"{self.address}/?user={person}")

    async def choose(self, person: int) -> None:
        """Take up another person's phone."""
        await self.page.locator(f'[data-user-id="{person}"]').click()

    async def say(self, text: str, shows: str) -> None:
        await self.page.get_by_test_id("composer").fill(text)
        await self.page.get_by_test_id("send").click()
        await self.sees(shows)

    async def press(self, caption: str, shows: str) -> None:
        """Press a button of the last message."""
        await self.button(caption).click()
        await self.sees(shows)

    async def share_number(self, shows: str) -> None:
        """By the button in place of the keyboard, and the question whether one means it."""
        await self.page.get_by_test_id("reply-button").get_by_text("Bagikan nomor saya").click()
        await self.page.get_by_test_id("confirm-yes").click()
        await self.sees(shows)

    async def sees(self, words: str) -> None:
        await expect(self.last()).to_contain_text(words)

    async def an_hour_later(self) -> None:
        """Press the clock's button once."""
        hour = (await self.hour() + 1) % 24
        face = self.page.get_by_test_id("clock-now")
        await self.page.get_by_test_id("clock-hour").click()
        await expect(face).to_have_text(re.compile(rf"^{hour:02d}\."))

    async def hour(self) -> int:
        """On the page's clock."""
        return int((await self.page.get_by_test_id("clock-now").inner_text())[:2])

    def last(self) -> Locator:
        return self.page.locator('[data-testid="message"][data-from="bot"]').last

    def button(self, caption: str) -> Locator:
        return self.last().get_by_role("button", name=caption, exact=True)

    async def look(self, scheme: Scheme, size: ViewportSize, **where: Any) -> None:
        """A picture on a device of that size; `path` and more as Playwright takes them."""
        await self.page.emulate_media(color_scheme=scheme)
        await self.page.set_viewport_size(size)
        await self.page.mouse.move(size["width"] - 1, size["height"] // 2)
        await self.page.screenshot(animations="disabled", **where)


@asynccontextmanager
async def window(browser: Browser, address: str, **options: Any) -> AsyncIterator[ChatPage]:
    """A window of its own; the page in it must have no error."""
    page = await browser.new_page(viewport=DESKTOP, **options)
    page.set_default_timeout(PATIENCE_MS)
    troubles: list[str] = []
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("console", lambda told: troubles.append(told.text) if told.type == "error" else None)
    try:
        yield ChatPage(page, address)
        assert troubles == []
    finally:
        await page.close()
