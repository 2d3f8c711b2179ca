"""Questions asked at one moment share a trip, and nothing else."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import closing

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import OperationalError, ProgrammingError
from sqlalchemy.orm import Session

from storage.database import Database
from storage.gathering import AT_ONCE
from storage.models import Source
from tests.cast import open_database


@pytest.fixture
def database(postgres_url: str) -> Iterator[Database]:
    with closing(open_database(postgres_url)) as opened:
        yield opened


def in_which_transaction(session: Session, _number: int) -> str:
    return str(session.scalar(select(func.concat(func.pg_backend_pid(), "/", func.now()))))


async def test_a_crowd_is_answered_in_few_transactions(database: Database) -> None:
    asked = [database.read_shared(in_which_transaction, number) for number in range(3 * AT_ONCE)]
    answers = await asyncio.gather(*asked)
    assert [answers.count(each) for each in dict.fromkeys(answers)] == [AT_ONCE] * 3


async def test_one_that_fails_spoils_nothing_for_those_beside_it(database: Database) -> None:
    def fails(session: Session) -> None:
        session.execute(text("SELECT nonsense"))

    def sees(session: Session) -> int:
        return session.scalar(select(func.count(Source.id))) or 0

    first, wrong, last = await asyncio.gather(
        database.read_shared(in_which_transaction, 1),
        database.read_shared(fails),
        database.read_shared(sees),
        return_exceptions=True,
    )
    assert isinstance(first, str)
    assert isinstance(wrong, ProgrammingError)
    assert last == 0


async def test_whoever_asked_first_need_not_wait_for_the_last(database: Database) -> None:
    go_on = threading.Event()

    def quick(_session: Session) -> str:
        return "quick"

    def slow(_session: Session) -> bool:
        return go_on.wait(10)

    first, last = (asyncio.ensure_future(database.read_shared(each)) for each in (quick, slow))
    assert await first == "quick"
    assert not last.done()
    go_on.set()
    assert await last


async def test_a_database_that_is_away_is_told_to_each() -> None:
    with closing(open_database("postgresql+psycopg://nobody@127.0.0.1:1/nothing")) as away:
        asked = (away.read_shared(in_which_transaction, number) for number in range(2))
        told = await asyncio.gather(*asked, return_exceptions=True)
    assert [type(each) for each in told] == [OperationalError] * 2
