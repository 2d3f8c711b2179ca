"""Groups of pupils as they are shown, to their school, the provider's staff and the pupils."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select, true
from sqlalchemy.orm import Session

from intake.applications.rows import ApplicationState
from intake.schools.errors import NoSuchGroup, NoSuchPupil
from intake.schools.forms import GroupFacts
from people.staff import StaffRight, may_act_for
from storage.models import (
    Applicant,
    Application,
    CourseClass,
    GuardianConsent,
    Programme,
    Pupil,
    School,
    SchoolGroup,
    Wave,
)
from storage.models.applications import LIVE
from storage.vault import vault_of


class GroupState(StrEnum):
    OPEN = "open"
    """Its list is still to come."""
    SENT = "sent"
    RETURNED = "returned"
    ACCEPTED = "accepted"


@dataclass(frozen=True, slots=True)
class Hand:
    """Whoever acts: a teacher for their schools, staff for their providers."""

    name: str
    schools: frozenset[int] = frozenset()
    rights: frozenset[StaffRight] = frozenset()
    account_id: int | None = None
    """Who reads the answer to their own tap, and gets no letter of it."""

    def sends(self, school_id: int) -> bool:
        return school_id in self.schools

    def decides(self, provider_id: int) -> bool:
        return may_act_for(self.rights, provider_id)

    def actor(self, school_id: int) -> str:
        """As their deeds are written down."""
        return f"{'school' if self.sends(school_id) else 'staff'}:{self.name}"[:40]


@dataclass(frozen=True, slots=True)
class GroupView:
    id: int
    school_id: int
    school: str
    class_id: int
    provider_id: int
    programme_title: str
    wave_title: str
    state: GroupState
    facts: GroupFacts
    revision: int
    waiting: int
    """Pupils who were sent and are not accepted yet."""
    accepted: int
    connected: int

    @property
    def free(self) -> int:
        return self.facts.places - self.waiting - self.accepted


@dataclass(frozen=True, slots=True)
class PupilView:
    application_id: int
    group_id: int
    number: str
    state: ApplicationState
    account_id: int
    connected_at: datetime | None
    paper_consent: bool
    guardian_agreed_at: datetime | None
    relation: str | None
    """Of the guardian; None for an adult."""
    name: str = field(repr=False)
    study: str = field(repr=False)
    guardian: str | None = field(repr=False)

    @property
    def first_name(self) -> str:
        return self.name.split()[0]

    @property
    def live(self) -> bool:
        return self.state in LIVE


@dataclass(frozen=True, slots=True)
class GroupClass:
    """A class that takes groups of schools."""

    id: int
    programme_title: str
    wave_title: str
    provider_id: int


def classes_for_groups(session: Session) -> list[GroupClass]:
    """Of programmes that one gets into by one's school, in waves that are not over."""
    rows = session.execute(
        select(CourseClass.id, Programme.title, Wave.title, Wave.provider_id)
        .join_from(CourseClass, Programme, CourseClass.programme_id == Programme.id)
        .join(Wave, CourseClass.wave_id == Wave.id)
        .where(
            Programme.entry == "school",
            Wave.state != "finished",
            Wave.mode == "selection",  # else a tick would line pupils up on a waiting list
        )
        .order_by(Wave.starts_on.desc(), CourseClass.id)
    )
    return [GroupClass(*row) for row in rows]


def groups_of(session: Session, hand: Hand) -> list[GroupView]:
    """All that they may see; what waits for a decision first, then the latest."""
    mine: ColumnElement[bool] = SchoolGroup.school_id.in_(hand.schools)
    if any(right.provider_id is None for right in hand.rights):
        mine = true()
    elif hand.rights:
        mine |= Wave.provider_id.in_({right.provider_id for right in hand.rights})
    waiting = SchoolGroup.state != GroupState.SENT.value
    chosen = _groups().where(mine).order_by(waiting, SchoolGroup.id.desc())
    return _views(session, chosen)


def group_for(session: Session, group_id: int, hand: Hand) -> GroupView:
    """Raises NoSuchGroup, where it is none of theirs as well."""
    group = group_by_id(session, group_id)
    if not hand.sends(group.school_id) and not hand.decides(group.provider_id):
        raise NoSuchGroup
    return group


