"""Drafts: a registration under way, each answer kept as it is given.

An account has one at most. The row is the truth of the conversation: which question is open is
read from here, after a restart as well.
"""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import delete, or_, select
from sqlalchemy.orm import Session

from catalog.facts import Facts
from intake.applications.applicants import (
    answers_of,
    last_applicant,
    my_applicant,
    people_of,
    speaks_for_one,
)
from intake.applications.doubles import refuse_again, refuse_double, refuse_second
from intake.applications.errors import SeveralKnown
from intake.applications.steps import Step
from intake.registration.answering import take_answer
from intake.registration.check_rows import close_check
from intake.registration.draft_rows import (
    DraftView,
    find_draft,
    hold_draft,
    insert_draft,
    mark_parked,
    write_draft,
)
from intake.registration.errors import OtherDraftOpen, OtherQuestionOpen
from intake.registration.openness import check_open, find_entrance, is_open
from people.accounts import account_of, has_consented
from people.errors import ConsentMissing
from storage.models import Account, Applicant, CourseClass, Draft, Wave
from texts.moments import WIB

__all__ = [
    "DraftView",
    "all_open_steps",
    "answer",
    "begin_draft",
    "cancel_draft",
    "correct",
    "drop_closed_drafts",
    "enter",
    "open_draft",
    "park",
    "resume",
    "step_back",
]


def begin_draft(
    session: Session,
    account_id: int,
    class_id: int,
    *,
    now: datetime,
    for_another: bool = False,
    applicant_id: int | None = None,
    facts: Facts | None = None,
) -> DraftView:
    """Start registering for a class, or go on where it was left.

    Filled in already with what this applicant of the account answered before, or the last one;
    `for_another` (somebody who is not known on this phone yet) starts empty. `facts`: what was
    told when the rules were checked. Raises what `enter` raises.
    """
    draft = enter(
        session, account_id, class_id, now=now, for_another=for_another, applicant_id=applicant_id
    )
    if draft is not None:
        return draft
    known = None if for_another else _known(session, account_id, applicant_id)
    answers = answers_of(session, known, today=now.astimezone(WIB).date())
    if facts is not None:
        education = facts.education or answers.education
        domicile = facts.domicile or answers.domicile
        answers = replace(answers, education=education, domicile=domicile)
    close_check(session, account_id)
    applicant = None if known is None else known.id
    return insert_draft(session, account_id, class_id, applicant, answers, facts, now)


def enter(
    session: Session,
    account_id: int,
    class_id: int,
    *,
    now: datetime,
    for_another: bool = False,
    applicant_id: int | None = None,
) -> DraftView | None:
    """See that one may register for a class: its draft, taken up, or None where there is none yet.

    Raises catalog's NoSuchClass, RegistersElsewhere, NotYetOpen, RegistrationClosed,
    ConsentMissing, SeveralKnown (where it is not told for whom of them), NoSuchApplicant,
    OtherDraftOpen, or AlreadyApplied (not for another).
    """
    entrance = find_entrance(session, class_id)
    check_open(entrance, now)
    if not has_consented(account_of(session, account_id)):
        raise ConsentMissing
    draft = find_draft(session, account_id)
    if draft is not None and draft.class_id == class_id:
        return resume(session, account_id, now=now)
    _see_for_whom(session, account_id, entrance.wave_id, for_another, applicant_id)
    if draft is not None:
        _make_room(session, draft, now)
    return None


def answer(
    session: Session,
    account_id: int,
    step: Step,
    value: str,
    *,
    update_id: int | None = None,
    now: datetime,
    shared: bool = False,
) -> DraftView:
    """Take a typed or tapped answer to the open question and go on to the next one.

    An update taken before is not taken again: the present state comes back. A parked draft is
    taken up. `shared`: a phone number from Telegram's contact. Raises NoDraft,
    OtherQuestionOpen, RegistrationClosed, ConsentMissing, AlreadyApplied (at the NIK) and every
    BadAnswer; then the draft stays as it was.
    """
    draft = hold_draft(session, account_id)
    if update_id in draft.seen_updates:
        return draft
    if draft.parked:
        close_check(session, account_id)
    if step is not draft.step:
        raise OtherQuestionOpen(draft)
    check_open(draft.entrance, now)
    if not draft.consented:
        raise ConsentMissing
    answers = take_answer(draft.answers, step, value, shared=shared, now=now)
    if step is Step.NIK and answers.nik is not None:
        refuse_double(session, answers.nik, draft.entrance.wave_id, account_id)
    return write_draft(session, draft, answers.first_open(), answers, update_id, now)


