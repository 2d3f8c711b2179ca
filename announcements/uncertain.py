"""Those of whom nobody knows whether they got it: staff decide, for nobody may get it twice."""

from datetime import datetime

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
from announcements.errors import NotPossible
from announcements.jobs import just_corrected
from notices.batches import progress, resume_batch, try_uncertain_again, uncertain_of

STARTED = (
    BroadcastState.RUNNING,
    BroadcastState.PAUSED,
    BroadcastState.DONE,
    BroadcastState.CANCELLED,
    BroadcastState.RECALLED,
)
GOING = (BroadcastState.RUNNING, BroadcastState.PAUSED, BroadcastState.DONE)


def uncertain_accounts(session: Session, broadcast_id: int) -> list[int]:
    """Their accounts, in the order in which they were to be told. Raises NoSuchBroadcast."""
    batch_id = find(session, broadcast_id).batch_id
    if batch_id is None:
        return []
    return [account_id for _, account_id in uncertain_of(session, batch_id)]


def send_uncertain_again(session: Session, broadcast_id: int, *, actor: str, now: datetime) -> int:
    """On somebody's word that twice is better than never; a done broadcast runs again.

    Returns how many. Raises NotPossible: it was not started, is over for good, or has expired.
    """
    row = held_in(session, broadcast_id, GOING, "repeated")
    if row.expires_at <= now:
        raise NotPossible("expired", "repeated")
    again = try_uncertain_again(session, row.batch_id, now=now)
    if not again:
        return 0
    reason = f"{again} uncertain sent again"
    if row.state == BroadcastState.DONE:
        values = {"finished_at": None}
        if not just_corrected(session, broadcast_id, now):
            resume_batch(session, row.batch_id)  # `filling.work` does it otherwise, in a moment
        to = BroadcastState.RUNNING
        move(session, row, to, actor=actor, reason=reason, now=now, values=values)
    else:
        record(session, row.id, row.state, row.state, actor=actor, reason=reason, now=now)
    rewrite(session, broadcast_id, uncertain_left=0)
    return again


def leave_uncertain(
    session: Session, broadcast_id: int, *, actor: str, now: datetime
) -> BroadcastView:
    """They stay as they are, and staff are not asked of them again. Raises NotPossible."""
    row = held_in(session, broadcast_id, STARTED, "left")
    count = progress(session, row.batch_id).uncertain if row.batch_id else 0
    if count > row.uncertain_left:
        reason = f"{count} uncertain left"
        record(session, row.id, row.state, row.state, actor=actor, reason=reason, now=now)
        rewrite(session, broadcast_id, uncertain_left=count)
    return find(session, broadcast_id)
