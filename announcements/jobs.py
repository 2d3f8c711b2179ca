"""Jobs: what was delivered is corrected, or recalled, one edit or deletion a message.

Neither while the broadcast runs nor while something of it is on its way: so every message is
either delivered by then, and the job's, or not, and then it has the new words or is never sent.
A later job supersedes what is left of an earlier one. A message's content is remembered for two
seconds wherever it is sent: so long a new text rests (SETTLES) before anything is sent with it.
"""

from datetime import datetime, timedelta
from typing import Any, cast

from sqlalchemy import Row, Table, insert, select
from sqlalchemy.orm import Session

from announcements.broadcast_rows import (
    BroadcastState,
    BroadcastView,
    find,
    held_in,
    move,
    record,
    rewrite,
)
from announcements.errors import NotPossible, StillInFlight
from announcements.formatting import check_text
from announcements.four_eyes import check_corrector
from notices.batches import in_flight, open_batch, stop_batch
from storage.memory import LASTS_S
from storage.models import BroadcastJob

JOBS = cast(Table, BroadcastJob.__table__)
CORRECT, RECALL = "correct", "recall"
AT_REST = (BroadcastState.PAUSED, BroadcastState.DONE, BroadcastState.CANCELLED)
SETTLES = timedelta(seconds=LASTS_S + 1)


def correct(
    session: Session,
    broadcast_id: int,
    *,
    html: str,
    actor: str,
    now: datetime,
    by: int | None = None,
    may_approve: bool = False,
) -> BroadcastView:
    """Other words for all: who has the message sees it changed, who is still to get it gets these.

    `by`: the account that does it, if one does; `may_approve`: its yes can be the second person's
    for others' broadcasts. Raises BadText and its like,
    NotPossible (nothing was sent; recalled; running), StillInFlight or NeedsApprover.
    """
    row = _at_rest(session, broadcast_id, "corrected")
    check_corrector(session, broadcast_id, by=by, actor=actor, may_approve=may_approve)
    check_text(html, with_media=row.media_kind is not None)
    _open_job(session, row, CORRECT, now)
    rewrite(session, broadcast_id, text=html.strip(), revision=row.revision + 1)
    record(session, row.id, row.state, row.state, actor=actor, reason="corrected", now=now)
    return find(session, broadcast_id)


def recall(session: Session, broadcast_id: int, *, actor: str, now: datetime) -> BroadcastView:
    """Nobody else gets it, and it is taken from all who have. Raises NotPossible, StillInFlight."""
    row = _at_rest(session, broadcast_id, "recalled")
    stop_batch(session, row.batch_id)
    _open_job(session, row, RECALL, now)
    move(session, row, BroadcastState.RECALLED, actor=actor, now=now)
    return find(session, broadcast_id)


def just_corrected(session: Session, broadcast_id: int, now: datetime) -> bool:
    """Whether somebody may still remember the words from before."""
    lately = JOBS.c.created_at > now - SETTLES, JOBS.c.created_at <= now
    found = select(JOBS.c.id).where(JOBS.c.broadcast_id == broadcast_id, *lately)
    return session.execute(found.limit(1)).first() is not None


def jobs_of(session: Session, broadcast_id: int) -> list[Row[Any]]:
    """Its jobs, columns as in `BroadcastJob`, the last one first."""
    chosen = select(JOBS).where(JOBS.c.broadcast_id == broadcast_id)
    return list(session.execute(chosen.order_by(JOBS.c.id.desc())))


def _at_rest(session: Session, broadcast_id: int, wanted: str) -> Row[Any]:
    row = held_in(session, broadcast_id, AT_REST, wanted)
    if row.batch_id is None:
        raise NotPossible(row.state, wanted)
    flying = in_flight(session, row.batch_id)
    if flying:
        raise StillInFlight(row.state, wanted, flying)
    return row


def _open_job(session: Session, row: Row[Any], kind: str, now: datetime) -> None:
    for job in jobs_of(session, row.id):
        stop_batch(session, job.batch_id)
    batch_id = open_batch(session, repeatable=True, now=now)
    values = {"broadcast_id": row.id, "kind": kind, "batch_id": batch_id, "created_at": now}
    session.execute(insert(JOBS).values(cursor=row.after_notice, **values))
