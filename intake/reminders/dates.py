"""Reminders that hang on a day or a deadline: of registrations, papers, AK1 cards and alumni."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Any

from sqlalchemy import Date, Integer, Select, String, exists, or_, select
from sqlalchemy.orm import Session

from intake.reminders.kinds import Anchor, Kind, Span, When, kinds_of
from intake.reminders.plans import MOMENTS, Plan, Row, facts_by_phone, grid, key_of
from notices.outbox import Lane, facts_of
from people.months import months_later
from storage.base import UtcDateTime
from storage.models import Account, Application, ApplicationChange, CourseClass, Draft, Pupil, Wave

PUPILS = exists().where(Pupil.application_id == Application.id)
A_YEAR = 366
SHORT_MONTHS = 3
"""Days by which the end of a short month can shift what is counted in months."""


def closing_plans(session: Session, since: datetime, now: datetime, zone: tzinfo) -> list[Plan]:
    """Of registrations, for those who had left one half done by then."""
    [kind] = kinds_of(Anchor.CLOSING)
    closing = select(Wave.id, Wave.registration_closes_at).where(
        Wave.registration_closes_at.between(since, now + timedelta(days=2)),
        # One that staff closed early is not worth a reminder; one that closed by itself, a record.
        or_(Wave.state == "open", Wave.registration_closes_at <= now),
    )
    rows = [
        (wave_id, *term)
        for wave_id, closes_at in session.execute(closing)
        if closes_at is not None
        for term in _terms(kind, Span(closes_at), since, now, zone)
    ]
    if not rows:
        return []
    due = grid("due", {"wave_id": Integer(), **MOMENTS}, rows)
    people: Select[Any] = (
        select(
            Draft.account_id,
            key_of("closing", Draft.class_id, Draft.account_id).label("key"),
            facts_by_phone(Draft.account_id, Draft.applicant_id, class_id=Draft.class_id).label(
                "facts"
            ),
            due.c.due_at,
            due.c.expires_at,
        )
        .join_from(CourseClass, Draft, Draft.class_id == CourseClass.id)
        .join(due, due.c.wave_id == CourseClass.wave_id)
        .join(Account, Account.id == Draft.account_id)
        .where(Draft.created_at <= due.c.due_at, Account.reminders_muted.is_(False))
    )
    return [Plan(kind.name, Lane.REMINDERS, people, Draft.id)]


def papers_plans(session: Session, since: datetime, now: datetime, zone: tzinfo) -> list[Plan]:
    """A day before missing papers are to be handed in."""
    [kind] = kinds_of(Anchor.PAPERS)
    asked_for = Application.papers_due_at.between(since, now + timedelta(days=2))
    deadlines = session.scalars(select(Application.papers_due_at).where(asked_for).distinct())
    rows = [
        (deadline, int(deadline.timestamp()), *term)
        for deadline in deadlines
        if deadline is not None
        for term in _terms(kind, Span(deadline), since, now, zone)
    ]
    if not rows:
        return []
    due = grid("due", {"deadline": UtcDateTime(), "number": Integer(), **MOMENTS}, rows)
    told_since = exists().where(
        ApplicationChange.application_id == Application.id, ApplicationChange.at > due.c.due_at
    )
    people = (
        select(
            Application.account_id,
            key_of(kind.name, Application.id, due.c.number).label("key"),
            facts_of(application_id=Application.id, due=due.c.number).label("facts"),
            due.c.due_at,
            due.c.expires_at,
        )
        .join_from(Application, due, due.c.deadline == Application.papers_due_at)
        .where(Application.missing_papers.is_not(None), Application.state.in_(kind.who))
        .where(~told_since)
    )
    return [Plan(kind.name, Lane.REMINDERS, people, Application.id)]


def ak1_plans(since: datetime, now: datetime, zone: tzinfo) -> list[Plan]:
    """A week before a card is to be reported, and on the day."""
    plans = []
    for kind in kinds_of(Anchor.AK1):
        assert isinstance(kind.due, When)
        rows = [
            (issued_on, issued_on.isoformat(), *term)
            for issued_on in _days_told_from(kind.due, since, now, zone)
            for term in _terms(kind, _day(issued_on, zone), since, now, zone)
        ]
        if rows:
            plans.append(_of_cards(kind, kind.due.months, rows))
    return plans


def _of_cards(kind: Kind, months: int, rows: Sequence[Row]) -> Plan:
    due = grid("due", {"issued_on": Date(), "issued": String(), **MOMENTS}, rows)
    people = select(
        Account.id.label("account_id"),
        key_of(kind.name, months, due.c.issued, Account.id).label("key"),
        facts_of(issued_on=due.c.issued, months=months).label("facts"),
        due.c.due_at,
        due.c.expires_at,
    ).join_from(Account, due, due.c.issued_on == Account.ak1_issued_on)
    return Plan(kind.name, Lane.REMINDERS, people, Account.id)


def alumni_plans(session: Session, since: datetime, now: datetime, zone: tzinfo) -> list[Plan]:
    """What has become of those who were in a class, some months after its wave's last day."""
    today = now.astimezone(zone).date()
    ended = select(Wave.id, Wave.ends_on).where(
        Wave.ends_on.between(today - timedelta(days=A_YEAR + 7), today)
    )
    waves = session.execute(ended).all()
    plans = []
    for kind in kinds_of(Anchor.TRAINING_END):
        assert isinstance(kind.due, When)
        rows = [
            (wave_id, *term)
            for wave_id, ends_on in waves
            if ends_on is not None
            for term in _terms(kind, _day(ends_on, zone), since, now, zone)
        ]
        if rows:
            plans.append(_of_alumni(kind, kind.due.months, rows))
    return plans


def _of_alumni(kind: Kind, months: int, rows: Sequence[Row]) -> Plan:
    due = grid("due", {"wave_id": Integer(), **MOMENTS}, rows)
    people = (
        select(
            Application.account_id,
            key_of(kind.name, months, Application.id).label("key"),
            facts_of(application_id=Application.id, months=months).label("facts"),
            due.c.due_at,
            due.c.expires_at,
        )
        .join_from(CourseClass, Application, Application.class_id == CourseClass.id)
        .join(due, due.c.wave_id == CourseClass.wave_id)
        .where(Application.state.in_(kind.who), ~PUPILS)  # who goes back to school
    )
    return Plan(kind.name, Lane.REMINDERS, people, Application.id)


def _terms(
    kind: Kind, span: Span, since: datetime, now: datetime, zone: tzinfo
) -> Iterator[tuple[datetime, datetime]]:
    """When it is due and when it is of no more use, where it became due just now; else nothing."""
    term = kind.term(span, zone)
    if term is not None and since < term[0] <= now:
        yield term


def _day(day: date, zone: tzinfo) -> Span:
    return Span(datetime.combine(day, time(), zone).astimezone(UTC))


def _days_told_from(when: When, since: datetime, now: datetime, zone: tzinfo) -> set[date]:
    """The days of which `when` may tell a moment from `since` to `now`: worked out backwards,
    so that no card need be looked at while nothing is due.
    """
    first, last = since.astimezone(zone).date(), now.astimezone(zone).date()
    days = [first + timedelta(days=count) for count in range((last - first).days + 1)]
    due = [d for d in days if since < datetime.combine(d, time(when.at or 0), zone) <= now]
    shifts = [timedelta(days=count) for count in range(-SHORT_MONTHS, SHORT_MONTHS + 1)]
    return {
        months_later(d - timedelta(days=when.days), -when.months) + s for d in due for s in shifts
    }
