"""What was read just now is remembered until somebody writes what it was read from."""

import asyncio
import threading
import time
from datetime import UTC, datetime

import pytest
from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from people.accounts import choose_language, ensure_account, find_account
from storage import memory
from storage.database import Database
from storage.memory import LASTS_S, Memory, reads, taken_along
from storage.models import Account, Application, Draft, Seat, Source
from tests.cast import open_database

NOW = datetime(2026, 11, 22, 8, tzinfo=UTC)


@reads("sources")
def count_sources(session: Session) -> int:
    return session.scalar(select(func.count(Source.id))) or 0


def count_accounts(session: Session) -> int:
    return session.scalar(select(func.count(Account.id))) or 0


def add_source(session: Session) -> None:
    session.add(Source(slug="s", outlet="o"))


async def test_the_same_question_is_answered_from_memory(database: Database) -> None:
    account = await database.write(ensure_account, 1, now=NOW)
    first = await database.read_shared(find_account, 1)
    assert await database.read_shared(find_account, 1) is first
    await database.write(choose_language, account.id, "en")
    changed = await database.read_shared(find_account, 1)
    assert changed is not None
    assert changed.language == "en"


async def test_many_who_ask_at_once_are_answered_by_one_reading(database: Database) -> None:
    heard: list[int] = []

    def look(_session: Session, number: int) -> int:
        heard.append(number)
        return number

    asked = [database.read_shared(look, each) for each in (1, 2) * 8]
    assert await asyncio.gather(*asked) == [1, 2] * 8
    assert sorted(heard) == [1, 2]


async def test_what_failed_is_told_to_all_and_asked_again(database: Database) -> None:
    heard: list[str] = []

    def fails_once(_session: Session) -> str:
        heard.append("asked")
        if len(heard) == 1:
            raise LookupError
        return "found"

    first = database.read_shared(fails_once)
    with pytest.raises(LookupError):
        await first
    assert await database.read_shared(fails_once) == "found"


async def test_somebody_who_goes_away_takes_the_answer_from_nobody(postgres_url: str) -> None:
    database, go_on = open_database(postgres_url), threading.Event()

    def waits(_session: Session) -> str:
        assert go_on.wait(10)
        return "found"

    leaves, stays = (asyncio.ensure_future(database.read_shared(waits)) for _ in range(2))
    await asyncio.sleep(0)
    leaves.cancel()
    go_on.set()
    assert await stays == "found"
    assert leaves.cancelled()
    database.close()


async def test_only_a_write_to_the_tables_it_reads_makes_it_forgotten(database: Database) -> None:
    assert await database.read_shared(count_sources) == 0
    assert await database.read_shared(count_accounts) == 0
    page = database._memory.page(count_sources)
    await database.write(ensure_account, 2, now=NOW)
    assert database._memory.page(count_sources) is page
    assert await database.read_shared(count_accounts) == 1
    await database.write(add_source)
    assert await database.read_shared(count_sources) == 1


async def test_what_was_rolled_back_changes_nothing(database: Database) -> None:
    assert await database.read_shared(count_sources) == 0

    def fails(session: Session) -> None:
        add_source(session)
        session.flush()
        raise LookupError

    with pytest.raises(LookupError):
        await database.write(fails)
    assert await database.read_shared(count_sources) == 0


def test_memory_ends_by_itself() -> None:
    kept = Memory()
    page = kept.page(count_sources)
    assert kept.page(count_sources) is page
    page.since = time.monotonic() - LASTS_S - 1
    assert kept.page(count_sources) is not page


def test_memory_does_not_grow_without_end() -> None:
    kept = Memory()
    page = kept.page(count_sources)
    page.answers.update((n, n) for n in range(memory.MOST + 1))
    assert kept.page(count_sources) is not page


@reads("seats")
def count_seats(session: Session) -> int:
    return session.scalar(select(func.count(Seat.id))) or 0


async def test_a_deletion_is_felt_where_it_takes_rows_along_and_nowhere_else(
    database: Database,
) -> None:
    def drop(session: Session, table: type[Application | Draft]) -> None:
        session.execute(delete(table))

    heard = await database.read_shared(count_seats)
    pages = database._memory  # what it holds is not shown otherwise
    seats = pages.page(count_seats)
    await database.write(drop, Draft)
    assert pages.page(count_seats) is seats
    await database.write(drop, Application)
    assert pages.page(count_seats) is not seats
    assert await database.read_shared(count_seats) == heard
    assert {"seats", "offers", "applications"} <= taken_along(Application.__table__)
    assert taken_along(Draft.__table__) == {"drafts"}
