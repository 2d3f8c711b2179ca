"""A seat is confirmed or let go with one tap; whoever was ranked sees how."""

from sqlalchemy.orm import Session
from telegram import Update

from bot.bed_reading import my_bed
from bot.context import Turn, typed
from bot.errors import words_for
from bot.handlers.schedule import open_application
from bot.presses.schedule import OpenApplication
from bot.presses.seats import AskDecline, ConfirmSeat, DeclineSeat, ShowChances, ShowStanding
from bot.screens import Screen, show
from bot.views import schedule as schedule_views
from bot.views import seats as views
from bot.words import Word, begins, meaning
from intake.applications.changes import APPLICANT
from intake.applications.errors import NoSuchApplication
from intake.applications.rows import (
    ApplicationState,
    ApplicationView,
    application_by_id,
    my_applications,
)
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


async def answer_offer(update: Update, turn: Turn) -> bool:
    """What stands on a button of the one offer that waits, typed, does what it does; a bare "ya",
    which may answer something else, shows the offer. False: it is neither, or nothing is offered.
    """
    t, text = turn.t, typed(update)
    captions = t.plain("seats-confirm"), t.plain("seats-decline")
    if meaning(text) not in (Word.YES, Word.NO) and not any(begins(text, one) for one in captions):
        return False
    mine = await turn.house.database.read(my_applications, turn.account.id)
    offered = [each for each in mine if each.state is ApplicationState.OFFERED]
    if not offered:
        return False
    ways = [way for each in offered for way in views.answers_to_offer(t, each.id)]
    press = Screen("", ways).named(text, whole=True) or OpenApplication(offered[0].id)
    turn.press(press)
    answers = {ConfirmSeat: confirm_seat, AskDecline: ask_decline}
    await answers.get(type(press), open_application)(update, turn)
    return True


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
