"""Batches: one cause told to many, which can be paused, stopped, counted, and is told once.

A batch's notices lie in the lane of broadcasts and are claimed batch by batch, so that one that is
paused costs nothing and blocks no other. Its counters are exact at every commit.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, func, select, update
from sqlalchemy.orm import Session

from notices.counters import BATCHES, Tally
from notices.lock_order import hold_all_of
from notices.outbox import (
    IS_PENDING,
    IS_SENDING,
    IS_UNCERTAIN,
    NOTICES,
    Lane,
    State,
    changed,
    closing,
)
from storage.models import Batch

RUNNING, PAUSED, STOPPED = "running", "paused", "stopped"


class NotStopped(Exception):
    """What is left of a batch can be cancelled only once nothing more of it is claimed."""


@dataclass(frozen=True, slots=True)
class Progress:
    """Notices written so far, and how many of them have ended in which way."""

    written: int
    sent: int
    blocked: int
    """Nobody is there: blocked, deactivated, or never started."""
    failed: int
    expired: int
    cancelled: int
    uncertain: int
    """Telegram may have accepted them, and nobody knows."""

    @property
    def left(self) -> int:
        """Still waiting or on the way."""
        ended = self.sent + self.blocked + self.failed + self.expired
        return self.written - ended - self.cancelled - self.uncertain


def open_batch(session: Session, *, repeatable: bool = False, now: datetime) -> int:
    """The id of a new one, which runs. `repeatable`: doing it twice does no harm, and makes no
    sound (an edit, a deletion); so it is done at night too, and to those who muted broadcasts.
    """
    batch = Batch(state=RUNNING, repeatable=repeatable, created_at=now)
    session.add(batch)
    session.flush()
    return batch.id


def pause_batch(session: Session, batch_id: int) -> bool:
    """Nothing more of it is claimed until it is resumed; False: it was not running."""
    return _turn(session, batch_id, (RUNNING,), PAUSED)


def resume_batch(session: Session, batch_id: int) -> bool:
    """False: it was not paused."""
    return _turn(session, batch_id, (PAUSED,), RUNNING)


def stop_batch(session: Session, batch_id: int) -> bool:
    """Nothing more of it is ever claimed; False: it was stopped before.

    To be done with what has ended, too, or each claim looks at it again.
    """
    return _turn(session, batch_id, (RUNNING, PAUSED), STOPPED)


def cancel_rest(session: Session, batch_id: int, *, most: int, now: datetime) -> int:
    """Cancel at most so many of a stopped batch that are still pending; 0: none is left now.

    One that was on the way may yet come back to be cancelled: all is over once `progress` has
    none left. Raises NotStopped.
    """
    if session.scalar(select(BATCHES.c.state).where(BATCHES.c.id == batch_id)) != STOPPED:
        raise NotStopped(batch_id)
    some = select(NOTICES.c.id).where(*_of(batch_id), IS_PENDING).limit(most).with_for_update()
    closed = update(NOTICES).where(NOTICES.c.id.in_(some))
    count = changed(session, closed.values(closing(State.CANCELLED, "stopped", now)))
    _count(session, [batch_id] * count, None, "cancelled")
    return count


def progress(session: Session, batch_id: int) -> Progress:
    """Read from one row, whatever the number of people. The erased stay counted."""
    columns = [BATCHES.c[name] for name in Progress.__slots__]
    return Progress(*session.execute(select(*columns).where(BATCHES.c.id == batch_id)).one())


def in_flight(session: Session, batch_id: int) -> int:
    """How many are leased: on their way to Telegram, or about to be."""
    found = select(func.count()).select_from(NOTICES)
    return session.scalar(found.where(IS_SENDING, NOTICES.c.batch_id == batch_id)) or 0


def uncertain_of(session: Session, batch_id: int) -> list[tuple[int, int]]:
    """(notice id, account id) of those that Telegram may have accepted, in the order of notices."""
    found = select(NOTICES.c.id, NOTICES.c.account_id).order_by(NOTICES.c.id)
    rows = session.execute(found.where(IS_UNCERTAIN, NOTICES.c.batch_id == batch_id))
    return [(notice_id, account_id) for notice_id, account_id in rows]


def try_uncertain_again(session: Session, batch_id: int, *, now: datetime) -> int:
    """Put what is uncertain back among the pending ones, on somebody's word that a message twice
    is better than none; returns how many. They go once the batch runs.
    """
    again = update(NOTICES).where(IS_UNCERTAIN, NOTICES.c.batch_id == batch_id)
    pending = {"state": State.PENDING.value, "due_at": now, "settled_at": None}
    count = changed(session, again.values(pending))
    _count(session, [batch_id] * count, "uncertain", None)
    return count


def leave_batches(session: Session, account_id: int, *, now: datetime) -> int:
    """Close an account's part in all batches, before it is erased: what has not ended by then is
    counted as cancelled, or its batches would wait for it for ever. Returns how many.
    """
    hold_all_of(session, account_id)  # nobody may add it to a batch in between
    open_ones = update(NOTICES).where(
        NOTICES.c.account_id == account_id, NOTICES.c.batch_id.is_not(None), IS_PENDING | IS_SENDING
    )
    closed = open_ones.values(closing(State.CANCELLED, "erased", now))
    batch_ids = session.scalars(closed.returning(NOTICES.c.batch_id)).all()
    _count(session, batch_ids, None, "cancelled")
    return len(batch_ids)


def _turn(session: Session, batch_id: int, before: tuple[str, ...], after: str) -> bool:
    wanted = update(BATCHES).where(BATCHES.c.id == batch_id, BATCHES.c.state.in_(before))
    return changed(session, wanted.values(state=after)) == 1


def _of(batch_id: int) -> tuple[ColumnElement[bool], ...]:
    # With the lane, as the index has it.
    return NOTICES.c.lane == Lane.BROADCASTS.value, NOTICES.c.batch_id == batch_id


def _count(
    session: Session, batch_ids: Iterable[int | None], before: str | None, after: str | None
) -> None:
    tally = Tally()
    for batch_id in batch_ids:
        tally.move(batch_id, before, after)
    tally.write(session)
