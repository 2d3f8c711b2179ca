"""A graduate's answer, by one tap, and changed by another."""

from telegram import Update

from bot.context import Turn
from bot.presses.outcomes import TellOutcome
from bot.screens import show
from bot.views.outcomes import no_graduate_screen, told_screen
from intake.applications.errors import NoSuchApplication
from intake.placement.outcomes import tell_outcome


async def tell(update: Update, turn: Turn) -> None:
    house, press = turn.house, turn.pressed(TellOutcome)
    facts = (press.application_id, turn.account.id, press.months, press.answer)
    try:
        told = await house.database.write(tell_outcome, *facts, now=house.now())
    except NoSuchApplication:
        await show(update, turn, no_graduate_screen(turn.t))
        return
    await show(update, turn, told_screen(turn.t, told))
