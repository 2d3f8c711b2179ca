"""How far a broadcast is: read from its batch's counters, whatever the number of people."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from announcements.broadcast_rows import (
    BroadcastState,
    BroadcastView,
    changes_of,
    find,
)
from announcements.jobs import jobs_of
from notices import batches

SOON = timedelta(seconds=3)
"""So early its own speed says nothing yet."""


@dataclass(frozen=True, slots=True)
class JobProgress:
    """A correction or a recall: how many messages were delivered, and changed so far."""

    kind: str
    """`correct` or `recall`."""
    recipients: int
    sent: int
    failed: int
    left: int
    finished_at: datetime | None


@dataclass(frozen=True, slots=True)
class Progress:
    recipients: int
    """Written so far; all of them once `filled`. Before it starts: those who were counted."""
    filled: bool
    sent: int
    failed: int
    blocked: int
    expired: int
    cancelled: int
    uncertain: int
    undecided: int
    """Of the uncertain ones: staff have not yet said what is to become of them."""
    left: int
    per_second: float
    """Over the time it has run, pauses apart; at the beginning, and before, the rate given."""
    ends_at: datetime | None
    """If it goes on like this; None while it does not run, or does not move."""
    job: JobProgress | None
    """The last correction or recall."""

    @property
    def ended(self) -> int:
        return self.recipients - self.left


def progress_of(session: Session, broadcast_id: int, rate: float, now: datetime) -> Progress:
    """`rate`: messages a second that the installation may send in bulk. Raises NoSuchBroadcast."""
    view = find(session, broadcast_id)
    if view.batch_id is None:
        people = view.people or 0
        return Progress(people, False, 0, 0, 0, 0, 0, 0, 0, people, rate, None, None)
    counted = batches.progress(session, view.batch_id)
    ran = time_run(session, view, now)
    done = counted.written - counted.left - counted.cancelled
    per_second = done / ran.total_seconds() if ran > SOON else rate
    return Progress(
        recipients=counted.written,
        filled=view.filled_at is not None,
        sent=counted.sent,
        failed=counted.failed,
        blocked=counted.blocked,
        expired=counted.expired,
        cancelled=counted.cancelled,
        uncertain=counted.uncertain,
        undecided=max(0, counted.uncertain - view.uncertain_left),
        left=counted.left,
        per_second=per_second,
        ends_at=_ends_at(view, counted.left, per_second, now),
        job=_job(session, broadcast_id),
    )


def time_run(session: Session, view: BroadcastView, now: datetime) -> timedelta:
    """How long it has been running, pauses apart."""
    ran, since = timedelta(), None
    for change in changes_of(session, view.id):
        runs = change.to_state == BroadcastState.RUNNING
        if runs and since is None:
            since = change.at
        elif not runs and since is not None:
            ran, since = ran + (change.at - since), None
    return ran if since is None else ran + max(now - since, timedelta())


def _ends_at(view: BroadcastView, left: int, per_second: float, now: datetime) -> datetime | None:
    if view.state is not BroadcastState.RUNNING or per_second <= 0:
        return None
    return now + timedelta(seconds=left / per_second)


def _job(session: Session, broadcast_id: int) -> JobProgress | None:
    jobs = jobs_of(session, broadcast_id)
    if not jobs:
        return None
    last = jobs[0]
    counted = batches.progress(session, last.batch_id)
    failed = counted.failed + counted.blocked + counted.expired + counted.cancelled
    return JobProgress(
        kind=last.kind,
        recipients=counted.written,
        sent=counted.sent,
        failed=failed,
        left=counted.left,
        finished_at=last.finished_at,
    )
