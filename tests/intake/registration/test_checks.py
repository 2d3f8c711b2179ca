"""Checks before the form: as few questions as it takes, and what is told goes along."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from catalog.eligibility import Outcome, Verdict
from catalog.errors import NoSuchClass
from catalog.facts import Facts, Trait
from intake.applications.errors import AlreadyApplied
from intake.applications.steps import Step
from intake.registration.checks import (
    CheckView,
    all_open_traits,
    ask_afresh,
    begin_check,
    check_programme,
    drop_old_checks,
    find_check,
    open_form,
    open_registration,
    put_aside,
    skip_trait,
    tell_trait,
)
from intake.registration.drafts import DraftView, all_open_steps, begin_draft, open_draft, resume
from intake.registration.errors import (
    NoCheck,
    NotEligible,
    OtherTraitOpen,
    RegistrationClosed,
    UnreadableAge,
)
from people.accounts import decline_consent
from people.errors import ConsentMissing
from storage.models import CourseClass, EligibilityCheck
from tests.cast import (
    CLOSES_AT,
    NOW,
    SARI,
    SITI,
    Stage,
    add_next_wave,
    apply,
    apply_too,
    set_rules,
)

LOCAL = ("domicile", {"regions": ["3673"]})
IDLE: tuple[str, dict[str, object]] = ("idle", {})
PAPERS = ("papers", {"documents": ["ktp", "ijazah"]})
YOUNG = ("age", {"min": 15, "max": 29})


def tell(session: Session, account_id: int, trait: Trait, value: str) -> CheckView:
    return tell_trait(session, account_id, trait, value, now=NOW)


def begin(session: Session, account_id: int, class_id: int) -> CheckView:
    return begin_check(session, account_id, class_id, now=NOW)


def test_only_what_the_rules_need_is_asked_one_after_another(
    session: Session, stage: Stage, siti: int
) -> None:
    set_rules(session, stage.class_id, PAPERS, IDLE, LOCAL)
    first = begin(session, siti, stage.class_id)
    assert first.still_open == (Trait.DOMICILE, Trait.ACTIVITY, Trait.PAPERS)
    second = tell(session, siti, Trait.DOMICILE, "kota serang")
    third = tell(session, siti, Trait.ACTIVITY, "tidak, lagi nganggur")
    assert [first.trait, second.trait, third.trait] == [
        Trait.DOMICILE,
        Trait.ACTIVITY,
        Trait.PAPERS,
    ]
    last = tell(session, siti, Trait.PAPERS, "sudah")
    assert (last.trait, last.judgement.verdict) == (None, Verdict.YES)
    assert find_check(session, siti, NOW) == last


def test_a_programme_without_rules_goes_straight_to_the_form(
    session: Session, stage: Stage, siti: int
) -> None:
    opened = open_registration(session, siti, stage.class_id, now=NOW)
    assert isinstance(opened, DraftView)
    assert find_check(session, siti, NOW) is None


def test_what_the_last_application_says_is_not_asked_again(session: Session, stage: Stage) -> None:
    account_id = apply(session, SITI, stage.class_id).account_id
    next_class_id = add_next_wave(session, stage)
    set_rules(session, next_class_id, LOCAL, ("education", {"min": "smp"}), YOUNG, IDLE)
    check = begin(session, account_id, next_class_id)
    assert check.still_open == (Trait.ACTIVITY,)
    afresh = ask_afresh(session, account_id, check.programme_id, next_class_id, now=NOW)
    assert afresh.still_open == (Trait.AGE, Trait.EDUCATION, Trait.DOMICILE, Trait.ACTIVITY)


def test_what_was_told_lately_holds_for_the_next_programme_too(
    session: Session, stage: Stage, siti: int
) -> None:
    set_rules(session, stage.class_id, IDLE)
    set_rules(session, stage.other_class_id, IDLE)
    begin(session, siti, stage.class_id)
    tell(session, siti, Trait.ACTIVITY, "idle")
    assert begin(session, siti, stage.other_class_id).judgement.verdict is Verdict.YES
    later = NOW + timedelta(days=8)
    asked = begin_check(session, siti, stage.class_id, now=later)
    assert asked.trait is Trait.ACTIVITY


def test_a_second_person_on_the_phone_is_asked_for_themselves(
    session: Session, stage: Stage
) -> None:
    siti = apply(session, SITI, stage.class_id).account_id
    set_rules(session, stage.other_class_id, LOCAL)
    opened = open_registration(session, siti, stage.other_class_id, now=NOW, for_another=True)
    assert isinstance(opened, CheckView)
    assert (opened.trait, opened.facts) == (Trait.DOMICILE, Facts())
    tell(session, siti, Trait.DOMICILE, "3673")
    draft = open_form(session, siti, stage.other_class_id, now=NOW)
    assert (draft.answers.name, draft.answers.domicile) == (None, "3673")
    assert begin(session, siti, stage.class_id).facts.domicile == SITI.domicile


def test_a_skipped_question_is_left_to_staff(session: Session, stage: Stage, siti: int) -> None:
    set_rules(session, stage.class_id, LOCAL, IDLE)
    begin(session, siti, stage.class_id)
    assert skip_trait(session, siti, Trait.DOMICILE, now=NOW).trait is Trait.ACTIVITY
    done = tell(session, siti, Trait.ACTIVITY, "idle")
    assert (done.trait, done.judgement.verdict) == (None, Verdict.INCOMPLETE)
    with pytest.raises(OtherTraitOpen):
        skip_trait(session, siti, Trait.DOMICILE, now=NOW)
    assert open_form(session, siti, stage.class_id, now=NOW).step is Step.NAME


def test_an_update_that_comes_twice_is_taken_once(
    session: Session, stage: Stage, siti: int
) -> None:
    set_rules(session, stage.class_id, YOUNG)
    begin(session, siti, stage.class_id)
    once = tell_trait(session, siti, Trait.AGE, "2007", update_id=41, now=NOW)
    again = tell_trait(session, siti, Trait.AGE, "1950", update_id=41, now=NOW)
    assert again.facts == once.facts


def test_an_answer_that_is_none_changes_nothing(session: Session, stage: Stage, siti: int) -> None:
    set_rules(session, stage.class_id, YOUNG)
    begin(session, siti, stage.class_id)
    with pytest.raises(UnreadableAge):
        tell(session, siti, Trait.AGE, "sudah cukup umur")
    with pytest.raises(OtherTraitOpen):
        tell(session, siti, Trait.HEIGHT, "160")
    check = find_check(session, siti, NOW)
    assert check is not None
    assert (check.trait, check.facts) == (Trait.AGE, Facts())


def test_a_live_rule_that_says_no_ends_it_and_keeps_the_form_shut(
    session: Session, stage: Stage, siti: int
) -> None:
    set_rules(session, stage.class_id, LOCAL, IDLE)
    begin(session, siti, stage.class_id)
    refused = tell(session, siti, Trait.DOMICILE, "lebak")
    assert (refused.trait, refused.judgement.verdict) == (None, Verdict.NO)
    with pytest.raises(NotEligible):
        open_form(session, siti, stage.class_id, now=NOW)
    assert open_draft(session, siti) is None


def test_an_expired_rule_asks_nothing_and_keeps_nobody_out(
    session: Session, stage: Stage, siti: int
) -> None:
    set_rules(session, stage.class_id, LOCAL, expires_on=NOW.date() - timedelta(days=1))
    check = begin(session, siti, stage.class_id)
    assert check.judgement.undecided
    assert [each.outcome for each in check.judgement.findings] == [Outcome.EXPIRED]
    assert open_form(session, siti, stage.class_id, now=NOW).step is Step.NAME


def test_a_rule_holds_through_its_last_day(session: Session, stage: Stage, siti: int) -> None:
    set_rules(session, stage.class_id, LOCAL, expires_on=NOW.date())
    assert begin(session, siti, stage.class_id).trait is Trait.DOMICILE


def test_what_was_told_goes_along_into_the_form(session: Session, stage: Stage, siti: int) -> None:
    set_rules(session, stage.class_id, LOCAL, ("education", {"min": "smp"}), IDLE)
    begin(session, siti, stage.class_id)
    for trait, value in ((Trait.EDUCATION, "stm"), (Trait.DOMICILE, "3673")):
        tell(session, siti, trait, value)
    tell(session, siti, Trait.ACTIVITY, "idle")
    draft = open_form(session, siti, stage.class_id, now=NOW)
    assert (draft.answers.education, draft.answers.domicile) == ("smk", "3673")
    assert (draft.step, draft.facts.activity) == (Step.NAME, "idle")


def test_the_form_wants_a_check_of_its_own_class(session: Session, stage: Stage, siti: int) -> None:
    with pytest.raises(NoCheck):
        open_form(session, siti, stage.class_id, now=NOW)
    set_rules(session, stage.class_id, IDLE)
    begin(session, siti, stage.class_id)
    with pytest.raises(NoCheck):
        open_form(session, siti, stage.other_class_id, now=NOW)
    with pytest.raises(NoCheck):
        tell(session, siti + 1, Trait.ACTIVITY, "idle")


def test_what_keeps_one_from_registering_is_told_before_any_question(
    session: Session, stage: Stage, siti: int
) -> None:
    set_rules(session, stage.class_id, IDLE)
    set_rules(session, stage.other_class_id, IDLE)
    with pytest.raises(RegistrationClosed):
        open_registration(session, siti, stage.class_id, now=CLOSES_AT)
    with pytest.raises(NoSuchClass):
        open_registration(session, siti, 999, now=NOW)
    apply(session, SITI, stage.class_id)
    with pytest.raises(AlreadyApplied):
        open_registration(session, siti, stage.other_class_id, now=NOW)
    decline_consent(session, siti)
    with pytest.raises(ConsentMissing):
        begin(session, siti, stage.class_id)


def test_a_question_and_a_draft_are_never_both_open(
    session: Session, stage: Stage, siti: int
) -> None:
    set_rules(session, stage.class_id, IDLE)
    begin_draft(session, siti, stage.other_class_id, now=NOW)
    assert put_aside(session, siti, now=NOW) is not None
    begin(session, siti, stage.class_id)
    assert (all_open_traits(session), all_open_steps(session)) == (
        {SITI.telegram_id: Trait.ACTIVITY},
        {},
    )
    resume(session, siti, now=NOW)
    assert (all_open_traits(session), all_open_steps(session)) == (
        {},
        {SITI.telegram_id: Step.NAME},
    )
    assert put_aside(session, siti, now=NOW) is not None
    assert put_aside(session, siti, now=NOW) is None


def test_a_programme_is_checked_at_the_dates_of_its_open_class(
    session: Session, stage: Stage, siti: int
) -> None:
    set_rules(session, stage.class_id, YOUNG)
    class_check = begin(session, siti, stage.class_id)
    check = check_programme(session, siti, class_check.programme_id, now=NOW)
    assert (check.class_id, check.subject.may_register) == (stage.class_id, True)
    assert check.dates.training_start == date(2025, 12, 1)
    closed = check_programme(session, siti, class_check.programme_id, now=CLOSES_AT)
    assert (closed.class_id, closed.dates.training_start) == (None, None)
    again = ask_afresh(session, siti, class_check.programme_id, None, now=CLOSES_AT)
    assert again.class_id is None


def test_a_programme_is_checked_for_one_of_several_on_a_phone(
    session: Session, stage: Stage
) -> None:
    """What their application says is not asked, and asked anew it is of the same one."""
    siti = apply(session, SITI, stage.class_id)
    apply_too(session, SARI, siti.account_id, stage.other_class_id)
    programme_id = programme_of(session, stage)
    set_rules(session, stage.class_id, YOUNG)
    nobody = check_programme(session, siti.account_id, programme_id, now=NOW)
    assert (nobody.applicant_id, nobody.trait) == (None, Trait.AGE)
    whom = siti.applicant_id
    for now in (NOW, CLOSES_AT):  # with and without a class that is open
        check = check_programme(
            session, siti.account_id, programme_id, now=now, applicant_id=whom
        )  # fmt: skip
        assert (check.applicant_id, check.trait) == (whom, None)
        again = ask_afresh(session, siti.account_id, programme_id, check.class_id, now=now)
        assert (again.applicant_id, again.class_id) == (whom, check.class_id)


def programme_of(session: Session, stage: Stage) -> int:
    return session.get_one(CourseClass, stage.class_id).programme_id


def test_what_was_told_is_sealed_and_forgotten_in_time(
    session: Session, stage: Stage, siti: int
) -> None:
    set_rules(session, stage.class_id, ("vision", {}))
    begin(session, siti, stage.class_id)
    told = tell(session, siti, Trait.VISION, "ya, buta warna")
    assert told.facts.sees_colours is False
    assert "False" not in repr(told.facts)
    [row] = session.scalars(select(EligibilityCheck))
    assert b"sees_colours" not in row.facts
    assert drop_old_checks(session, now=NOW + timedelta(days=7)) == 0
    assert drop_old_checks(session, now=NOW + timedelta(days=7, seconds=1)) == 1
    assert find_check(session, siti, NOW) is None
