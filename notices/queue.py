"""How long the queue is, for those who watch over it: cheap, however many are told something."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from notices.counters import BATCHES, LEFT
from notices.due import ACCOUNTS, IS_RUNNING
from notices.outbox import IS_PENDING, IS_SENDING, NOTICES, Lane

MOST_COUNTED = 100_000


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a lane stands. `oldest_s` is 0.0 where nothing that may go is waiting."""

    due: int
    """Pending and due, in a lane without batches at most 100,000; in one with them all that is left
    of those that run, so what waits for the morning or for another try as well. What waits for
    somebody unreachable is in it only until it is looked at."""
    oldest_s: float
    """Seconds since the oldest of those that may go was due: not in a paused batch, and not waiting
    for somebody unreachable."""
    in_flight: int


def queue_by_lane(session: Session, now: datetime) -> dict[Lane, Standing]:
    flying = select(NOTICES.c.lane, func.count()).where(IS_SENDING).group_by(NOTICES.c.lane)
    in_flight: dict[int, int] = dict(iter(session.execute(flying)))
    standings = {}
    for lane in Lane:
        due, oldest = _alone(session, lane, now)
        on_the_way = in_flight.get(lane.value, 0)
        if lane is Lane.BROADCASTS:
            left, sooner = _in_batches(session, now)
            due += max(0, left - on_the_way)
            oldest = min((moment for moment in (oldest, sooner) if moment), default=None)
        age = 0.0 if oldest is None else (now - oldest).total_seconds()
        standings[lane] = Standing(due, age, on_the_way)
    return standings


def _alone(session: Session, lane: Lane, now: datetime) -> tuple[int, datetime | None]:
    where = (IS_PENDING, NOTICES.c.lane == lane.value, NOTICES.c.batch_id.is_(None))
    some = select(NOTICES.c.id).where(*where, NOTICES.c.due_at <= now).limit(MOST_COUNTED)
    due = session.scalar(select(func.count()).select_from(some.subquery())) or 0
    oldest = (
        select(NOTICES.c.due_at)
        .join_from(NOTICES, ACCOUNTS, NOTICES.c.account_id == ACCOUNTS.c.id)
        .where(*where, NOTICES.c.due_at <= now, ACCOUNTS.c.unreachable_since.is_(None))
        .order_by(NOTICES.c.batch_id, NOTICES.c.due_at)  # as the index is, see `notices.due`
        .limit(1)
    )
    return due, session.scalar(oldest)


def _in_batches(session: Session, now: datetime) -> tuple[int, datetime | None]:
    """Left in those that run, and since when the oldest of it is due."""
    running = select(BATCHES.c.id, LEFT).where(IS_RUNNING, LEFT > 0)
    left, oldest = 0, list[datetime]()
    for batch_id, of_it in session.execute(running).all():
        left += of_it
        first = (
            select(NOTICES.c.due_at)
            .where(IS_PENDING, NOTICES.c.lane == Lane.BROADCASTS.value)
            .where(NOTICES.c.batch_id == batch_id, NOTICES.c.due_at <= now)
            .order_by(NOTICES.c.due_at)
            .limit(1)
        )
        due_at = session.scalar(first)
        oldest += [] if due_at is None else [due_at]
    return left, min(oldest, default=None)
