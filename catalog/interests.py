"""Interest in a programme ("beri tahu saya"), and the word sent when it takes registrations."""

from datetime import datetime, timedelta
from typing import cast

from sqlalchemy import ColumnElement, String, Table, and_, delete, exists, func, literal, select
from sqlalchemy.orm import Session

from catalog.errors import NoSuchProgramme
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


def has_interest(session: Session, account_id: int, programme_id: int) -> bool:
    found = select(ProgrammeInterest.account_id).where(_is(account_id, programme_id))
    return session.scalar(found) is not None


def interests_of(session: Session, account_id: int) -> set[int]:
    """The ids of the programmes an account asked to be told of."""
    mine = select(ProgrammeInterest.programme_id).where(ProgrammeInterest.account_id == account_id)
    return set(session.scalars(mine))


def announce_openings(session: Session, now: datetime) -> int:
    """Tell whoever is interested that a class takes registrations; returns the notices written.

    Once for each class and account, and only until registration closes. The interest stays: the
    next wave is news again. Accounts with muted alerts are passed over.
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
            literal(now, UtcDateTime()).label("due_at"),
            expires.label("expires_at"),
        )
        .join(CourseClass, CourseClass.programme_id == ProgrammeInterest.programme_id)
        .join(Wave, CourseClass.wave_id == Wave.id)
        .join(Account, ProgrammeInterest.account_id == Account.id)
        # Most have been told already at most ticks: not even tried again.
        .where(~exists().where(Notice.key == key))
        .where(takes_registrations(now), Account.alerts_muted.is_(False))
    )
    return post_rows(session, rows, kind="registration_open", lane=Lane.ALERTS, now=now)


def _key() -> ColumnElement[str]:
    """`opening:{class_id}:{account_id}`"""
    class_id, account_id = CourseClass.id.cast(String), ProgrammeInterest.account_id.cast(String)
    key: ColumnElement[str] = literal("opening:") + class_id + ":" + account_id
    return key


def _is(account_id: int, programme_id: int) -> ColumnElement[bool]:
    return and_(
        ProgrammeInterest.account_id == account_id, ProgrammeInterest.programme_id == programme_id
    )
