"""The start of a broadcast, now or at its time: who there is by then is who it can reach."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, func, select
from sqlalchemy.orm import Session

from announcements.audiences import Audience, count_people
from announcements.broadcast_rows import BROADCASTS, CLOCK, BroadcastState, find, hold, move
from announcements.errors import EndsTooEarly
from announcements.telling import ask_approvers
from notices.batches import open_batch
from storage.models import Account, Notice

APPROVE_ABOVE = 100
"""More people than that want a second person's yes, unless the settings say otherwise."""
LASTS = timedelta(days=3)
"""From its start on; then it would be old news."""


def set_off(
    session: Session,
    row: Row[Any],
    *,
    start_at: datetime | None,
    actor: str,
    now: datetime,
    values: Mapping[str, Any] | None = None,
) -> None:
    """Start the held broadcast, or have the clock do it at `start_at`.

    Its audience is fixed here: among the accounts there are now, those who fit when they are
    looked at, which `filling.work` does in the next seconds. Who comes later is not in it; who
    changes in those very seconds may be in it or not. Raises NotPossible, EndsTooEarly.
    """
    check_end(row, start_at, now)
    values = dict(values or {})
    if start_at is not None and start_at > now:
        move(session, row, BroadcastState.SCHEDULED, actor=actor, now=now, values=values)
        return
    values |= {
        "batch_id": open_batch(session, now=now),
        "cursor": 0,
        "upto": session.scalar(select(func.max(Account.id))) or 0,
        "after_notice": last_notice(session),
        "started_at": now,
        "expires_at": row.expires_at or now + LASTS,
    }
    move(session, row, BroadcastState.RUNNING, actor=actor, now=now, values=values)


def check_end(row: Row[Any], start_at: datetime | None, now: datetime) -> None:
    """Raises EndsTooEarly: it would be of no use any more when it starts."""
    begin = max(now, start_at or now)
    if row.expires_at is not None and row.expires_at <= begin:
        raise EndsTooEarly(row.expires_at, begin)


def start_due(session: Session, now: datetime, approve_above: int = APPROVE_ABOVE) -> list[int]:
    """Start what is scheduled for now or earlier; returns which it started, or asked about.

    What has expired meanwhile, as after a long outage, is cancelled instead. What is for more than
    `approve_above` people by now, and was approved by nobody, waits for a second person's yes.
    """
    scheduled = BROADCASTS.c.state == BroadcastState.SCHEDULED.value
    due = select(BROADCASTS.c.id).where(scheduled, BROADCASTS.c.start_at <= now)
    looked_at = []
    for broadcast_id in session.scalars(due.order_by(BROADCASTS.c.start_at, BROADCASTS.c.id)).all():
        row = hold(session, broadcast_id)
        if row.state != BroadcastState.SCHEDULED:
            continue  # somebody was faster
        if row.expires_at is not None and row.expires_at <= now:
            _give_up(session, row, now)
            continue
        if _has_outgrown(session, row, approve_above, now):
            _hold_back(session, row, now)
        else:
            set_off(session, row, start_at=None, actor=CLOCK, now=now)
        looked_at.append(broadcast_id)
    return looked_at


def last_notice(session: Session) -> int:
    """The greatest id of all notices; 0: there is none."""
    return session.scalar(select(func.max(Notice.id))) or 0


def _has_outgrown(session: Session, row: Row[Any], approve_above: int, now: datetime) -> bool:
    if row.approved_at is not None:
        return False
    audience = Audience.from_json(row.audience)
    return count_people(session, audience, now, most=approve_above + 1) > approve_above


def _hold_back(session: Session, row: Row[Any], now: datetime) -> None:
    """The number that was counted is an old one: who approves is told a new one."""
    values = {"people": None}
    waiting = BroadcastState.WAITING
    move(session, row, waiting, actor=CLOCK, reason="outgrown", now=now, values=values)
    ask_approvers(session, find(session, row.id), now)


def _give_up(session: Session, row: Row[Any], now: datetime) -> None:
    move(
        session,
        row,
        BroadcastState.CANCELLED,
        actor=CLOCK,
        reason="expired",
        now=now,
        values={"finished_at": now},
    )
