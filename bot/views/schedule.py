"""My schedule: meetings to come, applications, one application, and giving one up."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from telegram import InlineKeyboardButton

from bot.keyboards import Row, button, ways_back
from bot.presses.courses import OpenClass, OpenStreams
from bot.presses.documents import OpenDocuments
from bot.presses.registration import ResumeDraft
from bot.presses.schedule import (
    AskWithdraw,
    OpenApplication,
    OpenSchedule,
    SendCalendar,
    TurnSchedule,
    WithdrawApplication,
)
from bot.presses.settings import OpenReminderSettings
from bot.screens import Screen
from bot.training_reading import Training
from bot.views.documents import summary
from bot.views.papers import names_of_papers
from bot.views.seats import seat_line, seat_rows
from bot.views.training import training_row, training_words
from intake.applications import ApplicationState, ApplicationView
from intake.document_rows import Papers
from intake.drafts import DraftView
from intake.schedules import MeetingView
from texts import Fact, Safe, Speaker
from texts.moments import day_of, moment, near

APPLICATIONS_A_PAGE = 3
MEETINGS_SHOWN = 3


@dataclass(frozen=True)
class Schedule:
    """What is a person's own: applications newest first, meetings by their begin."""

    applications: Sequence[ApplicationView]
    meetings: Sequence[MeetingView]
    draft: DraftView | None


def schedule_screen(
    t: Speaker, schedule: Schedule, now: datetime, zone: ZoneInfo, page: int = 0
) -> Screen:
    if not schedule.applications:
        courses = button(t.plain("schedule-courses"), OpenStreams())
        return Screen(t("schedule-empty"), [*_resume(t, schedule), [courses], ways_back(t)])
    last = (len(schedule.applications) - 1) // APPLICATIONS_A_PAGE
    page = min(max(page, 0), last)
    shown = schedule.applications[page * APPLICATIONS_A_PAGE :][:APPLICATIONS_A_PAGE]
    text = t(
        "schedule-text",
        meetings=_meetings(t, schedule.meetings, now, zone),
        applications=_applications(t, shown),
    )
    rows: list[Row] = [[_open(t, application)] for application in shown]
    rows += [*_pages(t, page, last), *_resume(t, schedule), *_ways_on(t, schedule.meetings)]
    return Screen(text, [*rows, ways_back(t)])


def application_screen(
    t: Speaker,
    papers: Papers,
    zone: ZoneInfo,
    note: str = "",
    training: Training | None = None,
) -> Screen:
    """`note`: what was just done with it, or can't be done any more. `training`: of who has a seat,
    what they have attended and been given.
    """
    application = papers.application
    text = t(
        "schedule-application",
        number=application.number,
        programme=application.programme_title,
        wave=application.wave_title,
        state=t(f"schedule-state-{application.state.value}"),
        name=application.name,
        nik=application.nik,
        history=_history(t, papers, zone),
    )
    rows: list[Row] = [*seat_rows(t, application), *_documents(t, papers)]
    rows.append([button(t.plain("schedule-see-class"), OpenClass(application.class_id))])
    if application.live and application.deadline is None:  # an offer has a no of its own
        rows.append([button(t.plain("schedule-withdraw"), AskWithdraw(application.id))])
    rows.append(ways_back(t, OpenSchedule()))
    if training is not None:
        rows.insert(0, training_row(t, application.id, training))
        text = Safe(f"{text}\n\n{training_words(t, training)}")
    return Screen(f"{note}\n\n{text}" if note else text, rows)


def ask_withdraw_screen(
    t: Speaker, application: ApplicationView, now: datetime, zone: ZoneInfo
) -> Screen:
    """The safe choice first; what will be lost is named."""
    closes_at = application.closes_at
    text = t(
        "schedule-ask-withdraw",
        number=application.number,
        programme=application.programme_title,
        state=application.state.value,
        closes="none" if closes_at is None or closes_at <= now else _when(closes_at, t, zone),
    )
    stay = button(t.plain("schedule-stay"), OpenApplication(application.id))
    really = button(t.plain("schedule-withdraw-really"), WithdrawApplication(application.id))
    return Screen(text, [[stay], [really], ways_back(t, OpenSchedule())])


