"""Pupils written down: as applications of a class, each on a place of its group."""

from datetime import date, datetime

from sqlalchemy import ColumnElement, func, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from intake.applications.changes import record
from intake.applications.doubles import find_live
from intake.applications.numbers import allot_number
from intake.applications.rows import ApplicationState
from intake.schools.errors import Mistake
from intake.schools.pupil_lists import PupilEntry
from people.educations import Education
from people.phoneless import close_without_phone, open_without_phone
from storage.models import (
    Applicant,
    Application,
    CourseClass,
    GuardianConsent,
    Pupil,
    School,
    SchoolGroup,
    SchoolPlace,
)
from storage.models.applications import LIVE
from storage.vault import vault_of

ON_PAPER = "school-paper"
"""In the place of the version of words that a guardian agreed to: the school holds their paper."""


def stood_on(group_id: int) -> ColumnElement[bool]:
    """A place of the group on which somebody stands."""
    live = select(Application.id).where(
        Application.id == SchoolPlace.application_id, Application.state.in_(LIVE)
    )
    return (SchoolPlace.group_id == group_id) & live.exists()


def take_in(
    session: Session, group: SchoolGroup, pupils: list[PupilEntry], actor: str, now: datetime
) -> list[Mistake]:
    """What is wrong: where anything is, the caller keeps nothing of it."""
    wave_id = session.scalars(
        select(CourseClass.wave_id).where(CourseClass.id == group.class_id)
    ).one()
    region = session.get_one(School, group.school_id).region
    mistakes = []
    for entry in pupils:
        nik_print = vault_of(session).fingerprint(entry.nik)
        if find_live(session, nik_print, wave_id) is not None:
            mistakes.append(Mistake(entry.row, "nik", "applied"))
        elif _stays_elsewhere(session, nik_print, group.starts_on, group.ends_on, group.id):
            mistakes.append(Mistake(entry.row, "nik", "elsewhere"))
        elif not mistakes and not _write(session, group, entry, wave_id, region, actor, now):
            mistakes.append(Mistake(entry.row, "nik", "applied"))
    return mistakes


def elsewhere(session: Session, group: SchoolGroup) -> list[str]:
    """The numbers of its pupils who are in another group on its days."""
    theirs = select(Application.number, Application.nik_print).join(
        Pupil, Pupil.application_id == Application.id
    )
    live = theirs.where(Pupil.group_id == group.id, Application.state.in_(LIVE))
    days = group.starts_on, group.ends_on
    return [
        number
        for number, nik_print in session.execute(live.order_by(Application.number)).all()
        if _stays_elsewhere(session, nik_print, *days, group.id)
    ]


def forget_waiting(session: Session, group: SchoolGroup) -> None:
    """Who was sent and not accepted goes, and nothing of them stays."""
    waiting = select(Application.account_id).join(Pupil, Pupil.application_id == Application.id)
    waits = Application.state == ApplicationState.SUBMITTED.value
    accounts = session.scalars(waiting.where(Pupil.group_id == group.id, waits)).all()
    close_without_phone(session, accounts)


def _stays_elsewhere(
    session: Session, nik_print: str, starts_on: date, ends_on: date, group_id: int
) -> bool:
    other = (
        select(Pupil.application_id)
        .join(Application, Pupil.application_id == Application.id)
        .join(SchoolGroup, Pupil.group_id == SchoolGroup.id)
        .where(
            Application.nik_print == nik_print,
            Application.state.in_(LIVE),
            SchoolGroup.id != group_id,
            SchoolGroup.starts_on <= ends_on,
            SchoolGroup.ends_on >= starts_on,
        )
    )
    return session.scalar(other.limit(1)) is not None


def _write(
    session: Session,
    group: SchoolGroup,
    entry: PupilEntry,
    wave_id: int,
    region: str,
    actor: str,
    now: datetime,
) -> bool:
    """False where somebody else has registered the same NIK in the wave at this moment."""
    account_id = open_without_phone(session, now=now)
    application = _application(session, group, entry, account_id, wave_id, region, now)
    try:
        with session.begin_nested():
            session.add(application)
    except IntegrityError:
        return False
    submitted = ApplicationState.SUBMITTED
    record(session, application.id, None, submitted, actor, None, now)
    session.add(
        Pupil(
            application_id=application.id,
            group_id=group.id,
            study=entry.study,
            paper_consent=entry.minor,
        )
    )
    if entry.minor:
        _note_paper(session, application, entry, now)
    session.flush()
    _take_place(session, group, application.id)
    return True


def _note_paper(
    session: Session, application: Application, entry: PupilEntry, now: datetime
) -> None:
    session.add(
        GuardianConsent(
            application_id=application.id,
            account_id=application.account_id,
            name_sealed=vault_of(session).seal(entry.guardian),
            relation=entry.relation,
            version=ON_PAPER,
            given_at=now,
        )
    )


def _application(
    session: Session,
    group: SchoolGroup,
    entry: PupilEntry,
    account_id: int,
    wave_id: int,
    region: str,
    now: datetime,
) -> Application:
    vault = vault_of(session)
    applicant = Applicant(
        account_id=account_id,
        name_sealed=vault.seal(entry.name),
        nik_sealed=vault.seal(entry.nik),
        nik_print=vault.fingerprint(entry.nik),
        phone_sealed=vault.seal(""),
        born_on=entry.born_on,
        sex=entry.sex,
        education=Education.SMP.value,  # what a pupil of an SMK has finished
        domicile=region,
        created_at=now,
        updated_at=now,
    )
    session.add(applicant)
    session.flush()
    return Application(
        number=allot_number(session, wave_id),
        applicant_id=applicant.id,
        account_id=account_id,
        class_id=group.class_id,
        wave_id=wave_id,
        nik_print=applicant.nik_print,
        state=ApplicationState.SUBMITTED,
        submitted_at=now,
        changed_at=now,
    )


def _take_place(session: Session, group: SchoolGroup, application_id: int) -> None:
    """The first that is free; the group is held, and there are enough."""
    free = select(func.min(SchoolPlace.number)).where(
        SchoolPlace.group_id == group.id, ~stood_on(group.id)
    )
    number = session.scalar(free)
    assert number is not None
    session.execute(
        update(SchoolPlace)
        .where(SchoolPlace.group_id == group.id, SchoolPlace.number == number)
        .values(application_id=application_id)
    )
