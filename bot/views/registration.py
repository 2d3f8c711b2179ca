"""The questions of a registration, each one screen, with what it is asked for."""

from collections.abc import Iterable, Sequence
from datetime import date
from textwrap import shorten

from babel.dates import format_date
from telegram import InlineKeyboardButton, KeyboardButton, ReplyKeyboardMarkup

from bot.callbacks import Press
from bot.keyboards import Row, button, in_columns, ways_back
from bot.presses.courses import OpenClass
from bot.presses.registration import (
    AnswerWith,
    AskCancel,
    CorrectLine,
    KeepAnswer,
    ParkDraft,
    SendRegistration,
    StepBack,
)
from bot.screens import Screen
from intake.applications.guardians import RELATIONS
from intake.applications.steps import OF_GUARDIAN, STEPS, Answers, Step
from intake.registration.answering import NO, YES
from intake.registration.drafts import DraftView
from people.nik import mask_nik
from people.phones import mask_phone
from people.regions import REGIONS, SHORT
from texts import Fact, Safe, Speaker

OFFERED_EDUCATIONS = ("none", "sd", "smp", "sma", "smk", "d3", "s1", "s2")
"""What fits on eight buttons; the rarer D1 and D2 are understood when typed."""
CORRECTED = (Step.NAME, Step.NIK, Step.PHONE, Step.EDUCATION, Step.DOMICILE)
"""The lines of the review that have a button; the birthday goes with the NIK."""
SHORT_NAME = 16
"""Characters of a guardian's name on a button."""
CAN_BE_KEPT = frozenset({Step.NAME, Step.NIK, Step.PHONE, Step.GUARDIAN_NAME})
"""Typed answers; of those that are tapped, the same one can be tapped again."""


def question_screen(
    t: Speaker, draft: DraftView, note: str = "", regions: Sequence[str] = tuple(REGIONS)
) -> Screen:
    """The open question. `note` says why it is asked (again); `regions` narrows the domiciles.

    At the phone number the buttons are those of `phone_keyboard`, not of the screen.
    """
    parts = [note, _head(t, draft), _question(t, draft), _as_it_is(t, draft)]
    text = "\n\n".join(part for part in parts if part)
    if draft.step is Step.PHONE:
        return Screen(text)
    return Screen(text, [*_choices(t, draft, regions), *_ways(t, draft)])


def phone_keyboard(t: Speaker, draft: DraftView) -> ReplyKeyboardMarkup:
    """Only a keyboard of this sort can ask for the contact; its other keys are read as words."""
    rows = [[KeyboardButton(t.plain("registration-share-phone"), request_contact=True)]]
    if draft.answers.phone is not None:
        rows.append([KeyboardButton(t.plain("registration-keep"))])
    rows.append(
        [
            KeyboardButton(t.plain("registration-later")),
            KeyboardButton(t.plain("registration-cancel")),
        ]
    )
    rows.append([KeyboardButton(t.plain("common-back")), KeyboardButton(t.plain("common-menu"))])
    return ReplyKeyboardMarkup(
        rows,
        resize_keyboard=True,
        one_time_keyboard=True,
        input_field_placeholder=t.plain("registration-phone-hint"),
    )


def review_lines(t: Speaker, draft: DraftView) -> Safe:
    """Everything that will be sent, a line each, private numbers masked."""
    lines = [t("registration-review-wave", value=draft.wave_title)]
    lines += [
        t(f"registration-review-{step.value}", value=shown)
        for step, shown in shown_answers(t, draft.answers).items()
        if step not in OF_GUARDIAN
    ]
    if draft.answers.minor:
        lines.append(t("registration-review-guardian", value=guardian_of(t, draft.answers)))
    return Safe("\n".join(lines))


def shown_answers(t: Speaker, answers: Answers) -> dict[Step, str]:
    """What was answered, as it may be shown, in the order of the questions."""
    shown = {
        Step.NAME: answers.name,
        Step.NIK: answers.nik and mask_nik(answers.nik),
        Step.BIRTHDAY: birthday(answers.born_on, t) if answers.born_on else None,
        Step.PHONE: answers.phone and mask_phone(answers.phone),
        Step.EDUCATION: answers.education and education_name(t, answers.education),
        Step.DOMICILE: answers.domicile and REGIONS[answers.domicile],
        Step.GUARDIAN: answers.guardian and t.plain(f"registration-guardian-{answers.guardian}"),
        Step.GUARDIAN_NAME: answers.guardian_name,
    }
    return {step: value for step, value in shown.items() if value is not None}


def birthday(born_on: date, t: Speaker) -> str:
    """5 Januari 1999, without the day of the week, which nobody knows of their birthday."""
    return str(format_date(born_on, "d MMMM y", locale=t.language))


def education_name(t: Speaker, level: str) -> str:
    return t.plain(f"registration-education-{level}")


def guardian_of(t: Speaker, answers: Answers) -> str:
    """Aminah (ibu)."""
    relation = t.plain(f"registration-guardian-{answers.guardian or 'guardian'}")
    return f"{answers.guardian_name or ''} ({relation})"


