"""Bulk and live answers together against a server that enforces Telegram's ceiling: rates, no 429.

At 30 a second the emulator does; it checks each call too thoroughly for 1,000, where a bare stub
keeps the same sliding second.
"""

import asyncio
import math
import random
import statistics
import subprocess
import tempfile
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Protocol

from app.opening import open_database
from app.settings import Settings
from benchmarks.contenders import jawara
from benchmarks.people import FIRST_ID
from benchmarks.processes import end, start
from benchmarks.rated import Emulated, Stubbed
from benchmarks.town import announce, settle

SECONDS = 60
WARM_UP_S = 8
LIVE_PEOPLE = 200
P99_GOAL_MS = 300


class Telegram(Protocol):
    """A server with a ceiling, the people who write to it, and what it remembers of the time."""

    url: str
    on_answer: Callable[[int], None]

    async def say(self, user_id: int) -> None:
        """Somebody asks for the menu, and is heard of again in `on_answer`."""

    async def counted(self) -> tuple[int, int]:
        """Messages taken so far, and calls refused with 429."""


@dataclass(frozen=True)
class Case:
    """A ceiling, the pace that bulk is given under it, and the answers that people ask for."""

    telegram: Callable[[], Any]
    bulk_rate: int
    live_per_s: float
    goal_per_s: int


CASES = {
    "free (30/s)": Case(lambda: Emulated(30), 25, 5, 27),
    "paid (1000/s)": Case(lambda: Stubbed(1000), 1000, 60, 900),
}


@dataclass
class Asked:
    """Who waits for an answer since when, and how long others have waited; in seconds."""

    since: dict[int, float] = field(default_factory=dict)
    waits: list[float] = field(default_factory=list)

    def answered(self, user_id: int) -> None:
        began = self.since.pop(user_id, None)
        if began is not None:
            self.waits.append(time.perf_counter() - began)


def run(full: bool = False, seconds: int = SECONDS) -> dict[str, Any]:
    """Figures of each case over so many seconds."""
    figures: dict[str, Any] = {"seconds": seconds}
    for name, case in CASES.items():
        figures[name] = asyncio.run(_measure(case, seconds))
    return figures


async def _measure(case: Case, seconds: int) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as home:
        async with case.telegram() as telegram:
            recipients = int(case.bulk_rate * (seconds + 2 * WARM_UP_S))
            settings = await asyncio.to_thread(_prepare, Path(home), recipients)
            await telegram.gather(recipients, LIVE_PEOPLE)
            async with _running(settings, telegram.url, case.bulk_rate) as process:
                return await _watch(case, telegram, process, seconds)


async def _watch(
    case: Case, telegram: Any, process: subprocess.Popen[bytes], seconds: int
) -> dict[str, float]:
    asked = Asked()
    telegram.on_answer = asked.answered
    asking = asyncio.create_task(_ask(telegram, asked, case.live_per_s))
    try:
        await asyncio.sleep(WARM_UP_S)
        asked.waits.clear()
        began, (before, refused) = time.perf_counter(), await telegram.counted()
        await asyncio.sleep(seconds)
        took, (after, refused_then) = time.perf_counter() - began, await telegram.counted()
    finally:
        asking.cancel()
    if process.poll() is not None:
        raise RuntimeError(f"the bot has ended with {process.returncode}")
    waits = sorted(asked.waits)
    return {
        f"messages_per_s (goal {case.goal_per_s})": (after - before) / took,
        "refused_429 (goal 0)": refused_then - refused,
        "answers": len(waits),
        "unanswered": len(asked.since),
        "answer_p50_ms": 1000 * statistics.median(waits),
        f"answer_p99_ms (goal {P99_GOAL_MS})": 1000 * waits[math.ceil(len(waits) * 0.99) - 1],
    }


async def _ask(telegram: Any, asked: Asked, per_s: float) -> None:
    """People write at moments of their own, not all a second apart; each rarely."""
    dice, number = random.Random(1), 0
    due = time.perf_counter()
    while True:
        due += dice.expovariate(per_s)
        await asyncio.sleep(max(0.0, due - time.perf_counter()))
        user_id = FIRST_ID + number % LIVE_PEOPLE
        number += 1
        asked.since.setdefault(user_id, time.perf_counter())
        await telegram.say(user_id)


def _prepare(home: Path, recipients: int) -> Settings:
    """An installation with a broadcast that has just been started."""
    settings = jawara.prepare(home, LIVE_PEOPLE)
    database, now = open_database(settings), datetime.now(UTC)
    with database.transaction() as session:
        settle(session, recipients, now)
        announce(session, now)
    database.close()
    return settings


@asynccontextmanager
async def _running(
    settings: Settings, url: str, bulk_rate: float
) -> AsyncIterator[subprocess.Popen[bytes]]:
    process = start(*jawara.command(settings, url, bulk_rate=bulk_rate))
    try:
        yield process
    finally:
        await asyncio.to_thread(end, process)
