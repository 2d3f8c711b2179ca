"""Vacancy alerts: soon when a vacancy fits, and yet never more than one message a day.

The first fitting vacancy of a person's day is told at once. What comes after it on that day waits
for the next morning at 08.00 and comes in one message. In quiet hours nothing is told: what comes
then is gathered until they end.

An alert is a notice of kind `vacancies`, one an account and local day by its key. It holds no
vacancies, only `until`: the moment up to which it gathers. What it tells is chosen when it is sent:
what was announced after the last alert that was sent, up to its own `until`, is open still, not
hidden, and fits what the account follows by then. So a withdrawn vacancy is never told of, one
that was missed by an alert nobody could be sent comes with the next, and a repeated sending tells
the same.
"""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Select, String, and_, cast, literal, or_, select, update
from sqlalchemy.orm import Session, joinedload

from notices.outbox import Lane, State, facts_of, post_rows
from notices.quiet import QuietHours, told_at
from storage.base import UtcDateTime
from storage.models import Account, Notice, Subscription, Vacancy
from vacancies.cards import Card, open_at, to_cards, unhidden_by
from vacancies.subscriptions import fits

KIND = "vacancies"
MORNING = time(8)
USEFUL_FOR = timedelta(days=7)
"""So long an alert that could not be sent is still worth sending, and so far back one looks."""
MOST_CARDS = 50
WIB = ZoneInfo("Asia/Jakarta")


def announce_vacancies(session: Session, now: datetime, zone: tzinfo = WIB) -> int:
    """Write the alerts for all open vacancies not announced yet; returns how many are new.

    `zone` is where days begin and mornings are.
    """
    fresh = update(Vacancy).where(Vacancy.announced_at.is_(None), open_at(now))
    if not session.scalars(fresh.values(announced_at=now).returning(Vacancy.id)).all():
        return 0
    written = 0
    for quiet_from, quiet_until in _habits(session):
        told = _Moments(now, (quiet_from, quiet_until), zone)
        alike = (
            Account.quiet_from.is_not_distinct_from(quiet_from),
            Account.quiet_until.is_not_distinct_from(quiet_until),
        )
        for rows in _alerts(told, alike):
            written += post_rows(session, rows, kind=KIND, lane=Lane.ALERTS, now=now)
    return written


def vacancies_of_alert(
    session: Session, account_id: int, facts: Mapping[str, Any], *, now: datetime
) -> list[Card]:
    """What the alert with these facts tells, newest first, at most 50; empty: it is moot."""
    subscription = session.get(Subscription, account_id)
    until = datetime.fromisoformat(facts["until"])
    since, overtaken = _neighbours(session, account_id, until, now)
    if subscription is None or overtaken:
        return []
    rows = session.scalars(
        select(Vacancy)
        .join(Subscription, Subscription.account_id == account_id)
        .options(joinedload(Vacancy.partner))
        .where(Vacancy.announced_at > max(since, subscription.created_at))
        .where(Vacancy.announced_at <= until, open_at(now), fits(), unhidden_by(account_id))
        .order_by(Vacancy.announced_at.desc(), Vacancy.posted_at.desc(), Vacancy.id.desc())
        .limit(MOST_CARDS)
    )
    return to_cards(session, rows.all(), account_id, now)


class _Moments:
    """When people of one habit of quiet hours would be told now, and when on the day after."""

    def __init__(self, now: datetime, quiet: QuietHours, zone: tzinfo) -> None:
        self.now = now
        self.soon = told_at(now, quiet, zone)
        self.today = self.soon.astimezone(zone).date()
        morning = datetime.combine(self.today + timedelta(days=1), MORNING, zone)
        self.later = told_at(morning, quiet, zone)
        self.tomorrow = self.later.astimezone(zone).date()


def _habits(session: Session) -> Iterable[QuietHours]:
    """The quiet hours there are among subscribers: few, whatever the number of people."""
    pairs = select(Account.quiet_from, Account.quiet_until).join(Subscription).distinct()
    return session.execute(pairs).all()


def _alerts(told: _Moments, alike: tuple[ColumnElement[bool], ...]) -> Iterable[Select[Any]]:
    """Two statements: tomorrow for those whose alert of today is gathered, today for the rest.

    Whoever has one for today that gathers still gets neither: the new vacancies come with it.
    """
    gathered = (
        select(Notice.id)
        .where(Notice.key == _key(told.today))
        .where(Notice.facts["until"].as_string() < _written(told.now))
        .correlate_except(Notice)
    )
    concerned = _concerned(told.now).where(*alike)
    yield _rows(concerned.where(gathered.exists()), told.tomorrow, told.later)
    yield _rows(concerned, told.today, told.soon)


def _concerned(announced_at: datetime) -> Select[Any]:
    """Accounts that want to hear of a vacancy announced at that moment, and can."""
    wanted = select(Vacancy.id).where(
        Vacancy.announced_at == announced_at, fits(), unhidden_by(Account.id)
    )
    declined = and_(Account.consent_version.is_not(None), Account.consented_at.is_(None))
    return (
        select(Account.id.label("account_id"))
        .join(Subscription, Subscription.account_id == Account.id)
        .where(Account.alerts_muted.is_(False), Account.unreachable_since.is_(None))
        .where(~declined, wanted.correlate_except(Vacancy).exists())
    )


def _rows(concerned: Select[Any], day: date, due_at: datetime) -> Select[Any]:
    return concerned.add_columns(
        _key(day).label("key"),
        facts_of(until=literal(_written(due_at), String)).label("facts"),
        literal(due_at, UtcDateTime()).label("due_at"),
        literal(due_at + USEFUL_FOR, UtcDateTime()).label("expires_at"),
    )


def _key(day: date) -> ColumnElement[str]:
    return literal(f"{KIND}:", String) + cast(Account.id, String) + literal(f":{day}", String)


def _written(moment: datetime) -> str:
    """ISO 8601 in UTC, always of the same length, so that texts sort as moments do."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def _neighbours(
    session: Session, account_id: int, until: datetime, now: datetime
) -> tuple[datetime, bool]:
    """Where the alert of `until` begins to gather, and whether a later one speaks for it.

    After days on which nothing could be sent only the last alert goes, and tells of all.
    """
    rows = session.execute(
        select(Notice.facts, Notice.state).where(
            Notice.account_id == account_id,
            Notice.kind == KIND,
            or_(Notice.created_at > until - 2 * USEFUL_FOR, Notice.due_at > until),
        )
    )
    told, waiting = [until - USEFUL_FOR], []
    for facts, state in rows:
        moment = datetime.fromisoformat(facts["until"])
        if moment < until and state in (State.SENT, State.UNCERTAIN):
            told.append(moment)
        elif until < moment <= now and state in (State.PENDING, State.SENDING):
            waiting.append(moment)
    return max(told), bool(waiting)
