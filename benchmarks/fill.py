"""Writing a broadcast for a million people into the outbox, beside one bare INSERT … SELECT.

The bare one writes the same rows into a table with the same columns and numbered rows, whose one
index holds each account to one row of a batch; and, to compare, into the outbox itself with all its
indexes and its foreign key. Live answers go on meanwhile, and before, in quiet.
"""

import asyncio
import statistics
import time
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    MetaData,
    Select,
    Table,
    UniqueConstraint,
    func,
    insert,
    literal,
    select,
)

from announcements.filling import work
from benchmarks.answers import Answers, answering
from benchmarks.stores import Fresh, durability, opened, stores
from benchmarks.town import ACCOUNTS, announce, settle
from notices.outbox import NOTICES
from storage.database import Database

PEOPLE = 1_000_000
ROUNDS = 3
QUIET_S = 10
ANOTHER = 1_000_000  # a batch that nobody has yet


def run(full: bool = False) -> dict[str, Any]:
    """Seconds by system, their ratio (goal 3), and the answers' p99 to that in quiet (goal 3)."""
    figures: dict[str, Any] = {"people": PEOPLE, "rounds": ROUNDS}
    with stores() as systems:
        for name, fresh in systems.items():
            rounds = [measure(fresh) for _ in range(ROUNDS * (2 if full else 1))]
            middle = {key: statistics.median(each[key] for each in rounds) for key in rounds[0]}
            with fresh() as url:
                figures[name] = {"durability": durability(url), **middle}
    return figures


def measure(fresh: Fresh, people: int = PEOPLE, quiet_s: float = QUIET_S) -> dict[str, float]:
    """Bare, ours, bare again: the machine may be another one in between."""
    with opened(fresh) as (_url, database):
        with database.transaction() as session:
            settle(session, people, _now())
        before = _bare(database, people)
        quiet, busy, ours = asyncio.run(_ours(database, people, quiet_s))
        bare = (before + _bare(database, people)) / 2
        outbox = _bare_outbox(database, people)
    return {
        "bare_s": bare,
        "bare_into_the_outbox_s": outbox,
        "ours_s": ours,
        "ours_to_bare_into_the_outbox": ours / outbox,
        "ours_to_bare (goal 3)": ours / bare,
        "answer_p99_quiet_ms": quiet.p99_ms(),
        "answer_p99_meanwhile_ms": busy.p99_ms(),
        "answer_slowest_meanwhile_ms": 1000 * max(busy.waits),
        "p99_to_quiet (goal 3)": busy.p99_ms() / quiet.p99_ms(),
    }


async def _ours(database: Database, people: int, quiet_s: float) -> tuple[Answers, Answers, float]:
    async with answering(database) as quiet:
        await asyncio.sleep(quiet_s)
    await database.write(announce, _now())
    async with answering(database) as busy:
        began = time.perf_counter()
        await work(database, _now)
        took = time.perf_counter() - began
    written = await database.read(lambda session: session.scalar(select(func.count(NOTICES.c.id))))
    if written != people:
        raise RuntimeError(f"{written} of {people} were written")
    return quiet, busy, took


def _bare(database: Database, people: int) -> float:
    """Seconds of the statement and its commit, into a table that is gone afterwards."""
    columns = [
        Column(each.name, each.type, nullable=each.nullable, primary_key=each.primary_key)
        for each in NOTICES.c
    ]
    table = Table("bare", MetaData(), *columns, UniqueConstraint("account_id", "batch_id"))
    writers = database.engine.execution_options(jawara_writes=True)
    with writers.begin() as connection:
        table.create(connection)
    try:
        with writers.connect() as connection:
            return _timed(connection, table, people)
    finally:
        with writers.begin() as connection:
            table.drop(connection)


def _bare_outbox(database: Database, people: int) -> float:
    """The same into the outbox as it is: what the statement itself costs there."""
    writers = database.engine.execution_options(jawara_writes=True)
    with writers.connect() as connection:
        return _timed(connection, NOTICES, people)


def _timed(connection: Connection, table: Table, people: int) -> float:
    began = time.perf_counter()
    names = [each.name for each in table.c if each.name != "id"]
    written = connection.execute(insert(table).from_select(names, _rows(table)))
    connection.commit()
    took = time.perf_counter() - began
    assert written.rowcount in (people, -1)
    return took


def _rows(table: Table) -> Select[Any]:
    now = _now()
    told: dict[str, Any] = {
        "account_id": ACCOUNTS.c.id,
        "kind": "broadcast",
        "facts": {"broadcast_id": 1},
        "batch_id": ANOTHER,
        "lane": 3,
        "due_at": now,
        "expires_at": now,
        "state": "pending",
        "attempts": 0,
        "created_at": now,
    }
    values = ((told.get(each.name), each.type) for each in table.c if each.name != "id")
    return select(
        *(value if value is ACCOUNTS.c.id else literal(value, kind) for value, kind in values)
    )


def _now() -> datetime:
    return datetime.now(UTC)
