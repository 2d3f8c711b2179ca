"""Who is to be reminded of what: planned from the tables at each tick, nothing is remembered.

Only what is due by now is planned, so that a wish changed at the last moment counts, and the keys
of notices make a repeated plan write nothing twice. A reminder that was missed goes late while it
is of use; after that it is written as expired, for the record. Whoever joined a class after a
reminder was due gets none, nor does anybody for a meeting moved since: they were told of the move.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Any

from sqlalchemy import (
    CTE,
    ColumnElement,
    Integer,
    Select,
    String,
    and_,
    case,
    cast,
    column,
    literal,
    or_,
    select,
    update,
    values,
)
from sqlalchemy.orm import InstrumentedAttribute, Session

from notices.expressions import hours_earlier
from notices.outbox import IS_PENDING, NOTICES, Lane, State, changed, closing, facts_of, post_rows
from people.accounts import EVENING_HOURS
from storage.base import UtcDateTime
from storage.models import Account, Application, CourseClass, Draft, Meeting, Wave

EVENING, SOON = "meeting_evening", "meeting_soon"
MOVED, CANCELLED = "meeting_moved", "meeting_cancelled"
CLOSING = "draft_closing"

LOOK_BACK = timedelta(days=3)
AHEAD = timedelta(days=2)  # a meeting whose evening before, or day before, is due begins in these
CLOSING_AHEAD = timedelta(hours=24)

Moment = ColumnElement[Any] | InstrumentedAttribute[datetime]


@dataclass(frozen=True)
class Planned:
    """How many notices were written of each sort, and how many outdated ones were cancelled."""

    reminders: int
    changes: int
    closings: int
    outdated: int

    def __bool__(self) -> bool:
        """Whether there may be something new to deliver."""
        return bool(self.reminders or self.changes or self.closings)


def plan_reminders(
    session: Session, now: datetime, zone: tzinfo, since: datetime | None = None
) -> Planned:
    """Everything that is due by `now`. `zone` is where evenings are.

    `since` makes for a quick look: only at what has become due after that moment, that of the last
    look. Without it the look goes `LOOK_BACK` back, and finds too what was missed while nobody
    looked, or is late because a wish or a timetable has changed.
    """
    since = max(since or now - LOOK_BACK, now - LOOK_BACK)
    return Planned(
        outdated=cancel_outdated(session, now),
        changes=plan_changes(session, now),
        reminders=plan_meeting_reminders(session, now, zone, since),
        closings=plan_closing_reminders(session, now, since),
    )


def plan_meeting_reminders(session: Session, now: datetime, zone: tzinfo, since: datetime) -> int:
    """The evening before, and some hours before, each meeting of the classes people are in.

    Of the two the earlier one expires when the later one is due, so they never come together.
    """
    evenings = _evenings(now, zone, since)
    evening, starts_at = evenings.c.evening, Meeting.starts_at
    soon = hours_earlier(starts_at, Account.hours_before)
    until_soon = case((soon >= evening, soon), else_=starts_at)
    until_evening = case((evening > soon, evening), else_=starts_at)
    written = 0
    for kind, key, due_at, expires_at in (
        (EVENING, "evening", evening, until_soon),
        (SOON, "soon", soon, until_evening),
    ):
        rows = _of_meetings(key, due_at, expires_at).join(Account)
        rows = rows.outerjoin(evenings, _on_its_evening(evenings)).where(
            starts_at.between(since, now + AHEAD),
            Meeting.cancelled.is_(False),
            due_at.between(since, now),
            Application.changed_at <= due_at,
            or_(Meeting.changed_at.is_(None), Meeting.changed_at <= due_at),
        )
        written += post_rows(session, rows, kind=kind, lane=Lane.REMINDERS, now=now)
    return written


def plan_changes(session: Session, now: datetime) -> int:
    """Tell the people of a class that a meeting ahead was moved or cancelled."""
    written = 0
    for kind, is_cancelled in ((MOVED, False), (CANCELLED, True)):
        rows = _of_meetings("moved", literal(now, UtcDateTime()), Meeting.starts_at).where(
            Meeting.revision > 0,
            Meeting.starts_at > now,
            Meeting.cancelled.is_(is_cancelled),
            or_(Meeting.changed_at.is_(None), Application.changed_at <= Meeting.changed_at),
        )
        written += post_rows(session, rows, kind=kind, lane=Lane.RESULTS, now=now)
    return written


def cancel_outdated(session: Session, now: datetime) -> int:
    """Cancel what is pending for a meeting that was moved or cancelled since, or is gone."""
    facts = NOTICES.c.facts
    as_planned = select(Meeting.id).where(
        Meeting.id == facts["meeting_id"].as_integer(),
        Meeting.revision == facts["revision"].as_integer(),
    )
    statement = update(NOTICES).where(
        IS_PENDING,
        NOTICES.c.lane.in_((Lane.RESULTS.value, Lane.REMINDERS.value)),
        NOTICES.c.kind.in_((EVENING, SOON, MOVED, CANCELLED)),
        ~as_planned.exists(),
    )
    return changed(session, statement.values(closing(State.CANCELLED, "outdated", now)))


def plan_closing_reminders(session: Session, now: datetime, since: datetime) -> int:
    """A day before a registration closes, those who had left one half done by then."""
    closes_at = Wave.registration_closes_at
    due_at = hours_earlier(closes_at, literal(CLOSING_AHEAD // timedelta(hours=1)))
    rows = (
        select(
            Draft.account_id,
            _key("closing", Draft.class_id, Draft.account_id).label("key"),
            facts_of(class_id=Draft.class_id).label("facts"),
            due_at.label("due_at"),
            closes_at.label("expires_at"),
        )
        .join_from(Draft, CourseClass, CourseClass.id == Draft.class_id)
        .join(Wave, Wave.id == CourseClass.wave_id)
        .join(Account, Account.id == Draft.account_id)
        .where(due_at.between(since, now))
        # One that staff closed early is not worth a reminder; one that closed by itself, a record.
        .where(or_(Wave.state == "open", closes_at <= now))
        .where(Draft.created_at <= due_at, Account.reminders_muted.is_(False))
    )
    return post_rows(session, rows, kind=CLOSING, lane=Lane.REMINDERS, now=now)


def _of_meetings(
    key: str,
    due_at: ColumnElement[Any],
    expires_at: ColumnElement[Any] | InstrumentedAttribute[Any],
) -> Select[Any]:
    """A row for each meeting and each person in its class: two of one key for two in a family."""
    return (
        select(
            Application.account_id,
            _key(key, Meeting.id, Meeting.revision, Application.account_id).label("key"),
            facts_of(meeting_id=Meeting.id, revision=Meeting.revision).label("facts"),
            due_at.label("due_at"),
            expires_at.label("expires_at"),
        )
        .join_from(Application, Meeting, Meeting.class_id == Application.class_id)
        .where(Application.state == "admitted")
    )


def _evenings(now: datetime, zone: tzinfo, since: datetime) -> CTE:
    """For each local day and each hour the evening before: a day's bounds, and that moment."""
    first, last = since.astimezone(zone).date(), (now + AHEAD).astimezone(zone).date()
    days = [first + timedelta(days=count) for count in range((last - first).days + 1)]
    rows = [
        (_local(day, 0, zone), _local(day + timedelta(days=1), 0, zone), hour, evening)
        for day in days
        for hour in EVENING_HOURS
        for evening in [_local(day - timedelta(days=1), hour, zone)]
    ]
    moments = [column(name, UtcDateTime()) for name in ("dawn", "midnight", "evening")]
    dawn, midnight, evening = moments
    grid = values(dawn, midnight, column("hour", Integer), evening, name="evenings")
    # Nested: SQLite counts no rows for an INSERT that begins with WITH.
    return grid.data(rows).cte("evenings", nesting=True)


def _on_its_evening(evenings: CTE) -> ColumnElement[bool]:
    day = evenings.c
    return and_(
        Account.evening_hour == day.hour,
        Meeting.starts_at >= day.dawn,
        Meeting.starts_at < day.midnight,
    )


def _local(day: date, hour: int, zone: tzinfo) -> datetime:
    return datetime.combine(day, time(hour), zone).astimezone(UTC)


def _key(word: str, *ids: InstrumentedAttribute[int]) -> ColumnElement[str]:
    key: ColumnElement[str] = literal(word)
    for part in ids:
        key = key + ":" + cast(part, String)
    return key
