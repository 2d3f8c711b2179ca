"""What staff are asked at the desk of a selection: a file of scores, a minute, a move on the list.

What is asked stands in the database (`intake.selection.questions`); the library's state only says
what is listened to. Its buttons go on when they are answered, so that whatever else was open is
left; what is typed or sent is taken here.
"""

from collections.abc import Callable
from functools import partial
from typing import cast

from telegram import Update
from telegram.ext import (
    CallbackQueryHandler,
    ConversationHandler,
    MessageHandler,
    filters,
)

from bot.callbacks import Press, read
from bot.context import Turn
from bot.conversations import selection_moves as moves
from bot.conversations.steps import Listener, conversation_of, step
from bot.rights import for_staff
from bot.words import ELSEWHERE, Means
from intake.selection.questions import Asked, questions_open

NAME = "selection"

PRIVATE = filters.ChatType.PRIVATE & ~filters.COMMAND
MESSAGES = PRIVATE & filters.UpdateType.MESSAGE
WORDS = MESSAGES & filters.TEXT & ~filters.FORWARDED

read_states = questions_open


def conversation() -> ConversationHandler[Turn]:
    """In by its buttons; out with an answer, by any other button or command."""
    return conversation_of(
        NAME,
        entry_points=[
            CallbackQueryHandler(for_staff(press), pattern=cast(Callable[[object], bool], _known))
        ],
        states={asked: _answers_to(asked) for asked in Asked},
        fallbacks=[
            MessageHandler(filters.COMMAND, moves.go_away),
            CallbackQueryHandler(moves.go_away),
        ],
    )


async def press(update: Update, turn: Turn) -> object:
    """One look-up for all of its buttons."""
    return await moves.PRESSES[type(turn.pressed(Press))](update, turn)


def _answers_to(asked: Asked) -> list[Listener]:
    """Words that lead elsewhere, the answer, whatever can't be one."""
    return [
        MessageHandler(MESSAGES & Means(*ELSEWHERE), moves.go_away),
        MessageHandler(WORDS, step(moves.guarded(partial(moves.typed_answer, asked=asked)))),
        MessageHandler(
            MESSAGES & filters.Document.ALL,
            step(moves.guarded(partial(moves.file_came, asked=asked))),
        ),
        MessageHandler(PRIVATE, step(moves.guarded(partial(moves.stray, asked=asked)))),
    ]


def _known(data: object) -> Press | None:
    press = read(data)
    return press if type(press) in moves.PRESSES else None
