"""The date on an AK1 card: one question, answered by words, a button, or not at all.

That it is open stands in the account, so a restart changes nothing. It is listened to before the
other conversations: whatever is neither its button nor an answer closes it and goes on to them.
"""

from enum import StrEnum

from sqlalchemy.orm import Session
from telegram import Update
from telegram.ext import CallbackQueryHandler, ConversationHandler, MessageHandler, filters

from bot.callbacks import Press, pattern
from bot.context import Handler, Turn, typed
from bot.conversations.steps import conversation_of, step
from bot.errors import words_for
from bot.handlers.menu import open_menu
from bot.handlers.settings import open_settings
from bot.presses.ak1 import Ak1Today, AskAk1, ForgetAk1, OpenAk1
from bot.screens import show
from bot.views.ak1 import ak1_consent_screen, ak1_screen, ask_ak1_screen
from bot.words import ELSEWHERE, Means, Word, meaning
from people.ak1 import Ak1, ask_ak1, asked_for_ak1, forget_ak1, leave_ak1, tell_ak1
from people.errors import BadAnswer, ConsentMissing

NAME = "ak1"


class Asked(StrEnum):
    ISSUED_ON = "issued_on"


def conversation() -> ConversationHandler[Turn]:
    """In by any of its buttons; out with the date, by any other button, command or word."""
    buttons: list[CallbackQueryHandler[Turn, object]] = [
        CallbackQueryHandler(step(answer), pattern=pattern(press))
        for press, answer in BUTTONS.items()
    ]
    mine = filters.ChatType.PRIVATE & ~filters.COMMAND
    words = mine & filters.UpdateType.MESSAGE & filters.TEXT & ~filters.FORWARDED
    return conversation_of(
        NAME,
        entry_points=[*buttons],
        states={
            Asked.ISSUED_ON: [
                *buttons,
                MessageHandler(words & Means(*ELSEWHERE), leave),
                MessageHandler(words, step(typed_date)),
                MessageHandler(mine, step(stray)),
            ]
        },
        fallbacks=[MessageHandler(filters.COMMAND, leave), CallbackQueryHandler(leave)],
    )


def read_states(session: Session) -> dict[int, object]:
    return dict.fromkeys(asked_for_ak1(session), Asked.ISSUED_ON)


async def open_card(update: Update, turn: Turn) -> object:
    if turn.account.ak1_issued_on is None:
        return await ask(update, turn)
    await leave(update, turn)
    return await _show_card(update, turn)


async def ask(update: Update, turn: Turn, hint: str = "") -> object:
    try:
        turn.account = await turn.house.database.write(ask_ak1, turn.account.id)
    except ConsentMissing:
        await show(update, turn, ak1_consent_screen(turn.t))
        return ConversationHandler.END
    await show(update, turn, ask_ak1_screen(turn.t, hint))
    return Asked.ISSUED_ON


async def issued_today(update: Update, turn: Turn) -> object:
    return await _take(update, turn, turn.house.today().isoformat())


async def forget(update: Update, turn: Turn) -> object:
    turn.account = await turn.house.database.write(forget_ak1, turn.account.id)
    await open_settings(update, turn)
    return ConversationHandler.END


async def typed_date(update: Update, turn: Turn) -> object:
    """Words that lead back do so; anything else is the date, or is said not to be one."""
    word = meaning(typed(update))
    if word not in (*TO_SETTINGS, *TO_MENU):
        return await _take(update, turn, typed(update))
    await leave(update, turn)
    await (open_menu if word in TO_MENU else open_settings)(update, turn)
    return ConversationHandler.END


async def stray(update: Update, turn: Turn) -> object:
    """A sticker, a photo, a forwarded post, an edited message: no answer, so the question again."""
    key = "ak1-stray" if update.edited_message is None else "other-edited"
    return await ask(update, turn, turn.t(key))


async def leave(update: Update, turn: Turn) -> object:
    """The question is closed, and the update goes on to whom it is meant for."""
    if turn.account.asked is not None:
        turn.account = await turn.house.database.write(leave_ak1, turn.account.id)
    return ConversationHandler.END


async def _take(update: Update, turn: Turn, text: str) -> object:
    house, who = turn.house, turn.account.id
    try:
        turn.account = await house.database.write(tell_ak1, who, text, today=house.today())
    except BadAnswer as error:
        return await ask(update, turn, words_for(error, turn.t) or "")
    except ConsentMissing:
        await show(update, turn, ak1_consent_screen(turn.t))
        return ConversationHandler.END
    return await _show_card(update, turn)


async def _show_card(update: Update, turn: Turn) -> object:
    account = turn.account
    assert account.ak1_issued_on is not None
    card, muted = Ak1(account.ak1_issued_on), account.reminders_muted
    await show(update, turn, ak1_screen(turn.t, card, turn.house.today(), muted=muted))
    return ConversationHandler.END


TO_SETTINGS = (Word.BACK, Word.SKIP, Word.LATER, Word.NO)
TO_MENU = (Word.MENU, Word.CANCEL)
BUTTONS: dict[type[Press], Handler] = {
    OpenAk1: open_card,
    AskAk1: ask,
    Ak1Today: issued_today,
    ForgetAk1: forget,
}
