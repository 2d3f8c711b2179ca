"""Who could not be told what matters: results that came to nothing, or wait for somebody gone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, func, literal_column, select
from sqlalchemy.orm import Session

from notices.due import ACCOUNTS
from notices.outbox import IS_PENDING, NOTICES, Lane, State

MOST = 200
IS_RESULT = NOTICES.c.lane == literal_column(str(Lane.RESULTS.value))
CAME_TO_NOTHING = NOTICES.c.state.in_([literal_column("'failed'"), literal_column("'expired'")])


@dataclass(frozen=True, slots=True)
class Untold:
    """One result that did not reach its person."""

    account_id: int
    kind: str
    facts: Mapping[str, Any]
    reason: str | None
    """Why it did not arrive: `blocked`, `deactivated`, `never_started`, or an error's words."""
    due_at: datetime
    state: State
    """`failed`, `expired`, or `pending`: it goes as soon as they write again."""


def untold(
    session: Session, *, since: datetime, now: datetime, most: int = MOST
) -> Sequence[Untold]:
    """What came to nothing since then, and what is due and waits; the latest first."""
    names = ("account_id", "kind", "facts", "due_at", "state")
    reason = func.coalesce(NOTICES.c.last_error, ACCOUNTS.c.unreachable_reason)
    rows = (
        select(*(NOTICES.c[name] for name in names), reason.label("reason"))
        .join_from(NOTICES, ACCOUNTS, NOTICES.c.account_id == ACCOUNTS.c.id)
        .order_by(NOTICES.c.due_at.desc(), NOTICES.c.id.desc())
        .limit(most)
    )
    found = [
        Untold(row.account_id, row.kind, row.facts, row.reason, row.due_at, State(row.state))
        for where in (_ended(since), _waiting(now))
        for row in session.execute(rows.where(where))
    ]
    return sorted(found, key=lambda one: one.due_at, reverse=True)[:most]


def _ended(since: datetime) -> ColumnElement[bool]:
    return and_(IS_RESULT, CAME_TO_NOTHING, NOTICES.c.settled_at >= since)


def _waiting(now: datetime) -> ColumnElement[bool]:
    return and_(
        IS_RESULT,
        IS_PENDING,
        NOTICES.c.batch_id.is_(None),
        NOTICES.c.due_at <= now,
        ACCOUNTS.c.unreachable_since.is_not(None),
    )
