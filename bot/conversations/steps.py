"""How a conversation's handlers take an update for themselves, or let it go on.

Conversations sit in the first groups of handlers, all other routes in the last. A step that has
answered stops the update there; leaving a conversation does not, so that the button or command a
person left with is answered as well.
"""

from collections.abc import Callable, Coroutine
from functools import wraps
from typing import Any

from telegram import Update
from telegram.ext import ApplicationHandlerStop

from bot.context import Turn

Handler = Callable[[Update, Turn], Coroutine[Any, Any, object]]

GO_ON = object()
"""Returned by a step that leaves the question open and the update to the ordinary routes."""


def step(handler: Handler) -> Handler:
    """The update ends with this handler; what it returns is the conversation's next state."""

    @wraps(handler)
    async def taken(update: Update, turn: Turn) -> object:
        state = await handler(update, turn)
        if state is GO_ON:
            return None
        raise ApplicationHandlerStop(state)

    return taken
