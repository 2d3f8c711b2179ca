"""A seat is confirmed or let go with one tap; whoever was ranked sees how."""

from sqlalchemy.orm import Session
from telegram import Update

from bot.bed_reading import my_bed
from bot.context import Turn
from bot.errors import words_for
from bot.presses.seats import AskDecline, ConfirmSeat, DeclineSeat, ShowChances, ShowStanding
from bot.screens import show
from bot.views import schedule as schedule_views
from bot.views import seats as views
from intake.applications.changes import APPLICANT
from intake.applications.errors import NoSuchApplication
from intake.applications.rows import ApplicationView, application_by_id
from intake.documents.documents import my_papers
from intake.registration.chances import chances_of
from intake.seats.confirming import Confirmation, confirm_all
from intake.seats.errors import NoOffer, OfferPast
from intake.seats.reserve import let_go
from intake.selection.standings import Standing, standing_of

CHANCES = 3


async def confirm_seat(update: Update, turn: Turn) -> None:
    house, application_id = turn.house, turn.pressed(ConfirmSeat).application_id
    try:
        yes = Confirmation(application_id, turn.account.id, APPLICANT, house.now(), house.zone)
        new = await house.database.write_in_crowd(confirm_all, yes)
    except (NoSuchApplication, NoOffer, OfferPast) as error:
        await _show_as_it_is(update, turn, application_id, error)
        return
    found = await house.database.read(my_bed, application_id, turn.account.id, house.now())
    if found is not None:
        screen = views.confirmed_screen(turn.t, found[0], already=not new, bed=found[1])
        await show(update, turn, screen)


async def ask_decline(update: Update, turn: Turn) -> None:
    house, application_id = turn.house, turn.pressed(AskDecline).application_id
    application = await house.database.read(_mine, application_id, turn.account.id)
    if application is None or application.deadline is None:
        state = "" if application is None else application.state
        await _show_as_it_is(update, turn, application_id, NoOffer(state))
        return
    screen = views.ask_decline_screen(turn.t, application, house.now(), house.zone)
    await show(update, turn, screen)


async def decline_seat(update: Update, turn: Turn) -> None:
    house, application_id = turn.house, turn.pressed(DeclineSeat).application_id
    try:
        await house.database.write(
            let_go,
            application_id,
            account_id=turn.account.id,
            now=house.now(),
            zone=house.zone,
        )
    except (NoSuchApplication, NoOffer) as error:
        await _show_as_it_is(update, turn, application_id, error)
        return
    application = await house.database.read(application_by_id, application_id)
    await show(update, turn, views.declined_screen(turn.t, application))


async def show_standing(update: Update, turn: Turn) -> None:
    application_id = turn.pressed(ShowStanding).application_id
    found = await turn.house.database.read(_standing, application_id, turn.account.id)
    if found is None:
        await show(update, turn, schedule_views.no_application_screen(turn.t))
        return
    await show(update, turn, views.standing_screen(turn.t, *found))


async def show_chances(update: Update, turn: Turn) -> None:
    house, application_id = turn.house, turn.pressed(ShowChances).application_id
    application = await house.database.read(_mine, application_id, turn.account.id)
    if application is None:
        await show(update, turn, schedule_views.no_application_screen(turn.t))
        return
    found = await house.database.read(chances_of, application_id, now=house.now(), most=CHANCES)
    await show(update, turn, views.chances_screen(turn.t, application, found, house.zone))


async def _show_as_it_is(update: Update, turn: Turn, application_id: int, error: Exception) -> None:
    """An old button, or one that came too late: what is so now, and why."""
    house = turn.house
    try:
        papers = await house.database.read(
            my_papers, turn.account.id, application_id, now=house.now()
        )
    except NoSuchApplication:
        await show(update, turn, schedule_views.no_application_screen(turn.t))
        return
    note = words_for(error, turn.t) or ""
    screen = schedule_views.application_screen(turn.t, papers, house.zone, note)
    await show(update, turn, screen)


def _mine(session: Session, application_id: int, account_id: int) -> ApplicationView | None:
    try:
        application = application_by_id(session, application_id)
    except NoSuchApplication:
        return None
    return application if application.account_id == account_id else None


def _standing(
    session: Session, application_id: int, account_id: int
) -> tuple[ApplicationView, Standing | None] | None:
    application = _mine(session, application_id, account_id)
    if application is None:
        return None
    return application, standing_of(session, application_id, account_id)