def group_by_id(session: Session, group_id: int) -> GroupView:
    """Raises NoSuchGroup."""
    found = _views(session, _groups().where(SchoolGroup.id == group_id))
    if not found:
        raise NoSuchGroup
    return found[0]


def pupils_of(session: Session, group_id: int) -> list[PupilView]:
    """Those who were not withdrawn first, then by name."""
    found = _pupils(session, Pupil.group_id == group_id)
    return sorted(found, key=lambda one: (not one.live, one.name.casefold(), one.number))


def pupil_by_id(session: Session, application_id: int) -> PupilView | None:
    """None for an application that no school has sent."""
    return next(iter(_pupils(session, Pupil.application_id == application_id)), None)


def pupil_for(session: Session, application_id: int, hand: Hand) -> tuple[GroupView, PupilView]:
    """Raises NoSuchPupil, where they are none of theirs as well."""
    pupil = pupil_by_id(session, application_id)
    if pupil is None:
        raise NoSuchPupil
    try:
        return group_for(session, pupil.group_id, hand), pupil
    except NoSuchGroup:
        raise NoSuchPupil from None


def _groups() -> Select[*tuple[Any, ...]]:
    def counted(*states: str) -> Any:
        of_group = select(func.count()).select_from(Pupil).join(Application)
        there = of_group.where(Pupil.group_id == SchoolGroup.id, Application.state.in_(states))
        return there.correlate(SchoolGroup)

    connected = counted(*LIVE).where(Pupil.connected_at.is_not(None)).scalar_subquery()
    return (
        select(
            SchoolGroup,
            School.name,
            Wave.provider_id,
            Programme.title,
            Wave.title,
            counted("submitted").scalar_subquery(),
            counted("admitted").scalar_subquery(),
            connected,
        )
        .join_from(SchoolGroup, School, SchoolGroup.school_id == School.id)
        .join(CourseClass, SchoolGroup.class_id == CourseClass.id)
        .join(Programme, CourseClass.programme_id == Programme.id)
        .join(Wave, CourseClass.wave_id == Wave.id)
    )


def _views(session: Session, chosen: Select[*tuple[Any, ...]]) -> list[GroupView]:
    rows: Sequence[Any] = session.execute(chosen.execution_options(populate_existing=True)).all()
    return [_view(*row) for row in rows]


def _view(
    group: SchoolGroup, school: str, provider_id: int, programme: str, wave: str, *counts: int
) -> GroupView:
    return GroupView(
        group.id,
        group.school_id,
        school,
        group.class_id,
        provider_id,
        programme,
        wave,
        GroupState(group.state),
        facts_of_group(group),
        group.revision,
        *counts,
    )


def facts_of_group(group: SchoolGroup) -> GroupFacts:
    return GroupFacts(
        host=group.host,
        address=group.address,
        starts_on=group.starts_on,
        ends_on=group.ends_on,
        places=group.places,
        school_supervisor=group.school_supervisor,
        host_supervisor=group.host_supervisor,
    )


def _pupils(session: Session, *wanted: ColumnElement[bool]) -> list[PupilView]:
    rows = session.execute(
        select(Pupil, Application, Applicant.name_sealed, GuardianConsent)
        .join(Application, Pupil.application_id == Application.id)
        .join(Applicant, Application.applicant_id == Applicant.id)
        .outerjoin(GuardianConsent, GuardianConsent.application_id == Application.id)
        .where(*wanted)
        .execution_options(populate_existing=True)
    )
    vault = vault_of(session)
    return [
        PupilView(
            application_id=pupil.application_id,
            group_id=pupil.group_id,
            number=application.number,
            state=ApplicationState(application.state),
            account_id=application.account_id,
            connected_at=pupil.connected_at,
            paper_consent=pupil.paper_consent,
            guardian_agreed_at=pupil.guardian_agreed_at,
            relation=None if consent is None else consent.relation,
            name=vault.open(name),
            study=pupil.study,
            guardian=None if consent is None else vault.open(consent.name_sealed),
        )
        for pupil, application, name, consent in rows
    ]
