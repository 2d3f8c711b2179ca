"""A promised placement: seen and answered by the graduate."""

from telegram import Update

from bot.context import Turn
from bot.presses.promises import AnswerPlacement, ShowPromise
from bot.screens import show
from bot.views.promises import promise_screen
from intake.placement.errors import PlacementChanged
from intake.placement.promise_rows import my_placement
from intake.placement.promises import answer_placement


async def show_mine(update: Update, turn: Turn) -> None:
    """Raises NoSuchApplication, NoTrainee, NoPromise."""
    await _show(update, turn, turn.pressed(ShowPromise).application_id)


async def answer(update: Update, turn: Turn) -> None:
    """To what has changed since, no answer is taken: what is said now is shown instead."""
    press, house = turn.pressed(AnswerPlacement), turn.house
    facts = (press.application_id, turn.account.id, press.change_id, press.answer)
    try:
        await house.database.write(answer_placement, *facts, now=house.now())
    except PlacementChanged:
        await _show(update, turn, press.application_id, turn.t.plain("promises-changed"))
        return
    await _show(update, turn, press.application_id, turn.t.plain("promises-noted"))


async def _show(update: Update, turn: Turn, application_id: int, toast: str | None = None) -> None:
    view = await turn.house.database.read(my_placement, application_id, turn.account.id)
    await show(update, turn, promise_screen(turn.t, view), toast=toast)
