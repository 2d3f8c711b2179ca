"""What became of a broadcast, person by person, read in portions: memory stays flat.

Nobody is named: a person is the number of an account.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from announcements.broadcast_rows import BROADCASTS
from announcements.errors import NoSuchBroadcast
from announcements.jobs import jobs_of
from announcements.starting import last_notice
from notices.counters import counter_of
from notices.outbox import State
from storage.models import BroadcastPress, Notice

PORTION = 2_000
LATER = {"correct": "corrected", "recall": "recalled"}


@dataclass(frozen=True, slots=True)
class Line:
    """One recipient."""

    account_id: int
    state: str
    """`pending`, `sending`, `sent`, `blocked`, `failed`, `expired`, `cancelled`, `uncertain`."""
    sent_at: datetime | None
    error: str | None
    pressed: tuple[int, ...]
    """Places of buttons, from 0."""
    later: str | None
    """`corrected` or `recalled`, where the message they have was; None: it was not (yet)."""


def report(session: Session, broadcast_id: int) -> Iterator[Line]:
    """All recipients in the order in which they were written. Raises NoSuchBroadcast."""
    row = session.execute(select(BROADCASTS).where(BROADCASTS.c.id == broadcast_id)).one_or_none()
    if row is None:
        raise NoSuchBroadcast(broadcast_id)
    job = next(iter(jobs_of(session, broadcast_id)), None)
    for notices in _portions(session, row):
        accounts = [notice.account_id for notice in notices]
        first, last = min(accounts), max(accounts)
        pressed = _pressed(session, broadcast_id, first, last)
        changed = set() if job is None else _changed(session, job.batch_id, first, last)
        for notice in notices:
            later = LATER[job.kind] if job and notice.account_id in changed else None
            yield _line(notice, tuple(pressed.get(notice.account_id, ())), later)


def _portions(session: Session, row: Row[Any]) -> Iterator[Sequence[Any]]:
    if row.batch_id is None:
        return
    columns = Notice.id, Notice.account_id, Notice.state, Notice.last_error, Notice.settled_at
    cursor, upto = row.after_notice, row.last_notice or last_notice(session)
    while True:
        part = select(*columns).where(
            Notice.id > cursor, Notice.id <= upto, Notice.batch_id == row.batch_id
        )
        notices = session.execute(part.order_by(Notice.id).limit(PORTION)).all()
        if not notices:
            return
        yield notices
        cursor = notices[-1].id


def _pressed(session: Session, broadcast_id: int, first: int, last: int) -> dict[int, list[int]]:
    rows = session.execute(
        select(BroadcastPress.account_id, BroadcastPress.button)
        .where(BroadcastPress.broadcast_id == broadcast_id)
        .where(BroadcastPress.account_id.between(first, last))
        .order_by(BroadcastPress.account_id, BroadcastPress.button)
    )
    by_account: defaultdict[int, list[int]] = defaultdict(list)
    for account_id, button in rows:
        by_account[account_id].append(button)
    return by_account


def _changed(session: Session, batch_id: int, first: int, last: int) -> set[int]:
    """Whose message the job has edited or deleted, among these accounts."""
    done = select(Notice.account_id).where(
        Notice.account_id.between(first, last),
        Notice.batch_id == batch_id,
        Notice.state == State.SENT.value,
    )
    return set(session.scalars(done))


def _line(notice: Row[Any], pressed: tuple[int, ...], later: str | None) -> Line:
    return Line(
        account_id=notice.account_id,
        state=counter_of(notice.state, notice.last_error) or notice.state,
        sent_at=notice.settled_at if notice.state == State.SENT else None,
        error=notice.last_error,
        pressed=pressed,
        later=later,
    )
