"""Schools, and the teachers who send for them: they come in by a link, as staff do."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from people.errors import NoSuchSchool, SchoolKnown, UnknownRegion
from people.invitations import issue, use_up
from people.regions import REGIONS
from storage.memory import reads
from storage.models import Account, School, SchoolInvitation, SchoolSender
from storage.upserts import insert_into

LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class SchoolView:
    id: int
    name: str
    region: str


@dataclass(frozen=True, slots=True)
class SenderLine:
    """A teacher, as staff list them."""

    school: str
    name: str
    telegram_id: int
    granted_at: datetime


def open_school(session: Session, name: str, region: str, *, now: datetime) -> SchoolView:
    """`region`: a code of `people.regions`. Raises UnknownRegion, SchoolKnown."""
    if region not in REGIONS:
        raise UnknownRegion
    name = " ".join(name.split())[:LONGEST_NAME]
    if _named(session, name) is not None:
        raise SchoolKnown(name)
    school = School(name=name, region=region, created_at=now)
    session.add(school)
    session.flush()
    return _view(school)


def find_school(session: Session, name: str) -> SchoolView:
    """By its name, in any case. Raises NoSuchSchool."""
    school = _named(session, " ".join(name.split()))
    if school is None:
        raise NoSuchSchool(name)
    return _view(school)


def list_schools(session: Session) -> list[SchoolView]:
    return [_view(school) for school in session.scalars(select(School).order_by(School.name))]


@reads("school_senders", "schools")
def schools_of(session: Session, account_id: int) -> tuple[SchoolView, ...]:
    """Those that this account sends for; empty for most."""
    chosen = select(School).join(SchoolSender).where(SchoolSender.account_id == account_id)
    return tuple(_view(school) for school in session.scalars(chosen.order_by(School.name)))


def sender_name(session: Session, account_id: int) -> str | None:
    """As staff have named them; None for nobody who sends for a school."""
    named = select(SchoolSender.name).where(SchoolSender.account_id == account_id)
    return session.scalar(named.order_by(SchoolSender.granted_at.desc()).limit(1))


def senders_of(session: Session, school_id: int) -> list[int]:
    """The accounts of its teachers."""
    chosen = select(SchoolSender.account_id).where(SchoolSender.school_id == school_id)
    return list(session.scalars(chosen.order_by(SchoolSender.account_id)))


def list_senders(session: Session) -> list[SenderLine]:
    rows = session.execute(
        select(School.name, SchoolSender.name, Account.telegram_id, SchoolSender.granted_at)
        .join_from(SchoolSender, School, SchoolSender.school_id == School.id)
        .join(Account, SchoolSender.account_id == Account.id)
        .order_by(School.name, SchoolSender.name)
    )
    return [SenderLine(*row) for row in rows]


def invite_sender(
    session: Session, school_id: int, *, name: str, invited_by: str, now: datetime
) -> str:
    """The code of a link that makes whoever opens it first a sender of the school, for three days.

    It is told only now: what is kept of it lets nobody in.
    """
    return issue(
        session, SchoolInvitation, school_id=school_id, name=name, invited_by=invited_by, now=now
    )


def accept_sender(session: Session, code: str, account_id: int, *, now: datetime) -> SchoolView:
    """Use the code up. Raises BadInvitation: there is none, it was used, or it is too old."""
    row = use_up(session, SchoolInvitation, code, now=now)
    values = {
        "account_id": account_id,
        "school_id": row.school_id,
        "name": row.name,
        "granted_by": row.invited_by,
        "granted_at": now,
    }
    session.execute(insert_into(session, SchoolSender).values(values).on_conflict_do_nothing())
    return _view(session.get_one(School, row.school_id))


def dismiss_sender(session: Session, account_id: int) -> int:
    """They send for no school any more; returns for how many they did."""
    gone = delete(SchoolSender).where(SchoolSender.account_id == account_id)
    return len(session.execute(gone.returning(SchoolSender.school_id)).all())


def _named(session: Session, name: str) -> School | None:
    return session.scalar(select(School).where(func.lower(School.name) == name.lower()))


def _view(school: School) -> SchoolView:
    return SchoolView(school.id, school.name, school.region)
