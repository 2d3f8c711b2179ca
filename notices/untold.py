"""Who could not be told what matters: results that came to nothing, or wait for somebody gone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, func, literal_column, or_, select
from sqlalchemy.orm import Session

from notices.due import ACCOUNTS
from notices.outbox import IS_PENDING, NOTICES, State
from notices.waiting import IS_PUT_ASIDE, IS_RESULT, SINCE

MOST = 200
CAME_TO_NOTHING = NOTICES.c.state.in_([literal_column("'failed'"), literal_column("'expired'")])


@dataclass(frozen=True, slots=True)
class Untold:
    """One result that did not reach its person."""

    account_id: int
    kind: str
    facts: Mapping[str, Any]
    reason: str | None
    """Why it did not arrive: `blocked`, `deactivated`, `never_started`, or an error's words."""
    since: datetime
    """When it came up."""
    state: State
    """`failed`, `expired`, or `pending`: it goes as soon as they write again."""


def untold(
    session: Session, *, since: datetime, now: datetime, most: int = MOST
) -> Sequence[Untold]:
    """What came to nothing since then, and what has come up and waits; the latest first."""
    names = ("account_id", "kind", "facts", "state")
    reason = func.coalesce(NOTICES.c.last_error, ACCOUNTS.c.unreachable_reason)
    rows = (
        select(*(NOTICES.c[name] for name in names), reason.label("reason"), SINCE.label("since"))
        .join_from(NOTICES, ACCOUNTS, NOTICES.c.account_id == ACCOUNTS.c.id)
        .order_by(SINCE.desc(), NOTICES.c.id.desc())
        .limit(most)
    )
    found = [
        Untold(row.account_id, row.kind, row.facts, row.reason, row.since, State(row.state))
        for where in (_ended(since), _waiting(now))
        for row in session.execute(rows.where(where))
    ]
    return sorted(found, key=lambda one: one.since, reverse=True)[:most]


def _ended(since: datetime) -> ColumnElement[bool]:
    return and_(IS_RESULT, CAME_TO_NOTHING, NOTICES.c.settled_at >= since)


def _waiting(now: datetime) -> ColumnElement[bool]:
    return and_(
        IS_RESULT,
        IS_PENDING,
        NOTICES.c.batch_id.is_(None),
        or_(NOTICES.c.due_at <= now, IS_PUT_ASIDE),
        ACCOUNTS.c.unreachable_since.is_not(None),
    )
