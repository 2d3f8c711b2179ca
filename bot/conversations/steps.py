"""How a conversation is made, and its handlers take an update for themselves, or let it go on.

Conversations sit in the first groups of handlers, all other routes in the last. A step that has
answered stops the update there; leaving a conversation does not, so that the button or command a
person left with is answered as well.
"""

import warnings
from collections.abc import Mapping, Sequence
from functools import wraps

from telegram import Update
from telegram.ext import ApplicationHandlerStop, BaseHandler, ConversationHandler
from telegram.warnings import PTBUserWarning

from bot.context import Handler, Turn

GO_ON = object()
"""Returned by a step that leaves the question open and the update to the ordinary routes."""


Listener = BaseHandler[Update, Turn, object]


def conversation_of(
    name: str,
    *,
    entry_points: Sequence[Listener],
    states: Mapping[object, Sequence[Listener]],
    fallbacks: Sequence[Listener],
) -> ConversationHandler[Turn]:
    """Its buttons lead in from wherever it stands; where that is, `bot.persistence` reads."""
    with warnings.catch_warnings():
        # per_message=False is meant: buttons and what is typed or sent belong to one conversation.
        warnings.filterwarnings("ignore", "If 'per_message=False'", PTBUserWarning)
        return ConversationHandler(
            entry_points=list(entry_points),
            states={state: list(answers) for state, answers in states.items()},
            fallbacks=[_leading_away(each) for each in fallbacks],
            allow_reentry=True,
            name=name,
            persistent=True,
        )


def _leading_away(fallback: Listener) -> Listener:
    """Whoever answers next can say that a question was closed."""
    answer: Handler = fallback.callback

    @wraps(answer)
    async def left(update: Update, turn: Turn) -> object:
        turn.left = True
        return await answer(update, turn)

    fallback.callback = left
    return fallback


def step(handler: Handler) -> Handler:
    """The update ends with this handler; what it returns is the conversation's next state."""

    @wraps(handler)
    async def taken(update: Update, turn: Turn) -> object:
        state = await handler(update, turn)
        if state is GO_ON:
            return None
        raise ApplicationHandlerStop(state)

    return taken
