"""Live answers while something else is at work: what one asks of the database, at fixed moments."""

import asyncio
import math
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy import select
from sqlalchemy.orm import Session

from people.accounts import choose_language
from storage.database import Database
from storage.models import Account

EVERY_S = 0.02
PEOPLE = 1_000
LANGUAGES = ("en", "id")


class Answers:
    """Their times in seconds, from the moment they were due: what is late begins late, too."""

    def __init__(self, database: Database, every_s: float = EVERY_S) -> None:
        self._database, self._every_s = database, every_s
        self.waits: list[float] = []

    async def run(self) -> None:
        due, number = time.perf_counter(), 0
        while True:
            due, number = due + self._every_s, number + 1
            await asyncio.sleep(max(0.0, due - time.perf_counter()))
            await self._answer(1 + number % PEOPLE, LANGUAGES[number // PEOPLE % 2])
            self.waits.append(time.perf_counter() - due)

    def p99_ms(self) -> float:
        return 1000 * sorted(self.waits)[math.ceil(len(self.waits) * 0.99) - 1]

    async def _answer(self, account_id: int, language: str) -> None:
        """As a tap does: look somebody up, then change one thing."""
        await self._database.read(_look_up, account_id)
        await self._database.write(choose_language, account_id, language)


@asynccontextmanager
async def answering(database: Database) -> AsyncIterator[Answers]:
    """While it is open, one answer after another is due."""
    answers = Answers(database)
    task = asyncio.create_task(answers.run())
    try:
        yield answers
        while not answers.waits:  # noqa: ASYNC110 - what was over sooner is measured by one
            await asyncio.sleep(EVERY_S)
    finally:
        task.cancel()
        await asyncio.wait([task])
        if not task.cancelled():
            task.result()


def _look_up(session: Session, account_id: int) -> Account | None:
    return session.scalar(select(Account).where(Account.id == account_id))
