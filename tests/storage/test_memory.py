"""What was read just now is remembered until somebody writes what it was read from."""

import time
from datetime import UTC, datetime

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from people.accounts import choose_language, ensure_account, find_account
from storage import memory
from storage.database import Database
from storage.memory import LASTS_S, Memory, reads
from storage.models import Account, Source

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
