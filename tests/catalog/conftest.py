"""A database with the bundled catalogue in it, on both systems."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

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
from tests.templates import filled

NOW = datetime(2026, 11, 22, 3, tzinfo=UTC)
"""Sunday, 22 November 2026, 10.00 WIB."""


@cache
def bundled() -> Catalogue:
    return read_catalogue(HERE)


@pytest.fixture
def empty(database_url: str) -> Iterator[Database]:
    with closing(_opened(database_url)) as database:
        yield database


@pytest.fixture(params=["sqlite", "postgres"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    with (
        filled(request, request.param, _load_bundled, tmp_path) as url,
        closing(_opened(url)) as database,
    ):
        yield database


def _load_bundled(database_url: str) -> None:
    with closing(_opened(database_url)) as database, database.transaction() as session:
        load_catalogue(session, bundled(), now=NOW)


def _opened(database_url: str) -> Database:
    return Database(database_url, vault=Vault(KEY), synchronous="OFF")


def add_account(session: Session, telegram_id: int, *, alerts_muted: bool = False) -> int:
    account = Account(telegram_id=telegram_id, created_at=NOW, alerts_muted=alerts_muted)
    session.add(account)
    session.flush()
    return account.id
