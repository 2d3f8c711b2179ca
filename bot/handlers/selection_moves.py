"""The staff's desk: moves on a ranked list, asked for by one and decided by another."""

from sqlalchemy.orm import Session
from telegram import Update

from bot.context import Turn
from bot.presses import selection as to
from bot.rights import clerk_of, rights_of
from bot.screens import show
from bot.views import selection_list as views
from intake.selection import desk
from intake.selection.override_rows import OverrideView, overrides_of, overrides_waiting
from intake.selection.rows import class_view
from people.staff import StaffRight


async def list_moves(update: Update, turn: Turn) -> None:
    press, rights = turn.pressed(to.ListMoves), await rights_of(turn)
    found = await turn.house.database.read(_moves, press.class_id, rights)
    await show(update, turn, views.moves_screen(turn.t, press.class_id, found, press.page))


async def list_waiting(update: Update, turn: Turn) -> None:
    found = await turn.house.database.read(overrides_waiting, await rights_of(turn))
    page = turn.pressed(to.ListWaitingMoves).page
    await show(update, turn, views.waiting_screen(turn.t, found, page))


async def open_move(update: Update, turn: Turn) -> None:
    await show_move(update, turn, turn.pressed(to.OpenMove).override_id)


async def show_move(update: Update, turn: Turn, override_id: int, note: str = "") -> None:
    clerk = await clerk_of(turn)
    move = await turn.house.database.read(desk.move_for, override_id, clerk.rights)
    await show(update, turn, views.move_screen(turn.t, move, clerk, note))


async def approve(update: Update, turn: Turn) -> None:
    id_, house = turn.pressed(to.ApproveMove).override_id, turn.house
    clerk = await clerk_of(turn)
    move = await house.database.write(desk.approve_move, clerk, id_, now=house.now())
    house.nudge()
    await show(update, turn, views.move_screen(turn.t, move, clerk))


async def ask_refuse(update: Update, turn: Turn) -> None:
    id_, database = turn.pressed(to.AskRefuseMove).override_id, turn.house.database
    move = await database.read(desk.move_for, id_, await rights_of(turn))
    await show(update, turn, views.why_not_screen(turn.t, move))


async def refuse(update: Update, turn: Turn) -> None:
    press, house = turn.pressed(to.RefuseMove), turn.house
    clerk = await clerk_of(turn)
    move = await house.database.write(
        desk.refuse_move, clerk, press.override_id, reason=press.why, now=house.now()
    )
    house.nudge()
    await show(update, turn, views.move_screen(turn.t, move, clerk))


def _moves(session: Session, class_id: int, rights: frozenset[StaffRight]) -> list[OverrideView]:
    """Raises NoSuchClass, OtherProvider."""
    standing = class_view(session, class_id, rights).list
    return [] if standing is None else overrides_of(session, standing.id)
