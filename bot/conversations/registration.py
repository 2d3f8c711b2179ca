"""The registration: a check of the rules, then seven questions, each answer kept as it is given.

The draft is the truth. The library's state only says which words are listened to, and a button
says itself what it is for: so buttons lead in at any time, and words are answers while a question
is open. Whatever is neither parks the draft and goes on to the ordinary routes.
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

from bot.callbacks import Press, read
from bot.context import Handler, Turn
from bot.conversations import eligibility_moves as check
from bot.conversations import registration_buttons as buttons
from bot.conversations import registration_words as words
from bot.conversations.eligibility_asking import explained_check
from bot.conversations.registration_asking import Doubt, explained
from bot.conversations.steps import Listener, conversation_of, step
from bot.words import ELSEWHERE, Means, Word
from catalog.facts import Trait
from intake.applications.steps import Step
from intake.registration.checks import all_open_traits
from intake.registration.drafts import all_open_steps

NAME = "registration"


MESSAGES = filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE
EDITED = filters.UpdateType.EDITED_MESSAGE


def conversation() -> ConversationHandler[Turn]:
    """In by any button of a registration, or by "lanjut"; out at its number, or by leaving it."""
    return conversation_of(
        NAME,
        entry_points=[
            CallbackQueryHandler(_taken(press), pattern=cast(Callable[[object], bool], _known)),
            MessageHandler(MESSAGES & Means(Word.RESUME), _taken(words.resume)),
        ],
        states={
            **{question: _answers_to(question) for question in Step},
            **{trait: _answers_to_check(trait) for trait in Trait},
            Doubt.CANCEL: _answers_to_doubt(),
        },
        fallbacks=[CallbackQueryHandler(words.leave)],
    )


def read_states(session: Session) -> dict[int, object]:
    """Telegram id → the question that is open, for the library to start from.

    A check and a draft are never both under way: taking up the one closes the other.
    """
    return {**all_open_traits(session), **all_open_steps(session)}


async def press(update: Update, turn: Turn) -> object:
    """One look-up for all of the registration's buttons."""
    return await buttons.PRESSES[type(turn.pressed(Press))](update, turn)


def _answers_to(question: Step) -> list[Listener]:
    """Words that work like buttons, commands, the answer; last whatever can't be one."""
    return [
        MessageHandler(EDITED, _taken(words.edited)),
        MessageHandler(MESSAGES & Means(*words.ASIDES), _taken(words.aside)),
        MessageHandler(MESSAGES & Means(*ELSEWHERE), words.leave),
        MessageHandler(MESSAGES & filters.COMMAND, words.command),
        MessageHandler(MESSAGES & filters.FORWARDED, _taken(words.stray)),
        MessageHandler(
            MESSAGES & filters.CONTACT, _taken(partial(words.contact, question=question))
        ),
        MessageHandler(MESSAGES & filters.TEXT, _taken(partial(words.answered, question=question))),
        MessageHandler(MESSAGES, _taken(words.stray)),
    ]


def _answers_to_check(trait: Trait) -> list[Listener]:
    told, aside = partial(check.told, trait=trait), partial(check.aside, trait=trait)
    return [
        MessageHandler(EDITED, _explained(words.check_stray)),
        MessageHandler(MESSAGES & Means(*check.ASIDES), _explained(aside)),
        MessageHandler(MESSAGES & Means(*ELSEWHERE), words.leave),
        MessageHandler(MESSAGES & filters.COMMAND, words.check_command),
        MessageHandler(MESSAGES & filters.FORWARDED, _explained(words.check_stray)),
        MessageHandler(MESSAGES & filters.TEXT, _explained(told)),
        MessageHandler(MESSAGES, _explained(words.check_stray)),
    ]


def _answers_to_doubt() -> list[Listener]:
    return [
        MessageHandler(MESSAGES & filters.COMMAND & ~Means(*words.ASIDES), words.command),
        MessageHandler(MESSAGES & filters.TEXT, _taken(words.doubted)),
        MessageHandler(MESSAGES | EDITED, _taken(words.ask_cancel_again)),
    ]


def _taken(handler: Handler) -> Handler:
    return step(explained(handler))


def _explained(handler: Handler) -> Handler:
    return step(explained_check(handler))


def _known(data: object) -> Press | None:
    press = read(data)
    return press if type(press) in buttons.PRESSES else None
