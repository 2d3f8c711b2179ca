"""A take-over as it is shown: to staff with what is to be compared with the card, and no more."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from intake.applications.applicants import read_answers
from intake.applications.errors import NoSuchApplication, OtherProvider
from intake.takeovers.errors import NoSuchTakeover
from people.staff import StaffRight, may_act_for
from storage.models import (
    Applicant,
    Application,
    CourseClass,
    Programme,
    Provider,
    Takeover,
    TakeoverChange,
    Wave,
)
from storage.vault import vault_of

LAST_DIGITS = 4


@dataclass(frozen=True, slots=True)
class TakeoverView:
    id: int
    state: str
    begun_at: str
    applicant_id: int
    application_id: int
    provider_id: int
    provider_name: str
    account_id: int | None
    """The new phone."""
    from_account_id: int | None
    number: str
    """Of the registration by which it was asked for."""
    programme_title: str
    asked_at: datetime
    expires_at: datetime
    born_on: date = field(repr=False)
    name: str = field(repr=False)
    nik_end: str = field(repr=False)
    """The last four digits: enough to compare, and nothing to keep."""

    @property
    def first_name(self) -> str:
        return self.name.split()[0]


@dataclass(frozen=True, slots=True)
class ToCompare:
    """What staff hold against the card of whoever stands there, before they make a link."""

    application_id: int
    number: str
    programme_title: str
    born_on: date = field(repr=False)
    name: str = field(repr=False)
    nik_end: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class TakeoverStep:
    """One line of the record."""

    number: str
    at: datetime
    actor: str
    from_state: str | None
    to_state: str
    reason: str | None


def view_takeover(session: Session, takeover_id: int) -> TakeoverView:
    """Raises NoSuchTakeover."""
    row = session.execute(
        select(Takeover, Applicant, Application.number, Programme.title, Provider.name)
        .join(Applicant, Takeover.applicant_id == Applicant.id)
        .join(Application, Takeover.application_id == Application.id)
        .join(CourseClass, Application.class_id == CourseClass.id)
        .join(Programme, CourseClass.programme_id == Programme.id)
        .join(Provider, Takeover.provider_id == Provider.id)
        .where(Takeover.id == takeover_id)
    ).first()
    if row is None:
        raise NoSuchTakeover
    takeover, applicant, number, title, provider = row
    answers = read_answers(applicant, vault_of(session))
    assert answers.name is not None
    assert answers.nik is not None
    return TakeoverView(
        id=takeover.id,
        state=takeover.state,
        begun_at=takeover.begun_at,
        applicant_id=applicant.id,
        application_id=takeover.application_id,
        provider_id=takeover.provider_id,
        provider_name=provider,
        account_id=takeover.account_id,
        from_account_id=takeover.from_account_id,
        number=number,
        programme_title=title,
        asked_at=takeover.asked_at,
        expires_at=takeover.expires_at,
        born_on=applicant.born_on,
        name=answers.name,
        nik_end=answers.nik[-LAST_DIGITS:],
    )


def to_compare(session: Session, number: str, rights: Collection[StaffRight]) -> ToCompare:
    """Raises NoSuchApplication, OtherProvider."""
    written = "".join(number.split()).upper()
    row = session.execute(
        select(Application.id, Application.number, Programme.title, Wave.provider_id, Applicant)
        .join(Applicant, Application.applicant_id == Applicant.id)
        .join(CourseClass, Application.class_id == CourseClass.id)
        .join(Programme, CourseClass.programme_id == Programme.id)
        .join(Wave, Application.wave_id == Wave.id)
        .where(Application.number == written)
    ).first()
    if row is None:
        raise NoSuchApplication
    id_, number, title, provider_id, applicant = row
    if not may_act_for(frozenset(rights), provider_id):
        raise OtherProvider
    answers = read_answers(applicant, vault_of(session))
    assert answers.name is not None
    assert answers.nik is not None
    end = answers.nik[-LAST_DIGITS:]
    return ToCompare(id_, number, title, applicant.born_on, answers.name, end)


def number_of(session: Session, application_id: int) -> str:
    """Raises NoSuchApplication."""
    found = session.scalar(select(Application.number).where(Application.id == application_id))
    if found is None:
        raise NoSuchApplication(application_id)
    return found


def open_takeovers(
    session: Session, rights: Collection[StaffRight], *, now: datetime
) -> list[TakeoverView]:
    """Asked for on a new phone and still to be decided, the oldest first."""
    return [view_takeover(session, id_) for id_ in session.scalars(_open(rights, now))]


def asked_here(session: Session, account_id: int, *, now: datetime) -> TakeoverView | None:
    """What this phone has asked for last, and waits for."""
    mine = Takeover.account_id == account_id, Takeover.state == "open", Takeover.expires_at > now
    found = session.scalar(select(Takeover.id).where(*mine).order_by(Takeover.id.desc()).limit(1))
    return None if found is None else view_takeover(session, found)


def takeovers_in(session: Session, account_id: int) -> Sequence[TakeoverStep]:
    """The record of all that this account took part in, as the new phone or the one before."""
    columns = TakeoverChange.at, TakeoverChange.actor, TakeoverChange.from_state
    rows = session.execute(
        select(Application.number, *columns, TakeoverChange.to_state, TakeoverChange.reason)
        .join(Takeover, TakeoverChange.takeover_id == Takeover.id)
        .join(Application, Takeover.application_id == Application.id)
        .where((Takeover.account_id == account_id) | (Takeover.from_account_id == account_id))
        .order_by(TakeoverChange.id)
    )
    return [TakeoverStep(*row) for row in rows]


def _open(rights: Collection[StaffRight], now: datetime) -> Select[int]:
    chosen = select(Takeover.id).where(
        Takeover.state == "open", Takeover.begun_at == "phone", Takeover.expires_at > now
    )
    providers = {right.provider_id for right in rights}
    if None not in providers:
        chosen = chosen.where(Takeover.provider_id.in_(providers))
    return chosen.order_by(Takeover.asked_at, Takeover.id)
