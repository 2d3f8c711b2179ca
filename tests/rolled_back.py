"""Fixtures for tests that need one transaction: it is rolled back, and the database stays empty.

A database of its own takes PostgreSQL half a second for each test. What concerns several
transactions, or what they leave behind, takes `database_url` instead.
"""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from storage.database import Database
from tests.cast import BUDI, SITI, Stage, open_database, set_stage, welcome


class _Undo(Exception):
    """Makes the transaction roll back."""


@pytest.fixture(scope="session", params=["sqlite", "postgres"])
def empty_database(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Database]:
    """One on each system for the whole run; nothing may be committed to it."""
    if request.param == "postgres":
        with request.getfixturevalue("_postgres_databases").fresh() as url:
            yield from _opened(url)
    else:
        migrated: Path = request.getfixturevalue("_migrated_sqlite")
        copy = tmp_path_factory.mktemp("rolled-back") / "jawara.sqlite3"
        copy.write_bytes(migrated.read_bytes())
        yield from _opened(f"sqlite:///{copy}")


@pytest.fixture
def session(empty_database: Database) -> Iterator[Session]:
    with suppress(_Undo), empty_database.transaction() as session:
        yield session
        raise _Undo


@pytest.fixture
def stage(session: Session) -> Stage:
    return set_stage(session)


@pytest.fixture
def siti(session: Session) -> int:
    """Her account, with her consent."""
    return welcome(session, SITI)


@pytest.fixture
def budi(session: Session) -> int:
    """His account, with his consent."""
    return welcome(session, BUDI)


def _opened(url: str) -> Iterator[Database]:
    database = open_database(url)
    yield database
    database.close()
