"""Backups: the whole database in one file, taken while others work, and put back as a whole."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, inspect, make_url, select, table

from storage.database import connect
from storage.dumps import BackupFailed, dump, load, sealed_check_in

__all__ = [
    "BackupFailed", "is_empty", "is_marked", "put_back", "sealed_check_of", "take_backup", "unmark",
]  # fmt: skip

SQLITE, DUMP = b"SQLite format 3\0", b"PGDMP"
VERSION = "alembic_version"
MARK = "just_restored"
"""A table without rows, in a database that was put back and that nobody has made ready since."""
SET_MARK = f"CREATE TABLE IF NOT EXISTS {MARK} (id INTEGER)"
INSTALLATION = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'installation'"


def take_backup(url: str, file: Path) -> None:
    """Copy the database at this SQLAlchemy URL into a new file, and read that back whole.

    Nobody who writes meanwhile has to wait; what they commit after the start is not in it. Raises
    BackupFailed, OSError.
    """
    if file.exists():
        raise BackupFailed(f"{file} is there already: choose another name")
    target = make_url(url)
    with _whole_or_not_at_all(file) as part:
        if not _on_sqlite(target):
            dump(target, part)
            return
        source = _file(target)
        if not source.exists():
            raise BackupFailed(f"{source} is not there: nothing was stored yet")
        _copy(source, part)
        with _opened(part) as connection:
            connection.execute("PRAGMA journal_mode = DELETE")  # one file, without companions
            _check(connection, part)


def sealed_check_of(url: str, file: Path) -> bytes | None:
    """By which a backup for this URL knows its key; None where nothing was sealed yet.

    Reads the file whole. Raises BackupFailed, OSError.
    """
    with file.open("rb") as opened:
        head = opened.read(len(SQLITE))
    if not _on_sqlite(make_url(url)):
        if not head.startswith(DUMP):
            raise BackupFailed(f"{file} is no backup of a PostgreSQL database")
        return sealed_check_in(file)
    if head != SQLITE:
        raise BackupFailed(f"{file} is no backup of a SQLite database")
    with _opened(file) as connection:
        _check(connection, file)
        if connection.execute(INSTALLATION).fetchone() is None:
            raise BackupFailed(f"{file} is no backup of Jawara")
        row = connection.execute("SELECT sealed_check FROM installation").fetchone()
    return None if row is None else bytes(row[0])


def put_back(url: str, file: Path) -> None:
    """Make the database at this URL what the backup is; should it fail, it stays what it was.

    It comes with a mark, in the same step (`is_marked`). Raises BackupFailed.
    """
    target = make_url(url)
    if not _on_sqlite(target):
        load(target, file, instead_of=_tables(url), then=SET_MARK)
        return
    # Marked on the way: SQLite keeps a database without a name in no folder, and a kill leaves
    # nothing of it behind.
    with _opened(file) as source, _opened("") as marked, _opened(_file(target)) as there:
        source.backup(marked)
        marked.execute(SET_MARK)
        marked.commit()
        marked.backup(there)


def is_marked(connection: Connection) -> bool:
    """Whether a backup was put back here, and nobody has made the database ready since."""
    return inspect(connection).has_table(MARK)


def unmark(connection: Connection) -> None:
    connection.exec_driver_sql(f"DROP TABLE {MARK}")


def is_empty(url: str) -> bool:
    """Whether the database at this URL has no row in any table: or no tables, or no file."""
    target = make_url(url)
    if _on_sqlite(target) and not _file(target).exists():
        return True
    engine = connect(url)
    try:
        with engine.connect() as connection:
            names = [name for name in inspect(connection).get_table_names() if name != VERSION]
            one = [select(1).select_from(table(name)).limit(1) for name in names]
            return all(connection.execute(query).first() is None for query in one)
    finally:
        engine.dispose()


def _tables(url: str) -> list[str]:
    engine = connect(url)
    try:
        return inspect(engine).get_table_names()
    finally:
        engine.dispose()


def _on_sqlite(target: URL) -> bool:
    return target.get_backend_name() == "sqlite"


def _file(target: URL) -> Path:
    return Path(target.database or "")


@contextmanager
def _whole_or_not_at_all(file: Path) -> Iterator[Path]:
    """A file beside it, which takes its name when all went well and it has reached the disk."""
    part = file.with_name(f"{file.name}.part")
    part.unlink(missing_ok=True)
    try:
        yield part
        with part.open("rb") as written:
            os.fsync(written.fileno())
        part.rename(file)
    finally:
        part.unlink(missing_ok=True)


def _copy(source: Path, target: Path) -> None:
    """By SQLite itself: one moment's truth, and for the target all of it or nothing."""
    with _opened(source) as one, _opened(target) as other:
        one.backup(other)


@contextmanager
def _opened(file: Path | str) -> Iterator[sqlite3.Connection]:
    try:
        with closing(sqlite3.connect(file)) as connection:
            yield connection
    except sqlite3.Error as error:
        raise BackupFailed(f"{file}: {error}") from None


def _check(connection: sqlite3.Connection, file: Path) -> None:
    [found] = connection.execute("PRAGMA integrity_check(1)").fetchone()
    if found != "ok":
        raise BackupFailed(f"{file} is damaged: {found}")
