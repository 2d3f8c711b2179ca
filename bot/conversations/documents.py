"""Documents that people send, and the number that staff look them up by: three questions.

What is asked stands in the database (`intake.documents.questions`); the library's state only says
what is listened to. It is listened to after the other conversations: a picture that answers one of
them is no document. Whatever is neither its button nor an answer closes it and goes on.
"""

from telegram import Message
from telegram.ext import (
    CallbackQueryHandler,
    ConversationHandler,
    MessageHandler,
    filters,
)

from bot.callbacks import pattern
from bot.context import Handler, Turn
from bot.conversations import documents_moves as moves
from bot.conversations.documents_asking import explained
from bot.conversations.steps import Listener, conversation_of, step
from bot.document_files import sent_file
from bot.rights import for_staff
from bot.words import ELSEWHERE, Means
from intake.documents.questions import Asked, questions_open

NAME = "documents"


class HoldsFile(filters.MessageFilter):
    """Lets messages with a picture or a document through."""

    def filter(self, message: Message) -> bool:
        return sent_file(message) is not None


PRIVATE = filters.ChatType.PRIVATE & ~filters.COMMAND
MESSAGES = PRIVATE & filters.UpdateType.MESSAGE
WORDS = MESSAGES & filters.TEXT & ~filters.FORWARDED
FILES = MESSAGES & HoldsFile()

read_states = questions_open


def conversation() -> ConversationHandler[Turn]:
    """In by its buttons or a file; out with the last paper, by any other button or command."""
    buttons: list[Listener] = [
        CallbackQueryHandler(_taken(answer), pattern=pattern(press))
        for press, answer in moves.BUTTONS.items()
    ]
    unasked = MessageHandler(FILES & ~filters.FORWARDED, _taken(moves.file_came))
    return conversation_of(
        NAME,
        entry_points=[*buttons, unasked],
        states={
            Asked.PAPER: [
                *buttons,
                *_answers(moves.typed_for_paper, moves.stray_for_paper, moves.file_came),
            ],
            Asked.WHICH: [
                *buttons,
                *_answers(moves.typed_for_which, moves.stray_for_which, moves.file_came),
            ],
            Asked.NUMBER: [
                *buttons,
                *_answers(for_staff(moves.typed_number), for_staff(moves.stray_for_number)),
            ],
        },
        fallbacks=[
            MessageHandler(filters.COMMAND, moves.go_away),
            CallbackQueryHandler(moves.go_away),
        ],
    )


def _answers(words: Handler, stray: Handler, file: Handler | None = None) -> list[Listener]:
    """Words that lead elsewhere, a file where one is waited for, the words, whatever is left."""
    listeners: list[Listener] = [MessageHandler(WORDS & Means(*ELSEWHERE), moves.go_away)]
    if file is not None:
        listeners.append(MessageHandler(FILES, _taken(file)))
    return [
        *listeners,
        MessageHandler(WORDS, _taken(words)),
        MessageHandler(PRIVATE, _taken(stray)),
    ]


def _taken(handler: Handler) -> Handler:
    return step(explained(handler))
