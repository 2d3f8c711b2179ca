"""An emulator with Siti, who has started the bot, and a bare Bot API client."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from tests.emulator.telegram import Telegram
from tests.simulator import Simulator, running_emulator

SITI = 5_201_000_001


@pytest_asyncio.fixture
async def url() -> AsyncIterator[str]:
    async with running_emulator() as address:
        yield address


@pytest_asyncio.fixture
async def people(url: str) -> AsyncIterator[Simulator]:
    async with Simulator(url, settles=False) as simulator:
        yield simulator


@pytest_asyncio.fixture
async def telegram(url: str) -> AsyncIterator[Telegram]:
    async with Telegram(url) as client:
        yield client


@pytest_asyncio.fixture
async def siti(people: Simulator, telegram: Telegram) -> int:
    """Siti's id; she has said /start, and the bot has taken note."""
    user = await people.add_user("Siti", username="siti_rangkas", language_code="id", id=SITI)
    await people.say(user["id"], "/start")
    await telegram.call("getUpdates", offset=-1)
    updates = await telegram.call("getUpdates")
    await telegram.call("getUpdates", offset=updates[-1]["update_id"] + 1)
    return int(user["id"])


@pytest.fixture
def button() -> dict[str, object]:
    """An inline keyboard of one button that carries data."""
    return {"inline_keyboard": [[{"text": "Daftar", "callback_data": "daftar:1"}]]}
