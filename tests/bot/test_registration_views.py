"""The screens of a registration: short enough, never a dead end, in both languages."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.presses.menu import OpenMenu
from bot.presses.registration import AskCancel, ParkDraft, StepBack
from bot.screens import Screen
from bot.views.registration import phone_keyboard, question_screen
from bot.views.registration_turns import (
    ask_cancel_screen,
    correction,
    other_draft_screen,
    parked_screen,
)
from intake.applications.errors import GuardianRefuses, NeitherYesNorNo, UnknownRelation
from intake.applications.steps import OF_GUARDIAN, STEPS, Answers, Step
from intake.registration.checks import NOBODY_CHOSEN
from intake.registration.drafts import DraftView
from intake.registration.errors import UnknownActivity, UnknownSex, UnreadableAge, UnreadableHeight
from intake.registration.openness import Entrance
from people import errors
from people.errors import BadAnswer
from texts import LANGUAGES, Speaker, speaker
from texts.moments import WIB

CLOSES_AT = datetime(2025, 11, 28, 9, tzinfo=UTC)
SITI = Answers(
    name="Siti Aminah binti Muhammad Bayuni Kusumawardhani",
    nik="3673014501990003",
    birthday="right",
    phone="+6281234560001",
    education="smk",
    domicile="3674",
    born_on=date(1999, 1, 5),
    sex="f",
)
BUDI = replace(
    SITI,
    born_on=date(2008, 1, 5),
    minor=True,
    guardian="guardian",
    guardian_name="Aminah binti Muhammad Bayuni Kusumawardhani",
    guardian_consent="2025-11-17T03:00:00+00:00",
)
"""Younger than 18."""
WRONG = (
    errors.NotDigits(strange="O"),
    errors.WrongLength(given=15),
    errors.ImpossibleDate(day=45, month=13),
    errors.ZeroSerial(),
    errors.FutureBirth(born_on=date(2031, 1, 5)),
    errors.ChildsNik(born_on=date(2020, 1, 5)),
    errors.PhoneNotDigits(strange=""),
    errors.PhoneTooShort(given=4),
    errors.PhoneTooLong(given=18),
    errors.Landline(prefix="021"),
    errors.NotMobile(),
    errors.ForeignPhone(),
    errors.NameTooShort(least=2),
    errors.NameTooLong(given=101, most=100),
    errors.NameWithDigits(digits="2"),
    errors.NameWithSymbols(strange="<>"),
    errors.NameIsLink(),
    errors.NameIsCommand(),
    errors.UnknownEducation(),
    errors.UnknownRegion(),
    errors.AmbiguousRegion(("3604", "3673")),
    GuardianRefuses(),
    UnknownActivity(),
    UnknownRelation(),
    UnknownSex(),
    UnreadableAge(),
    UnreadableHeight(),
    errors.Ak1NotADate(),
    errors.Ak1InFuture(issued_on=date(2031, 1, 5)),
    errors.Ak1Expired(issued_on=date(2020, 1, 5), ended_on=date(2022, 1, 5)),
    NeitherYesNorNo(),
)


@pytest.fixture(params=LANGUAGES)
def t(request: pytest.FixtureRequest) -> Speaker:
    return speaker(request.param)


@pytest.mark.parametrize("step", Step)
def test_each_question_is_short_and_can_be_left(t: Speaker, step: Step) -> None:
    screen = question_screen(t, _draft(step), note=t("registration-cannot-skip"))
    assert len(_read(screen)) <= 600
    if step is Step.PHONE:
        keys = [key.text for row in phone_keyboard(t, _draft(step)).keyboard for key in row]
        ways = ("registration-later", "registration-cancel", "common-back", "common-menu")
        assert keys[-4:] == [t.plain(way) for way in ways]
        return
    assert [button.callback_data for row in screen.rows[-2:] for button in row] == [
        ParkDraft().pack(),
        AskCancel().pack(),
        StepBack(step.value).pack(),
        OpenMenu().pack(),
    ]


@pytest.mark.parametrize("step", sorted(set(Step) - {Step.GUARDIAN_CONSENT}))
def test_captions_fit_on_a_cheap_phone(t: Speaker, step: Step) -> None:
    captions = [button.text for row in question_screen(t, _draft(step)).rows for button in row]
    assert [caption for caption in captions if len(caption) > 26] == []


def test_the_guardians_button_bears_their_name_and_still_fits(t: Speaker) -> None:
    agrees = question_screen(t, _draft(Step.GUARDIAN_CONSENT)).rows[0][0]
    assert "Aminah binti" in agrees.text
    assert len(agrees.text) <= 40


def test_the_review_of_somebody_under_18_names_who_agrees(t: Speaker) -> None:
    screen = question_screen(t, replace(_draft(), answers=BUDI))
    assert BUDI.guardian_name is not None
    relation = t.plain("registration-guardian-guardian")
    assert f"{BUDI.guardian_name} ({relation})" in _read(screen)
    assert f"({relation})" not in _read(question_screen(t, _draft()))


def test_a_nik_and_a_phone_are_never_shown_whole(t: Speaker) -> None:
    shown = "".join(_read(question_screen(t, _draft(step))) for step in STEPS)
    assert SITI.nik is not None
    assert SITI.phone is not None
    assert (SITI.nik in shown, SITI.phone in shown) == (False, False)
    assert shown.count("3673••••••••0003") == 3


@pytest.mark.parametrize("error", WRONG, ids=lambda error: type(error).__name__)
def test_each_wrong_answer_has_words_of_its_own(t: Speaker, error: BadAnswer) -> None:
    words = correction(t, error)
    assert words != t("registration-stray-other")
    assert len(words) <= 250


def test_no_named_error_was_forgotten() -> None:
    asked_here = {
        f"{room}.errors" for room in ("people", "intake.applications", "intake.registration")
    }
    named = {each for each in _leaves(BadAnswer) if each.__module__ in asked_here}
    assert named == {type(error) for error in WRONG}


def test_what_can_be_lost_is_named(t: Speaker) -> None:
    lines = [t.plain(f"registration-line-{step.value}") for step in STEPS[:-1]]
    for screen in (
        ask_cancel_screen(t, _draft()),
        other_draft_screen(t, _draft(), 9, NOBODY_CHOSEN),
    ):
        assert ", ".join(lines) in _read(screen)
        assert len(_read(screen)) <= 600


def test_what_is_put_aside_says_until_when(t: Speaker) -> None:
    assert "28 November 2025" in _read(parked_screen(t, _draft(), WIB))


def _draft(step: Step = Step.REVIEW) -> DraftView:
    return DraftView(
        id=1,
        account_id=1,
        class_id=7,
        step=step,
        answers=BUDI if step in OF_GUARDIAN else SITI,
        parked=False,
        programme_id=1,
        cluster_id=1,
        programme_slug="mesin-bubut-frais",
        programme_title="Operator Mesin Bubut dan Frais",
        wave_code="CTH-S",
        wave_title="Pelatihan Berbasis Kompetensi, gelombang depan (contoh)",
        starts_on=None,
        example=True,
        entrance=Entrance(1, "open", None, CLOSES_AT, "jawara"),
        consented=True,
        seen_updates=(),
    )


def _read(screen: Screen) -> str:
    return re.sub(r"<[^>]*>", "", screen.text)


def _leaves(kind: type[BadAnswer]) -> set[type[BadAnswer]]:
    below = kind.__subclasses__()
    return {leaf for each in below for leaf in _leaves(each)} if below else {kind}
