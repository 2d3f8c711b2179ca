"""What the clock does to broadcasts besides starting them: go on after a rest, and end."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, select, update
from sqlalchemy.orm import Session

from announcements.broadcast_rows import BROADCASTS, CLOCK, BroadcastState, hold, move, rewrite
from announcements.jobs import JOBS, jobs_of, just_corrected
from announcements.recipients import FILLING
from notices.batches import cancel_rest, pause_batch, progress, resume_batch
from storage.models import Batch

ALIVE = (
    *FILLING,
    BroadcastState.SCHEDULED,
    BroadcastState.CANCELLED,
    BroadcastState.RECALLED,
)
STOPPED = (BroadcastState.CANCELLED, BroadcastState.RECALLED)


def unfinished(session: Session) -> Sequence[Any]:
    """Broadcasts that the clock has to look at: id, state, filled_at, batch_id, batch_state."""
    alive = BROADCASTS.c.state.in_(ALIVE), BROADCASTS.c.finished_at.is_(None)
    columns = [BROADCASTS.c[name] for name in ("id", "state", "filled_at", "batch_id")]
    with_batch = BROADCASTS.outerjoin(Batch, BROADCASTS.c.batch_id == Batch.id)
    chosen = select(*columns, Batch.state.label("batch_state")).select_from(with_batch)
    return session.execute(chosen.where(*alive).order_by(BROADCASTS.c.id)).all()


def unfinished_jobs(session: Session) -> Sequence[Any]:
    """Jobs likewise: id, filled_at, batch_id, batch_state; `stopped` is one that is superseded."""
    columns = [JOBS.c[name] for name in ("id", "filled_at", "batch_id")]
    with_batch = JOBS.join(Batch, JOBS.c.batch_id == Batch.id)
    chosen = select(*columns, Batch.state.label("batch_state")).select_from(with_batch)
    return session.execute(chosen.where(JOBS.c.finished_at.is_(None)).order_by(JOBS.c.id)).all()


def go_on(session: Session, broadcast_id: int, now: datetime) -> None:
    """Let a batch run whose broadcast was resumed right after a correction."""
    row = hold(session, broadcast_id)
    if row.state == BroadcastState.RUNNING and not just_corrected(session, row.id, now):
        resume_batch(session, row.batch_id)


def cancel_step(session: Session, batch_id: int, *, most: int, now: datetime) -> bool:
    """Cancel some of what a stopped batch has left. True: there was something."""
    return cancel_rest(session, batch_id, most=most, now=now) > 0


def finish(session: Session, broadcast_id: int, now: datetime) -> bool:
    """End it where nothing of it is left. True: it has ended just now."""
    row = hold(session, broadcast_id)
    if row.batch_id is None or row.finished_at is not None:
        return False
    if row.state in FILLING and row.filled_at is None:
        return False
    if progress(session, row.batch_id).left:
        return False
    if row.state in STOPPED:
        rewrite(session, row.id, finished_at=now)
        return True
    pause_batch(session, row.batch_id)  # not stopped: what is uncertain may be sent again
    done = {"finished_at": now}
    move(session, row, BroadcastState.DONE, actor=CLOCK, now=now, values=done)
    return True


def finish_job(session: Session, job_id: int, now: datetime) -> bool:
    """End it where nothing of it is left: filled and done, or superseded."""
    job = session.execute(select(JOBS).where(JOBS.c.id == job_id).with_for_update()).one()
    if job.finished_at is not None:
        return False
    if job.filled_at is None and not _superseded(session, job):
        return False
    if progress(session, job.batch_id).left:
        return False
    pause_batch(session, job.batch_id)
    session.execute(update(JOBS).where(JOBS.c.id == job_id).values(finished_at=now))
    return True


def _superseded(session: Session, job: Row[Any]) -> bool:
    return bool(jobs_of(session, job.broadcast_id)[0].id != job.id)
