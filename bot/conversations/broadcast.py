"""Writing a broadcast: text, buttons, audience, review; and other words for one that is delivered.

The row of the broadcast is the truth, the open question included. It comes before the
registration: its buttons let an update go on, so that a registration under way is put aside by
them, as by any other button; their routes among the ordinary ones know that it is answered.
"""

from collections.abc import Callable
from functools import partial
from typing import cast

from sqlalchemy.orm import Session
from telegram import Update
from telegram.ext import (
    CallbackQueryHandler,
    ConversationHandler,
    MessageHandler,
    filters,
)

from announcements.questions import Question, all_open_questions
from bot.callbacks import Press, read
from bot.context import Turn
from bot.conversations import broadcast_buttons as buttons
from bot.conversations import broadcast_words as words
from bot.conversations.broadcast_asking import LEFT, explained
from bot.conversations.steps import Listener, conversation_of
from bot.rights import for_staff
from bot.words import Means

NAME = "broadcast"

MESSAGES = filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE
EDITED = filters.UpdateType.EDITED_MESSAGE


def conversation() -> ConversationHandler[Turn]:
    """In by any of its buttons; out when it is handed in, or by leaving it."""
    return conversation_of(
        NAME,
        entry_points=[
            CallbackQueryHandler(for_staff(press), pattern=cast(Callable[[object], bool], _known))
        ],
        states={question: _answers_to(question) for question in Question},
        fallbacks=[CallbackQueryHandler(words.leave)],
    )


def read_states(session: Session) -> dict[int, object]:
    """Telegram id → the question that is open, for the library to start from."""
    return dict(all_open_questions(session))


async def press(update: Update, turn: Turn) -> object:
    """One look-up for all of its buttons."""
    state = await explained(buttons.PRESSES[type(turn.pressed(Press))])(update, turn)
    return ConversationHandler.END if state is LEFT else state


def _answers_to(question: Question) -> list[Listener]:
    """Words that work like buttons, commands, the answer; last whatever can't be one."""
    answer = words.taken(partial(words.answered, question=question))
    return [
        MessageHandler(EDITED, words.taken(words.edited)),
        MessageHandler(MESSAGES & Means(*words.ASIDES), words.taken(words.aside)),
        MessageHandler(MESSAGES & filters.COMMAND, words.command),
        MessageHandler(MESSAGES & (filters.TEXT | filters.PHOTO | filters.Document.ALL), answer),
        MessageHandler(MESSAGES, words.taken(partial(words.stray, question=question))),
    ]


def _known(data: object) -> Press | None:
    press = read(data)
    return press if type(press) in buttons.PRESSES else None
