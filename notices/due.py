"""What is due, lane by lane and batch by batch, each beside the wishes of its account."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any, cast

from sqlalchemy import (
    Boolean,
    ColumnElement,
    Row,
    Select,
    Table,
    bindparam,
    literal_column,
    select,
    true,
)
from sqlalchemy.orm import Session

from notices.counters import BATCHES, LEFT
from notices.outbox import IS_PENDING, NOTICES, Lane
from storage.base import UtcDateTime
from storage.models import Account

ACCOUNTS = cast(Table, Account.__table__)
OF_NOTICE = (
    *("id", "account_id", "batch_id", "lane", "kind", "facts"),
    *("attempts", "due_at", "expires_at", "last_error"),
)
OF_ACCOUNT = (
    *("telegram_id", "language", "reminders_muted", "alerts_muted", "broadcasts_muted"),
    *("quiet_from", "quiet_until", "unreachable_since", "unreachable_reason"),
)
IS_RUNNING = BATCHES.c.state == "running"


def due(session: Session, room: int, now: datetime) -> list[Row[Any]]:
    """At most `room` of them, locked: a lane is empty before the next one is looked at, and so
    are batches among themselves, repeatable ones first, then the older.
    """
    connection = session.connection()
    overview = connection.execute(OVERVIEW, {"now": now}).all()
    seen: list[Row[Any]] = []
    for query, of_queue in _queues(overview):
        if len(seen) == room:
            break
        asked = {**of_queue, "now": now, "room": room - len(seen)}
        seen.extend(connection.execute(query, asked))
    return seen


def _queues(overview: Sequence[Row[Any]]) -> Iterator[tuple[Select[Any], dict[str, Any]]]:
    """Those worth asking, in their order, each with the query that asks it."""
    for lane in Lane:
        if overview[0][lane] is not None:
            yield DUE_ALONE, {"lane": lane.value, "repeatable": lane is not Lane.BROADCASTS}
    for row in overview:
        if row.batch_id is not None:
            batch = {"batch": row.batch_id, "repeatable": row.repeatable}
            yield DUE_IN_BATCH, {"lane": Lane.BROADCASTS.value, **batch}


def _due(*where: ColumnElement[bool]) -> Select[Any]:
    now = bindparam("now", type_=UtcDateTime())
    return (
        select(
            *(NOTICES.c[name] for name in OF_NOTICE),
            *(ACCOUNTS.c[name] for name in OF_ACCOUNT),
            bindparam("repeatable", type_=Boolean).label("repeatable"),
        )
        .join_from(NOTICES, ACCOUNTS, NOTICES.c.account_id == ACCOUNTS.c.id)
        # One range of the index: what is not due yet, or in another batch, is never walked over.
        .where(IS_PENDING, NOTICES.c.lane == bindparam("lane"), NOTICES.c.due_at <= now)
        .where(*where)
        # With the batch: PostgreSQL does not see that IS NULL leaves but one, and would sort.
        .order_by(NOTICES.c.batch_id, NOTICES.c.due_at)
        .limit(bindparam("room"))
        .with_for_update(of=NOTICES, skip_locked=True)
    )


DUE_ALONE = _due(NOTICES.c.batch_id.is_(None))
DUE_IN_BATCH = _due(NOTICES.c.batch_id == bindparam("batch"))
# Most of the time most lanes are empty: asked in one go. By the oldest in each, or PostgreSQL would
# look for just any from the table's beginning.
SOME_DUE = select(
    *(
        select(NOTICES.c.due_at)
        .where(IS_PENDING, NOTICES.c.lane == literal_column(str(lane.value)))
        .where(NOTICES.c.batch_id.is_(None))
        .where(NOTICES.c.due_at <= bindparam("now", type_=UtcDateTime()))
        .order_by(NOTICES.c.batch_id, NOTICES.c.due_at)
        .limit(1)
        .scalar_subquery()
        .label(f"lane_{lane.value}")
        for lane in Lane
    )
).subquery("some_due")
# Locked against a pause: once it is committed, nobody is just about to lease more of the batch.
# One that is being written at this moment is passed over until the next turn.
RUNNING_BATCHES = (
    select(BATCHES.c.id.label("batch_id"), BATCHES.c.repeatable)
    .where(IS_RUNNING, LEFT > 0)
    .with_for_update(read=True, skip_locked=True)
    .subquery("running_batches")
)
# A line for each running batch, or one without any.
OVERVIEW = (
    select(*SOME_DUE.c, *RUNNING_BATCHES.c)
    .join_from(SOME_DUE, RUNNING_BATCHES, true(), isouter=True)
    .order_by(RUNNING_BATCHES.c.repeatable.desc(), RUNNING_BATCHES.c.batch_id)
)
