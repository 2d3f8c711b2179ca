"""Who is staff: asked at every button and word that is for staff alone, however old it is."""

from functools import wraps

from telegram import Update
from telegram.ext import ConversationHandler

from bot.context import Turn
from bot.conversations.steps import Handler
from bot.handlers.other import mistyped_command, unknown_button
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


def for_staff(handler: Handler) -> Handler:
    """To everybody else it is a button, or a command, like any unknown one."""

    @wraps(handler)
    async def guarded(update: Update, turn: Turn) -> object:
        if await rights_of(turn):
            return await handler(update, turn)
        await (mistyped_command if update.callback_query is None else unknown_button)(update, turn)
        return ConversationHandler.END

    return guarded
