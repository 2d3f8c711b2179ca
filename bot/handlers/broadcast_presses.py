"""The buttons under a broadcast: counted once a person, and opened below it, since it stays."""

from telegram import Update

from announcements.broadcast_rows import BroadcastState, find
from announcements.buttons import Button
from announcements.errors import NoSuchBroadcast, NoSuchButton
from announcements.presses import press
from bot.context import Turn
from bot.handlers.courses import programme_below
from bot.handlers.vacancies import vacancy_below
from bot.presses.broadcasts import BroadcastPress
from bot.rights import rights_of
from bot.screens import acknowledge
from catalog.errors import NoSuchProgramme
from vacancies.errors import UnknownVacancy


async def open_button(update: Update, turn: Turn) -> None:
    """One of a broadcast that was recalled or thrown away meanwhile says so."""
    told, house = turn.pressed(BroadcastPress), turn.house
    try:
        view = await house.database.read_shared(find, told.broadcast_id)
        if view.state is BroadcastState.RECALLED:
            await _say_on_top(update, turn.t.plain("broadcast-button-recalled"))
            return
        if view.batch_id is None and not await rights_of(turn):
            raise NoSuchBroadcast(view.id)  # never sent: staff alone see it, in previews and tests
        who, now = turn.account.id, house.now()
        found = await house.database.write(press, view.id, who, told.index, now)
        await _open(update, turn, found)
    except (NoSuchBroadcast, NoSuchButton, NoSuchProgramme, UnknownVacancy):
        await _say_on_top(update, turn.t.plain("broadcast-button-gone"))


async def _open(update: Update, turn: Turn, button: Button) -> None:
    assert update.callback_query is not None
    if button.kind == "programme":
        await programme_below(update, turn, button.target)
    elif button.kind == "vacancy":
        await vacancy_below(update, turn, int(button.target))
    else:
        await acknowledge(update.callback_query, turn.t.plain("broadcast-joined"))


async def _say_on_top(update: Update, words: str) -> None:
    assert update.callback_query is not None
    await acknowledge(update.callback_query, words, alert=True)
