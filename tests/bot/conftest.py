"""Tests of letters share a transaction that is rolled back; those of sending, an emulator each."""

from collections.abc import AsyncIterator

import pytest

from tests.bot.letter_box import Post, letter_box
from tests.rolled_back import empty_database, session

__all__ = ["empty_database", "session"]


@pytest.fixture
async def post(sqlite_url: str) -> AsyncIterator[Post]:
    async with letter_box(sqlite_url) as box:
        yield box
