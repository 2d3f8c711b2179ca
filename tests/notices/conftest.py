"""A database, a clock and a postman for each test of delivery."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from storage.database import Database
from tests.cast import open_database
from tests.notices.post_office import Postman, SetClock

# Accounts take their notices with them, and the next ones are numbered from 1 again.
EMPTYING = {
    True: ("DELETE FROM accounts", "DELETE FROM batches", "DELETE FROM sqlite_sequence"),
    False: ("TRUNCATE accounts, batches RESTART IDENTITY CASCADE",),
}


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def _office(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Database]:
    """One on each system for a whole file: another for each test would take longer than they do."""
    if request.param == "postgres":
        with request.getfixturevalue("_postgres_databases").fresh() as url:
            yield from _opened(url)
    else:
        migrated: Path = request.getfixturevalue("_migrated_sqlite")
        copy = tmp_path_factory.mktemp("office") / "jawara.sqlite3"
        yield from _opened(f"sqlite:///{shutil.copyfile(migrated, copy)}")


def _opened(url: str) -> Iterator[Database]:
    opened = open_database(url)
    yield opened
    opened.close()


@pytest.fixture
def database(_office: Database) -> Iterator[Database]:
    """Empty at the beginning of each test; what is written to it is committed."""
    yield _office
    with _office.transaction() as session:
        for statement in EMPTYING[_office.on_sqlite]:
            session.execute(text(statement))


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
async def postman() -> Postman:
    return Postman()
