"""Messages a second out of the outbox, every state durable, beside a bare loop that only posts.

64 under way at once, the same stub process for all; medians of the rounds, which take turns.
"""

import asyncio
import os
import statistics
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zoneinfo import ZoneInfo

from announcements.filling import work
from app.stocking import stock_demo
from benchmarks import sink
from benchmarks.contenders.figures import told_by
from benchmarks.processes import end, start
from benchmarks.stores import Fresh, durability, open_at, stores
from benchmarks.town import announce, remind, settle
from storage.database import Database

MESSAGES = 10_000
ROUNDS = 5
FEW, MANY, MILLION = 1_000, 100_000, 1_000_000
RAW, RAW_TOO = "raw", "raw_on_our_loop"
WIB = ZoneInfo("Asia/Jakarta")
PATIENCE_S, SLOWEST_PER_S = 60, 50

Fill = Callable[[Database, int], None]


@dataclass
class Rates:
    """What the rounds of one contender came to."""

    per_s: list[float] = field(default_factory=list)
    cpu_ms: list[float] = field(default_factory=list)

    def add(self, messages: int, told: dict[str, float]) -> None:
        self.per_s.append(messages / told["seconds"])
        self.cpu_ms.append(1000 * told["cpu_s"] / messages)

    def figures(self) -> dict[str, float]:
        middle = statistics.median(self.per_s)
        return {
            "messages_per_s": middle,
            "spread_percent": 100 * (max(self.per_s) - min(self.per_s)) / middle,
            "cpu_ms_per_message": statistics.median(self.cpu_ms),
        }


def run(full: bool = False) -> dict[str, Any]:
    """Figures by contender, their ratio to the bare loop, and memory by number of recipients."""
    with sink.running() as telegram, stores() as systems:
        figures: dict[str, Any] = {"messages": MESSAGES, "rounds": ROUNDS}
        for name, fresh in systems.items():
            with fresh() as url:
                figures[f"{name}_durability"] = durability(url)
        rates = _take_turns(telegram, systems)
        figures |= {name: each.figures() for name, each in rates.items()}
        figures["ratio_to_raw (goal 0.4)"] = _ratios(rates, RAW)
        figures["ratio_to_raw_on_our_loop"] = _ratios(rates, RAW_TOO)
        for name, fresh in systems.items():
            figures[f"memory_mb_{name} (goal +-30)"] = _memory(telegram, fresh, full)
    return figures


def broadcast(database: Database, count: int) -> None:
    """One text for all of them."""
    with database.transaction() as session:
        settle(session, count, _now())
        announce(session, _now())
    asyncio.run(work(database, _now))


def reminders(database: Database, count: int) -> None:
    """A reminder to each: a text for every sixteen of them."""
    with TemporaryDirectory() as home:
        stock_demo(database, Path(home), _now(), WIB)
    with database.transaction() as session:
        settle(session, count, _now())
        remind(session, count, _now())


def _take_turns(telegram: sink.Running, systems: dict[str, Fresh]) -> dict[str, Rates]:
    rates = {RAW: Rates(), RAW_TOO: Rates()}
    for _ in range(ROUNDS):
        for name, loop in ((RAW, "asyncio"), (RAW_TOO, "fastest")):
            rates[name].add(MESSAGES, contend("raw", MESSAGES, telegram.url, str(MESSAGES), loop))
        for name, fresh in systems.items():
            for fill in (broadcast, reminders):
                told = drain(telegram, fresh, fill, MESSAGES)
                rates.setdefault(f"{fill.__name__}_{name}", Rates()).add(MESSAGES, told)
    return rates


def drain(telegram: sink.Running, fresh: Fresh, fill: Fill, messages: int) -> dict[str, float]:
    """What the courier's process tells of it. Raises RuntimeError where a message is missing."""
    with fresh() as url:
        with closing(open_at(url)) as database:
            fill(database, messages)
        os.sync()  # what was prepared is on the disk, and no commit waits behind it
        before = telegram.messages()
        told = contend("courier", messages, telegram.url, url)
        arrived = telegram.messages() - before
    if arrived != messages:
        raise RuntimeError(f"{arrived} of {messages} messages have arrived")
    return told


def contend(name: str, messages: int, *arguments: str) -> dict[str, float]:
    with TemporaryDirectory() as folder:
        file = str(Path(folder) / "figures.json")
        module = ["-m", "benchmarks.contenders", name, *arguments, file]
        process = start([sys.executable, *module], os.environ)
        try:
            if process.wait(PATIENCE_S + messages / SLOWEST_PER_S):
                raise RuntimeError(f"{name} has ended with {process.returncode}")
        finally:
            end(process)
        return told_by(file)


def _memory(telegram: sink.Running, fresh: Fresh, full: bool) -> dict[str, float]:
    """The greatest resident memory of the courier's process, by the number of recipients."""
    counts = (FEW, MANY, MILLION) if full else (FEW, MANY)
    return {
        f"at_{count}": drain(telegram, fresh, broadcast, count)["memory_mb"] for count in counts
    }


def _ratios(rates: dict[str, Rates], floor: str) -> dict[str, float]:
    """Round by round, since the machine is not the same from one to the next; then the median."""
    raw = rates[floor].per_s
    return {
        name: statistics.median(ours / bare for ours, bare in zip(each.per_s, raw, strict=True))
        for name, each in rates.items()
        if name not in (RAW, RAW_TOO)
    }


def _now() -> datetime:
    return datetime.now(UTC)
