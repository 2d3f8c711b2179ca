"""Applications: sent once, numbered, admitted or withdrawn, each change recorded."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Any

from sqlalchemy import ColumnElement, Row, func, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from intake.applicants import store_applicant
from intake.application_rows import (
    ApplicationState,
    ApplicationView,
    applicants_so_far,
    application_by_id,
    application_by_number,
    list_applications,
    my_applications,
)
from intake.doubles import already_applied, refuse_double
from intake.draft_rows import DraftView, hold_draft
from intake.drafts import cancel_draft
from intake.errors import (
    AnswersMissing,
    ClassFull,
    ConsentMissing,
    NoDraft,
    NoSuchApplication,
    NotPossible,
)
from intake.guardians import store_consent
from intake.numbers import allot_number
from intake.openness import check_open
from intake.steps import Step
from intake.verdicts import judge_draft, record_verdict
from notices.outbox import Lane, post
from storage.models import Application, ApplicationChange, CourseClass
from storage.models.applications import LIVE
from texts.moments import WIB

__all__ = [
    "TRANSITIONS",
    "ApplicationState",
    "ApplicationView",
    "admit",
    "already_applied",
    "applicants_so_far",
    "application_by_id",
    "application_by_number",
    "list_applications",
    "my_applications",
    "submit",
    "withdraw",
]

TRANSITIONS: Mapping[ApplicationState, frozenset[ApplicationState]] = MappingProxyType(
    {
        ApplicationState.SUBMITTED: frozenset(
            {ApplicationState.ADMITTED, ApplicationState.WITHDRAWN}
        ),
        ApplicationState.ADMITTED: frozenset({ApplicationState.WITHDRAWN}),
        ApplicationState.WITHDRAWN: frozenset(),
    }
)
"""Which state may follow which."""

APPLICANT = "applicant"
REPEATED_WITHIN = timedelta(hours=24)
"""How long Telegram keeps an update, and so how late the same tap may come again."""
TELL_WITHIN = timedelta(days=30)
REASON_LENGTH = 200


def submit(
    session: Session, account_id: int, *, update_id: int | None, now: datetime
) -> ApplicationView:
    """Send the draft in: it becomes an application with a number, and is gone itself.

    Sent twice, the same application comes back. Raises NoDraft, RegistrationClosed,
    ConsentMissing, AnswersMissing, AlreadyApplied or NotEligible; then the draft stays.
    """
    if update_id is not None:
        sent = _sent_by(session, account_id, Application.update_id == update_id)
        if sent is not None:
            return application_by_id(session, sent)
    try:
        draft = hold_draft(session, account_id)
    except NoDraft:
        return _sent_just_now(session, account_id, now)
    draft = replace(draft, answers=draft.answers.on(now.astimezone(WIB).date()))
    _check_sendable(session, draft, now)
    check = judge_draft(session, draft, now)
    application_id = _insert(session, draft, update_id, now)
    record_verdict(session, application_id, check, now=now)
    if draft.answers.minor:
        store_consent(session, application_id, account_id, draft.answers)
    _record(session, application_id, None, ApplicationState.SUBMITTED, APPLICANT, None, now)
    cancel_draft(session, account_id)
    return application_by_id(session, application_id)


def withdraw(
    session: Session, application_id: int, account_id: int, *, reason: str | None, now: datetime
) -> ApplicationView:
    """The applicant gives it up; a seat is free again. Withdrawn twice, nothing changes.

    Raises NoSuchApplication for an application of another account, too.
    """
    row = _hold(session, Application.id == application_id)
    if row.account_id != account_id:
        raise NoSuchApplication(application_id)
    if row.state != ApplicationState.WITHDRAWN:
        _move(session, row, ApplicationState.WITHDRAWN, APPLICANT, reason, now)
    return application_by_id(session, application_id)


def admit(session: Session, number: str, *, actor: str, now: datetime) -> ApplicationView:
    """Staff give a seat, never more than the class has, and the person is told.

    `actor` is a name, kept as `staff:name`. Raises NoSuchApplication, NotPossible, ClassFull.
    """
    row = _hold(session, Application.number == number.strip().upper())
    _check_seat(session, row.class_id)
    _move(session, row, ApplicationState.ADMITTED, f"staff:{actor}"[:40], None, now)
    post(
        session,
        account_id=row.account_id,
        kind="admitted",
        facts={"application_id": row.id},
        key=f"admitted:{row.id}",
        lane=Lane.RESULTS,
        due_at=now,
        expires_at=now + TELL_WITHIN,
        now=now,
    )
    return application_by_id(session, row.id)


def _sent_by(session: Session, account_id: int, condition: ColumnElement[bool]) -> int | None:
    """The account's newest application that meets the condition."""
    chosen = select(Application.id).where(Application.account_id == account_id, condition)
    return session.scalar(chosen.order_by(Application.id.desc()).limit(1))


