"""Checks: whether somebody may join, found out before the form with as few questions as it takes.

An account has one check at most; its row says which question is open, after a restart as well.
"""

from dataclasses import replace
from datetime import datetime
from typing import TypedDict

from sqlalchemy import delete
from sqlalchemy.orm import Session

from catalog.classes import open_class
from catalog.eligibility import Verdict, asking
from catalog.facts import Facts, Trait
from intake.applications.applicants import last_applicant, my_applicant, speaks_for_one
from intake.registration.check_rows import (
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
from intake.registration.draft_rows import DraftView, find_draft
from intake.registration.drafts import begin_draft, enter, park
from intake.registration.errors import NoCheck, NotEligible, OtherTraitOpen
from intake.registration.telling import take_trait
from people.accounts import account_of, has_consented
from people.errors import ConsentMissing
from storage.models import Applicant, EligibilityCheck

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


class Whom(TypedDict):
    """For whom of those on the phone: `for_another`: somebody who is not known yet."""

    for_another: bool
    applicant_id: int | None


NOBODY_CHOSEN: Whom = {"for_another": False, "applicant_id": None}


def open_registration(
    session: Session,
    account_id: int,
    class_id: int,
    *,
    now: datetime,
    for_another: bool = False,
    applicant_id: int | None = None,
) -> DraftView | CheckView:
    """What comes first when somebody registers: the check, or the form where it is begun already.

    A programme without any rule has nothing to be checked. Raises what
    `intake.registration.drafts.enter` raises.
    """
    whom: Whom = {"for_another": for_another, "applicant_id": applicant_id}
    draft = enter(session, account_id, class_id, now=now, **whom)
    if draft is not None:
        return draft
    subject = subject_of_class(session, class_id, now)
    check = _begin(session, account_id, subject, now, whom, afresh=False)
    if check.rules:
        return check
    return begin_draft(session, account_id, class_id, now=now, **whom)


def begin_check(
    session: Session,
    account_id: int,
    class_id: int,
    *,
    now: datetime,
    for_another: bool = False,
    applicant_id: int | None = None,
    afresh: bool = False,
) -> CheckView:
    """Judge by what is known already, and open the first question that is still to be asked.

    `afresh`: ask all of it anew. Raises catalog's NoSuchClass, and ConsentMissing.
    """
    subject = subject_of_class(session, class_id, now)
    whom: Whom = {"for_another": for_another, "applicant_id": applicant_id}
    _see_consent(session, account_id)
    return _begin(session, account_id, subject, now, whom, afresh=afresh)


def check_programme(
    session: Session,
    account_id: int,
    programme_id: int,
    *,
    now: datetime,
    applicant_id: int | None = None,
    afresh: bool = False,
) -> CheckView:
    """The same for a programme: at the dates of its class that takes registrations, if any does.

    Raises catalog's NoSuchProgramme, NoSuchApplicant, and ConsentMissing.
    """
    whom: Whom = {"for_another": False, "applicant_id": applicant_id}
    class_ = open_class(session, programme_id, now)
    if class_ is None:
        subject = subject_of_programme(session, programme_id, now)
    else:
        subject = subject_of_class(session, class_.id, now)
    _see_consent(session, account_id)
    return _begin(session, account_id, subject, now, whom, afresh=afresh)


def ask_afresh(
    session: Session, account_id: int, programme_id: int, class_id: int | None, *, now: datetime
) -> CheckView:
    """Begin anew with no answers, for whomever the check of this class or programme was."""
    before, wanted = find_check(session, account_id, now), (programme_id, class_id)
    same = before is not None and (before.programme_id, before.class_id) == wanted
    whom = _whom(before) if before is not None and same else NOBODY_CHOSEN
    if class_id is None:
        who = whom["applicant_id"]
        return check_programme(
            session, account_id, programme_id, now=now, applicant_id=who, afresh=True
        )
    return begin_check(session, account_id, class_id, now=now, afresh=True, **whom)


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
    `intake.registration.drafts.begin_draft` raises.
    """
    check = find_check(session, account_id, now)
    if check is None or check.class_id != class_id or now - check.told_at > REMEMBERED:
        raise NoCheck(account_id)
    if check.judgement.verdict is Verdict.NO:
        raise NotEligible(check)
    return begin_draft(session, account_id, class_id, now=now, facts=check.facts, **_whom(check))


def drop_old_checks(session: Session, *, now: datetime) -> int:
    """Forget what is too old to be taken for true, and say how many: no data for nothing."""
    old = delete(EligibilityCheck).where(EligibilityCheck.told_at < now - REMEMBERED)
    return len(session.execute(old.returning(EligibilityCheck.account_id)).all())


def _begin(
    session: Session,
    account_id: int,
    subject: Subject,
    now: datetime,
    whom: Whom,
    *,
    afresh: bool,
) -> CheckView:
    """Of somebody who has consented."""
    before = hold_check(session, account_id, now, subject)
    facts = Facts() if afresh else _known(session, account_id, before, subject, whom, now)
    seen = () if before is None else before.seen_updates
    check = judged(account_id, subject, facts, told_at=now, seen_updates=seen, **whom)
    return write_check(session, check, update_id=None, now=now) if check.rules else check


def _known(
    session: Session,
    account_id: int,
    before: CheckView | None,
    subject: Subject,
    whom: Whom,
    now: datetime,
) -> Facts:
    """What was told lately, of the same person, and what their last application says."""
    facts = Facts()
    if before is not None and _whom(before) == whom:
        same = not whom["for_another"] or before.class_id == subject.class_id
        if same and now - before.told_at <= REMEMBERED:
            facts = replace(before.facts, skipped=())
    last = _applicant(session, account_id, whom)
    if last is None:
        return facts
    return replace(
        facts if facts.born_from else facts.born_on(last.born_on),
        sex=facts.sex or last.sex,
        education=facts.education or last.education,
        domicile=facts.domicile or last.domicile,
    )


def _applicant(session: Session, account_id: int, whom: Whom) -> Applicant | None:
    """Whose data is known; None for somebody new, and where it may be any of several people."""
    if whom["applicant_id"] is not None:
        return my_applicant(session, account_id, whom["applicant_id"])
    if whom["for_another"] or not speaks_for_one(session, account_id):
        return None
    return last_applicant(session, account_id)


def _whom(check: CheckView) -> Whom:
    return {"for_another": check.for_another, "applicant_id": check.applicant_id}


def _hold(session: Session, account_id: int, trait: Trait, now: datetime) -> CheckView:
    check = hold_check(session, account_id, now)
    if check is None:
        raise NoCheck(account_id)
    _see_consent(session, account_id)
    return check


def _see_consent(session: Session, account_id: int) -> None:
    if not has_consented(account_of(session, account_id)):
        raise ConsentMissing


def _write(
    session: Session, check: CheckView, facts: Facts, update_id: int | None, now: datetime
) -> CheckView:
    told = judged(
        check.account_id,
        check.subject,
        facts,
        told_at=now,
        seen_updates=check.seen_updates,
        **_whom(check),
    )
    return write_check(session, told, update_id=update_id, now=now)
