"""What is kept of a person's training, with every change: cards to placements."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from storage.models import (
    Application,
    Attendance,
    AttendanceChange,
    Bed,
    BedChange,
    BedRequest,
    Card,
    Certificate,
    CertificateChange,
    Meeting,
    Placement,
    PlacementChange,
)


@dataclass(frozen=True, slots=True)
class CardKept:
    application: str
    """Its registration number, here and below."""
    code: str
    issued_at: datetime
    replaced_at: datetime | None


@dataclass(frozen=True, slots=True)
class AttendanceKept:
    application: str
    meeting: int
    starts_at: datetime
    state: str
    minutes_late: int | None
    reason: str | None
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class AttendanceChanged:
    application: str
    meeting: int
    at: datetime
    actor: str
    from_state: str | None
    to_state: str | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class CertificateKept:
    application: str
    kind: str
    state: str
    number: str | None
    issued_on: date | None
    code: str | None
    """Of the link by which it can be checked."""


@dataclass(frozen=True, slots=True)
class CertificateChanged:
    application: str
    kind: str
    at: datetime
    actor: str
    from_state: str | None
    to_state: str
    number: str | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class PlacementKept:
    """What who promised a placement says, and what the graduate answered."""

    application: str
    state: str
    company: str | None
    since: date | None
    wage: int | None
    reason: str | None
    answer: str | None


@dataclass(frozen=True, slots=True)
class PlacementSaid:
    application: str
    at: datetime
    actor: str
    from_state: str | None
    to_state: str
    company: str | None
    since: date | None
    wage: int | None
    answer: str | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class BedKept:
    """What was said about the dormitory; `bed`: the number of the one they have."""

    application: str
    state: str
    asked_at: datetime
    bed: int | None


@dataclass(frozen=True, slots=True)
class BedChanged:
    application: str
    at: datetime
    actor: str
    from_state: str | None
    to_state: str
    reason: str | None


@dataclass(frozen=True, slots=True)
class TrainingData:
    cards: tuple[CardKept, ...]
    attendance: tuple[AttendanceKept, ...]
    attendance_changes: tuple[AttendanceChanged, ...]
    certificates: tuple[CertificateKept, ...]
    certificate_changes: tuple[CertificateChanged, ...]
    beds: tuple[BedKept, ...]
    bed_changes: tuple[BedChanged, ...]
    job_placements: tuple[PlacementKept, ...]
    job_placement_changes: tuple[PlacementSaid, ...]


def training_about(session: Session, account_id: int) -> TrainingData:
    """All of it, of each application of the account, in the order in which it came about."""
    return TrainingData(
        _cards(session, account_id),
        _attendance(session, account_id),
        _attendance_changes(session, account_id),
        _certificates(session, account_id),
        _certificate_changes(session, account_id),
        _beds(session, account_id),
        _bed_changes(session, account_id),
        _placements(session, account_id),
        _placement_changes(session, account_id),
    )


def _cards(session: Session, account_id: int) -> tuple[CardKept, ...]:
    rows = session.execute(
        select(Application.number, Card.token, Card.issued_at, Card.replaced_at)
        .join(Card, Card.application_id == Application.id)
        .where(Application.account_id == account_id)
        .order_by(Card.id)
    )
    return tuple(CardKept(*row) for row in rows)


def _attendance(session: Session, account_id: int) -> tuple[AttendanceKept, ...]:
    columns = Attendance.state, Attendance.minutes_late, Attendance.reason, Attendance.recorded_at
    rows = session.execute(
        select(Application.number, Meeting.number, Meeting.starts_at, *columns)
        .join_from(Attendance, Application, Attendance.application_id == Application.id)
        .join(Meeting, Attendance.meeting_id == Meeting.id)
        .where(Application.account_id == account_id)
        .order_by(Meeting.starts_at, Application.id)
    )
    return tuple(AttendanceKept(*row) for row in rows)


def _attendance_changes(session: Session, account_id: int) -> tuple[AttendanceChanged, ...]:
    change = AttendanceChange
    columns = change.at, change.actor, change.from_state, change.to_state, change.reason
    rows = session.execute(
        select(Application.number, Meeting.number, *columns)
        .join_from(change, Application, change.application_id == Application.id)
        .join(Meeting, change.meeting_id == Meeting.id)
        .where(Application.account_id == account_id)
        .order_by(change.id)
    )
    return tuple(AttendanceChanged(*row) for row in rows)


def _certificates(session: Session, account_id: int) -> tuple[CertificateKept, ...]:
    kept = Certificate
    columns = kept.kind, kept.state, kept.number, kept.issued_on, kept.token
    rows = session.execute(
        select(Application.number, *columns)
        .join_from(kept, Application, kept.application_id == Application.id)
        .where(Application.account_id == account_id)
        .order_by(Application.id, kept.kind)
    )
    return tuple(CertificateKept(*row) for row in rows)


def _certificate_changes(session: Session, account_id: int) -> tuple[CertificateChanged, ...]:
    change = CertificateChange
    columns = change.at, change.actor, change.from_state, change.to_state
    rows = session.execute(
        select(Application.number, change.kind, *columns, change.number, change.reason)
        .join_from(change, Application, change.application_id == Application.id)
        .where(Application.account_id == account_id)
        .order_by(change.id)
    )
    return tuple(CertificateChanged(*row) for row in rows)


def _placements(session: Session, account_id: int) -> tuple[PlacementKept, ...]:
    kept = Placement
    columns = kept.state, kept.company, kept.since, kept.wage, kept.reason, kept.answer
    rows = session.execute(
        select(Application.number, *columns)
        .join_from(kept, Application, kept.application_id == Application.id)
        .where(Application.account_id == account_id)
        .order_by(Application.id)
    )
    return tuple(PlacementKept(*row) for row in rows)


def _placement_changes(session: Session, account_id: int) -> tuple[PlacementSaid, ...]:
    said = PlacementChange
    states = said.at, said.actor, said.from_state, said.to_state
    what: tuple[Any, ...] = (said.company, said.since, said.wage, said.answer, said.reason)
    rows = session.execute(
        select(Application.number, *states, *what)
        .join_from(said, Application, said.application_id == Application.id)
        .where(Application.account_id == account_id)
        .order_by(said.id)
    )
    return tuple(PlacementSaid(*row) for row in rows)


def _beds(session: Session, account_id: int) -> tuple[BedKept, ...]:
    rows = session.execute(
        select(Application.number, BedRequest.state, BedRequest.asked_at, Bed.number)
        .join_from(BedRequest, Application, BedRequest.application_id == Application.id)
        .outerjoin(Bed, Bed.application_id == Application.id)
        .where(Application.account_id == account_id)
        .order_by(Application.id)
    )
    return tuple(BedKept(*row) for row in rows)


def _bed_changes(session: Session, account_id: int) -> tuple[BedChanged, ...]:
    change = BedChange
    columns = change.at, change.actor, change.from_state, change.to_state, change.reason
    rows = session.execute(
        select(Application.number, *columns)
        .join_from(change, Application, change.application_id == Application.id)
        .where(Application.account_id == account_id)
        .order_by(change.id)
    )
    return tuple(BedChanged(*row) for row in rows)
