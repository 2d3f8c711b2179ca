"""The life of a broadcast: submitted, approved, started, paused, resumed, cancelled.

Each move is one conditional UPDATE of a held row, so that of two people (or two taps) one does it
and the other is told where it stands by then. What was handed in can't be edited: taken back
(`reopen`) it is a draft again, without the yes it had.
"""

from datetime import datetime

from sqlalchemy.orm import Session

from announcements.audiences import Audience, count_people
from announcements.broadcast_rows import (
    BroadcastState,
    BroadcastView,
    Change,
    changes_of,
    find,
    held_in,
    list_broadcasts,
    move,
)
from announcements.drafts import (
    add_button,
    ask_step,
    begin_draft,
    choose_audience,
    choose_end,
    discard,
    drop_buttons,
    open_draft,
    write_text,
)
from announcements.errors import ChangedSince, EmptyAudience, SamePerson
from announcements.formatting import check_text
from announcements.four_eyes import is_author
from announcements.jobs import just_corrected
from announcements.starting import check_end, set_off
from announcements.telling import ask_approvers, post_test, tell_author
from notices.batches import pause_batch, resume_batch, stop_batch

__all__ = [
    "BroadcastState",
    "BroadcastView",
    "Change",
    "add_button",
    "approve",
    "ask_step",
    "begin_draft",
    "cancel",
    "changes_of",
    "choose_audience",
    "choose_end",
    "discard",
    "drop_buttons",
    "find",
    "list_broadcasts",
    "open_draft",
    "pause",
    "refuse",
    "reopen",
    "resume",
    "send_test",
    "submit",
    "write_text",
]

DRAFT, WAITING = BroadcastState.DRAFT, BroadcastState.WAITING
SCHEDULED, RUNNING = BroadcastState.SCHEDULED, BroadcastState.RUNNING
PAUSED, CANCELLED = BroadcastState.PAUSED, BroadcastState.CANCELLED


def submit(
    session: Session,
    broadcast_id: int,
    *,
    actor: str,
    start_at: datetime | None,
    approve_above: int,
    now: datetime,
) -> BroadcastView:
    """Hand it in: it waits for a second person where more than `approve_above` are meant, and
    is scheduled or runs otherwise. `start_at` None, or past: at once.

    Raises NotPossible, EmptyText and its like, EmptyAudience or EndsTooEarly.
    """
    row = held_in(session, broadcast_id, (DRAFT,), WAITING)
    check_text(row.text, with_media=row.media_kind is not None)
    audience = Audience.from_json(row.audience)
    crowd = count_people(session, audience, now, most=approve_above + 1)
    if not crowd:
        raise EmptyAudience
    check_end(row, start_at, now)
    values = {"start_at": start_at, "step": None}
    if crowd <= approve_above:
        set_off(session, row, start_at=start_at, actor=actor, now=now, values=values)
        return find(session, broadcast_id)
    move(session, row, WAITING, actor=actor, now=now, values=values)
    view = find(session, broadcast_id)
    ask_approvers(session, view, now)
    return view


def approve(
    session: Session,
    broadcast_id: int,
    *,
    approver_id: int | None,
    actor: str,
    now: datetime,
    submission: int | None = None,
) -> BroadcastView:
    """The second person's yes; the author is told. `submission` is the one that was shown.

    Raises NotPossible, SamePerson, ChangedSince, EndsTooEarly.
    """
    row = held_in(session, broadcast_id, (WAITING,), "approved")
    view = find(session, broadcast_id)
    if is_author(view, approver_id, actor):
        raise SamePerson(broadcast_id)
    if submission not in (None, view.submission):
        raise ChangedSince(broadcast_id)
    values = {"approved_by": approver_id, "approved_at": now}
    set_off(session, row, start_at=row.start_at, actor=actor, now=now, values=values)
    tell_author(session, view, "approved", now)
    return find(session, broadcast_id)


def refuse(
    session: Session,
    broadcast_id: int,
    *,
    actor: str,
    reason: str | None,
    now: datetime,
    submission: int | None = None,
) -> BroadcastView:
    """Back to its author as a draft, with the reason. Raises NotPossible, ChangedSince."""
    row = held_in(session, broadcast_id, (WAITING,), "refused")
    view = find(session, broadcast_id)
    if submission not in (None, view.submission):
        raise ChangedSince(broadcast_id)
    move(session, row, DRAFT, actor=actor, reason=reason, now=now)
    tell_author(session, view, "refused", now)
    return find(session, broadcast_id)


def reopen(session: Session, broadcast_id: int, *, actor: str, now: datetime) -> BroadcastView:
    """Take it back before it starts, to edit it; a yes it had is gone. Raises NotPossible."""
    row = held_in(session, broadcast_id, (WAITING, SCHEDULED), DRAFT)
    values = {"approved_by": None, "approved_at": None}
    move(session, row, DRAFT, actor=actor, now=now, values=values)
    return find(session, broadcast_id)


def pause(session: Session, broadcast_id: int, *, actor: str, now: datetime) -> BroadcastView:
    """What is on its way arrives, the rest waits. Raises NotPossible."""
    row = held_in(session, broadcast_id, (RUNNING,), PAUSED)
    pause_batch(session, row.batch_id)
    move(session, row, PAUSED, actor=actor, now=now)
    return find(session, broadcast_id)


def resume(session: Session, broadcast_id: int, *, actor: str, now: datetime) -> BroadcastView:
    """Go on with those who are left. Raises NotPossible."""
    row = held_in(session, broadcast_id, (PAUSED,), RUNNING)
    if not just_corrected(session, broadcast_id, now):
        resume_batch(session, row.batch_id)  # `filling.work` does it otherwise, in a moment
    move(session, row, RUNNING, actor=actor, now=now)
    return find(session, broadcast_id)


def cancel(
    session: Session, broadcast_id: int, *, actor: str, now: datetime, reason: str | None = None
) -> BroadcastView:
    """For good: who has not got it by now never will. Raises NotPossible."""
    row = held_in(session, broadcast_id, (WAITING, SCHEDULED, RUNNING, PAUSED), CANCELLED)
    values = {}
    if row.batch_id is None:
        values["finished_at"] = now
    else:
        stop_batch(session, row.batch_id)  # `filling.work` cancels what is left of it
    move(session, row, CANCELLED, actor=actor, reason=reason, now=now, values=values)
    return find(session, broadcast_id)


def send_test(session: Session, broadcast_id: int, *, account_id: int, now: datetime) -> None:
    """To one person, exactly as it will look; their presses of it count nowhere."""
    view = find(session, broadcast_id)
    check_text(view.html, with_media=view.media_kind is not None)
    post_test(session, view, account_id, now)
