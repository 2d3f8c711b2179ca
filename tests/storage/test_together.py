"""Calls that write at the same moment share a commit, and nothing else."""

import asyncio
from datetime import UTC, datetime

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from people.accounts import choose_language, ensure_account, find_account
from people.errors import UnknownLanguage
from storage.database import Database
from storage.models import Account

NOW = datetime(2026, 11, 22, 8, tzinfo=UTC)


def count(session: Session) -> int:
    return session.scalar(select(func.count(Account.id))) or 0


async def test_a_crowd_is_written_and_each_gets_its_own_result(database: Database) -> None:
    writes = (database.write(ensure_account, 100 + n, now=NOW) for n in range(40))
    accounts = await asyncio.gather(*writes)
    assert [account.telegram_id for account in accounts] == [100 + n for n in range(40)]
    assert await database.read(count) == 40


async def test_one_that_fails_is_refused_alone(database: Database) -> None:
    siti = await database.write(ensure_account, 1, now=NOW)
    good, bad, other = await asyncio.gather(
        database.write(ensure_account, 2, now=NOW),
        database.write(choose_language, siti.id, "xx"),
        database.write(choose_language, siti.id, "en"),
        return_exceptions=True,
    )
    assert isinstance(good, Account)
    assert isinstance(bad, UnknownLanguage)
    assert isinstance(other, Account)
    assert await database.read(count) == 2
    found = await database.read(find_account, 1)
    assert found is not None
    assert found.language == "en"


async def test_a_call_reads_what_the_one_before_it_wrote(database: Database) -> None:
    await asyncio.gather(*(database.write(ensure_account, 7, now=NOW) for _ in range(5)))
    assert await database.read(count) == 1


async def test_who_gave_up_waiting_is_passed_over(database: Database) -> None:
    impatient = asyncio.ensure_future(database.write(ensure_account, 8, now=NOW))
    other = asyncio.ensure_future(database.write(ensure_account, 9, now=NOW))
    await asyncio.sleep(0)
    impatient.cancel()
    assert (await other).telegram_id == 9
    with pytest.raises(asyncio.CancelledError):
        await impatient
