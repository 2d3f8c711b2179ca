"""Class meetings: the evening before and some hours before, as each person has set them.

When one is moved or cancelled, its people are told, and what was waiting for the old time is
cancelled: reminders belong to one revision of a meeting.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, time, timedelta, tzinfo
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    and_,
    case,
    exists,
    literal,
    null,
    or_,
    select,
    update,
)
from sqlalchemy.orm import InstrumentedAttribute, Session

from intake.reminders.kinds import Anchor, Kind, kinds_of
from intake.reminders.plans import Plan, facts_by_phone, is_new, key_of
from notices.outbox import IS_PENDING, NOTICES, Lane, State, changed, closing
from people.accounts import EVENING_HOURS
from storage.base import UtcDateTime
from storage.models import Account, Application, Meeting

EVENING, SOON = kinds_of(Anchor.MEETING)
MOVED, CANCELLED = "meeting_moved", "meeting_cancelled"
HOURS_AHEAD = range(1, 25)
OF_MEETING = (Meeting.id, Meeting.revision, Application.account_id)
"""What a key is made of, after its head: two in a family are told once."""
AHEAD = timedelta(days=2)  # a meeting whose evening before, or day before, is due begins in these

Moment = ColumnElement[Any]


def meeting_plans(session: Session, since: datetime, now: datetime, zone: tzinfo) -> list[Plan]:
    """The evening before, and some hours before, each meeting of the classes people are in.

    Of the two the earlier one expires when the later one is due, so they never come together.
    What is due is worked out for each hour that people may have set, before anybody is looked at.
    """
    begins = _begins(session, since, now + AHEAD)
    return [plan for begin in begins for plan in _of_begin(begin, since, now, zone)]


def change_plans(session: Session, now: datetime) -> list[Plan]:
    """Tell the people of a class that a meeting ahead was moved or cancelled."""
    news = and_(Meeting.revision > 0, Meeting.starts_at > now)
    if session.scalar(select(Meeting.id).where(news).limit(1)) is None:
        return []
    plans = []
    for kind, is_cancelled in ((MOVED, False), (CANCELLED, True)):
        rows = _of_meetings("moved", literal(now, UtcDateTime()), Meeting.starts_at).where(
            news,
            Meeting.cancelled.is_(is_cancelled),
            or_(Meeting.changed_at.is_(None), Application.changed_at <= Meeting.changed_at),
            is_new("moved", *OF_MEETING),
        )
        plans.append(Plan(kind, Lane.RESULTS, rows, Application.id))
    return plans


def cancel_outdated_meetings(session: Session, now: datetime, changed_after: datetime) -> int:
    """Cancel what is pending for a meeting that was moved or cancelled since.

    For one that is gone the letter finds out by itself.
    """
    lately = select(Meeting.id).where(Meeting.changed_at > changed_after)
    if session.scalar(lately.limit(1)) is None:
        return 0
    facts = NOTICES.c.facts
    outdated = exists().where(
        Meeting.id == facts["meeting_id"].as_integer(),
        Meeting.revision != facts["revision"].as_integer(),
    )
    statement = update(NOTICES).where(
        IS_PENDING,
        NOTICES.c.lane.in_((Lane.RESULTS.value, Lane.REMINDERS.value)),
        NOTICES.c.kind.in_((EVENING.name, SOON.name, MOVED, CANCELLED)),
        outdated,
    )
    return changed(session, statement.values(closing(State.CANCELLED, "outdated", now)))


def _of_begin(begin: datetime, since: datetime, now: datetime, zone: tzinfo) -> Iterator[Plan]:
    """For meetings that begin at that time, if anybody may have set an hour that is due now."""
    evenings = {hour: _evening_of(begin, hour, zone) for hour in EVENING_HOURS}
    soons = {hours: begin - timedelta(hours=hours) for hours in HOURS_AHEAD}
    for kind, moments in ((EVENING, evenings), (SOON, soons)):
        due = [hour for hour, moment in moments.items() if since < moment <= now]
        if due:
            evening = _set(Account.evening_hour, evenings)
            soon = _set(Account.hours_before, soons)
            yield _plan(kind, begin, due, evening, soon)


def _plan(kind: Kind, begin: datetime, due: Sequence[int], evening: Moment, soon: Moment) -> Plan:
    """For those who have set one of the hours that are `due`."""
    if kind is EVENING:
        # Where both fall together, it is the evening's that is of no more use.
        mine, due_at, other, later = Account.evening_hour, evening, soon, soon >= evening
    else:
        mine, due_at, other, later = Account.hours_before, soon, evening, evening > soon
    until = case((later, other), else_=literal(begin, UtcDateTime()))
    rows = _reminders(kind, due_at, until).where(Meeting.starts_at == begin, mine.in_(due))
    return Plan(kind.name, Lane.REMINDERS, rows, Application.id)


def _reminders(kind: Kind, due_at: Moment, expires_at: Moment) -> Select[Any]:
    """For those in the class since before it was due, of meetings not moved since."""
    rows = _of_meetings(kind.name.removeprefix("meeting_"), due_at, expires_at)
    return rows.join(Account, Account.id == Application.account_id).where(
        Meeting.cancelled.is_(False),
        Application.changed_at <= due_at,
        or_(Meeting.changed_at.is_(None), Meeting.changed_at <= due_at),
    )


def _of_meetings(
    key: str, due_at: ColumnElement[Any], expires_at: Moment | InstrumentedAttribute[datetime]
) -> Select[Any]:
    """A row for each meeting and each person in its class."""
    return (
        select(
            Application.account_id,
            key_of(key, *OF_MEETING).label("key"),
            facts_by_phone(
                Application.account_id,
                Application.applicant_id,
                meeting_id=Meeting.id,
                revision=Meeting.revision,
            ).label("facts"),
            due_at.label("due_at"),
            expires_at.label("expires_at"),
        )
        .join_from(Meeting, Application, Meeting.class_id == Application.class_id)
        .where(Application.state.in_(EVENING.who))
    )


def _begins(session: Session, since: datetime, until: datetime) -> Sequence[datetime]:
    """When meetings begin: not many different moments, however many classes there are."""
    ahead = select(Meeting.starts_at).where(Meeting.starts_at.between(since, until))
    return session.scalars(ahead.where(Meeting.cancelled.is_(False)).distinct()).all()


def _set(hour: InstrumentedAttribute[int | None], moments: Mapping[int, datetime]) -> Moment:
    """What the hour that somebody has set comes to; NULL where it is switched off."""
    told = ((hour == each, literal(moment, UtcDateTime())) for each, moment in moments.items())
    return case(*told, else_=null())


def _evening_of(starts_at: datetime, hour: int, zone: tzinfo) -> datetime:
    """That local hour of the day before."""
    day = starts_at.astimezone(zone).date() - timedelta(days=1)
    return datetime.combine(day, time(hour), zone).astimezone(UTC)
