"""Who leads: each post of an installation is held by one process, while others stand by for it."""

import asyncio
import math
import time
from collections.abc import Awaitable
from enum import StrEnum
from pathlib import Path

import structlog
from sqlalchemy import make_url

from storage.locks import AdvisoryLock, FileLock, Lock, NoAnswer

log = structlog.get_logger(__name__)

LOOK_EVERY_S = 1.0


class Post(StrEnum):
    """What one process at a time may do for a database."""

    BOT = "bot"
    """Polls Telegram, and answers."""
    WORKER = "worker"
    """Drains the outbox, and plans what goes into it."""


# Advisory locks are numbers; these are the neighbours of `storage.database.ALONE`.
NUMBERS = {Post.BOT: 0x6A617762, Post.WORKER: 0x6A617763}


class Leadership:
    """One process and one post. `held` tells whether it is ours, `answers` whether we can know,
    `held_since` since when on the monotonic clock.
    """

    def __init__(self, post: Post, lock: Lock, look_every_s: float = LOOK_EVERY_S) -> None:
        self.post = post
        self.held = False
        self.held_since = -math.inf
        self.answers = True
        self._why = ""
        self._lock = lock
        self._look_every_s = look_every_s

    async def take(self) -> None:
        """Stand by until the post is ours."""
        if await self.try_to_take():
            return
        log.warning("standing by", post=self.post, database=self._state())
        while not self.held:
            await asyncio.sleep(self._look_every_s)
            await self.try_to_take()

    async def try_to_take(self) -> bool:
        """Whether it is ours now."""
        self.held = await self._look(self._lock.take())
        self.held_since = time.monotonic()
        return self.held

    async def lost(self) -> None:
        """Return as soon as the post is no longer ours."""
        while self.held:
            await asyncio.sleep(self._look_every_s)
            self.held = await self._look(self._lock.holds())
        log.warning("post lost", post=self.post, database=self._state())

    async def give_back(self) -> None:
        """Let others have it at once."""
        self.held = False
        await self._lock.give_back()

    async def _look(self, question: Awaitable[bool]) -> bool:
        try:
            answer = await question
        except NoAnswer as silence:
            self.answers, self._why = False, str(silence)
            return False
        self.answers = True
        return answer

    def _state(self) -> str:
        return "answers" if self.answers else f"away: {self._why}"


def leadership(url: str, post: Post, look_every_s: float = LOOK_EVERY_S) -> Leadership:
    """For the database at this SQLAlchemy URL."""
    target = make_url(url)
    if target.get_backend_name() != "sqlite":
        return Leadership(post, AdvisoryLock(target, NUMBERS[post]), look_every_s)
    file = Path(target.database or "jawara.db")
    lock = FileLock(file.with_name(f"{file.name}.{post}.lock"))
    return Leadership(post, lock, look_every_s)
