"""Transactions side by side, on connections of their own, each stopped where the test wants it."""

import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session

from storage.database import Database

PATIENCE_S = 60
WAITING = "SELECT count(*) FROM pg_locks WHERE NOT granted AND pid IN (SELECT pid FROM "
WAITING += "pg_stat_activity WHERE datname = current_database())"


@contextmanager
def held(database: Database, statement: str) -> Iterator[None]:
    """Somebody else has locked these rows; on SQLite nobody can write at all meanwhile."""
    with database.transaction() as session:
        session.execute(text(statement if not database.on_sqlite else "SELECT 1"))
        yield


def waits(database: Database, count: int) -> None:
    """Return once so many transactions wait for others."""
    until = time.monotonic() + PATIENCE_S
    while not database.on_sqlite and time.monotonic() < until:
        with database.snapshot() as session:
            if session.scalar(text(WAITING)) == count:
                return
        time.sleep(0.01)
    assert database.on_sqlite, "nobody waits"


def begun(
    threads: ThreadPoolExecutor, database: Database, call: Callable[[Session], Any]
) -> "Future[Any]":
    def run() -> Any:
        with database.transaction() as session:
            return call(session)

    return threads.submit(run)
