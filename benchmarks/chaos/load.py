"""What is to be sent: people, reminders of a meeting, and a broadcast, written into the outbox."""

from datetime import datetime, timedelta
from typing import Any, cast

from sqlalchemy import ColumnElement, String, Table, insert, literal, select
from sqlalchemy.orm import Session

from announcements.audiences import Audience
from announcements.broadcasts import (
    begin_draft,
    choose_audience,
    choose_end,
    submit,
    write_text,
)
from announcements.jobs import correct, recall
from notices.outbox import Lane, facts_of, post_rows
from storage.models import Account, Broadcast, CourseClass, Meeting

FIRST_ID = 7_300_000_000
REMINDER, BROADCAST, CORRECTED = "uji-pengingat", "uji-siaran", "uji-ralat"
"""Words that stand in the texts of each kind and nowhere else."""
ACTOR = "command:uji"
KIND = "meeting_soon"
EVERYBODY = 1_000_000
FAR = timedelta(days=400)
SLICES = 50
ACCOUNTS = cast(Table, Account.__table__)


def chats(count: int) -> range:
    """The Telegram ids of the first so many people."""
    return range(FIRST_ID, FIRST_ID + count)


def settle_people(session: Session, count: int, now: datetime) -> None:
    """So many accounts, welcomed, and with no quiet hours of their own."""
    same: dict[str, Any] = {
        "language": "id",
        "welcomed_at": now,
        "quiet_from": None,
        "quiet_until": None,
        "created_at": now,
        "last_seen_at": now,
    }
    session.execute(insert(ACCOUNTS), [{"telegram_id": chat, **same} for chat in chats(count)])


def post_reminders(session: Session, count: int, *, spread_s: float, now: datetime) -> None:
    """One for each of so many people, due one after the other over `spread_s` seconds."""
    meeting = _meeting(session, now)
    size = -(-count // SLICES)
    for number, start in enumerate(range(0, count, size)):
        due_at = now + timedelta(seconds=spread_s * number / SLICES)
        whom = chats(count)[start : start + size]
        rows = select(
            ACCOUNTS.c.id.label("account_id"),
            (literal("uji:", String()) + ACCOUNTS.c.id.cast(String())).label("key"),
            facts_of(meeting_id=meeting.id, revision=meeting.revision).label("facts"),
            literal(due_at).label("due_at"),
            literal(now + FAR).label("expires_at"),
        ).where(_among(whom))
        post_rows(session, rows, kind=KIND, lane=Lane.REMINDERS, now=now)


def start_broadcast(session: Session, now: datetime) -> None:
    """One to all of them; the worker writes its notices and sends them."""
    draft = begin_draft(session, None, actor=ACTOR, now=now)
    write_text(session, draft.id, html=f"<b>Pengumuman</b>\nIni hanya {BROADCAST}.")
    choose_audience(session, draft.id, Audience())
    choose_end(session, draft.id, now + FAR)
    submit(session, draft.id, actor=ACTOR, start_at=None, approve_above=EVERYBODY, now=now)


def correct_broadcast(session: Session, now: datetime) -> None:
    correct(session, _broadcast_id(session), html=f"Ini hanya {CORRECTED}.", actor=ACTOR, now=now)


def recall_broadcast(session: Session, now: datetime) -> None:
    recall(session, _broadcast_id(session), actor=ACTOR, now=now)


def _broadcast_id(session: Session) -> int:
    return session.scalars(select(Broadcast.id)).one()


def _meeting(session: Session, now: datetime) -> Meeting:
    """A lesson so far away that no clock of ours comes near it."""
    class_id = session.scalars(select(CourseClass.id).order_by(CourseClass.id)).first()
    assert class_id is not None
    starts_at = now + FAR
    ends_at = starts_at + timedelta(hours=2)
    meeting = Meeting(class_id=class_id, number=900, topic=REMINDER)
    meeting.starts_at, meeting.ends_at = starts_at, ends_at
    session.add(meeting)
    session.flush()
    return meeting


def _among(whom: range) -> ColumnElement[bool]:
    return ACCOUNTS.c.telegram_id.between(whom[0], whom[-1])