def step_back(
    session: Session, account_id: int, *, update_id: int | None = None, now: datetime
) -> DraftView:
    """To the question before, or from a line being corrected to the review; the first stays."""
    draft = hold_draft(session, account_id)
    if update_id in draft.seen_updates:
        return draft
    steps = draft.answers.steps
    before = steps[max(0, steps.index(draft.step) - 1)]
    if draft.complete and draft.step is not Step.REVIEW:
        before = Step.REVIEW
    return write_draft(session, draft, before, draft.answers, update_id, now)


def correct(
    session: Session, account_id: int, step: Step, *, update_id: int | None = None, now: datetime
) -> DraftView:
    """Ask one question again. Raises OtherQuestionOpen for one that was not reached yet."""
    draft = hold_draft(session, account_id)
    if update_id in draft.seen_updates:
        return draft
    answers = draft.answers.on(now.astimezone(WIB).date())
    if step not in answers.steps[: answers.steps.index(answers.first_open()) + 1]:
        raise OtherQuestionOpen(draft)
    return write_draft(session, draft, step, answers, update_id, now)


def park(session: Session, account_id: int, *, now: datetime) -> DraftView:
    """Put aside: what is typed is no answer until it is taken up. Raises NoDraft."""
    return mark_parked(session, hold_draft(session, account_id), True, now)


def resume(session: Session, account_id: int, *, now: datetime) -> DraftView:
    """Take it up where it was; a check that was under way is over. Raises NoDraft."""
    close_check(session, account_id)
    return mark_parked(session, hold_draft(session, account_id), False, now)


def cancel_draft(session: Session, account_id: int) -> bool:
    """Forget the answers; False where there was nothing to forget."""
    gone = delete(Draft).where(Draft.account_id == account_id).returning(Draft.id)
    return session.execute(gone).first() is not None


def open_draft(session: Session, account_id: int) -> DraftView | None:
    """The account's draft, parked or not."""
    return find_draft(session, account_id)


def all_open_steps(session: Session) -> dict[int, Step]:
    """Which question is open to whom, by Telegram id; parked drafts ask nothing."""
    rows = session.execute(
        select(Account.telegram_id, Draft.step)
        .join(Draft, Draft.account_id == Account.id)
        .where(Draft.parked.is_(False))
    )
    return {telegram_id: Step(step) for telegram_id, step in rows}


def drop_closed_drafts(session: Session, *, closed_before: datetime) -> int:
    """Forget drafts that can't be submitted any more, and say how many: no data for nothing."""
    over = or_(Wave.state == "finished", Wave.registration_closes_at < closed_before)
    classes = select(CourseClass.id).join(Wave, CourseClass.wave_id == Wave.id).where(over)
    gone = delete(Draft).where(Draft.class_id.in_(classes)).returning(Draft.id)
    return len(session.execute(gone).all())


def _see_for_whom(
    session: Session, account_id: int, wave_id: int, for_another: bool, applicant_id: int | None
) -> None:
    if for_another:
        return
    if applicant_id is not None:
        refuse_again(session, my_applicant(session, account_id, applicant_id), wave_id)
    elif speaks_for_one(session, account_id):
        refuse_second(session, account_id, wave_id)
    else:
        raise SeveralKnown(people_of(session, account_id))


def _known(session: Session, account_id: int, applicant_id: int | None) -> Applicant | None:
    if applicant_id is None:
        return last_applicant(session, account_id)
    return my_applicant(session, account_id, applicant_id)


def _make_room(session: Session, other: DraftView, now: datetime) -> None:
    """Another class's draft makes room only when it is closed. Raises OtherDraftOpen."""
    if is_open(other.entrance, now):
        raise OtherDraftOpen(other)
    cancel_draft(session, other.account_id)
