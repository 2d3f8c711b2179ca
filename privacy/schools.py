"""What is kept of somebody's placement by a school, or of their sending for one, for their eyes."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from storage.models import Application, Pupil, School, SchoolGroup, SchoolSender


@dataclass(frozen=True, slots=True)
class PlacementView:
    number: str
    """Of the application."""
    school: str
    study: str
    host: str
    starts_on: date
    ends_on: date
    paper_consent: bool
    """The school says that it holds the guardian's consent on paper."""
    guardian_agreed_at: datetime | None
    connected_at: datetime | None


@dataclass(frozen=True, slots=True)
class SendingView:
    school: str
    name: str
    granted_by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class SchoolData:
    placements: tuple[PlacementView, ...]
    sends_for: tuple[SendingView, ...]


def schools_about(session: Session, account_id: int) -> SchoolData:
    return SchoolData(_placements(session, account_id), _sending(session, account_id))


def _placements(session: Session, account_id: int) -> tuple[PlacementView, ...]:
    rows = session.execute(
        select(
            Application.number,
            School.name,
            Pupil.study,
            SchoolGroup.host,
            SchoolGroup.starts_on,
            SchoolGroup.ends_on,
            Pupil.paper_consent,
            Pupil.guardian_agreed_at,
            Pupil.connected_at,
        )
        .join_from(Pupil, Application, Pupil.application_id == Application.id)
        .join(SchoolGroup, Pupil.group_id == SchoolGroup.id)
        .join(School, SchoolGroup.school_id == School.id)
        .where(Application.account_id == account_id)
        .order_by(Application.id)
    )
    return tuple(PlacementView(*row) for row in rows)


def _sending(session: Session, account_id: int) -> tuple[SendingView, ...]:
    columns = School.name, SchoolSender.name, SchoolSender.granted_by, SchoolSender.granted_at
    rows = session.execute(
        select(*columns)
        .join_from(SchoolSender, School, SchoolSender.school_id == School.id)
        .where(SchoolSender.account_id == account_id)
        .order_by(School.name)
    )
    return tuple(SendingView(*row) for row in rows)
