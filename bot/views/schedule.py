"""My schedule: meetings to come, applications, one application, and giving one up."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from babel.lists import format_list
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
from bot.training_reading import Way
from bot.views.beds import bed_row
from bot.views.documents import summary
from bot.views.papers import names_of_papers
from bot.views.placements import placement_row
from bot.views.promises import promise_row
from bot.views.seats import seat_line, seat_rows
from bot.views.stages import here_line, timeline_row
from bot.views.training import training_row, training_words
from intake.applications.rows import ApplicationState, ApplicationView
from intake.applications.schedules import MeetingView
from intake.documents.rows import Papers
from intake.registration.drafts import DraftView
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
        meetings=_meetings(t, schedule, now, zone),
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
    way: Way | None = None,
) -> Screen:
    """`note`: what was just done with it, or can't be done any more. `way`: what lies about it."""
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
    over = way is not None and way.timeline.state == "finished"
    if application.live and application.deadline is None and not over:  # an offer has its own no
        rows.append([button(t.plain("schedule-withdraw"), AskWithdraw(application.id))])
    rows.append(ways_back(t, OpenSchedule()))
    if way is not None and application.live:
        rows.insert(-2, _way_on(t, application, way))
        text = Safe(f"{text}\n{here_line(t, way.timeline, zone)}")
    if way is not None and way.training is not None:
        rows.insert(0, training_row(t, application.id, way.training))
        rows[:0] = [placement_row(t, application.id)] if way.training.pupil else []
        rows[:0] = [promise_row(t, application.id)] if way.training.promised else []
        text = Safe(f"{text}\n\n{training_words(t, way.training)}")
    return Screen(f"{note}\n\n{text}" if note else text, rows)


def _way_on(t: Speaker, application: ApplicationView, way: Way) -> Row:
    """The stages of its wave, and the dormitory, of which who has an offer hears with the seat."""
    stages = timeline_row(t, application.id)
    asked_later = application.state is ApplicationState.OFFERED
    return stages if way.bed is None or asked_later else [*stages, *bed_row(t, way.bed)]


def ask_withdraw_screen(
    t: Speaker, application: ApplicationView, now: datetime, zone: ZoneInfo
) -> Screen:
    """The safe choice first; what will be lost is named."""
    closes_at = application.closes_at
    text = t(
        "schedule-ask-withdraw",
        name=application.called or "none",
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


def _meetings(t: Speaker, schedule: Schedule, now: datetime, zone: ZoneInfo) -> Safe:
    if not schedule.meetings:
        return t("schedule-no-meetings")
    lines = [
        _meeting(t, meeting, _who_attends(t, schedule, meeting), now, zone)
        for meeting in schedule.meetings[:MEETINGS_SHOWN]
    ]
    return Safe("\n".join([t("schedule-next"), *lines]))


def _meeting(t: Speaker, meeting: MeetingView, name: str, now: datetime, zone: ZoneInfo) -> Safe:
    when, programme = Safe(near(meeting.starts_at, now, t, zone)), meeting.programme_title
    if meeting.cancelled:
        return t("schedule-meeting-cancelled", when=when, programme=programme, name=name)
    place = meeting.place_name or t.plain("schedule-place-unknown")
    return t("schedule-meeting", when=when, programme=programme, place=place, name=name)


def _who_attends(t: Speaker, schedule: Schedule, meeting: MeetingView) -> str:
    """Which of several people on this phone; "none" where there is but one."""
    attending = (
        each.called
        for each in schedule.applications
        if each.class_id == meeting.class_id and each.state is ApplicationState.ADMITTED
    )
    return names_together(t, [name for name in attending if name]) or "none"


def names_together(t: Speaker, names: Sequence[str]) -> str:
    """Siti dan Sari."""
    return str(format_list(sorted(names), locale=t.language)) if names else ""


def _applications(t: Speaker, applications: Sequence[ApplicationView]) -> Safe:
    lines = [
        t(
            "schedule-line",
            number=application.number,
            name=application.called or "none",
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
    number, name = application.number, application.called
    if name is None:
        caption = t.plain("schedule-see-number", number=number)
    else:
        caption = t.plain("schedule-see-of", number=number, name=name)
    return button(caption, OpenApplication(application.id))


def _when(value: datetime, t: Speaker, zone: ZoneInfo) -> Fact:
    return Safe(moment(value, t, zone))
