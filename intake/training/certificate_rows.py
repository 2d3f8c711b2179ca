"""Certificates as they are shown: to their holder, to staff, and to anybody who checks one."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from intake.training.errors import BadCertificateNumber
from intake.training.trainees import IS_TRAINEE, Trainee, find_trainee, list_trainees, trainee_for
from people.staff import StaffRight
from storage.models import Application, Certificate, CourseClass, Programme, Provider, Wave

LONGEST_NUMBER = 64


class CertificateKind(StrEnum):
    INTERNAL = "internal"
    """The provider's own."""
    BNSP = "bnsp"
    OFFICIAL = "official"
    """Of a programme that somebody else certifies with the provider."""


class CertificateState(StrEnum):
    NONE = "none"
    """Not yet decided."""
    PASSED = "passed"
    FAILED = "failed"
    ISSUED = "issued"


@dataclass(frozen=True, slots=True)
class CertificateView:
    """One kind of certificate of one trainee."""

    trainee: Trainee
    kind: CertificateKind
    state: CertificateState
    number: str | None = None
    issued_on: date | None = None
    token: str | None = None
    """Of the link by which anybody can check it, once it is issued."""


@dataclass(frozen=True, slots=True)
class Verified:
    """What anybody may know of a certificate: that it is genuine, of what, by whom, since when."""

    kind: CertificateKind
    number: str
    issued_on: date
    programme_title: str
    provider_name: str
    example: bool
    """Of a made-up wave."""


def certificates_of(session: Session, application_id: int) -> list[CertificateView]:
    """Each kind that the programme gives, in a fixed order. Raises NoTrainee."""
    trainee = find_trainee(session, application_id)
    return [view_of(session, trainee, kind) for kind in kinds_of(trainee)]


def class_certificates(
    session: Session, class_id: int, kind: CertificateKind, rights: frozenset[StaffRight]
) -> list[CertificateView]:
    """Of all trainees of a class, by name. Raises OtherProvider."""
    trainees = list_trainees(session, class_id, rights)
    ids = [one.application_id for one in trainees]
    chosen = select(Certificate).where(
        Certificate.kind == kind.value, Certificate.application_id.in_(ids)
    )
    rows = {row.application_id: row for row in session.scalars(chosen)}
    return [_view(one, kind, rows.get(one.application_id)) for one in trainees]


def one_certificate(
    session: Session, application_id: int, kind: CertificateKind, rights: frozenset[StaffRight]
) -> CertificateView:
    """Raises NoTrainee, OtherProvider."""
    return view_of(session, trainee_for(session, application_id, rights), kind)


def view_of(session: Session, trainee: Trainee, kind: CertificateKind) -> CertificateView:
    return _view(trainee, kind, session.get(Certificate, (trainee.application_id, kind.value)))


def kinds_of(trainee: Trainee) -> list[CertificateKind]:
    return [kind for kind in CertificateKind if kind.value in trainee.certificates]


def verify_number(session: Session, text: str) -> list[Verified]:
    """Genuine certificates with exactly this number; the kinds have numbers of their own.

    Nothing tells a near number from a far one. Raises BadCertificateNumber.
    """
    return _verified(session, _genuine().where(Certificate.number == read_number(text)))


def verify_token(session: Session, token: str) -> Verified | None:
    """The certificate that a link names."""
    found = _verified(session, _genuine().where(Certificate.token == token))
    return found[0] if found else None


def read_number(text: str) -> str:
    """As it is kept: in capitals, with single spaces and none about signs.

    Raises BadCertificateNumber.
    """
    number = re.sub(r"\s*([./-])\s*", r"\1", " ".join(text.upper().split()))
    if not number.isprintable() or len(number) > LONGEST_NUMBER:
        raise BadCertificateNumber
    if not any(sign.isalnum() for sign in number):
        raise BadCertificateNumber
    return number


def _genuine() -> Select[*tuple[Any, ...]]:
    return (
        select(
            Certificate.kind,
            Certificate.number,
            Certificate.issued_on,
            Programme.title,
            Provider.name,
            Wave.example,
        )
        .join(Application, Certificate.application_id == Application.id)
        .join(CourseClass, Application.class_id == CourseClass.id)
        .join(Programme, CourseClass.programme_id == Programme.id)
        .join(Wave, CourseClass.wave_id == Wave.id)
        .join(Provider, Wave.provider_id == Provider.id)
        .where(IS_TRAINEE, Certificate.state == CertificateState.ISSUED.value)
        .order_by(Certificate.kind)
    )


def _verified(session: Session, chosen: Select[*tuple[Any, ...]]) -> list[Verified]:
    return [Verified(CertificateKind(kind), *row) for kind, *row in session.execute(chosen)]


def _view(trainee: Trainee, kind: CertificateKind, row: Certificate | None) -> CertificateView:
    if row is None:
        return CertificateView(trainee, kind, CertificateState.NONE)
    state = CertificateState(row.state)
    return CertificateView(trainee, kind, state, row.number, row.issued_on, row.token)
