"""What the chat page's tests share: an emulator, a bot at its wire, and the page in a browser."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import pytest_asyncio
from playwright.async_api import (
    Browser,
    ConsoleMessage,
    Error,
    Locator,
    Page,
    Request,
    ViewportSize,
)

from tests.browser import PATIENCE_MS
from tests.emulator.echo_bot import EchoBot
from tests.simulator import TOKEN, Simulator, running_emulator

DESKTOP: ViewportSize = {"width": 1100, "height": 760}
PHONE: ViewportSize = {"width": 360, "height": 640}

OpenPage = Callable[..., Awaitable[Page]]


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def sim() -> AsyncIterator[Simulator]:
    """One emulator for all tests of the page: each has a person of its own."""
    async with running_emulator() as address, Simulator(address, settles=False) as simulator:
        yield simulator


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def echo_bot(sim: Simulator) -> AsyncIterator[EchoBot]:
    bot = EchoBot(f"{sim.base_url}/bot{TOKEN}")
    await bot.prepare()
    polling = asyncio.create_task(bot.run())
    yield bot
    polling.cancel()
    await bot.close()


@pytest_asyncio.fixture(loop_scope="session")
async def seeker(sim: Simulator, echo_bot: EchoBot) -> int:
    """The id of a new job seeker, Siti, who has started the bot."""
    siti = await sim.add_user("Siti", about="Pencari kerja", language_code="id")
    await sim.say(siti["id"], "/start")
    return int(siti["id"])


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def desktop(browser: Browser) -> Page:
    """One window for all tests that ask for nothing special: opening one is slow."""
    return await browser.new_page(viewport=DESKTOP)


@pytest_asyncio.fixture(loop_scope="session")
async def open_page(browser: Browser, desktop: Page, sim: Simulator) -> AsyncIterator[OpenPage]:
    """Opens the page, on the desktop at hand or on a device with options of its own.
    Afterwards it must have had no error and asked no other host.
    """
    troubles: list[str] = []
    opened: list[Page] = []

    async def open_it(query: str = "", **options: Any) -> Page:
        page = await browser.new_page(**options) if options else desktop
        page.set_default_timeout(PATIENCE_MS)
        opened.append(page)
        page.on("pageerror", note_error)
        page.on("console", note_complaint)
        page.on("request", note_stranger)
        await page.goto(f"{sim.base_url}/{query}")
        return page

    def note_error(error: Error) -> None:
        troubles.append(str(error))

    def note_complaint(told: ConsoleMessage) -> None:
        if told.type == "error":
            troubles.append(told.text)

    def note_stranger(asked: Request) -> None:
        if not asked.url.startswith((sim.base_url, "data:", "blob:")):
            troubles.append(asked.url)

    yield open_it
    for page in opened:
        page.remove_listener("pageerror", note_error)
        page.remove_listener("console", note_complaint)
        page.remove_listener("request", note_stranger)
        if page is not desktop:
            await page.close()
    assert not troubles, troubles


async def said_by(sim: Simulator, user_id: int) -> list[str]:
    """What a person has written, oldest first."""
    transcript = await sim.transcript(user_id)
    return [said["text"] for said in transcript if not said["from"]["is_bot"]]


async def say(page: Page, text: str) -> None:
    await page.get_by_test_id("composer").fill(text)
    await page.get_by_test_id("send").click()


def last_from_bot(page: Page) -> Locator:
    return page.locator('[data-testid="message"][data-from="bot"]').last


def inline_button(page: Page, text: str) -> Locator:
    return last_from_bot(page).get_by_role("button", name=text, exact=True)
