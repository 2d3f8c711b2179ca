"""A group of pupils: its facts, its list, why it is sent back; each answered by words or a file.

What is asked stands in the database (`intake.schools.questions`). It is listened to before
documents: a list that was asked for is none. Whatever is neither its button nor an answer closes it
and goes on.
"""

from telegram.ext import (
    CallbackQueryHandler,
    ConversationHandler,
    MessageHandler,
    filters,
)

from bot.callbacks import pattern
from bot.context import Handler, Turn
from bot.conversations import schools_moves as moves
from bot.conversations.steps import Listener, conversation_of, step
from bot.school_rights import for_schools
from bot.words import ELSEWHERE, Means
from intake.schools.questions import SchoolAsked, group_questions

NAME = "schools"


PRIVATE = filters.ChatType.PRIVATE & ~filters.COMMAND
MESSAGES = PRIVATE & filters.UpdateType.MESSAGE
WORDS = MESSAGES & filters.TEXT & ~filters.FORWARDED

read_states = group_questions


def conversation() -> ConversationHandler[Turn]:
    """In by its buttons; out with the answer, or by any other button or command."""
    buttons: list[Listener] = [
        CallbackQueryHandler(step(for_schools(answer)), pattern=pattern(press))
        for press, answer in moves.BUTTONS.items()
    ]
    lists = MessageHandler(MESSAGES & filters.Document.ALL, _taken(moves.list_came))
    return conversation_of(
        NAME,
        entry_points=[*buttons],
        states={
            SchoolAsked.FORM: [*buttons, *_answers(moves.typed_form)],
            SchoolAsked.LIST: [*buttons, lists, *_answers(moves.typed_for_list)],
            SchoolAsked.REASON: [*buttons, *_answers(moves.typed_reason)],
        },
        fallbacks=[
            MessageHandler(filters.COMMAND, moves.go_away),
            CallbackQueryHandler(moves.go_away),
        ],
    )


def _answers(words: Handler) -> list[Listener]:
    """Words that lead elsewhere, the words, whatever is left."""
    return [
        MessageHandler(WORDS & Means(*ELSEWHERE), moves.go_away),
        MessageHandler(WORDS, _taken(words)),
        MessageHandler(PRIVATE, _taken(moves.stray)),
    ]


def _taken(handler: Handler) -> Handler:
    return step(for_schools(handler))
