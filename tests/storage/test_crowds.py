"""What many ask of one call at the same moment is one transaction, with an answer for each."""

import asyncio
from collections.abc import Iterator, Sequence
from contextlib import closing

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from storage.crowds import AT_ONCE
from storage.database import Database
from storage.models import Source
from tests.cast import open_database


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    with closing(open_database(database_url)) as opened:
        yield opened


class Told(Exception):
    """A refusal, as an answer."""


def add_sources(session: Session, slugs: Sequence[str]) -> list[int | Exception]:
    """How many were added together; one called "no" is refused, one called "bang" fails all."""
    if "bang" in slugs:
        session.add(Source(slug=f"half-{len(slugs)}", outlet="Contoh"))
        session.flush()
        raise ValueError("bang")
    session.add_all(Source(slug=each, outlet="Contoh") for each in slugs if each != "no")
    return [Told() if each == "no" else len(slugs) for each in slugs]


def count(session: Session) -> int:
    return session.scalar(select(func.count(Source.id))) or 0


async def ask(database: Database, slugs: Sequence[str]) -> list[int | BaseException]:
    asked = (database.write_in_crowd(add_sources, each) for each in slugs)
    return await asyncio.gather(*asked, return_exceptions=True)


async def test_a_crowd_shares_transactions_of_so_many(database: Database) -> None:
    slugs = [f"s{number}" for number in range(AT_ONCE + 6)]
    assert await ask(database, slugs) == [AT_ONCE] * AT_ONCE + [6] * 6
    assert await database.read(count) == AT_ONCE + 6


async def test_who_is_refused_keeps_nobody_else_back(database: Database) -> None:
    first, refused, last = await ask(database, ["a", "no", "b"])
    assert (first, last) == (3, 3)
    assert isinstance(refused, Told)
    assert await database.read(count) == 2


async def test_what_fails_is_undone_and_the_others_are_handled_one_by_one(
    database: Database,
) -> None:
    first, failed, last = await ask(database, ["a", "bang", "b"])
    assert (first, last) == (1, 1)
    assert isinstance(failed, ValueError)
    assert await database.read(count) == 2


async def test_who_goes_away_does_not_stop_the_others(database: Database) -> None:
    gone = asyncio.ensure_future(database.write_in_crowd(add_sources, "gone"))
    stays = asyncio.ensure_future(database.write_in_crowd(add_sources, "stays"))
    await asyncio.sleep(0)
    gone.cancel()
    assert await stays == 1
    assert await database.read(count) == 1