def withdrawn_screen(t: Speaker, application: ApplicationView) -> Screen:
    text = t(
        "schedule-withdrawn",
        number=application.number,
        programme=application.programme_title,
    )
    courses = button(t.plain("schedule-courses"), OpenStreams())
    return Screen(text, [[courses], ways_back(t, OpenSchedule())])


def no_application_screen(t: Speaker) -> Screen:
    return Screen(t("error-no-such-application"), [ways_back(t, OpenSchedule())])


def _meetings(t: Speaker, meetings: Sequence[MeetingView], now: datetime, zone: ZoneInfo) -> Safe:
    if not meetings:
        return t("schedule-no-meetings")
    lines = [_meeting(t, meeting, now, zone) for meeting in meetings[:MEETINGS_SHOWN]]
    return Safe("\n".join([t("schedule-next"), *lines]))


def _meeting(t: Speaker, meeting: MeetingView, now: datetime, zone: ZoneInfo) -> Safe:
    when = Safe(near(meeting.starts_at, now, t, zone))
    if meeting.cancelled:
        return t("schedule-meeting-cancelled", when=when, programme=meeting.programme_title)
    place = meeting.place_name or t.plain("schedule-place-unknown")
    return t("schedule-meeting", when=when, programme=meeting.programme_title, place=place)


def _applications(t: Speaker, applications: Sequence[ApplicationView]) -> Safe:
    lines = [
        t(
            "schedule-line",
            number=application.number,
            programme=application.programme_title,
            state=t(f"schedule-state-{application.state.value}"),
        )
        for application in applications
    ]
    return Safe("\n".join([t("schedule-applications"), *lines]))


def _documents(t: Speaker, papers: Papers) -> list[Row]:
    """What can be sent, or was."""
    sent = any(line.document_id is not None for line in papers.lines)
    if not (papers.open or sent):
        return []
    caption = "documents-begin" if papers.to_send else "documents-see-all"
    return [[button(t.plain(caption), OpenDocuments(papers.application.id))]]


def _history(t: Speaker, papers: Papers, zone: ZoneInfo) -> Safe:
    """When it was sent, and when it came into the state it is in."""
    application = papers.application
    lines = [t("schedule-history-submitted", when=_when(application.submitted_at, t, zone))]
    if application.live and application.missing_papers:
        lines.insert(0, _papers(t, application, zone))
    elif application.live and papers.lines:
        lines.insert(0, Safe(summary(t, papers)))
    if application.state is not ApplicationState.SUBMITTED:
        since = _when(application.changed_at, t, zone)
        lines.append(t(f"schedule-history-{application.state.value}", when=since))
    about_seat = seat_line(t, application, zone)
    return Safe("\n".join([*lines, *([about_seat] if about_seat else [])]))


def _papers(t: Speaker, application: ApplicationView, zone: ZoneInfo) -> Safe:
    """What staff have found missing."""
    until = application.papers_due_at
    return t(
        "schedule-papers",
        papers=names_of_papers(t, application.missing_papers),
        until="none" if until is None else day_of(until, t.language, zone),
    )


def _pages(t: Speaker, page: int, last: int) -> list[Row]:
    row = []
    if page > 0:
        row.append(button(t.plain("common-previous"), TurnSchedule(page - 1)))
    if page < last:
        row.append(button(t.plain("common-more"), TurnSchedule(page + 1)))
    return [row] if row else []


def _resume(t: Speaker, schedule: Schedule) -> list[Row]:
    if schedule.draft is None:
        return []
    return [[button(t.plain("schedule-resume"), ResumeDraft())]]


def _ways_on(t: Speaker, meetings: Sequence[MeetingView]) -> list[Row]:
    reminders = button(t.plain("schedule-reminders"), OpenReminderSettings())
    if not meetings:
        return [[reminders]]
    return [[button(t.plain("schedule-calendar"), SendCalendar()), reminders]]


def _open(t: Speaker, application: ApplicationView) -> InlineKeyboardButton:
    caption = t.plain("schedule-see-number", number=application.number)
    return button(caption, OpenApplication(application.id))


def _when(value: datetime, t: Speaker, zone: ZoneInfo) -> Fact:
    return Safe(moment(value, t, zone))
