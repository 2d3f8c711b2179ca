"""Transactions, on both databases: all or nothing, one writer past another, one moment's truth."""

import asyncio
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import Engine, delete, func, select, text, update
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.orm import Session

from people.accounts import ensure_account
from storage.database import REST_S, Database, alone, connect
from storage.models import Account, Source
from tests.cast import NOW, SITI, open_database, set_stage


@pytest.fixture
def engines(database_url: str) -> Iterator[tuple[Engine, Engine]]:
    """Two, as two processes would have them."""
    pair = (connect(database_url), connect(database_url))
    yield pair
    for engine in pair:
        engine.dispose()


def count(session: Session) -> int:
    return session.scalar(select(func.count()).select_from(Account)) or 0


def add(session: Session, telegram_id: int = SITI.telegram_id) -> int:
    account = ensure_account(session, telegram_id, now=NOW)
    session.flush()
    return account.id


async def test_what_a_call_returns_is_committed(database: Database) -> None:
    account_id = await database.write(add)
    assert await database.read(count) == 1
    assert await database.write(add) == account_id


async def test_an_exception_leaves_nothing_behind(database: Database) -> None:
    def fail(session: Session) -> None:
        add(session)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await database.write(fail)
    assert await database.read(count) == 0


async def test_of_two_that_wait_for_each_other_both_are_done(database: Database) -> None:
    """The one that PostgreSQL undoes is run anew; SQLite lets them write in turn."""
    ids = [await database.write(add, number) for number in (1, 2)]
    begun = threading.Barrier(2)
    tries: list[int] = []

    def take_both(session: Session, first: int, second: int) -> None:
        tries.append(first)
        for account_id in (first, second):
            marked = update(Account).where(Account.id == account_id)
            session.execute(marked.values(hours_before=Account.hours_before + 1))
            if account_id == first and len(tries) <= 2 and not database.on_sqlite:
                begun.wait()

    await asyncio.gather(
        database.write(take_both, ids[0], ids[1]), database.write(take_both, ids[1], ids[0])
    )
    hours = select(Account.hours_before).order_by(Account.id)
    with database.snapshot() as session:
        assert list(session.scalars(hours)) == [4, 4]
    assert len(tries) == 2 if database.on_sqlite else len(tries) > 2


async def test_what_a_reader_does_is_not_kept(database: Database) -> None:
    await database.read(add)
    assert await database.read(count) == 0


def test_writers_who_read_first_dont_write_past_each_other(database: Database) -> None:
    with database.transaction() as session:
        add(session)
        session.execute(update(Account).values(language="0"))
    at_once = threading.Barrier(4)

    def add_ones() -> None:
        at_once.wait()
        for _ in range(4):
            with database.transaction() as session:
                account = session.scalars(select(Account).with_for_update()).one()
                account.language = str(int(account.language) + 1)

    with ThreadPoolExecutor(4) as pool:
        for done in [pool.submit(add_ones) for _ in range(4)]:
            done.result()
    with database.snapshot() as session:
        assert session.scalars(select(Account.language)).all() == ["16"]


def test_a_snapshot_sees_one_moment_whatever_is_written_meanwhile(database: Database) -> None:
    with database.snapshot() as reader:
        assert count(reader) == 0
        with database.transaction() as writer:
            add(writer)
            assert count(reader) == 0
        assert count(reader) == 0
    with database.snapshot() as reader:
        assert count(reader) == 1


async def test_the_event_loop_is_free_while_postgresql_works(postgres_url: str) -> None:
    database = open_database(postgres_url)
    threads = {await database.read(lambda _session: threading.get_ident()) for _ in range(3)}
    assert threading.get_ident() not in threads
    database.close()


def test_a_connection_that_died_while_it_rested_is_replaced(postgres_url: str) -> None:
    database, other = open_database(postgres_url), connect(postgres_url)
    with database.transaction() as session:
        add(session)
        first = session.connection().scalar(text("SELECT pg_backend_pid()"))
    with other.execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
        connection.execute(text("SELECT pg_terminate_backend(:pid)"), {"pid": first})
    time.sleep(REST_S)
    with database.transaction() as session:
        assert count(session) == 1
        assert session.connection().scalar(text("SELECT pg_backend_pid()")) != first
    database.close()
    other.dispose()


async def test_sqlite_answers_in_line(sqlite_url: str) -> None:
    database = open_database(sqlite_url)
    assert await database.read(lambda _session: threading.get_ident()) == threading.get_ident()
    database.close()


def test_a_row_that_others_point_to_cant_be_taken_away(database: Database) -> None:
    with database.transaction() as session:
        set_stage(session)
    with pytest.raises(IntegrityError), database.transaction() as session:
        session.execute(delete(Source))


def test_an_error_names_no_values(database: Database) -> None:
    siti = {"telegram_id": SITI.telegram_id, "unreachable_reason": SITI.nik, "created_at": NOW}
    with pytest.raises(IntegrityError, match="telegram_id") as told, database.transaction() as one:
        one.add_all([Account(**siti), Account(**siti)])
    assert SITI.nik not in str(told.value)


def test_what_is_to_be_alone_waits_for_its_like(engines: tuple[Engine, Engine]) -> None:
    one, other = engines
    order: list[str] = []

    def second() -> None:
        with alone(other):
            order.append("second")

    with ThreadPoolExecutor(1) as pool:
        with alone(one):
            waiting = pool.submit(second)
            with pytest.raises(TimeoutError):
                waiting.result(timeout=0.1)
            order.append("first")
        waiting.result(timeout=60)
    assert order == ["first", "second"]


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("foreign_keys", 1),
        ("secure_delete", 1),
        ("journal_mode", "wal"),
        ("synchronous", 2),  # FULL: a commit has reached the disk
        ("busy_timeout", 10_000),
        ("wal_autocheckpoint", 65_536),  # the log is folded by a thread: storage.checkpoints
        ("journal_size_limit", 16 * 2**20),
    ],
)
def test_sqlite_is_set_up_to_be_relied_on(sqlite_url: str, pragma: str, value: object) -> None:
    engine = connect(sqlite_url)
    with engine.connect() as connection:
        assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar() == value
    engine.dispose()


def test_on_sqlite_a_writer_begins_with_the_lock_and_a_reader_without(sqlite_url: str) -> None:
    database, other = open_database(sqlite_url), connect(sqlite_url)
    with database.snapshot() as session:
        assert count(session) == 0
        with other.begin() as connection:
            connection.exec_driver_sql("DELETE FROM accounts")
    with database.transaction() as session, other.connect() as connection:
        assert count(session) == 0  # a read is enough
        connection.exec_driver_sql("PRAGMA busy_timeout = 0")
        with pytest.raises(OperationalError, match="locked"):
            connection.exec_driver_sql("DELETE FROM accounts")
    database.close()
    other.dispose()
