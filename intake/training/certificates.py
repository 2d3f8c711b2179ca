"""Certificates: passed, failed, issued; each change is recorded, and told to the trainee.

A BNSP assessment can be failed, or come long after the training: so each kind has a state of its
own. A decision that is taken back wants a reason, which the trainee is told.
"""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from types import MappingProxyType

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from intake.applications.changes import by_staff
from intake.applications.errors import ReasonMissing
from intake.training.beginnings import check_begun
from intake.training.cards import make_token
from intake.training.certificate_rows import (
    CertificateKind,
    CertificateState,
    CertificateView,
    kinds_of,
    read_number,
    view_of,
)
from intake.training.errors import (
    CertificateAhead,
    CertificateNumberTaken,
    CertificateStands,
    NoSuchCertificate,
)
from intake.training.trainees import Trainee, hold_trainee
from notices.outbox import Lane, post
from people.staff import StaffRight
from storage.models import Certificate, CertificateChange
from texts.moments import WIB

NONE, PASSED, FAILED, ISSUED = CertificateState

MOVES: Mapping[CertificateState, frozenset[CertificateState]] = MappingProxyType(
    {
        NONE: frozenset({PASSED, FAILED, ISSUED}),
        FAILED: frozenset({PASSED}),
        PASSED: frozenset({ISSUED, FAILED}),
        ISSUED: frozenset({ISSUED, PASSED}),
    }
)
"""Which state may follow which. Who has failed passes before a certificate is issued: one that
arrives for them is more likely a slip in a list.
"""
TAKEN_BACK = frozenset({(PASSED, FAILED), (ISSUED, PASSED), (ISSUED, ISSUED)})
"""Mistakes put right: a wrong result, a certificate of somebody else's, a wrong number or date."""
REASONS = ("slip", "person", "news")
"""Why a decision is taken back, as it can be tapped, each with words in `certificate-why-…`."""
TELL_WITHIN = timedelta(days=30)
REASON_LENGTH = 200


def decide(
    session: Session,
    application_id: int,
    kind: CertificateKind,
    state: CertificateState,
    rights: frozenset[StaffRight],
    *,
    number: str | None = None,
    issued_on: date | None = None,
    reason: str | None = None,
    actor: str,
    by: int | None = None,
    now: datetime,
) -> CertificateView:
    """`number` and `issued_on` are for ISSUED; without a date it is today's, or stays as it is.
    What stands so already stays, and nobody is told.

    Raises NoTrainee, OtherProvider, NoSuchCertificate, CertificateStands, ReasonMissing,
    BadCertificateNumber, CertificateAhead, CertificateNumberTaken, TrainingAhead (not for what is
    taken back).
    """
    trainee = hold_trainee(session, application_id, rights)
    if kind not in kinds_of(trainee):
        raise NoSuchCertificate(kind.value)
    before = view_of(session, trainee, kind)
    number, issued_on = (
        _issued(before, number or "", issued_on, now) if state is ISSUED else (None, None)
    )
    if state is before.state and (number, issued_on) == (before.number, before.issued_on):
        return before
    reason = " ".join((reason or "").split())[:REASON_LENGTH] or None
    _check_move(before.state, state, reason)
    if (before.state, state) not in TAKEN_BACK:
        check_begun(session, application_id, now)
    if number is not None:
        _check_number(session, trainee, kind, number)
    _write(session, before, state, number, issued_on, now)
    who = by_staff(actor, by)
    _tell(session, before, state, _record(session, before, state, number, reason, who, now), now)
    return view_of(session, trainee, kind)


def _check_move(before: CertificateState, state: CertificateState, reason: str | None) -> None:
    if state not in MOVES[before]:
        raise CertificateStands(before.value, state.value)
    if (before, state) in TAKEN_BACK and reason is None:
        raise ReasonMissing


def _check_number(session: Session, trainee: Trainee, kind: CertificateKind, number: str) -> None:
    others = select(Certificate.application_id).where(
        Certificate.kind == kind.value,
        Certificate.number == number,
        Certificate.application_id != trainee.application_id,
    )
    if session.scalar(others) is not None:
        raise CertificateNumberTaken(number)


def _write(
    session: Session,
    before: CertificateView,
    state: CertificateState,
    number: str | None,
    issued_on: date | None,
    now: datetime,
) -> None:
    key = (before.trainee.application_id, before.kind.value)
    row = session.get(Certificate, key) or Certificate(application_id=key[0], kind=key[1])
    # Another number is another certificate: an old link must not vouch for it.
    token = row.token if number == before.number else make_token()
    try:
        with session.begin_nested():
            row.state, row.number, row.issued_on = state.value, number, issued_on
            row.token, row.changed_at = (None if number is None else token), now
            session.add(row)
    except IntegrityError:
        # Two were given the same number at once; the index let one in.
        raise CertificateNumberTaken(number or "") from None


def _issued(
    before: CertificateView, number: str, issued_on: date | None, now: datetime
) -> tuple[str, date]:
    """Raises BadCertificateNumber, CertificateAhead."""
    number, today = read_number(number), now.astimezone(WIB).date()
    if issued_on is not None and issued_on > today:
        raise CertificateAhead(issued_on)
    known = before.issued_on if number == before.number else None
    return number, issued_on or known or today


def _record(
    session: Session,
    before: CertificateView,
    state: CertificateState,
    number: str | None,
    reason: str | None,
    actor: str,
    now: datetime,
) -> int:
    change = CertificateChange(
        application_id=before.trainee.application_id,
        kind=before.kind.value,
        at=now,
        actor=actor,
        from_state=None if before.state is NONE else before.state.value,
        to_state=state.value,
        number=number,
        reason=reason,
    )
    session.add(change)
    session.flush()
    return change.id


def _tell(
    session: Session,
    before: CertificateView,
    state: CertificateState,
    change_id: int,
    now: datetime,
) -> None:
    trainee, kind = before.trainee, before.kind.value
    post(
        session,
        account_id=trainee.account_id,
        kind="certificate",
        facts={"application_id": trainee.application_id, "kind": kind, "change_id": change_id},
        key=f"certificate:{trainee.application_id}:{kind}:{change_id}",
        lane=Lane.RESULTS,
        due_at=now,
        expires_at=now + TELL_WITHIN,
        now=now,
    )
