"""The message in the author's chat in which the face tells how far a broadcast is."""

from datetime import datetime, timedelta

from sqlalchemy import exists, or_, select
from sqlalchemy.orm import Session

from announcements.broadcast_rows import BROADCASTS, BroadcastState, rewrite
from announcements.jobs import JOBS

MOVING = (BroadcastState.RUNNING, BroadcastState.PAUSED)
LATE = timedelta(days=1)
"""After that nobody misses a panel that was never there."""


def keep_panel(session: Session, broadcast_id: int, message_id: int, now: datetime) -> None:
    """This message tells it from now on, and was brought up to date just now."""
    rewrite(session, broadcast_id, panel_message_id=message_id, panel_at=now)


def panels_due(session: Session, before: datetime) -> list[tuple[int, int, int]]:
    """(broadcast, author's account, message) of those last brought up to date before then that
    run, rest, or have ended or been changed since; also by a job.
    """
    columns = BROADCASTS.c.id, BROADCASTS.c.author_id, BROADCASTS.c.panel_message_id
    under_way = or_(JOBS.c.finished_at.is_(None), JOBS.c.finished_at >= BROADCASTS.c.panel_at)
    stale = or_(
        BROADCASTS.c.state.in_(MOVING),
        BROADCASTS.c.finished_at.is_(None) & BROADCASTS.c.batch_id.is_not(None),
        BROADCASTS.c.finished_at >= BROADCASTS.c.panel_at,
        exists().where(JOBS.c.broadcast_id == BROADCASTS.c.id, under_way),
    )
    chosen = select(*columns).where(
        BROADCASTS.c.author_id.is_not(None),
        BROADCASTS.c.panel_message_id.is_not(None),
        BROADCASTS.c.panel_at < before,
        stale,
    )
    rows = session.execute(chosen.order_by(BROADCASTS.c.id))
    return [(broadcast_id, account_id, message) for broadcast_id, account_id, message in rows]


def panels_missing(session: Session, before: datetime) -> list[int]:
    """Broadcasts that started before then, in the last day, and have none: others started them."""
    chosen = select(BROADCASTS.c.id).where(
        BROADCASTS.c.author_id.is_not(None),
        BROADCASTS.c.panel_message_id.is_(None),
        BROADCASTS.c.started_at < before,
        BROADCASTS.c.started_at > before - LATE,
    )
    return list(session.scalars(chosen.order_by(BROADCASTS.c.id)))
