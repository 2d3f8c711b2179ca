"""The question what has become of a graduate, and the word that follows an answer."""

from bot.keyboards import Row, button, in_columns, ways_back
from bot.presses.courses import OpenStreams
from bot.presses.outcomes import TellOutcome
from bot.presses.vacancies import OpenVacancies
from bot.screens import Screen
from intake.placement.outcomes import ANSWERS, OutcomeView
from texts import Safe, Speaker


def question(t: Speaker, asked: OutcomeView, name: str) -> Safe:
    """`name` is a first name where it is not clear whom it is about; else "none"."""
    return t("outcomes-ask", programme=asked.programme_title, months=asked.months, name=name)


def answers(t: Speaker, asked: OutcomeView) -> list[Row]:
    """What is answered has a tick; another one can be pressed at any time."""
    captions = {answer: t.plain(f"outcomes-{answer.replace('_', '-')}") for answer in ANSWERS}
    return in_columns(
        button(
            f"✓ {caption}" if asked.answer == answer else caption,
            TellOutcome(asked.application_id, asked.months, answer),
        )
        for answer, caption in captions.items()
    )


def told_screen(t: Speaker, told: OutcomeView) -> Screen:
    """Thanks; and for those who are still looking, where to look."""
    text = t(
        "outcomes-told",
        programme=told.programme_title,
        months=told.months,
        answer=told.answer or "none",
    )
    rows = answers(t, told)
    if told.answer == "not_yet":
        vacancies = button(t.plain("outcomes-vacancies"), OpenVacancies())
        rows.append([vacancies, button(t.plain("outcomes-courses"), OpenStreams())])
    return Screen(text, [*rows, ways_back(t)])


def no_graduate_screen(t: Speaker) -> Screen:
    return Screen(t("error-no-such-application"), [ways_back(t)])
