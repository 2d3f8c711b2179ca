"""Links into the bot: https://t.me/<bot>?start=<payload>."""

from collections.abc import Awaitable, Callable

from telegram import Update

from bot.context import Turn
from bot.handlers import courses, staff

Opener = Callable[[Update, Turn, str], Awaitable[None]]

OPENERS: dict[str, Opener] = {"p": courses.open_by_slug, "staf": staff.accept}
"""What heads a payload → who opens the rest: "p-las-smaw-a" is a programme by its slug, "staf-…"
an invitation of staff."""


def leads_somewhere(payload: str) -> bool:
    """Whether it is of a kind that is known; what it names may be gone, and its opener says so."""
    return payload.partition("-")[0] in OPENERS


async def follow(update: Update, turn: Turn, payload: str) -> None:
    """Open what the payload names."""
    kind, _, rest = payload.partition("-")
    await OPENERS[kind](update, turn, rest)
