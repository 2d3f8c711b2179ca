"""Who is staff: asked at every button and word that is for staff alone, however old it is."""

from functools import wraps

from telegram import Update
from telegram.ext import ConversationHandler

from bot.context import Handler, Turn
from bot.handlers.other import mistyped_command, unknown_button
from intake.applications.changes import by_staff
from intake.selection.desk import Clerk
from people.staff import StaffRight, may_approve, roles_of, staff_name


async def rights_of(turn: Turn) -> frozenset[StaffRight]:
    """Empty for nobody of staff."""
    return await turn.house.database.read_shared(roles_of, turn.account.id)


async def approves(turn: Turn) -> bool:
    """Whether theirs can be a second person's yes."""
    return may_approve(await rights_of(turn))


async def name_of(turn: Turn) -> str:
    """As colleagues call them, and as their deeds are written down."""
    name = await turn.house.database.read(staff_name, turn.account.id)
    return name or str(turn.account.id)


async def actor_of(turn: Turn) -> str:
    """As it stands in the record, where two of one name are two people."""
    return by_staff(await name_of(turn), turn.account.id)


async def clerk_of(turn: Turn) -> Clerk:
    """Who acts at the desk of a selection."""
    return Clerk(await name_of(turn), turn.account.id, await rights_of(turn))


def for_staff(handler: Handler) -> Handler:
    """To everybody else it is a button, or a command, like any unknown one."""

    @wraps(handler)
    async def guarded(update: Update, turn: Turn) -> object:
        if await rights_of(turn):
            return await handler(update, turn)
        await (mistyped_command if update.callback_query is None else unknown_button)(update, turn)
        return ConversationHandler.END

    return guarded
