"""A transaction that is rolled back for what one does; a database for what several do."""

from collections.abc import Iterator

import pytest
from sqlalchemy import text

from storage.database import Database
from tests.notices.post_office import Postman, SetClock
from tests.rolled_back import budi, empty_database, opened_on, session, siti, stage

__all__ = ["budi", "empty_database", "session", "siti", "stage"]

WRITTEN = ("broadcasts", "accounts", "batches")
"""All else that these tests commit goes with them."""


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def _hall(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Database]:
    """One on each system for a whole file: another for each test would take longer than they do."""
    yield from opened_on(request, tmp_path_factory)


@pytest.fixture
def database(_hall: Database) -> Iterator[Database]:
    """Without people at the beginning of each test; what is written to it is committed."""
    yield _hall
    with _hall.transaction() as session:
        for table in WRITTEN:
            session.execute(text(f"DELETE FROM {table}"))


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
async def postman() -> Postman:
    return Postman()
