"""The outbox: what must reach a person is written here, in the transaction of its cause.

A notice holds a kind and facts (ids mostly); its words are chosen when it is sent, from the truth
of that moment and in the person's language of that moment. Its key makes it this one and no other.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import IntEnum, StrEnum
from typing import Any, cast

from sqlalchemy import (
    ColumnElement,
    CursorResult,
    Executable,
    Select,
    Table,
    case,
    literal,
    literal_column,
    null,
    select,
    update,
)
from sqlalchemy.orm import Session

from notices.expressions import facts_of
from storage.base import UtcDateTime
from storage.models import Notice
from storage.upserts import insert_into

__all__ = [
    "IS_PENDING",
    "IS_SENDING",
    "IS_UNCERTAIN",
    "NOTICES",
    "REASON_LENGTH",
    "Lane",
    "State",
    "cancel",
    "changed",
    "closing",
    "facts_of",
    "post",
    "post_rows",
]

NOTICES = cast(Table, Notice.__table__)
REASON_LENGTH = 300


class Lane(IntEnum):
    """Who goes first: a lower lane is empty before a higher one moves."""

    RESULTS = 0
    REMINDERS = 1
    ALERTS = 2
    BROADCASTS = 3


class State(StrEnum):
    """Where a notice stands. `SENDING` is leased; all but `PENDING` and `SENDING` are final."""

    PENDING = "pending"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    EXPIRED = "expired"
    UNCERTAIN = "uncertain"
    CANCELLED = "cancelled"


# Spelt out in the statement: neither database finds a partial index through a bound value.
IS_PENDING = NOTICES.c.state == literal_column("'pending'")
IS_SENDING = NOTICES.c.state == literal_column("'sending'")
IS_UNCERTAIN = NOTICES.c.state == literal_column("'uncertain'")

# The partial index by which a key is known again.
BY_KEY: Any = {"index_elements": ["key"], "index_where": literal_column("key IS NOT NULL")}


def post(
    session: Session,
    *,
    account_id: int,
    kind: str,
    facts: Mapping[str, Any],
    key: str,
    lane: Lane,
    due_at: datetime,
    expires_at: datetime,
    now: datetime,
) -> bool:
    """Write one notice; False where its key is there already, and then nothing is changed.

    One that has expired by `now` is written all the same, as a record of what was not told.
    """
    late = expires_at <= now
    statement = insert_into(session, NOTICES).values(
        account_id=account_id,
        kind=kind,
        facts=dict(facts),
        key=key,
        lane=int(lane),
        due_at=due_at,
        expires_at=expires_at,
        state=State.EXPIRED if late else State.PENDING,
        attempts=0,
        last_error="missed" if late else None,
        created_at=now,
        settled_at=now if late else None,
    )
    return changed(session, statement.on_conflict_do_nothing(**BY_KEY)) == 1


def post_rows(session: Session, rows: Select[Any], *, kind: str, lane: Lane, now: datetime) -> int:
    """Write a notice for each row, in one statement; returns how many are new.

    `rows` selects columns labelled account_id, key, facts (see `facts_of`), due_at, expires_at.
    What has expired by `now` is written as `expired`, for the record.
    """
    due = rows.subquery("due").c
    late = due.expires_at <= now
    columns: dict[str, Any] = {
        "account_id": due.account_id,
        "kind": literal(kind),
        "facts": due.facts,
        "key": due.key,
        "lane": literal(int(lane)),
        "due_at": due.due_at,
        "expires_at": due.expires_at,
        "state": case((late, State.EXPIRED.value), else_=State.PENDING.value),
        "attempts": literal(0),
        "last_error": case((late, "missed"), else_=null()),
        "created_at": literal(now, UtcDateTime()),
        "settled_at": case((late, literal(now, UtcDateTime())), else_=null()),
    }
    # SQLite takes the ON of ON CONFLICT for a join's unless a WHERE stands before it.
    source = select(*columns.values()).where(due.account_id.is_not(None))
    statement = insert_into(session, NOTICES).from_select(list(columns), source)
    return changed(session, statement.on_conflict_do_nothing(**BY_KEY))


def cancel(
    session: Session,
    *,
    keys: Sequence[str] | None = None,
    key_prefix: str | None = None,
    account_id: int | None = None,
    kind: str | None = None,
    reason: str = "cancelled",
    now: datetime,
) -> int:
    """Cancel what is still pending and fits all that is given; returns how many. By `keys` they
    are found at once; by a prefix all notices are looked through.

    What is in a batch ends with its batch only (see `notices.batches`). Raises ValueError where
    nothing is given: that would be everything.
    """
    wanted: list[ColumnElement[bool]] = []
    if keys is not None:
        wanted.append(NOTICES.c.key.in_(keys))
    if key_prefix is not None:
        wanted.append(NOTICES.c.key.startswith(key_prefix, autoescape=True))
    if account_id is not None:
        wanted.append(NOTICES.c.account_id == account_id)
    if kind is not None:
        wanted.append(NOTICES.c.kind == kind)
    if not wanted:
        raise ValueError("cancel what?")
    closed = closing(State.CANCELLED, reason, now)
    alone = NOTICES.c.batch_id.is_(None)
    return changed(session, update(NOTICES).where(IS_PENDING, alone, *wanted).values(closed))


def closing(state: State, reason: str | None, now: datetime) -> dict[str, Any]:
    """The values of a notice that ends in `state`."""
    return {
        "state": state.value,
        "last_error": None if reason is None else reason[:REASON_LENGTH],
        "lease_until": None,
        "settled_at": now,
    }


def changed(session: Session, statement: Executable, asked: Mapping[str, Any] | None = None) -> int:
    """Run an INSERT or UPDATE, with its bindparams; returns the number of rows it wrote."""
    session.flush()  # which a statement on a bare table would not do by itself
    done = session.execute(statement, asked, execution_options={"preserve_rowcount": True})
    return cast(CursorResult[Any], done).rowcount
