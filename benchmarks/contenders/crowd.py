"""What each process of a rush does: a bare transaction a person, or the whole registration."""

import asyncio
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import psycopg
from sqlalchemy import make_url

from app.loops import run, settle_memory
from benchmarks.counter import CLASSES, SEATS
from intake.registration.submissions import Submission, submit_all
from storage.database import Database
from storage.vault import Vault

Crowd = Callable[[str, str, list[int], list[int], float], float]
"""The database's URL, the vault's key, two who come before the rush so that the process is as warm
as one that has run for a while, the accounts, and when to begin; returns when it ended.
"""

WIB = ZoneInfo("Asia/Jakarta")
AT_ONCE = 64
COUNT = "UPDATE bare_classes SET taken = taken + 1 WHERE id = {0} AND taken < {0}"
NOTE = "INSERT INTO bare_applications (class_id, account_id) VALUES ({0}, {0})"


def bare(url: str, _key: str, _early: list[int], accounts: list[int], start_at: float) -> float:
    target = make_url(url)
    if target.get_backend_name() == "sqlite":
        return _bare_sqlite(target.database or "", accounts, start_at)
    plain = target.set(drivername="postgresql").render_as_string(hide_password=False)
    count, note = COUNT.format("%s"), NOTE.format("%s")
    with psycopg.connect(plain) as connection:
        _wait(start_at)
        for account_id in accounts:
            connection.execute(count, (account_id % CLASSES, SEATS))
            connection.execute(note, (account_id % CLASSES, account_id))
            connection.commit()
    return time.time()


def ours(url: str, key: str, early: list[int], accounts: list[int], start_at: float) -> float:
    """As the bot calls it and in a process like its own, with so many taps under way at once."""
    with closing(Database(url, vault=Vault(key))) as database:
        with database.transaction() as session:
            submit_all(session, [Submission(each, each, datetime.now(UTC), WIB) for each in early])
        settle_memory()
        run(_submit_all(database, accounts, start_at))
    return time.time()


async def _submit_all(database: Database, accounts: list[int], start_at: float) -> None:
    waiting = iter(accounts)

    async def taps() -> None:
        for account_id in waiting:
            tap = Submission(account_id, account_id, datetime.now(UTC), WIB)
            await database.write_in_crowd(submit_all, tap)

    _wait(start_at)
    await asyncio.gather(*(taps() for _ in range(AT_ONCE)))


def _bare_sqlite(file: str, accounts: list[int], start_at: float) -> float:
    count, note = COUNT.format("?"), NOTE.format("?")
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous = FULL")
        _wait(start_at)
        for account_id in accounts:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute(count, (account_id % CLASSES, SEATS))
            connection.execute(note, (account_id % CLASSES, account_id))
            connection.execute("COMMIT")
    return time.time()


def _wait(start_at: float) -> None:
    time.sleep(max(0.0, start_at - time.time()))
