"""The screens beside a registration's questions: put aside, cancelled, refused, sent."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from telegram import InlineKeyboardButton

from bot.callbacks import Press
from bot.errors import words_for
from bot.keyboards import Row, button, ways_back
from bot.presses.courses import OpenClass, OpenStreams
from bot.presses.documents import SendDocuments
from bot.presses.registration import (
    CancelDraft,
    ParkDraft,
    RegisterAnother,
    RegisterFor,
    ResumeDraft,
    StartRegistration,
    SwitchDraft,
    SwitchDraftFor,
)
from bot.presses.schedule import OpenSchedule, OpenScheduleBelow
from bot.presses.welcome import OpenConsent
from bot.screens import Screen
from bot.views.documents import summary
from bot.views.registration import lost_answers, review_lines
from bot.views.vacancies import short
from intake.applications.applicants import Person
from intake.applications.errors import AlreadyApplied
from intake.applications.rows import ApplicationView
from intake.documents.rows import Papers
from intake.registration.checks import Whom
from intake.registration.drafts import DraftView
from people.errors import BadAnswer
from texts import Fact, Safe, Speaker
from texts.moments import moment

MOST_PEOPLE = 5
"""So many buttons leave room for somebody new and the way back; the others type their NIK."""
LONGEST_CALLED = 24


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


def who_screen(t: Speaker, people: Sequence[Person], class_id: int) -> Screen:
    """Several are known on this phone: nobody types their data twice."""
    rows: list[Row] = [
        [button(short(person.called, LONGEST_CALLED), RegisterFor(class_id, person.id))]
        for person in people[:MOST_PEOPLE]
    ]
    another = button(t.plain("registration-somebody-else"), RegisterAnother(class_id))
    return Screen(t("registration-for-whom"), [*rows, [another], ways_back(t, OpenClass(class_id))])


def nobody_screen(t: Speaker, class_id: int) -> Screen:
    """Their data was deleted, or has gone to another phone, since the button was shown."""
    on = button(t.plain("registration-choose-whom"), StartRegistration(class_id))
    return Screen(t("error-no-such-applicant"), [[on], ways_back(t, OpenClass(class_id))])


def already_screen(t: Speaker, error: AlreadyApplied, class_id: int) -> Screen:
    name = error.called or "none"
    if error.number is None:  # by another phone: its number is not told here
        text = words_for(error, t) or ""
    else:
        text = t("registration-already", number=error.number, name=name)
    schedule = button(t.plain("registration-see-schedule"), OpenSchedule())
    another = button(t.plain("registration-another"), RegisterAnother(class_id))
    return Screen(text, [[schedule], [another], ways_back(t, OpenClass(class_id))])


def other_draft_screen(t: Speaker, other: DraftView, class_id: int, whom: Whom) -> Screen:
    """One registration at a time: go on with the other one, or drop it for this one."""
    lost = lost_answers(t, other)
    name = other.called or "none"
    text = t("registration-other-draft", programme=other.programme_title, lost=lost, name=name)
    press: Press = SwitchDraft(class_id, other.class_id)
    if whom["for_another"] or whom["applicant_id"] is not None:
        press = SwitchDraftFor(class_id, other.class_id, whom["applicant_id"] or 0)
    switch = button(t.plain("registration-switch"), press)
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
        called=application.called or "none",
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
