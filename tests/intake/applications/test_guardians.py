"""Whoever is under 18 on the day of sending needs a guardian's consent; nobody else is asked."""

from datetime import datetime

import pytest
from sqlalchemy.orm import Session

from intake.applications.errors import GuardianRefuses, UnknownRelation
from intake.applications.guardians import (
    VERSION,
    Guardian,
    guardians_in,
    guardians_of,
    parse_relation,
)
from intake.applications.steps import OF_GUARDIAN, QUESTIONS, Step
from intake.registration.drafts import begin_draft, correct, open_draft
from intake.registration.errors import AnswersMissing
from intake.registration.submissions import submit
from intake.withdrawing import withdraw
from tests.cast import DINI, NOW, SITI, WIB, Stage, apply, fill_in, reply, welcome


@pytest.fixture
def dini(session: Session, stage: Stage) -> int:
    """Her account, with all answered that everybody is asked."""
    account_id = welcome(session, DINI)
    fill_in(session, DINI, account_id, stage.class_id)
    return account_id


def allow(session: Session, account_id: int) -> None:
    told = ("ibu", "aminah binti udin", "saya mengizinkan")
    for step, text in zip(OF_GUARDIAN, told, strict=True):
        reply(session, account_id, step, text)


def test_a_guardian_is_asked_for_after_everything_else(session: Session, dini: int) -> None:
    draft = open_draft(session, dini)
    assert draft is not None
    assert draft.step is Step.GUARDIAN
    assert draft.answers.steps == tuple(Step)
    with pytest.raises(AnswersMissing):
        submit(session, dini, update_id=None, now=NOW)
    allow(session, dini)
    sent = submit(session, dini, update_id=None, now=NOW)
    guardian = Guardian(sent.id, "mother", VERSION, NOW, "Aminah binti Udin")
    assert guardians_in(session, dini) == [guardian]
    assert guardians_of(session, [sent.id]) == {sent.id: guardian}
    assert "Aminah" not in repr(guardian)


def test_an_adult_never_sees_it(session: Session, stage: Stage) -> None:
    sent = apply(session, SITI, stage.class_id)
    assert guardians_in(session, sent.account_id) == []


@pytest.mark.parametrize(
    ("born", "asked"),
    [("171107", Step.REVIEW), ("181107", Step.GUARDIAN)],
    ids=["18 today", "18 tomorrow"],
)
def test_the_day_of_sending_decides(
    session: Session, stage: Stage, siti: int, born: str, asked: Step
) -> None:
    begin_draft(session, siti, stage.class_id, now=NOW)
    for step in QUESTIONS:
        reply(session, siti, step, f"367301{born}0003" if step is Step.NIK else None)
    draft = open_draft(session, siti)
    assert draft is not None
    assert draft.step is asked


def test_whoever_turns_18_before_sending_needs_nobody(
    session: Session, stage: Stage, siti: int
) -> None:
    begin_draft(session, siti, stage.class_id, now=NOW)
    for step in QUESTIONS:
        reply(session, siti, step, "3673011811070003" if step is Step.NIK else None)
    birthday = datetime(2025, 11, 18, 0, 1, tzinfo=WIB)
    sent = submit(session, siti, update_id=None, now=birthday)
    assert guardians_of(session, [sent.id]) == {}


def test_without_a_yes_nothing_is_noted(session: Session, dini: int) -> None:
    with pytest.raises(UnknownRelation):
        reply(session, dini, Step.GUARDIAN, "tetangga")
    for step, text in ((Step.GUARDIAN, "bapak"), (Step.GUARDIAN_NAME, "Udin")):
        reply(session, dini, step, text)
    with pytest.raises(GuardianRefuses):
        reply(session, dini, Step.GUARDIAN_CONSENT, "tidak")
    draft = open_draft(session, dini)
    assert draft is not None
    assert (draft.step, draft.answers.guardian_consent) == (Step.GUARDIAN_CONSENT, None)


@pytest.mark.parametrize(
    ("step", "text", "then"),
    [
        (Step.NAME, "Dini L", Step.GUARDIAN_CONSENT),
        (Step.GUARDIAN_NAME, "Siti Aminah", Step.GUARDIAN_CONSENT),
        (Step.GUARDIAN, "ayah", Step.GUARDIAN_NAME),
        (Step.PHONE, "081234560009", Step.REVIEW),
    ],
)
def test_what_the_guardian_agreed_to_can_not_change_behind_their_back(
    session: Session, dini: int, step: Step, text: str, then: Step
) -> None:
    allow(session, dini)
    correct(session, dini, step, now=NOW)
    assert reply(session, dini, step, text).step is then


def test_a_corrected_nik_of_an_adult_asks_nobody_else(session: Session, dini: int) -> None:
    correct(session, dini, Step.NIK, now=NOW)
    reply(session, dini, Step.NIK, SITI.nik)
    assert reply(session, dini, Step.BIRTHDAY, "ya").step is Step.REVIEW


def test_the_next_time_the_guardian_is_known_and_agrees_anew(
    session: Session, stage: Stage, dini: int
) -> None:
    allow(session, dini)
    sent = submit(session, dini, update_id=None, now=NOW)
    withdraw(session, sent.id, dini, reason=None, now=NOW)
    draft = begin_draft(session, dini, stage.other_class_id, now=NOW)
    assert draft.step is Step.GUARDIAN_CONSENT
    assert (draft.answers.guardian, draft.answers.guardian_name) == ("mother", "Aminah binti Udin")


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Ibu kandung", "mother"),
        ("bapak", "father"),
        ("wali", "guardian"),
        ("kakak ibu saya", "guardian"),
        ("abah", "father"),
        ("mother", "mother"),
    ],
)
def test_words_for_who_it_is(text: str, relation: str) -> None:
    assert parse_relation(text) == relation
