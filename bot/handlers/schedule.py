"""My schedule: applications and their state, meetings, the calendar file, withdrawing."""

from datetime import datetime

from sqlalchemy.orm import Session
from telegram import Update

from bot.context import Turn
from bot.presses.schedule import AskWithdraw, OpenApplication, TurnSchedule, WithdrawApplication
from bot.screens import acknowledge, say, show
from bot.training_reading import way_of
from bot.views import schedule as views
from bot.views.schedule import Schedule
from intake.applications.errors import NoSuchApplication
from intake.applications.rows import ApplicationState, my_applications
from intake.applications.schedules import calendar, my_meetings
from intake.documents.documents import my_papers
from intake.documents.rows import Papers
from intake.registration.drafts import open_draft
from intake.withdrawing import withdraw

FILE = "jadwal-jawara.ics"


async def open_schedule(update: Update, turn: Turn) -> None:
    await _show_page(update, turn, 0)


async def turn_schedule(update: Update, turn: Turn) -> None:
    await _show_page(update, turn, turn.pressed(TurnSchedule).page)


async def open_schedule_below(update: Update, turn: Turn) -> None:
    """From a message that is worth keeping, such as the registration number."""
    house = turn.house
    schedule = await house.database.read(_schedule_of, turn.account.id, house.now())
    assert update.callback_query is not None
    await acknowledge(update.callback_query)
    await say(update, turn, views.schedule_screen(turn.t, schedule, house.now(), house.zone))


async def open_application(update: Update, turn: Turn) -> None:
    papers = await _mine(turn, turn.pressed(OpenApplication).application_id)
    if papers is None:
        await show(update, turn, views.no_application_screen(turn.t))
        return
    house = turn.house
    way = await house.database.read(way_of, papers.application, house.now(), house.zone)
    screen = views.application_screen(turn.t, papers, house.zone, way=way)
    await show(update, turn, screen)


async def ask_withdraw(update: Update, turn: Turn) -> None:
    t, house = turn.t, turn.house
    papers = await _mine(turn, turn.pressed(AskWithdraw).application_id)
    if papers is None:
        await show(update, turn, views.no_application_screen(t))
    elif not papers.application.live:
        withdrawn = papers.application.state is ApplicationState.WITHDRAWN
        note = t("schedule-withdrawn-already" if withdrawn else "schedule-ended-already")
        await show(update, turn, views.application_screen(t, papers, house.zone, note))
    else:
        screen = views.ask_withdraw_screen(t, papers.application, house.now(), house.zone)
        await show(update, turn, screen)


async def withdraw_application(update: Update, turn: Turn) -> None:
    house, application_id = turn.house, turn.pressed(WithdrawApplication).application_id
    try:
        application = await house.database.write(
            withdraw,
            application_id,
            turn.account.id,
            reason=None,
            now=house.now(),
            zone=house.zone,
        )
    except NoSuchApplication:
        await show(update, turn, views.no_application_screen(turn.t))
        return
    await show(update, turn, views.withdrawn_screen(turn.t, application))


async def send_calendar(update: Update, turn: Turn) -> None:
    """The file is made of the timetable as it is now, and read again it replaces the old one."""
    house, query = turn.house, update.callback_query
    assert query is not None
    assert update.effective_chat is not None
    meetings = await house.database.read(my_meetings, turn.account.id)
    if not meetings:
        await acknowledge(query, turn.t.plain("schedule-calendar-empty"), alert=True)
        return
    file = await house.database.read(calendar, turn.account.id, now=house.now())
    await acknowledge(query)
    caption = turn.t.plain("schedule-calendar-caption", count=len(meetings))
    await turn.bot.send_document(update.effective_chat.id, file, caption, filename=FILE)


async def _show_page(update: Update, turn: Turn, page: int) -> None:
    house = turn.house
    schedule = await house.database.read(_schedule_of, turn.account.id, house.now())
    await show(update, turn, views.schedule_screen(turn.t, schedule, house.now(), house.zone, page))


async def _mine(turn: Turn, application_id: int) -> Papers | None:
    """The application with its papers; None where it is not this account's, or is gone."""
    house, who = turn.house, turn.account.id
    try:
        return await house.database.read(my_papers, who, application_id, now=house.now())
    except NoSuchApplication:
        return None


def _schedule_of(session: Session, account_id: int, now: datetime) -> Schedule:
    """Read in one go, so that its parts agree."""
    return Schedule(
        applications=my_applications(session, account_id),
        meetings=my_meetings(session, account_id, since=now),
        draft=open_draft(session, account_id),
    )
