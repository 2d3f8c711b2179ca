"""Alerts that are due to one person together go as one message: the first takes the others along.

Only alerts: a reminder or a result is to be found again by itself.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, bindparam, select
from sqlalchemy.orm import Session

from notices.expressions import among
from notices.outbox import IS_PENDING, NOTICES, Lane
from storage.base import UtcDateTime

MOST_ALONG = 49
"""More of them wait for the next message."""


def fold(session: Session, going: Sequence[Row[Any]], now: datetime) -> list[list[Row[Any]]]:
    """What goes as one message, in the order of `going`: mostly one notice alone.

    Other alerts that are due to the same accounts are looked up, and locked: these come beyond
    what was asked for, yet each message stays one.
    """
    alerts = [row for row in going if row.lane == Lane.ALERTS]
    if not alerts:
        return [[row] for row in going]
    together = _by_account(session, alerts, now)
    messages = []
    for row in going:
        if row.lane != Lane.ALERTS:
            messages.append([row])
        elif row.account_id in together:
            messages.append(together.pop(row.account_id))
    return messages


def _by_account(
    session: Session, alerts: Sequence[Row[Any]], now: datetime
) -> dict[int, list[Row[Any]]]:
    by_account: defaultdict[int, list[Row[Any]]] = defaultdict(list)
    for row in alerts:
        by_account[row.account_id].append(row)
    asked: Mapping[str, Any] = {"now": now, "accounts": sorted(by_account)}
    known = {row.id for row in alerts}
    others = session.execute(OTHERS, asked).all()
    for row in sorted(others, key=lambda one: (one.due_at, one.id)):
        if row.id not in known and len(by_account[row.account_id]) <= MOST_ALONG:
            by_account[row.account_id].append(row)
    return by_account


def _others() -> Select[Any]:
    now = bindparam("now", type_=UtcDateTime())
    names = ("id", "account_id", "kind", "facts", "attempts", "due_at", "expires_at")
    return (
        select(*(NOTICES.c[name] for name in names))
        .where(among(NOTICES.c.account_id, "accounts"), NOTICES.c.batch_id.is_(None))
        # Plus nothing, or they would be looked for among all that are due in the lane.
        .where(IS_PENDING, NOTICES.c.lane + 0 == Lane.ALERTS.value)
        .where(NOTICES.c.due_at <= now, NOTICES.c.expires_at > now)
        .with_for_update(skip_locked=True)
    )


OTHERS = _others()
