"""Checks: whether somebody may join, found out before the form with as few questions as it takes.

An account has one check at most; its row says which question is open, after a restart as well.
"""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import delete
from sqlalchemy.orm import Session

from catalog.classes import open_class
from catalog.eligibility import Verdict, asking
from catalog.facts import Facts, Trait
from intake.applicants import last_answers
from intake.check_rows import (
    REMEMBERED,
    CheckView,
    Subject,
    all_open_traits,
    close_check,
    find_check,
    hold_check,
    judged,
    subject_of_class,
    subject_of_programme,
    write_check,
)
from intake.draft_rows import DraftView, find_draft
from intake.drafts import begin_draft, enter, park
from intake.errors import (
    ConsentMissing,
    NoCheck,
    NotEligible,
    OtherTraitOpen,
)
from intake.telling import take_trait
from people.accounts import account_of, has_consented
from storage.models import EligibilityCheck
from texts.moments import WIB

__all__ = [
    "CheckView",
    "all_open_traits",
    "ask_afresh",
    "begin_check",
    "check_programme",
    "close_check",
    "drop_old_checks",
    "find_check",
    "open_form",
    "open_registration",
    "put_aside",
    "skip_trait",
    "tell_trait",
]


def open_registration(
    session: Session, account_id: int, class_id: int, *, now: datetime, for_another: bool = False
) -> DraftView | CheckView:
    """What comes first when somebody registers: the check, or the form where it is begun already.

    A programme without any rule has nothing to be checked. Raises what `intake.drafts.enter`
    raises.
    """
    draft = enter(session, account_id, class_id, now=now, for_another=for_another)
    if draft is not None:
        return draft
    check = begin_check(session, account_id, class_id, now=now, for_another=for_another)
    if check.rules:
        return check
    return begin_draft(session, account_id, class_id, now=now, for_another=for_another)


def begin_check(
    session: Session,
    account_id: int,
    class_id: int,
    *,
    now: datetime,
    for_another: bool = False,
    afresh: bool = False,
) -> CheckView:
    """Judge by what is known already, and open the first question that is still to be asked.

    `afresh`: ask all of it anew. Raises catalog's NoSuchClass, and ConsentMissing.
    """
    subject = subject_of_class(session, class_id, now)
    return _begin(session, account_id, subject, now, for_another=for_another, afresh=afresh)


def check_programme(
    session: Session, account_id: int, programme_id: int, *, now: datetime, afresh: bool = False
) -> CheckView:
    """The same for a programme: at the dates of its class that takes registrations, if any does.

    Raises catalog's NoSuchProgramme, and ConsentMissing.
    """
    class_ = open_class(session, programme_id, now)
    if class_ is None:
        subject = subject_of_programme(session, programme_id, now)
    else:
        subject = subject_of_class(session, class_.id, now)
    return _begin(session, account_id, subject, now, for_another=False, afresh=afresh)


def ask_afresh(
    session: Session, account_id: int, programme_id: int, class_id: int | None, *, now: datetime
) -> CheckView:
    """Begin anew with no answers, for whomever the check of this class was."""
    if class_id is None:
        return check_programme(session, account_id, programme_id, now=now, afresh=True)
    before = find_check(session, account_id, now)
    for_another = before is not None and before.class_id == class_id and before.for_another
    return begin_check(session, account_id, class_id, now=now, for_another=for_another, afresh=True)


def put_aside(session: Session, account_id: int, *, now: datetime) -> DraftView | None:
    """Nothing that is typed is an answer any more. The draft that was under way, if one was."""
    close_check(session, account_id)
    draft = find_draft(session, account_id)
    if draft is None or draft.parked:
        return None
    return park(session, account_id, now=now)


