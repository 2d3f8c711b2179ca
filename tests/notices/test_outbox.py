"""Writing into the outbox, and taking back."""

from datetime import timedelta

import pytest
from sqlalchemy import String, cast, literal, select

from notices.outbox import Lane, cancel, facts_of, post_rows
from storage.base import UtcDateTime
from storage.database import Database
from storage.models import Account, Notice
from tests.notices.post_office import NOON, open_account, stands, write

HOUR = timedelta(hours=1)


def test_the_same_key_is_written_once(database: Database) -> None:
    with database.transaction() as session:
        account = open_account(session, 1)
        assert write(session, account, key="soon:12:0:1") is True
        assert write(session, account, key="soon:12:0:1") is False
    assert stands(database) == {"soon:12:0:1": ("pending", None)}


def test_what_nobody_could_be_told_in_time_is_written_for_the_record(database: Database) -> None:
    with database.transaction() as session:
        account = open_account(session, 1)
        write(session, account, key="old", due_at=NOON - 2 * HOUR, lasts=HOUR)
    assert stands(database) == {"old": ("expired", "missed")}


def test_rows_of_a_query_become_notices_and_only_new_ones_are_counted(database: Database) -> None:
    rows = select(
        Account.id.label("account_id"),
        (literal("hello:") + cast(Account.id, String)).label("key"),
        facts_of(account=Account.id, word="salam").label("facts"),
        literal(NOON - 2 * HOUR, UtcDateTime()).label("due_at"),
        literal(NOON + HOUR, UtcDateTime()).label("expires_at"),
    )
    with database.transaction() as session:
        open_account(session, 1)
        assert post_rows(session, rows, kind="hello", lane=Lane.ALERTS, now=NOON) == 1
        second = open_account(session, 2)
        assert post_rows(session, rows, kind="hello", lane=Lane.ALERTS, now=NOON) == 1
    with database.snapshot() as session:
        notice = session.scalars(select(Notice).where(Notice.account_id == second)).one()
        assert notice.facts == {"account": second, "word": "salam"}
        assert (notice.lane, notice.state, notice.attempts) == (Lane.ALERTS, "pending", 0)
        assert (notice.due_at, notice.expires_at) == (NOON - 2 * HOUR, NOON + HOUR)


def test_rows_that_are_over_already_are_kept_as_a_record(database: Database) -> None:
    rows = select(
        Account.id.label("account_id"),
        literal("k").label("key"),
        facts_of().label("facts"),
        literal(NOON - HOUR, UtcDateTime()).label("due_at"),
        literal(NOON, UtcDateTime()).label("expires_at"),
    )
    with database.transaction() as session:
        open_account(session, 1)
        post_rows(session, rows, kind="hello", lane=Lane.ALERTS, now=NOON)
    assert stands(database) == {"k": ("expired", "missed")}


def test_cancelling_takes_what_is_pending_and_fits_all_that_was_named(database: Database) -> None:
    with database.transaction() as session:
        siti, budi = open_account(session, 1), open_account(session, 2)
        write(session, siti, "admitted", key="a_1")
        write(session, siti, "alert", key="a%1")
        write(session, siti, "alert", key="ab1")
        write(session, budi, "alert", key="a_2")
        write(session, budi, "alert", key="old", due_at=NOON - 2 * HOUR, lasts=HOUR)
        assert cancel(session, key_prefix="a_", account_id=siti, now=NOON) == 1
        assert cancel(session, account_id=siti, kind="alert", reason="erased", now=NOON) == 2
        assert cancel(session, key_prefix="old", now=NOON) == 0
    assert stands(database) == {
        "a_1": ("cancelled", "cancelled"),
        "a%1": ("cancelled", "erased"),
        "ab1": ("cancelled", "erased"),
        "a_2": ("pending", None),
        "old": ("expired", "missed"),
    }


def test_cancelling_nothing_in_particular_is_refused(database: Database) -> None:
    with database.transaction() as session, pytest.raises(ValueError, match="cancel what"):
        cancel(session, now=NOON)
