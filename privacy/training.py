"""What is kept of a person's training: cards, attendance and certificates, with every change."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from storage.models import (
    Application,
    Attendance,
    AttendanceChange,
    Card,
    Certificate,
    CertificateChange,
    Meeting,
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
class TrainingData:
    cards: tuple[CardKept, ...]
    attendance: tuple[AttendanceKept, ...]
    attendance_changes: tuple[AttendanceChanged, ...]
    certificates: tuple[CertificateKept, ...]
    certificate_changes: tuple[CertificateChanged, ...]


def training_about(session: Session, account_id: int) -> TrainingData:
    """All of it, of each application of the account, in the order in which it came about."""
    return TrainingData(
        _cards(session, account_id),
        _attendance(session, account_id),
        _attendance_changes(session, account_id),
        _certificates(session, account_id),
        _certificate_changes(session, account_id),
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
