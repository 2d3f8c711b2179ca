"""What each process does as deadlines near: a bare transaction a person, or the confirmation."""

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
from benchmarks.counter import CLASSES
from intake.seats.confirming import Confirmation, confirm_all
from intake.seats.errors import OfferPast
from intake.seats.reserve import classes_to_look_at, pass_on
from storage.database import Database
from storage.vault import Vault

Crowd = Callable[[str, str, list[int], float, bool], tuple[float, dict[int, bool]]]
"""The database's URL, the vault's key, application ids, when to begin, and whether this process
keeps the clock; returns when it ended, and who was told yes.
"""

WIB = ZoneInfo("Asia/Jakarta")
AT_ONCE = 64
TICK_S = 0.2
COUNT = "UPDATE bare_classes SET taken = taken + 1 WHERE id = {0} AND taken < {1}"
NOTE = "INSERT INTO bare_applications (class_id, account_id) VALUES ({0}, {0})"


def bare(
    url: str, _key: str, ids: list[int], start_at: float, _clock: bool
) -> tuple[float, dict[int, bool]]:
    """A conditional update that always finds room, and an insert."""
    target = make_url(url)
    rows = [(each % CLASSES, each) for each in ids]
    if target.get_backend_name() == "sqlite":
        count, note = COUNT.format("?", 10**9), NOTE.format("?")
        with closing(sqlite3.connect(target.database or "", isolation_level=None)) as file:
            file.execute("PRAGMA synchronous = FULL")
            _wait(start_at)
            for class_id, each in rows:
                file.execute("BEGIN IMMEDIATE")
                file.execute(count, (class_id,))
                file.execute(note, (class_id, each))
                file.execute("COMMIT")
        return time.time(), {}
    plain = target.set(drivername="postgresql").render_as_string(hide_password=False)
    count, note = COUNT.format("%s", 10**9), NOTE.format("%s")
    with psycopg.connect(plain) as connection:
        _wait(start_at)
        for class_id, each in rows:
            connection.execute(count, (class_id,))
            connection.execute(note, (class_id, each))
            connection.commit()
    return time.time(), {}


def ours(
    url: str, key: str, ids: list[int], start_at: float, clock: bool
) -> tuple[float, dict[int, bool]]:
    """As the bot calls it and in a process like its own, with so many taps under way at once."""
    with closing(Database(url, vault=Vault(key))) as database:
        settle_memory()
        return run(_confirm_all(database, ids, start_at, clock))


async def _confirm_all(
    database: Database, ids: list[int], start_at: float, clock: bool
) -> tuple[float, dict[int, bool]]:
    told: dict[int, bool] = {}
    waiting = iter(ids)
    # Warm, as a process that has run for a while is; nobody has an application 0.
    await asyncio.gather(_confirm(database, 0), return_exceptions=True)

    async def taps() -> None:
        for application_id in waiting:
            told[application_id] = await _confirm(database, application_id)

    _wait(start_at)
    ticking = asyncio.create_task(_keep_the_clock(database)) if clock else None
    await asyncio.gather(*(taps() for _ in range(AT_ONCE)))
    ended = time.time()
    if ticking is not None:
        ticking.cancel()
    return ended, told


async def _confirm(database: Database, application_id: int) -> bool:
    yes = Confirmation(application_id, None, "applicant", datetime.now(UTC), WIB)
    try:
        return await database.write_in_crowd(confirm_all, yes)
    except OfferPast:
        return False


async def _keep_the_clock(database: Database) -> None:
    while True:
        for class_id in await database.read(classes_to_look_at, datetime.now(UTC)):
            await database.write(pass_on, class_id, now=datetime.now(UTC), zone=WIB)
        await asyncio.sleep(TICK_S)


def _wait(start_at: float) -> None:
    time.sleep(max(0.0, start_at - time.time()))
