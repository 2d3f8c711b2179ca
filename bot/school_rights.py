"""Who acts for a group of pupils: a teacher for their schools, staff for their providers."""

from functools import wraps

from telegram import Update
from telegram.ext import ConversationHandler

from bot.context import Handler, Turn
from bot.handlers.other import mistyped_command, unknown_button
from bot.rights import name_of, rights_of
from intake.schools.rows import Hand
from people.schools import SchoolView, schools_of, sender_name


async def schools_for(turn: Turn) -> tuple[SchoolView, ...]:
    """Those that they send for."""
    return await turn.house.database.read_shared(schools_of, turn.account.id)


async def hand_of(turn: Turn) -> Hand:
    """Asked anew at every button and word, however old it is."""
    schools, rights = await schools_for(turn), await rights_of(turn)
    name = await turn.house.database.read(sender_name, turn.account.id)
    schools_ids = frozenset(school.id for school in schools)
    return Hand(name or await name_of(turn), schools_ids, rights, turn.account.id)


def for_schools(handler: Handler) -> Handler:
    """To everybody else it is a button, or a command, like any unknown one."""

    @wraps(handler)
    async def guarded(update: Update, turn: Turn) -> object:
        if await schools_for(turn) or await rights_of(turn):
            return await handler(update, turn)
        await (mistyped_command if update.callback_query is None else unknown_button)(update, turn)
        return ConversationHandler.END

    return guarded
