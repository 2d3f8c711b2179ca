"""Fixtures for tests that need one transaction: it is rolled back, and the database stays empty.

A database of its own takes PostgreSQL half a second for each test. What concerns several
transactions, or what they leave behind, takes `database_url` instead.
"""

from collections.abc import Iterator
from contextlib import closing, suppress

import pytest
from sqlalchemy.orm import Session

from storage.database import Database
from tests.cast import BUDI, SITI, Stage, open_database, set_stage, welcome
from tests.templates import Files


class _Undo(Exception):
    """Makes the transaction roll back."""


@pytest.fixture(scope="session", params=["sqlite", "postgres"])
def empty_database(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Database]:
    """One on each system for the whole run; nothing may be committed to it."""
    yield from opened_on(request, tmp_path_factory)


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


def opened_on(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Database]:
    """An empty one on the system that the fixture's parameter names, for as long as it lives."""
    if request.param == "postgres":
        with request.getfixturevalue("_postgres_databases").fresh() as url:
            yield from _opened(url)
    else:
        files: Files = request.getfixturevalue("_sqlite_files")
        yield from _opened(files.fresh(tmp_path_factory.mktemp("empty")))


def _opened(url: str) -> Iterator[Database]:
    with closing(open_database(url)) as database:
        yield database
