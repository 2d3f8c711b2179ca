"""A person's own data: shown, sent as a file, deleted."""

from telegram import Update

from bot.context import Turn
from bot.screens import acknowledge, show
from bot.views import my_data as views
from privacy.erasure import erase
from privacy.export import export_json
from privacy.personal import everything_about

FILE = "data-saya-jawara.json"


async def open_my_data(update: Update, turn: Turn) -> None:
    data = await turn.house.database.read(everything_about, turn.account.id)
    await show(update, turn, views.my_data_screen(turn.t, data))


async def send_my_data(update: Update, turn: Turn) -> None:
    house = turn.house
    file = await house.database.read(export_json, turn.account.id, now=house.now())
    assert update.callback_query is not None
    assert update.effective_chat is not None
    await acknowledge(update.callback_query)
    caption = turn.t.plain("data-file")
    await turn.bot.send_document(update.effective_chat.id, file, caption, filename=FILE)


async def ask_erase(update: Update, turn: Turn) -> None:
    data = await turn.house.database.read(everything_about, turn.account.id)
    await show(update, turn, views.ask_erase_screen(turn.t, data))


async def erase_me(update: Update, turn: Turn) -> None:
    """The words are spoken in their language; the account that knew it is gone by then."""
    t, house = turn.t, turn.house
    await house.database.write(erase, turn.account.id, now=house.now())
    await show(update, turn, views.erased_screen(t))
