"""Applications: sent once, numbered, admitted or withdrawn, each change recorded."""

from dataclasses import replace
from datetime import datetime, timedelta, tzinfo

from sqlalchemy import ColumnElement, select
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
from intake.changes import APPLICANT, TRANSITIONS, by_staff, check_move, move, record
from intake.doubles import already_applied, refuse_double
from intake.draft_rows import DraftView, hold_draft
from intake.drafts import cancel_draft
from intake.errors import (
    AnswersMissing,
    ConsentMissing,
    NoDraft,
    NoSuchApplication,
)
from intake.guardians import store_consent
from intake.numbers import allot_number
from intake.offers import Candidate, confirm, give_back, hold_candidate, open_offer
from intake.openness import check_open
from intake.reserve import arrive, promote
from intake.seats import hold_class, must_take_seat
from intake.steps import Step
from intake.verdicts import judge_draft, record_verdict
from notices.outbox import Lane, post
from storage.models import Application
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

REPEATED_WITHIN = timedelta(hours=24)
"""How long Telegram keeps an update, and so how late the same tap may come again."""
TELL_WITHIN = timedelta(days=30)


def submit(
    session: Session, account_id: int, *, update_id: int | None, now: datetime, zone: tzinfo = WIB
) -> ApplicationView:
    """Send the draft in: it becomes an application with a number, and is gone itself.

    Where seats go to the first who come, it has one, or a place on the waiting list.

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
    # Held before it is numbered: whoever is first here has the lower number and the better place.
    held = hold_class(session, draft.class_id, zone)
    application_id = _insert(session, draft, update_id, now)
    record_verdict(session, application_id, check, now=now)
    if draft.answers.minor:
        store_consent(session, application_id, account_id, draft.answers)
    submitted = ApplicationState.SUBMITTED
    record(session, application_id, None, submitted, APPLICANT, None, now)
    if held.first_come and held.capacity is not None:
        arrive(session, held, Candidate(application_id, account_id, submitted), now)
    cancel_draft(session, account_id)
    return application_by_id(session, application_id)


def withdraw(
    session: Session,
    application_id: int,
    account_id: int,
    *,
    reason: str | None,
    now: datetime,
    zone: tzinfo = WIB,
) -> ApplicationView:
    """The applicant gives it up, and a seat they had goes to the next of the reserve. Withdrawn
    twice, nothing changes.

    Raises NoSuchApplication for an application of another account, too; NotPossible where it has
    ended otherwise.
    """
    held, candidate = hold_candidate(session, application_id, zone)
    if candidate.account_id != account_id:
        raise NoSuchApplication(application_id)
    if candidate.state is not ApplicationState.WITHDRAWN:
        offer = open_offer(session, application_id)
        to = ApplicationState.WITHDRAWN
        move(session, candidate.id, candidate.state, to, actor=APPLICANT, reason=reason, now=now)
        give_back(session, held, candidate, offer, "withdrawn", now)
        promote(session, held, now=now, zone=zone)
    return application_by_id(session, application_id)


def admit(
    session: Session, number: str, *, actor: str, now: datetime, zone: tzinfo = WIB
) -> ApplicationView:
    """Staff give a seat, never more than the class has, and the person is told.

    A seat that is offered to them already is confirmed by it. `actor` is a name, kept as
    `staff:name`. Raises NoSuchApplication, NotPossible, ClassFull.
    """
    found = application_by_number(session, number)
    held, candidate = hold_candidate(session, found.id, zone)
    admitted = ApplicationState.ADMITTED
    if candidate.state is ApplicationState.OFFERED:
        confirm(session, found.id, actor=by_staff(actor), now=now, zone=zone)
    else:
        check_move(candidate.state, admitted)
        must_take_seat(session, held, found.id)
        move(session, found.id, candidate.state, admitted, actor=by_staff(actor), now=now)
    post(
        session,
        account_id=candidate.account_id,
        kind="admitted",
        facts={"application_id": found.id},
        key=f"admitted:{found.id}",
        lane=Lane.RESULTS,
        due_at=now,
        expires_at=now + TELL_WITHIN,
        now=now,
    )
    return application_by_id(session, found.id)


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
