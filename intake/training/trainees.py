"""Trainees: who has a seat in a class, since when, and for whom a member of staff may act.

What makes a trainee is said here alone: attendance, cards and certificates ask nobody else.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from intake.applications.errors import NoSuchApplication, OtherProvider
from intake.applications.numbers import plain_number
from intake.applications.rows import ApplicationState
from intake.training.errors import NoTrainee
from people.staff import StaffRight, may_act_for
from storage.models import Applicant, Application, CourseClass, Meeting, Place, Programme, Wave
from storage.vault import Vault, vault_of

IS_TRAINEE: ColumnElement[bool] = Application.state == ApplicationState.ADMITTED.value
SINCE: InstrumentedAttribute[datetime] = Application.changed_at
"""When they got their seat: what was held before is none of theirs."""


@dataclass(frozen=True, slots=True)
class Trainee:
    application_id: int
    account_id: int
    number: str
    since: datetime
    class_id: int
    provider_id: int
    """Of the class's wave: whose staff act for it."""
    programme_title: str
    wave_title: str
    place_name: str | None
    certificates: tuple[str, ...]
    """The kinds that the programme gives."""
    name: str = field(repr=False)

    @property
    def short_name(self) -> str:
        """Siti A.: enough to know who stands there."""
        first, *others = self.name.split()
        return f"{first} {others[0][0]}." if others else first


@dataclass(frozen=True, slots=True)
class TaughtClass:
    """A class with trainees in it."""

    id: int
    programme_title: str
    wave_code: str
    trainees: int
    meetings: int
    certificates: tuple[str, ...]


def find_trainee(session: Session, application_id: int) -> Trainee:
    """Raises NoTrainee for one who has no seat, or is not there at all."""
    return _one(session, _selection().where(Application.id == application_id))


def hold_trainee(session: Session, application_id: int, rights: frozenset[StaffRight]) -> Trainee:
    """For a change: nobody else records anything of theirs until the transaction ends.

    Raises NoTrainee, OtherProvider.
    """
    held = select(Application.id).where(Application.id == application_id).with_for_update()
    session.execute(held)
    return trainee_for(session, application_id, rights)


def trainee_for(session: Session, application_id: int, rights: frozenset[StaffRight]) -> Trainee:
    """For the eyes of staff. Raises NoTrainee, OtherProvider."""
    trainee = find_trainee(session, application_id)
    if not may_act_for(rights, trainee.provider_id):
        raise OtherProvider
    return trainee


def application_id_of(session: Session, number: str) -> int:
    """Raises NoSuchApplication. Any case will do, as numbers are read out and typed in."""
    written = plain_number(number)
    found = session.scalar(select(Application.id).where(Application.number == written))
    if found is None:
        raise NoSuchApplication
    return found


def list_trainees(session: Session, class_id: int, rights: frozenset[StaffRight]) -> list[Trainee]:
    """By name. Raises OtherProvider; empty where the class is gone."""
    whose = select(Wave.provider_id).join(CourseClass, CourseClass.wave_id == Wave.id)
    provider_id = session.scalar(whose.where(CourseClass.id == class_id))
    if provider_id is not None and not may_act_for(rights, provider_id):
        raise OtherProvider
    vault = vault_of(session)
    rows = session.execute(_selection().where(Application.class_id == class_id))
    return sorted((_trainee(vault, row) for row in rows), key=lambda one: one.name.casefold())


def taught_classes(session: Session, rights: frozenset[StaffRight]) -> list[TaughtClass]:
    """Classes with trainees, of the providers they may act for, the newest wave first."""
    meetings = select(func.count()).where(Meeting.class_id == CourseClass.id)
    chosen = (
        select(
            CourseClass.id,
            Programme.title,
            Wave.code,
            func.count(Application.id),
            meetings.scalar_subquery(),
            Programme.certificates,
        )
        .join_from(CourseClass, Programme, CourseClass.programme_id == Programme.id)
        .join(Wave, CourseClass.wave_id == Wave.id)
        .join(Application, Application.class_id == CourseClass.id)
        .where(IS_TRAINEE)
        .group_by(CourseClass.id, Programme.id, Wave.id)
        .order_by(Wave.starts_on.desc(), Wave.id.desc(), Programme.position, CourseClass.id)
    )
    if not any(right.provider_id is None for right in rights):
        chosen = chosen.where(Wave.provider_id.in_({right.provider_id for right in rights}))
    return [
        TaughtClass(id_, title, code, people, held, tuple(kinds))
        for id_, title, code, people, held, kinds in session.execute(chosen)
    ]


def _selection() -> Select[*tuple[Any, ...]]:
    place_id = func.coalesce(CourseClass.place_id, Programme.place_id)
    return (
        select(
            Application.id.label("application_id"),
            Application.account_id,
            Application.number,
            SINCE.label("since"),
            Application.class_id,
            Wave.provider_id,
            Programme.title.label("programme_title"),
            Wave.title.label("wave_title"),
            Place.name.label("place_name"),
            Programme.certificates,
            Applicant.name_sealed,
        )
        .join(Applicant, Application.applicant_id == Applicant.id)
        .join(CourseClass, Application.class_id == CourseClass.id)
        .join(Programme, CourseClass.programme_id == Programme.id)
        .join(Wave, CourseClass.wave_id == Wave.id)
        .outerjoin(Place, Place.id == place_id)
        .where(IS_TRAINEE)
    )


def _one(session: Session, chosen: Select[*tuple[Any, ...]]) -> Trainee:
    row = session.execute(chosen).first()
    if row is None:
        raise NoTrainee
    return _trainee(vault_of(session), row)


def _trainee(vault: Vault, row: Row[*tuple[Any, ...]]) -> Trainee:
    facts = dict(row._mapping)
    name = vault.open(facts.pop("name_sealed"))
    facts["certificates"] = tuple(facts["certificates"])
    return Trainee(**facts, name=name)
