"""The screens beside a registration's questions: put aside, cancelled, refused, sent."""

from datetime import datetime
from zoneinfo import ZoneInfo

from telegram import InlineKeyboardButton

from bot.errors import words_for
from bot.keyboards import Row, button, ways_back
from bot.presses.courses import OpenClass, OpenStreams
from bot.presses.documents import SendDocuments
from bot.presses.registration import (
    CancelDraft,
    ParkDraft,
    RegisterAnother,
    ResumeDraft,
    StartRegistration,
    SwitchDraft,
)
from bot.presses.schedule import OpenSchedule, OpenScheduleBelow
from bot.presses.welcome import OpenConsent
from bot.screens import Screen
from bot.views.documents import summary
from bot.views.registration import lost_answers, review_lines
from intake.applications import ApplicationView
from intake.document_rows import Papers
from intake.drafts import DraftView
from people.errors import BadAnswer
from texts import Fact, Safe, Speaker
from texts.moments import moment


def correction(t: Speaker, error: BadAnswer) -> str:
    """What is wrong with an answer, and how a right one looks."""
    return words_for(error, t) or t("registration-stray-other")


def parked_screen(t: Speaker, draft: DraftView, zone: ZoneInfo) -> Screen:
    text = t(
        "registration-parked",
        programme=draft.programme_title,
        closes=_when(draft.closes_at, t, zone),
    )
    return Screen(text, [[_resume(t.plain("registration-resume"))], ways_back(t)])


def ask_cancel_screen(t: Speaker, draft: DraftView, note: str = "") -> Screen:
    lost = lost_answers(t, draft)
    text = t("registration-ask-cancel", programme=draft.programme_title, lost=lost)
    really = button(t.plain("registration-cancel-really"), CancelDraft(draft.class_id))
    later = button(t.plain("registration-later"), ParkDraft())
    rows = [[_resume(t.plain("registration-go-on"))], [later], [really], ways_back(t)]
    return Screen(f"{note}\n\n{text}" if note else text, rows)


def cancelled_screen(t: Speaker, draft: DraftView) -> Screen:
    text = t("registration-cancelled", programme=draft.programme_title)
    return Screen(text, [_see_class(t, draft.class_id), ways_back(t)])


def gone_screen(t: Speaker) -> Screen:
    """A button of a registration that was sent or cancelled since."""
    schedule = button(t.plain("registration-see-schedule"), OpenSchedule())
    return Screen(t("registration-gone"), [[schedule], _courses(t), ways_back(t)])


def closed_screen(t: Speaker, error: Exception, class_id: int) -> Screen:
    """Not yet, no longer, or not through us; the class's page knows what can be done."""
    return Screen(words_for(error, t) or "", [_see_class(t, class_id), ways_back(t)])


def no_class_screen(t: Speaker) -> Screen:
    return Screen(t("error-no-such-class"), [_courses(t), ways_back(t)])


def already_screen(t: Speaker, number: str | None, class_id: int) -> Screen:
    text = t("registration-already", number=number or "none")
    schedule = button(t.plain("registration-see-schedule"), OpenSchedule())
    another = button(t.plain("registration-another"), RegisterAnother(class_id))
    return Screen(text, [[schedule], [another], ways_back(t, OpenClass(class_id))])


def other_draft_screen(t: Speaker, other: DraftView, class_id: int) -> Screen:
    """One registration at a time: go on with the other one, or drop it for this one."""
    lost = lost_answers(t, other)
    text = t("registration-other-draft", programme=other.programme_title, lost=lost)
    switch = button(t.plain("registration-switch"), SwitchDraft(class_id, other.class_id))
    rows: list[Row] = [[_resume(t.plain("registration-resume-other"))], [switch]]
    return Screen(text, [*rows, ways_back(t, OpenClass(class_id))])


def consent_screens(t: Speaker, class_id: int | None) -> tuple[Screen, Screen]:
    """Why consent is needed and where it is given; and, apart, the way on that stays below it.

    `class_id`: the class to begin with; None where a draft waits to be resumed.
    """
    read = button(t.plain("registration-read-consent"), OpenConsent())
    on = ResumeDraft() if class_id is None else StartRegistration(class_id)
    then = button(t.plain("registration-resume"), on)
    return (
        Screen(t("registration-consent-missing"), [[read], ways_back(t)]),
        Screen(t("registration-consent-then"), [[then]]),
    )


def sent_screen(t: Speaker, draft: DraftView) -> Screen:
    """What the review becomes: a copy of what was sent, without buttons."""
    lines = review_lines(t, draft)
    return Screen(t("registration-sent", programme=draft.programme_title, lines=lines))


def number_screen(
    t: Speaker, application: ApplicationView, zone: ZoneInfo, papers: Papers
) -> Screen:
    """The registration number: a message that stays, so its buttons open below it.

    Where seats go to the first who come, it says at once whether there was one.
    """
    text = t(
        "registration-number",
        number=application.number,
        programme=application.programme_title,
        wave=application.wave_title,
        name=application.name,
        state=application.state.value,
        place=application.place or 0,
        closes=_when(application.closes_at, t, zone),
    )
    rows: list[Row] = [[button(t.plain("registration-see-schedule"), OpenScheduleBelow())]]
    if not papers.to_send:
        return Screen(text, rows)
    rows.insert(0, [button(t.plain("documents-begin"), SendDocuments(application.id))])
    return Screen(f"{text}\n\n{summary(t, papers)}", rows)


def _when(value: datetime | None, t: Speaker, zone: ZoneInfo) -> Fact:
    return "none" if value is None else Safe(moment(value, t, zone))


def _resume(caption: str) -> InlineKeyboardButton:
    return button(caption, ResumeDraft())


def _see_class(t: Speaker, class_id: int) -> Row:
    return [button(t.plain("registration-see-class"), OpenClass(class_id))]


def _courses(t: Speaker) -> Row:
    return [button(t.plain("registration-see-courses"), OpenStreams())]
