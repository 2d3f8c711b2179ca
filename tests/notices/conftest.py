"""A database, a clock and a postman for each test of delivery."""

from collections.abc import Iterator

import pytest
from sqlalchemy import text

from storage.database import Database
from tests.notices.post_office import Postman, SetClock
from tests.rolled_back import opened_on

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
    yield from opened_on(request, tmp_path_factory)


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
