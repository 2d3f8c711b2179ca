"""Journeys: people with phones on one side, a whole Jawara on the other, HTTP between them."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from tests.journeys.shared import shared_jawara
from tests.running import Running
from tests.simulator import Simulator


@pytest.fixture(params=["sqlite", "postgres"])
async def jawara(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Running]:
    """A running Jawara on a database of either kind, for this test alone."""
    async with shared_jawara(request, tmp_path, request.param) as here:
        yield here


@pytest.fixture
def telegram(jawara: Running) -> Simulator:
    """The phones' side of `jawara`."""
    return jawara.telegram


@pytest_asyncio.fixture(scope="module", loop_scope="module", params=["sqlite", "postgres"])
async def town(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Running]:
    """One running Jawara for all the stories of a module, on either database in turn.

    Everybody in it has a phone of their own; the clock is one for all. Its module is marked
    `pytest.mark.asyncio(loop_scope="module")`.
    """
    async with shared_jawara(request, tmp_path_factory.mktemp("town"), request.param) as here:
        yield here


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def village(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Running]:
    """As `town`, on SQLite alone: for what the database has no part in."""
    async with shared_jawara(request, tmp_path_factory.mktemp("village"), "sqlite") as here:
        yield here