def lost_answers(t: Speaker, draft: DraftView) -> str:
    """What cancelling would lose: "nama, NIK, nomor HP"; "none" where nothing is answered."""
    lines = [t.plain(f"registration-line-{step.value}") for step in _answered(draft)]
    return ", ".join(lines) or "none"


def _answered(draft: DraftView) -> Iterable[Step]:
    return (step for step in draft.answers.questions if draft.answers.to(step) is not None)


def _head(t: Speaker, draft: DraftView) -> Safe:
    step = draft.step
    if draft.complete and step is not Step.REVIEW:
        what = t(f"registration-line-{step.value}")
        return t("registration-head-correct", **_whose(draft), what=what)
    steps = draft.answers.steps
    at, of = steps.index(step) + 1, len(steps)
    return t("registration-head", **_whose(draft), at=at, of=of)


def _whose(draft: DraftView) -> dict[str, Fact]:
    """`name`: "new" for another who has not told it yet; "none" where nobody else is known."""
    name = "none" if draft.called is None else draft.called or "new"
    return {"programme": draft.programme_title, "name": name}


def _question(t: Speaker, draft: DraftView) -> Safe:
    match draft.step:
        case Step.BIRTHDAY:
            shown = shown_answers(t, draft.answers)
            nik, born = shown.get(Step.NIK, ""), shown.get(Step.BIRTHDAY, "")
            return t("registration-ask-birthday", nik=nik, birthday=born, other=is_other(draft))
        case Step.GUARDIAN_CONSENT:
            return t(
                "registration-ask-guardian-consent",
                guardian=guardian_of(t, draft.answers),
                name=draft.answers.name or "",
                programme=draft.programme_title,
            )
        case Step.REVIEW:
            return t("registration-ask-review", lines=review_lines(t, draft))
        case _:
            return t(f"registration-ask-{draft.step.value}", other=is_other(draft))


def is_other(draft: DraftView) -> str:
    """Whether "Anda" would mislead: others are known on this phone."""
    return "yes" if draft.shared else "no"


def _as_it_is(t: Speaker, draft: DraftView) -> str:
    """For a question asked again: what was answered before."""
    if draft.step in (Step.BIRTHDAY, Step.GUARDIAN_CONSENT, Step.REVIEW):
        return ""
    shown = shown_answers(t, draft.answers).get(draft.step)
    return "" if shown is None else t("registration-now", value=shown)


def _choices(t: Speaker, draft: DraftView, regions: Sequence[str]) -> list[Row]:
    match draft.step:
        case Step.BIRTHDAY:
            return [
                [_answer(t.plain("registration-yes"), draft.step, YES)],
                [_answer(t.plain("registration-nik-wrong"), draft.step, NO)],
            ]
        case Step.EDUCATION:
            levels = [(education_name(t, level), level) for level in OFFERED_EDUCATIONS]
            return in_columns(_answer(name, draft.step, level) for name, level in levels)
        case Step.DOMICILE:
            return in_columns(_answer(SHORT[code], draft.step, code) for code in regions)
        case Step.GUARDIAN:
            names = [(t.plain(f"registration-guardian-{each}"), each) for each in RELATIONS]
            return in_columns((_answer(name, draft.step, each) for name, each in names), 3)
        case Step.GUARDIAN_CONSENT:
            name = shorten(draft.answers.guardian_name or "", SHORT_NAME, placeholder="…")
            agreed = t.plain("registration-guardian-agrees", name=name)
            return [[_answer(agreed, draft.step, YES)]]
        case Step.REVIEW:
            return _corrections(t, draft)
        case _:
            return _keep(t, draft)


def _corrections(t: Speaker, draft: DraftView) -> list[Row]:
    corrected = (*CORRECTED, Step.GUARDIAN) if draft.answers.minor else CORRECTED
    lines = [
        button(t.plain(f"registration-correct-{step.value}"), CorrectLine(step.value))
        for step in corrected
    ]
    send = button(t.plain("registration-send"), SendRegistration(draft.class_id))
    return [[send], *in_columns(lines)]


def _keep(t: Speaker, draft: DraftView) -> list[Row]:
    if draft.step not in CAN_BE_KEPT or draft.answers.to(draft.step) is None:
        return []
    return [[button(t.plain("registration-keep"), KeepAnswer(draft.step.value))]]


def _ways(t: Speaker, draft: DraftView) -> list[Row]:
    """Later, cancel, back, menu; from the first question back leads to the class."""
    first = draft.step is STEPS[0] and not draft.complete
    back: Press = OpenClass(draft.class_id) if first else StepBack(draft.step.value)
    later = button(t.plain("registration-later"), ParkDraft())
    cancel = button(t.plain("registration-cancel"), AskCancel())
    return [[later, cancel], ways_back(t, back)]


def _answer(caption: str, step: Step, value: str) -> InlineKeyboardButton:
    return button(caption, AnswerWith(step.value, value))
