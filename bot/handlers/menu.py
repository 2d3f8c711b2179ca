"""The first screen, and /start with or without a deep link's payload."""

from telegram import Update

from bot.context import Turn
from bot.handlers import deeplinks
from bot.screens import show
from bot.views.menu import menu_screen
from intake.registration.drafts import open_draft
from intake.registration.openness import is_open


async def start(update: Update, turn: Turn) -> None:
    """/start: where a deep link leads, else the menu."""
    if turn.args and deeplinks.leads_somewhere(turn.args[0]):
        await deeplinks.follow(update, turn, turn.args[0])
        return
    await open_menu(update, turn)


async def open_menu(update: Update, turn: Turn) -> None:
    draft = await turn.house.database.read_shared(open_draft, turn.account.id)
    # One that can't be sent any more is not held out: its class's page says why.
    goes_on = draft is not None and is_open(draft.entrance, turn.house.now())
    await show(update, turn, menu_screen(turn.t, draft if goes_on else None))
