"""Registrations under way: question by question, back and forth, put aside and taken up."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from intake.applications.errors import AlreadyApplied, NeitherYesNorNo
from intake.applications.steps import QUESTIONS, STEPS, Answers, Step
from intake.registration.drafts import (
    DraftView,
    all_open_steps,
    answer,
    begin_draft,
    correct,
    drop_closed_drafts,
    open_draft,
    park,
    resume,
    step_back,
)
from intake.registration.errors import NoDraft, OtherQuestionOpen, RegistrationClosed
from people.errors import AmbiguousRegion, WrongLength
from storage.models import Draft
from tests.cast import CLOSES_AT, NOW, SITI, Stage, apply, fill_in, reply


def test_the_questions_come_in_order_and_end_in_the_review(
    session: Session, draft: DraftView
) -> None:
    asked = [draft.step]
    asked += [reply(session, draft.account_id, step).step for step in QUESTIONS]
    assert tuple(asked) == STEPS
    assert len(asked) == 7


def test_answers_are_kept_as_they_were_understood(session: Session, draft: DraftView) -> None:
    typed = {
        Step.NAME: "siti aminah",
        Step.NIK: "3673.0145.0199.0003",
        Step.BIRTHDAY: "iya, betul",
        Step.PHONE: "0812-3456-0001",
        Step.EDUCATION: "lulusan stm",
        Step.DOMICILE: "kota serang",
    }
    for step, text in typed.items():
        reply(session, draft.account_id, step, text)
    kept = open_draft(session, draft.account_id)
    assert kept is not None
    assert kept.answers == Answers(
        name="Siti Aminah",
        nik="3673014501990003",
        birthday="right",
        phone="+6281234560001",
        education="smk",
        domicile="3673",
        born_on=date(1999, 1, 5),
        sex="f",
    )


def test_a_draft_shows_its_class_and_until_when(draft: DraftView) -> None:
    assert (draft.programme_slug, draft.programme_title) == ("las-smaw-a", "Las SMAW A")
    assert (draft.wave_title, draft.closes_at) == ("Gelombang 3", CLOSES_AT)


def test_answers_do_not_show_in_a_log(session: Session, draft: DraftView) -> None:
    view = reply(session, draft.account_id, Step.NAME)
    assert "Siti" not in repr(view)
    assert repr(view.answers) == "<answers to name>"


def test_a_wrong_answer_leaves_the_draft_as_it_was(session: Session, draft: DraftView) -> None:
    before = reply(session, draft.account_id, Step.NAME)
    with pytest.raises(WrongLength):
        reply(session, draft.account_id, Step.NIK, "123")
    assert open_draft(session, draft.account_id) == before


def test_an_ambiguous_region_is_asked_back_and_then_chosen(
    session: Session, draft: DraftView
) -> None:
    for step in QUESTIONS[:-1]:
        reply(session, draft.account_id, step)
    with pytest.raises(AmbiguousRegion) as raised:
        reply(session, draft.account_id, Step.DOMICILE, "serang")
    chosen = reply(session, draft.account_id, Step.DOMICILE, raised.value.candidates[0])
    assert (chosen.answers.domicile, chosen.step) == ("3604", Step.REVIEW)


def test_a_birthday_that_is_not_hers_asks_for_the_nik_again(
    session: Session, draft: DraftView
) -> None:
    reply(session, draft.account_id, Step.NAME)
    reply(session, draft.account_id, Step.NIK, "3673014501980003")
    with pytest.raises(NeitherYesNorNo):
        reply(session, draft.account_id, Step.BIRTHDAY, "hmm")
    view = reply(session, draft.account_id, Step.BIRTHDAY, "bukan")
    assert (view.step, view.answers.nik, view.answers.born_on) == (Step.NIK, None, None)


def test_a_shared_contact_may_be_foreign_but_a_typed_number_not(
    session: Session, draft: DraftView
) -> None:
    for step in QUESTIONS[:3]:
        reply(session, draft.account_id, step)
    view = answer(
        session, draft.account_id, Step.PHONE, "819012345678", now=NOW, shared=True, update_id=1
    )
    assert view.answers.phone == "+819012345678"


def test_an_update_that_comes_twice_is_taken_once(session: Session, draft: DraftView) -> None:
    once = answer(session, draft.account_id, Step.NAME, "Siti", update_id=41, now=NOW)
    again = answer(session, draft.account_id, Step.NAME, "Siti", update_id=41, now=NOW)
    assert again == once
    back = step_back(session, draft.account_id, update_id=42, now=NOW)
    assert step_back(session, draft.account_id, update_id=42, now=NOW) == back
    later = correct(session, draft.account_id, Step.NIK, update_id=43, now=NOW)
    assert correct(session, draft.account_id, Step.NIK, update_id=43, now=NOW) == later


def test_only_the_last_updates_are_remembered(session: Session, draft: DraftView) -> None:
    for update_id in range(20):
        correct(session, draft.account_id, Step.NAME, update_id=update_id, now=NOW)
    seen = session.scalar(select(Draft.seen_updates))
    assert seen == list(range(12, 20))


def test_the_answer_to_another_question_is_not_taken(session: Session, draft: DraftView) -> None:
    with pytest.raises(OtherQuestionOpen) as raised:
        reply(session, draft.account_id, Step.PHONE)
    assert raised.value.draft.step is Step.NAME
    with pytest.raises(OtherQuestionOpen):
        correct(session, draft.account_id, Step.PHONE, now=NOW)


def test_going_back_keeps_what_was_answered(session: Session, draft: DraftView) -> None:
    for step in QUESTIONS[:4]:
        reply(session, draft.account_id, step)
    steps = [step_back(session, draft.account_id, now=NOW).step for _ in range(5)]
    assert steps == [Step.PHONE, Step.BIRTHDAY, Step.NIK, Step.NAME, Step.NAME]
    assert reply(session, draft.account_id, Step.NAME, "Siti A").step is Step.EDUCATION


def test_correcting_one_line_leads_back_to_the_review(
    session: Session, stage: Stage, siti: int
) -> None:
    fill_in(session, SITI, siti, stage.class_id)
    assert correct(session, siti, Step.PHONE, now=NOW).step is Step.PHONE
    view = reply(session, siti, Step.PHONE, "081298765432")
    assert (view.step, view.answers.phone) == (Step.REVIEW, "+6281298765432")


def test_going_back_while_correcting_leads_to_the_review(
    session: Session, stage: Stage, siti: int
) -> None:
    fill_in(session, SITI, siti, stage.class_id)
    correct(session, siti, Step.EDUCATION, now=NOW)
    assert step_back(session, siti, now=NOW).step is Step.REVIEW
    assert step_back(session, siti, now=NOW).step is Step.DOMICILE


def test_a_corrected_nik_has_its_birthday_confirmed_anew(
    session: Session, stage: Stage, siti: int
) -> None:
    fill_in(session, SITI, siti, stage.class_id)
    correct(session, siti, Step.NIK, now=NOW)
    assert reply(session, siti, Step.NIK, "3673014501980003").step is Step.BIRTHDAY
    assert reply(session, siti, Step.BIRTHDAY, "ya").step is Step.REVIEW
    correct(session, siti, Step.NIK, now=NOW)
    assert reply(session, siti, Step.NIK, "3673014501980003").step is Step.REVIEW


def test_a_parked_draft_asks_nothing_until_it_is_taken_up(
    session: Session, draft: DraftView
) -> None:
    assert all_open_steps(session) == {SITI.telegram_id: Step.NAME}
    assert park(session, draft.account_id, now=NOW).parked
    assert all_open_steps(session) == {}
    assert not resume(session, draft.account_id, now=NOW).parked
    assert all_open_steps(session) == {SITI.telegram_id: Step.NAME}


def test_answering_an_old_button_takes_a_parked_draft_up(
    session: Session, draft: DraftView
) -> None:
    park(session, draft.account_id, now=NOW)
    assert not reply(session, draft.account_id, Step.NAME).parked
    assert all_open_steps(session) == {SITI.telegram_id: Step.NIK}


def test_a_closed_wave_is_told_at_once_and_keeps_the_draft(
    session: Session, draft: DraftView
) -> None:
    with pytest.raises(RegistrationClosed) as raised:
        answer(session, draft.account_id, Step.NAME, "Siti", now=CLOSES_AT)
    assert raised.value.closed_at == CLOSES_AT
    assert open_draft(session, draft.account_id) == draft


def test_a_nik_that_has_applied_is_told_at_its_question(
    session: Session, stage: Stage, budi: int
) -> None:
    apply(session, SITI, stage.class_id)
    begin_draft(session, budi, stage.other_class_id, now=NOW)
    reply(session, budi, Step.NAME)
    with pytest.raises(AlreadyApplied) as raised:
        reply(session, budi, Step.NIK)
    assert raised.value.number is None


def test_without_a_draft_there_is_nothing_to_answer(session: Session, siti: int) -> None:
    assert open_draft(session, siti) is None
    with pytest.raises(NoDraft):
        reply(session, siti, Step.NAME)
    with pytest.raises(NoDraft):
        park(session, siti, now=NOW)


def test_drafts_of_closed_waves_are_forgotten_in_time(session: Session, draft: DraftView) -> None:
    assert drop_closed_drafts(session, closed_before=CLOSES_AT) == 0
    assert drop_closed_drafts(session, closed_before=CLOSES_AT + timedelta(days=7)) == 1
    assert open_draft(session, draft.account_id) is None
