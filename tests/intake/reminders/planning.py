"""What the tests of reminders share: a planned outbox to look at, and meetings to move.

The first meeting of the stage is on Monday, 1 December 2025, 07.30 WIB; the next two follow daily.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from intake.reminders.planning import Planned, plan_reminders
from intake.seats.admitting import admit
from storage.models import Account, Meeting, Notice
from tests.cast import (
    FIRST_MEETING,
    NOW,
    WIB,
    Person,
    apply,
)

EVENING = datetime(2025, 11, 30, 18, tzinfo=WIB)
SOON = FIRST_MEETING - timedelta(hours=2)
MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)


def take_in(session: Session, person: Person, class_id: int, now: datetime = NOW) -> int:
    """The person gets a seat; returns the account."""
    application = apply(session, person, class_id, now=NOW)
    admit(session, application.number, actor="Dewi", now=now)
    return account_of(session, person).id


def account_of(session: Session, person: Person) -> Account:
    return session.scalars(select(Account).where(Account.telegram_id == person.telegram_id)).one()


def plan(session: Session, now: datetime, since: datetime | None = None) -> Planned:
    return plan_reminders(session, now, WIB, since)


def notices(session: Session) -> list[tuple[str, str]]:
    """Kind and state of what was planned here, in the order of writing."""
    planned = select(Notice.kind, Notice.state).where(Notice.kind != "admitted")
    return [(kind, state) for kind, state in session.execute(planned.order_by(Notice.id))]


def the_notice(session: Session, kind: str) -> Notice:
    return session.scalars(select(Notice).where(Notice.kind == kind)).one()


def change(
    session: Session, meeting_id: int, now: datetime, alter: Callable[[Meeting], None]
) -> None:
    meeting = session.get_one(Meeting, meeting_id)
    meeting.moved_from = meeting.starts_at
    alter(meeting)
    meeting.revision += 1
    meeting.changed_at = now


def move(session: Session, meeting_id: int, now: datetime, **distance: float) -> None:
    def later(meeting: Meeting) -> None:
        meeting.starts_at += timedelta(**distance)
        meeting.ends_at += timedelta(**distance)

    change(session, meeting_id, now, later)


def call_off(session: Session, meeting_id: int, now: datetime) -> None:
    change(session, meeting_id, now, lambda meeting: setattr(meeting, "cancelled", True))
