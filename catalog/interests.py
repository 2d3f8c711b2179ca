"""Interest in a programme ("beri tahu saya"), what it is for, and the word sent when it opens."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import cast

from sqlalchemy import (
    ColumnElement,
    String,
    Table,
    and_,
    case,
    delete,
    exists,
    func,
    literal,
    select,
    update,
)
from sqlalchemy.orm import Session

from catalog.errors import NoSuchProgramme, UnknownWish
from catalog.tracks import choices_of
from catalog.waves import takes_registrations
from notices.outbox import Lane, changed, facts_of, post_rows
from storage.base import UtcDateTime
from storage.models import (
    Account,
    CourseClass,
    Notice,
    Programme,
    ProgrammeInterest,
    Wave,
)
from storage.upserts import insert_into

INTERESTS = cast(Table, ProgrammeInterest.__table__)
WITHOUT_AN_END = timedelta(days=30)
"""For how long an opening is news where the wave does not say when it closes."""


@dataclass(frozen=True, slots=True)
class Interest:
    """What somebody wishes for: a cluster's slug, a country's code; None: not said, or any."""

    kind: str | None
    destination: str | None


def leave_interest(session: Session, account_id: int, programme_id: int, *, now: datetime) -> bool:
    """False: it was there already. Raises NoSuchProgramme."""
    if session.get(Programme, programme_id) is None:
        raise NoSuchProgramme(programme_id)
    row = insert_into(session, INTERESTS).values(
        account_id=account_id, programme_id=programme_id, created_at=now
    )
    return changed(session, row.on_conflict_do_nothing()) == 1


def withdraw_interest(session: Session, account_id: int, programme_id: int) -> bool:
    """False: there was none."""
    gone = delete(INTERESTS).where(_is(account_id, programme_id))
    return changed(session, gone) == 1


def wish_for(
    session: Session,
    account_id: int,
    programme_id: int,
    *,
    kind: str | None,
    destination: str | None,
    now: datetime,
) -> Interest:
    """Leave interest, or say anew what it is for. Raises NoSuchProgramme, UnknownWish."""
    choices = choices_of(session, programme_id)
    if kind not in (None, *(each.slug for each in choices.kinds)):
        raise UnknownWish
    if destination not in (None, *choices.destinations):
        raise UnknownWish
    leave_interest(session, account_id, programme_id, now=now)
    said = update(INTERESTS).where(_is(account_id, programme_id))
    session.execute(said.values(kind=kind, destination=destination))
    return Interest(kind, destination)


def interest_in(session: Session, account_id: int, programme_id: int) -> Interest | None:
    """None: they have left none."""
    mine = select(ProgrammeInterest.kind, ProgrammeInterest.destination)
    row = session.execute(mine.where(_is(account_id, programme_id))).first()
    return None if row is None else Interest(*row)


def has_interest(session: Session, account_id: int, programme_id: int) -> bool:
    found = select(ProgrammeInterest.account_id).where(_is(account_id, programme_id))
    return session.scalar(found) is not None


def announce_openings(
    session: Session,
    now: datetime,
    *,
    later: Collection[int] = (),
    by: timedelta = timedelta(),
    instead: str = "",
) -> int:
    """Tell whoever is interested that a class takes registrations; returns the notices written.

    Once for each class and account, and only until registration closes. The interest stays: the
    next wave is news again. Accounts with muted alerts are passed over. Of the classes `later` it
    is told so much later (`by`): others hear of them first. Whoever is told of a class by a notice
    of the kind `instead` needs no second one.
    """
    expires = func.coalesce(
        Wave.registration_closes_at, literal(now + WITHOUT_AN_END, UtcDateTime())
    )
    key = _key()
    rows = (
        select(
            ProgrammeInterest.account_id.label("account_id"),
            key.label("key"),
            facts_of(class_id=CourseClass.id).label("facts"),
            _due(now, later, by).label("due_at"),
            expires.label("expires_at"),
        )
        .join(CourseClass, CourseClass.programme_id == ProgrammeInterest.programme_id)
        .join(Wave, CourseClass.wave_id == Wave.id)
        .join(Account, ProgrammeInterest.account_id == Account.id)
        # Most have been told already at most ticks: not even tried again.
        .where(~exists().where(Notice.key == key))
        .where(takes_registrations(now), Account.alerts_muted.is_(False))
        .where(~_told(instead))
    )
    return post_rows(session, rows, kind="registration_open", lane=Lane.ALERTS, now=now)


def _due(now: datetime, later: Collection[int], by: timedelta) -> ColumnElement[datetime]:
    after = literal(now + by, UtcDateTime())
    return case((CourseClass.id.in_(later), after), else_=literal(now, UtcDateTime()))


def _told(instead: str) -> ColumnElement[bool]:
    return exists().where(
        Notice.account_id == ProgrammeInterest.account_id,
        Notice.kind == instead,
        Notice.facts["class_id"].as_integer() == CourseClass.id,
    )


def _key() -> ColumnElement[str]:
    """`opening:{class_id}:{account_id}`"""
    class_id, account_id = CourseClass.id.cast(String), ProgrammeInterest.account_id.cast(String)
    key: ColumnElement[str] = literal("opening:") + class_id + ":" + account_id
    return key


def _is(account_id: int, programme_id: int) -> ColumnElement[bool]:
    return and_(
        ProgrammeInterest.account_id == account_id, ProgrammeInterest.programme_id == programme_id
    )
