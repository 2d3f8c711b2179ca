"""Somebody changes phones: a code for the counter, a link from it, what the old phone can do."""

from telegram import Update

from bot.context import Turn
from bot.errors import words_for
from bot.presses.phones import AskPhone, NotMe, UsePhoneLink, WithdrawPhone
from bot.screens import show, show_below
from bot.views import phones as views
from intake.applications.errors import NoSuchApplication
from intake.applications.rows import my_applications
from intake.takeovers.errors import AlreadyOnThisPhone, NoSuchTakeover, TooManyTakeovers
from intake.takeovers.rows import number_of, view_takeover
from intake.takeovers.takeovers import ask_takeover, see_link, use_link, withdraw_takeover
from people.errors import ConsentMissing

REFUSALS = (NoSuchApplication, NoSuchTakeover, AlreadyOnThisPhone, TooManyTakeovers)


async def ask_for(update: Update, turn: Turn, number: str) -> None:
    """Raises what `intake.takeovers.takeovers.ask_takeover` raises."""
    house, who = turn.house, turn.account.id
    asked = await house.database.write(ask_takeover, who, number, now=house.now())
    screen = views.code_screen(turn.t, asked.takeover, asked.code, house.zone)
    await show_below(update, turn, screen)


async def ask_again(update: Update, turn: Turn) -> None:
    """A new code, or the first one for somebody who went from this phone."""
    database, application_id = turn.house.database, turn.pressed(AskPhone).application_id
    try:
        await ask_for(update, turn, await database.read(number_of, application_id))
    except ConsentMissing:
        await show(update, turn, views.consent_screen(turn.t))
    except REFUSALS as error:
        await _refuse(update, turn, error)


async def withdraw(update: Update, turn: Turn) -> None:
    house, takeover_id = turn.house, turn.pressed(WithdrawPhone).takeover_id
    try:
        await house.database.write(withdraw_takeover, turn.account.id, takeover_id, house.now())
    except NoSuchTakeover as error:
        await _refuse(update, turn, error)
        return
    await show(update, turn, views.withdrawn_screen(turn.t))


async def open_link(update: Update, turn: Turn, code: str) -> None:
    """A link from the counter: on which phone it was opened is asked before anything moves."""
    house, who = turn.house, turn.account.id
    try:
        seen = await house.database.read(see_link, who, code, now=house.now())
    except (NoSuchTakeover, AlreadyOnThisPhone) as error:
        await _refuse(update, turn, error)
        return
    await show(update, turn, views.link_screen(turn.t, seen, code))


async def use(update: Update, turn: Turn) -> None:
    house, who, code = turn.house, turn.account.id, turn.pressed(UsePhoneLink).token
    try:
        done = await house.database.write(use_link, who, code, now=house.now(), zone=house.zone)
    except ConsentMissing:
        await show(update, turn, views.link_consent_screen(turn.t, code))
        return
    except (NoSuchTakeover, AlreadyOnThisPhone) as error:
        await _refuse(update, turn, error)
        return
    house.nudge()
    applications = await house.database.read(my_applications, who)
    theirs = [each for each in applications if each.applicant_id == done.applicant_id]
    await show_below(update, turn, views.came_screen(turn.t, done.first_name, theirs))


async def not_me(update: Update, turn: Turn) -> None:
    """Only to the phone that they went from."""
    takeover_id = turn.pressed(NotMe).takeover_id
    try:
        takeover = await turn.house.database.read(view_takeover, takeover_id)
        if takeover.from_account_id != turn.account.id:
            raise NoSuchTakeover
    except NoSuchTakeover as error:
        await _refuse(update, turn, error)
        return
    await show_below(update, turn, views.not_me_screen(turn.t, takeover))


async def _refuse(update: Update, turn: Turn, error: Exception) -> None:
    await show(update, turn, views.refused_screen(turn.t, words_for(error, turn.t) or ""))
