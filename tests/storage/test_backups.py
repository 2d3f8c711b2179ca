"""A backup is one moment of the whole database; putting it back is all or nothing."""

import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path
from threading import Event, Thread

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from notices.outbox import Lane, post
from people.accounts import ensure_account
from storage.backups import (
    BackupFailed,
    is_empty,
    is_marked,
    put_back,
    sealed_check_of,
    take_backup,
    unmark,
)
from storage.database import Database, connect
from storage.migrations import differences
from storage.models import Account, Notice
from tests.cast import NOW, open_database
from tests.storage.some_rows import Rows, fill, read_rows


@pytest.fixture
def elsewhere(database_url: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """Another, empty database on the same system."""
    if database_url.startswith("sqlite"):
        yield f"sqlite:///{tmp_path}/elsewhere.db"
    else:
        with request.getfixturevalue("_postgres_databases").fresh() as url:
            yield url


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "backup"


def filled(url: str) -> Rows:
    engine = connect(url)
    with engine.begin() as connection:
        fill(connection)
    engine.dispose()
    return rows_of(url)


def rows_of(url: str) -> Rows:
    engine = connect(url)
    with engine.connect() as connection:
        rows = read_rows(connection)
    engine.dispose()
    return rows


def marked(url: str) -> bool:
    engine = connect(url)
    try:
        with engine.connect() as connection:
            return is_marked(connection)
    finally:
        engine.dispose()


def write_pair(session: Session, number: int) -> None:
    """A person and their notice: never one without the other."""
    account = ensure_account(session, number, now=NOW)
    session.flush()
    due = {"due_at": NOW, "expires_at": NOW + timedelta(days=1), "now": NOW}
    post(
        session, account_id=account.id, kind="k", facts={}, key=f"k:{number}",
        lane=Lane.RESULTS, **due,
    )  # fmt: skip


@contextmanager
def writing(database: Database) -> Iterator[list[int]]:
    """Somebody writes pair after pair meanwhile; the numbers that are committed."""
    written, stop = [0], Event()

    def write() -> None:
        while not stop.is_set():
            with database.transaction() as session:
                write_pair(session, written[-1] + 1)
            written.append(written[-1] + 1)

    writer = Thread(target=write)
    writer.start()
    try:
        yield written
    finally:
        stop.set()
        writer.join()


def test_one_moment_is_kept_while_others_write(
    database_url: str, elsewhere: str, file: Path
) -> None:
    with closing(open_database(database_url)) as database, writing(database) as written:
        while len(written) < 20:
            time.sleep(0.01)
        before = written[-1]
        take_backup(database_url, file)
        after = written[-1] + 1
    put_back(elsewhere, file)
    with closing(open_database(elsewhere)) as database, database.transaction() as session:
        accounts = session.scalar(select(func.count(Account.id)))
        pairs = select(func.count(Notice.id)).join(Account, Account.id == Notice.account_id)
        assert (accounts, session.scalar(pairs)) == (accounts, accounts)
        assert accounts in range(before, after + 1)
        write_pair(session, after + 1)  # numbers go on where they were


def test_every_row_of_every_table_comes_back(database_url: str, elsewhere: str, file: Path) -> None:
    rows = filled(database_url)
    take_backup(database_url, file)
    assert is_empty(elsewhere)
    put_back(elsewhere, file)
    engine = connect(elsewhere)
    with engine.begin() as connection:
        unmark(connection)
    assert (rows_of(elsewhere), is_empty(elsewhere)) == (rows, False)
    assert differences(engine) == []
    engine.dispose()


def test_what_was_put_back_is_marked_until_somebody_has_made_it_ready(
    database_url: str, elsewhere: str, file: Path
) -> None:
    """Also by a backup that was itself taken of a marked one."""
    take_backup(database_url, file)
    for _ in range(2):
        put_back(elsewhere, file)
        assert (marked(database_url), marked(elsewhere)) == (False, True)
        file.unlink()
        take_backup(elsewhere, file)
    put_back(database_url, file)
    engine = connect(database_url)
    with engine.begin() as connection:
        unmark(connection)
    engine.dispose()
    assert not marked(database_url)


def test_what_a_backup_has_not_is_gone_after_it(database_url: str, file: Path) -> None:
    take_backup(database_url, file)
    filled(database_url)
    put_back(database_url, file)
    assert is_empty(database_url)


def test_a_backup_knows_its_key(database_url: str, file: Path) -> None:
    take_backup(database_url, file)
    assert sealed_check_of(database_url, file) is None
    file.unlink()
    filled(database_url)
    take_backup(database_url, file)
    assert sealed_check_of(database_url, file) == b"sealed_check1"


def test_one_that_was_cut_short_is_refused_and_changes_nothing(
    database_url: str, file: Path
) -> None:
    rows = filled(database_url)
    take_backup(database_url, file)
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) * 2 // 3])
    with pytest.raises(BackupFailed):
        sealed_check_of(database_url, file)
    with pytest.raises(BackupFailed):
        put_back(database_url, file)
    assert (rows_of(database_url), marked(database_url)) == (rows, False)


def test_a_file_that_is_there_is_not_written_over(database_url: str, file: Path) -> None:
    file.write_text("yesterday's")
    with pytest.raises(BackupFailed, match="is there already"):
        take_backup(database_url, file)
    assert file.read_text() == "yesterday's"


def test_what_is_no_backup_is_told_from_one(
    database_url: str, sqlite_url: str, postgres_url: str, file: Path
) -> None:
    file.write_text("hello")
    with pytest.raises(BackupFailed, match="is no backup of"):
        sealed_check_of(database_url, file)
    file.unlink()
    other = postgres_url if database_url == sqlite_url else sqlite_url
    take_backup(other, file)
    with pytest.raises(BackupFailed, match="is no backup of"):
        sealed_check_of(database_url, file)


def test_where_nothing_is_there_is_nothing_to_keep(tmp_path: Path, file: Path) -> None:
    with pytest.raises(BackupFailed, match="nothing was stored yet"):
        take_backup(f"sqlite:///{tmp_path}/none.db", file)
    assert list(tmp_path.iterdir()) == []
