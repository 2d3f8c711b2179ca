"""100,000 reminders that are due in the same minute: the time to plan them, and their order.

Planned as the tick does, in short steps; then looked at again, thoroughly, which writes nothing.
"""

import asyncio
import itertools
import statistics
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.stocking import stock_demo
from benchmarks.school import enrol
from benchmarks.stores import Fresh, durability, opened, stores
from benchmarks.town import settle
from intake.reminders.planning import plan_in_steps
from notices.claiming import claim
from notices.outbox import Lane, post
from storage.database import Database
from storage.models import Account

REMINDERS = 100_000
ROUNDS = 3
LOOKED_AT = 512
HOURS_BEFORE = 2
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
WIB = ZoneInfo("Asia/Jakarta")


def run(full: bool = False) -> dict[str, Any]:
    """Seconds by system (goal 5), and whether lanes and due times are kept to."""
    figures: dict[str, Any] = {"reminders": REMINDERS, "rounds": ROUNDS}
    with stores() as systems:
        for name, fresh in systems.items():
            rounds = [measure(fresh) for _ in range(ROUNDS * (2 if full else 1))]
            figures[name] = {key: _middle([each[key] for each in rounds]) for key in rounds[0]}
    return figures


def _middle(values: list[Any]) -> Any:
    return statistics.median(values) if isinstance(values[0], float) else values[0]


def measure(fresh: Fresh, reminders: int = REMINDERS) -> dict[str, Any]:
    now = datetime.now(UTC)
    with opened(fresh) as (url, database):
        _prepare(database, reminders, now)
        quick = _timed(database, now, since=now - MINUTE)
        again = _timed(database, now, since=None)
        return {
            "durability": durability(url),
            "planned": quick[1],
            "planning_s (goal 5)": quick[0],
            "thorough_look_again_s": again[0],
            "planned_again (goal 0)": again[1],
            "in_order_of_lane_and_due_time": _in_order(database, now),
        }


def _prepare(database: Database, reminders: int, now: datetime) -> None:
    with TemporaryDirectory() as home:
        stock_demo(database, Path(home), now, WIB)
    begins = now - MINUTE / 2 + HOURS_BEFORE * HOUR
    with database.transaction() as session:
        settle(session, reminders, now - DAY, hours_before=HOURS_BEFORE)
        enrol(session, reminders, begins=begins, joined=now - DAY)


def _timed(database: Database, now: datetime, since: datetime | None) -> tuple[float, int]:
    began = time.perf_counter()
    planned = asyncio.run(plan_in_steps(database, now, WIB, since))
    return time.perf_counter() - began, planned.reminders


def _in_order(database: Database, now: datetime) -> bool:
    """Among results and alerts that are due at other times, the first letters go in order."""
    with database.transaction() as session:
        _post_others(session, now)
    claimed = [(letter.lane, letter.due_at) for letter in _claimed(database, now)]
    lanes = {lane for lane, _due in claimed}
    return claimed == sorted(claimed) and lanes == {Lane.RESULTS, Lane.REMINDERS}


def _post_others(session: Session, now: datetime) -> None:
    some = session.scalars(select(Account.id).order_by(Account.id.desc()).limit(200)).all()
    for number, account_id in enumerate(some):
        lane = (Lane.RESULTS, Lane.ALERTS)[number % 2]
        post(
            session,
            account_id=account_id,
            kind="meeting_moved",
            facts={"meeting_id": 1, "revision": 1},
            key=f"bench:other:{account_id}",
            lane=lane,
            due_at=now - number * MINUTE,
            expires_at=now + DAY,
            now=now,
        )


def _claimed(database: Database, now: datetime) -> Iterator[Any]:
    for _ in itertools.repeat(None, LOOKED_AT // 64):
        with database.transaction() as session:
            yield from claim(session, 64, now=now, zone=WIB).letters
