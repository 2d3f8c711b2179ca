"""Warnings against brokers, and the check of an offer that is forwarded or pasted."""

from telegram import Update

from bot.context import Turn
from bot.phrases import offer_to_check
from bot.presses.tracks import ShowCautions
from bot.screens import say, show
from bot.views import cautions as views
from catalog.tracks import list_cautions
from vacancies.brokers import asks_of_brokers, signs_in


async def open_cautions(update: Update, turn: Turn) -> None:
    await _show(update, turn, turn.pressed(ShowCautions).page)


async def how_to_check(update: Update, turn: Turn) -> None:
    await show(update, turn, views.how_to_check_screen(turn.t))


async def check_forwarded(update: Update, turn: Turn) -> None:
    """Whatever somebody else has written, with its picture or without."""
    message = update.effective_message
    assert message is not None
    offer = message.text or message.caption or ""
    await say(update, turn, views.checked_screen(turn.t, signs_in(offer)))


async def answer(update: Update, turn: Turn, text: str) -> bool:
    """ "cek tawaran …", or a question about brokers; False: these words ask for something else."""
    offer = offer_to_check(text)
    if offer is None and not asks_of_brokers(text):
        return False
    if offer is None:
        await _show(update, turn, 0)
    elif offer:
        await show(update, turn, views.checked_screen(turn.t, signs_in(offer)))
    else:
        await show(update, turn, views.how_to_check_screen(turn.t))
    return True


async def _show(update: Update, turn: Turn, page: int) -> None:
    house = turn.house
    found = await house.database.read_shared(list_cautions, house.today())
    await show(update, turn, views.cautions_screen(turn.t, found, page))
