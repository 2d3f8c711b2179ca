"""Who has been absent as often as their wave allows, or more often: told once of either.

Planned some hours after a meeting has ended, from the tables as they are then. While none has, it
is one look into an index.
"""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, func, literal, select
from sqlalchemy.orm import Session, aliased

from intake.reminders.plans import Plan, is_new, key_of
from intake.training.trainees import IS_TRAINEE, SINCE
from notices.outbox import Lane, facts_of
from storage.base import UtcDateTime
from storage.models import Application, Attendance, CourseClass, Meeting, Provider, Wave

REACHED, EXCEEDED = "absences_reached", "absences_exceeded"
OF_USE = timedelta(days=7)
WAIT = timedelta(hours=3)
"""So long after the end staff have to put in what they have written on paper."""


def absence_plans(session: Session, since: datetime, now: datetime) -> list[Plan]:
    """For those in whose classes a meeting had ended `WAIT` ago, after the look of `since`."""
    upto = now - WAIT
    lately = Meeting.ends_at > since - WAIT, Meeting.ends_at <= upto
    ended = and_(*lately, Meeting.cancelled.is_(False))
    if session.scalar(select(Meeting.id).where(ended).limit(1)) is None:
        return []
    classes = select(Meeting.class_id).where(ended)
    theirs = Application.class_id.in_(classes)
    return [
        Plan(kind, Lane.REMINDERS, _rows(kind, upto, now).where(theirs), Application.id)
        for kind in (REACHED, EXCEEDED)
    ]


def absences(upto: datetime) -> ColumnElement[int]:
    """How often the trainee of the row was absent from what had ended by then: since attendance
    is taken in the class, and since they have their seat.
    """
    mine = Attendance.application_id == Application.id, Attendance.meeting_id == Meeting.id
    recorded = exists().where(*mine).correlate(Application, Meeting)
    first = aliased(Meeting)
    taken = first.class_id == Meeting.class_id, Attendance.meeting_id == first.id
    begun = exists().where(*taken, first.starts_at <= Meeting.starts_at).correlate(Meeting)
    return (
        select(func.count())
        .where(
            Meeting.class_id == Application.class_id,
            Meeting.cancelled.is_(False),
            Meeting.ends_at <= upto,
            Meeting.starts_at >= SINCE,
            begun,
            ~recorded,
        )
        .correlate(Application)
        .scalar_subquery()
    )


def _rows(kind: str, upto: datetime, now: datetime) -> Select[Any]:
    allowed = func.coalesce(Wave.absences_allowed, Provider.absences_allowed)
    reached = and_(allowed > 0, absences(upto) == allowed)
    return (
        select(
            Application.account_id,
            key_of(kind, Application.id).label("key"),
            facts_of(application_id=Application.id).label("facts"),
            literal(now, UtcDateTime()).label("due_at"),
            literal(now + OF_USE, UtcDateTime()).label("expires_at"),
        )
        .join_from(Application, CourseClass, CourseClass.id == Application.class_id)
        .join(Wave, Wave.id == CourseClass.wave_id)
        .join(Provider, Provider.id == Wave.provider_id)
        .where(
            IS_TRAINEE,
            is_new(kind, Application.id),
            reached if kind == REACHED else absences(upto) > allowed,
        )
    )
