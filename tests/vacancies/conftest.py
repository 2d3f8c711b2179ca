"""A database with a partner in it, and a web server of the partner's, for tests of vacancies."""

from collections.abc import AsyncIterator, Iterator

import aiohttp
import pytest

from storage.database import Database
from tests.cast import open_database
from tests.vacancies.partner_stage import PartnerStage, WebServer, set_partner_stage
from vacancies.fetching import open_http


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    opened = open_database(database_url)
    yield opened
    opened.close()


@pytest.fixture
def stage(database: Database) -> PartnerStage:
    with database.transaction() as session:
        return set_partner_stage(session)


@pytest.fixture
async def server() -> AsyncIterator[WebServer]:
    async with WebServer() as running:
        yield running


@pytest.fixture
async def http() -> AsyncIterator[aiohttp.ClientSession]:
    async with open_http(patience_s=60) as session:
        yield session
