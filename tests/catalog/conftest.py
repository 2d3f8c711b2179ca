"""A database with the bundled catalogue in it, on both systems."""

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache

import pytest
from sqlalchemy.orm import Session

from catalog.data import HERE
from catalog.load import load_catalogue
from catalog.reading import read_catalogue
from catalog.schema import Catalogue
from storage.database import Database
from storage.models import Account
from storage.vault import Vault
from tests.cast import KEY

NOW = datetime(2026, 11, 22, 3, tzinfo=UTC)
"""Sunday, 22 November 2026, 10.00 WIB."""


@cache
def bundled() -> Catalogue:
    return read_catalogue(HERE)


@pytest.fixture
def empty(database_url: str) -> Iterator[Database]:
    database = Database(database_url, vault=Vault(KEY), synchronous="OFF")
    yield database
    database.close()


@pytest.fixture
def database(empty: Database) -> Database:
    with empty.transaction() as session:
        load_catalogue(session, bundled(), now=NOW)
    return empty


def add_account(session: Session, telegram_id: int, *, alerts_muted: bool = False) -> int:
    account = Account(telegram_id=telegram_id, created_at=NOW, alerts_muted=alerts_muted)
    session.add(account)
    session.flush()
    return account.id
