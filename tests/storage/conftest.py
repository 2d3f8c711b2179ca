"""A database of one's own for a test; those of column types share one that is rolled back."""

from collections.abc import Iterator

import pytest

from storage.database import Database
from tests.cast import open_database
from tests.rolled_back import empty_database, session

__all__ = ["empty_database", "session"]


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    opened = open_database(database_url)
    yield opened
    opened.close()