def tell_trait(
    session: Session,
    account_id: int,
    trait: Trait,
    value: str,
    *,
    update_id: int | None = None,
    now: datetime,
) -> CheckView:
    """Take a typed or tapped answer, and open the next question.

    An update taken before is not taken again. Raises NoCheck, OtherTraitOpen for what is not asked
    any more, ConsentMissing and every BadAnswer; then nothing has changed.
    """
    check = _hold(session, account_id, trait, now)
    if update_id in check.seen_updates:
        return check
    if not asking(check.rules, trait, check.facts, check.dates):
        raise OtherTraitOpen(check)
    facts = take_trait(check.facts, trait, value, check.rules, check.dates)
    return _write(session, check, facts, update_id, now)


def skip_trait(
    session: Session, account_id: int, trait: Trait, *, update_id: int | None = None, now: datetime
) -> CheckView:
    """Leave it open: staff will ask. Raises what `tell_trait` raises, but for BadAnswer."""
    check = _hold(session, account_id, trait, now)
    if update_id in check.seen_updates:
        return check
    if trait not in check.still_open:
        raise OtherTraitOpen(check)
    facts = replace(check.facts, skipped=(*check.facts.skipped, trait.value))
    return _write(session, check, facts, update_id, now)


def open_form(session: Session, account_id: int, class_id: int, *, now: datetime) -> DraftView:
    """From the verdict to the form, taking along what was told.

    Raises NoCheck where this class was not checked within a week, NotEligible, and what
    `intake.drafts.begin_draft` raises.
    """
    check = find_check(session, account_id, now)
    if check is None or check.class_id != class_id or now - check.told_at > REMEMBERED:
        raise NoCheck(account_id)
    if check.judgement.verdict is Verdict.NO:
        raise NotEligible(check)
    for_another, facts = check.for_another, check.facts
    return begin_draft(session, account_id, class_id, now=now, for_another=for_another, facts=facts)


def drop_old_checks(session: Session, *, now: datetime) -> int:
    """Forget what is too old to be taken for true, and say how many: no data for nothing."""
    old = delete(EligibilityCheck).where(EligibilityCheck.told_at < now - REMEMBERED)
    return len(session.execute(old.returning(EligibilityCheck.account_id)).all())


def _begin(
    session: Session,
    account_id: int,
    subject: Subject,
    now: datetime,
    *,
    for_another: bool,
    afresh: bool,
) -> CheckView:
    if not has_consented(account_of(session, account_id)):
        raise ConsentMissing
    before = hold_check(session, account_id, now)
    facts = Facts() if afresh else _known(session, account_id, before, subject, for_another, now)
    seen = () if before is None else before.seen_updates
    check = judged(
        account_id, subject, facts, for_another=for_another, told_at=now, seen_updates=seen
    )
    return write_check(session, check, update_id=None, now=now) if check.rules else check


def _known(
    session: Session,
    account_id: int,
    before: CheckView | None,
    subject: Subject,
    for_another: bool,
    now: datetime,
) -> Facts:
    """What was told lately, of the same person, and what their last application says."""
    facts = Facts()
    if before is not None and before.for_another == for_another:
        same = not for_another or before.class_id == subject.class_id
        if same and now - before.told_at <= REMEMBERED:
            facts = replace(before.facts, skipped=())
    if for_another:
        return facts
    last = last_answers(session, account_id, today=now.astimezone(WIB).date())
    return replace(
        facts if facts.born_from else facts.born_on(last.born_on),
        sex=facts.sex or last.sex,
        education=facts.education or last.education,
        domicile=facts.domicile or last.domicile,
    )


def _hold(session: Session, account_id: int, trait: Trait, now: datetime) -> CheckView:
    check = hold_check(session, account_id, now)
    if check is None:
        raise NoCheck(account_id)
    if not has_consented(account_of(session, account_id)):
        raise ConsentMissing
    return check


def _write(
    session: Session, check: CheckView, facts: Facts, update_id: int | None, now: datetime
) -> CheckView:
    told = judged(
        check.account_id,
        check.subject,
        facts,
        for_another=check.for_another,
        told_at=now,
        seen_updates=check.seen_updates,
    )
    return write_check(session, told, update_id=update_id, now=now)