def _sent_just_now(session: Session, account_id: int, now: datetime) -> ApplicationView:
    """What a second tap on "send" finds. Raises NoDraft where nothing was sent."""
    recent = Application.state.in_(LIVE) & (Application.submitted_at > now - REPEATED_WITHIN)
    sent = _sent_by(session, account_id, recent)
    if sent is None:
        raise NoDraft(account_id)
    return application_by_id(session, sent)


def _check_sendable(session: Session, draft: DraftView, now: datetime) -> None:
    check_open(draft.entrance, now)
    if not draft.consented:
        raise ConsentMissing
    missing = draft.answers.first_open()
    if missing is not Step.REVIEW:
        raise AnswersMissing(missing)
    assert draft.answers.nik is not None
    refuse_double(session, draft.answers.nik, draft.entrance.wave_id, draft.account_id)


def _insert(session: Session, draft: DraftView, update_id: int | None, now: datetime) -> int:
    applicant = store_applicant(session, draft.account_id, draft.answers, now=now)
    wave_id = draft.entrance.wave_id
    application = Application(
        number=allot_number(session, wave_id),
        applicant_id=applicant.id,
        account_id=draft.account_id,
        class_id=draft.class_id,
        wave_id=wave_id,
        nik_print=applicant.nik_print,
        state=ApplicationState.SUBMITTED,
        submitted_at=now,
        changed_at=now,
        update_id=update_id,
    )
    try:
        with session.begin_nested():
            session.add(application)
    except IntegrityError:
        # Two accounts sent the same NIK at once; the index on live applications let one in.
        assert draft.answers.nik is not None
        refuse_double(session, draft.answers.nik, wave_id, draft.account_id)
        raise
    return application.id


def _hold(session: Session, condition: ColumnElement[bool]) -> Row[*tuple[Any, ...]]:
    """The application, locked until the transaction ends. Raises NoSuchApplication."""
    row = session.execute(
        select(Application.id, Application.account_id, Application.class_id, Application.state)
        .where(condition)
        .with_for_update()
    ).first()
    if row is None:
        raise NoSuchApplication
    return row


def _check_seat(session: Session, class_id: int) -> None:
    """Seats are counted, never decremented; the class is locked while they are."""
    capacity = session.scalar(
        select(CourseClass.capacity).where(CourseClass.id == class_id).with_for_update()
    )
    taken = session.scalar(
        select(func.count()).where(
            Application.class_id == class_id, Application.state == ApplicationState.ADMITTED
        )
    )
    if capacity is not None and (taken or 0) >= capacity:
        raise ClassFull(capacity)


def _move(
    session: Session,
    row: Row[*tuple[Any, ...]],
    to: ApplicationState,
    actor: str,
    reason: str | None,
    now: datetime,
) -> None:
    """The one way from state to state. Raises NotPossible."""
    if to not in TRANSITIONS[ApplicationState(row.state)]:
        raise NotPossible(row.state, to)
    moved = session.execute(
        update(Application)
        .where(Application.id == row.id, Application.state == row.state)
        .values(state=to, changed_at=now)
        .returning(Application.id)
    ).first()
    assert moved is not None
    _record(session, row.id, row.state, to, actor, reason, now)


def _record(
    session: Session,
    application_id: int,
    from_state: str | None,
    to_state: str,
    actor: str,
    reason: str | None,
    now: datetime,
) -> None:
    session.add(
        ApplicationChange(
            application_id=application_id,
            at=now,
            actor=actor,
            from_state=from_state,
            to_state=to_state,
            reason=reason[:REASON_LENGTH] if reason else None,
        )
    )
