"""The log of SQLite is folded beside the writers, and by nobody where it is not worth it."""

import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from storage.checkpoints import LONG_PAGES, WORTH_IT_BYTES, Checkpoints, fold, log_bytes
from storage.database import Database
from tests.cast import open_database

PAGE = 4_096


@pytest.fixture
def file(sqlite_url: str) -> str:
    return sqlite_url.removeprefix("sqlite:///")


@pytest.fixture
def database(sqlite_url: str) -> Iterator[Database]:
    opened = open_database(sqlite_url)
    with opened.transaction() as session:
        session.execute(text("CREATE TABLE leaves (body BLOB)"))
    yield opened
    opened.close()


def write(database: Database, pages: int) -> None:
    with database.transaction() as session:
        session.execute(text(f"INSERT INTO leaves VALUES (zeroblob({pages * PAGE}))"))


def threads() -> list[str]:
    return [thread.name for thread in threading.enumerate() if thread.name == "checkpoints"]


def pages(file: str) -> int:
    """What the database's own file holds, without its log."""
    return Path(file).stat().st_size // PAGE


def becomes_longer_than(pages_before: int, file: str) -> None:
    deadline = time.monotonic() + 60
    while pages(file) <= pages_before:
        assert time.monotonic() < deadline
        time.sleep(0.02)


def test_a_short_log_starts_no_thread(database: Database, file: str) -> None:
    for _ in range(20):
        write(database, 10)
    assert 0 < log_bytes(file) < WORTH_IT_BYTES
    assert threads() == []


def test_a_long_log_is_folded_while_the_database_is_open(database: Database, file: str) -> None:
    write(database, 1_100)
    assert threads() == ["checkpoints"]
    becomes_longer_than(1_100, file)
    write(database, 1_100)
    becomes_longer_than(2_200, file)


def test_closing_ends_the_thread_and_leaves_no_log(database: Database, file: str) -> None:
    write(database, 1_100)
    database.close()
    assert (threads(), log_bytes(file)) == ([], 0)


def test_two_of_them_serve_one_file(database: Database, file: str) -> None:
    with closing(open_database(f"sqlite:///{file}")) as other:
        for each in (database, other):
            write(each, 1_100)
        assert threads() == ["checkpoints"] * 2
        becomes_longer_than(2_200, file)
    assert threads() == ["checkpoints"]
    write(database, 1_100)
    becomes_longer_than(3_300, file)


def test_one_that_is_closed_starts_no_thread_again(database: Database, file: str) -> None:
    checkpoints = Checkpoints(file)
    write(database, 1_100)
    database.close()
    checkpoints.close()
    write(database, 1_100)
    checkpoints.written()
    assert not checkpoints.at_work


def test_a_log_that_grew_long_begins_anew(database: Database, file: str) -> None:
    write(database, LONG_PAGES + 10)
    with closing(sqlite3.connect(file, isolation_level=None, timeout=0)) as own:
        fold(own)
        write(database, 10)
        _busy, in_the_log, _folded = own.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
    assert in_the_log < 100


def test_a_reader_of_an_older_moment_is_not_waited_for(database: Database, file: str) -> None:
    with database.snapshot() as reader, closing(sqlite3.connect(file, timeout=0)) as own:
        counted = text("SELECT count(*) FROM leaves")
        assert reader.scalar(counted) == 0
        write(database, LONG_PAGES + 10)
        own.isolation_level = None
        fold(own)
        write(database, 10)  # nobody holds the lock
        assert reader.scalar(counted) == 0
