"""What time it is: the machine's, or in a demo the emulator's, which can be moved forward."""

import asyncio
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Protocol

import aiohttp
import structlog

log = structlog.get_logger(__name__)

LOOK_EVERY_S = 0.5
UNREADABLE = (
    aiohttp.ClientError, TimeoutError, KeyError, TypeError, ValueError, OverflowError
)  # fmt: skip
"""No answer, or one that is no offset."""


class Clock(Protocol):
    """Gives the time, aware and in UTC."""

    def __call__(self) -> datetime: ...


def machine_clock() -> datetime:
    return datetime.now(UTC)


def stopwatch(clock: Clock) -> Callable[[], float]:
    """Seconds that never run backwards; those the clock is moved forward by have passed, too."""
    return clock.elapsed_s if isinstance(clock, FollowedClock) else time.monotonic


class FollowedClock:
    """The machine's clock plus an offset that is read from a URL answering {"offset_s": …}."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._offset = timedelta()
        self._moved_s = 0.0

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self._offset

    def elapsed_s(self) -> float:
        return time.monotonic() + self._moved_s

    async def follow(self) -> None:
        """Until cancelled. While the URL does not answer, the last offset stays."""
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=5)) as session:
            while True:
                await self._look(session)
                await asyncio.sleep(LOOK_EVERY_S)

    async def look(self) -> None:
        """Read the offset once, before anything is due by the wrong time."""
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=5)) as session:
            await self._look(session)

    async def _look(self, session: aiohttp.ClientSession) -> None:
        try:
            async with session.get(self._url) as response:
                answer = await response.json()
            offset = timedelta(seconds=float(answer["offset_s"]))
            datetime.now(UTC) + offset  # there must be such a time
            self._moved_s += max(0.0, (offset - self._offset).total_seconds())
            self._offset = offset
        except UNREADABLE as error:
            log.warning("the clock to follow does not answer", error=repr(error))
