"""What every handler has at hand: the house (services) and the turn (this one update)."""

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, TypeVar, cast
from zoneinfo import ZoneInfo

from telegram import Update
from telegram.ext import Application, CallbackContext, ExtBot

from bot.callbacks import Press
from bot.counting import Counts
from bot.finding import Finder
from intake.documents.retention import KEPT_DAYS
from storage.database import Database
from storage.models import Account
from storage.shelf import Shelf
from texts import Speaker, speaker

P = TypeVar("P", bound=Press)

FILES_AT_ONCE = 8
"""So many are fetched side by side: each may be as large as a document is allowed to be."""


@dataclass
class House:
    """The services of one running bot, built in `app.wiring`."""

    database: Database
    now: Callable[[], datetime]
    """The clock: aware UTC. In a demo it follows the emulator's."""
    zone: ZoneInfo
    finder: Finder
    human: str
    """How to reach a person, as it is told in the help: an address or a number."""
    operator: str = ""
    """Who runs it and answers for people's data, as the welcome tells it."""
    approve_above: int = 100
    """A broadcast to more people than this wants a second person's approval."""
    keep_documents: int = KEPT_DAYS
    """Days for which documents are kept after an application, or its training, has ended."""
    bulk_rate: float = 25.0
    """Unasked messages a second, as the settings allow them: how long a broadcast will take."""
    nudge: Callable[[], None] = lambda: None
    """Tells the courier, if it is in this process, that something was put into the outbox."""
    shelf: Shelf | None = None
    """Where documents lie; whoever takes none has none."""
    fetching: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(FILES_AT_ONCE))

    def today(self) -> date:
        """The local date, by which ages and days are counted."""
        return self.now().astimezone(self.zone).date()


class Turn(CallbackContext[ExtBot[Any], dict[Any, Any], dict[Any, Any], dict[Any, Any]]):
    """One update's context. `account` is set before any handler runs (`bot.handlers.meet`)."""

    account: Account
    left = False
    """A question was open until this update, which leads away from it."""

    @property
    def house(self) -> House:
        house = self.application.bot_data["house"]
        assert isinstance(house, House)
        return house

    @property
    def counts(self) -> Counts:
        counts = self.application.bot_data.setdefault("counts", Counts())
        assert isinstance(counts, Counts)
        return counts

    @property
    def t(self) -> Speaker:
        """Speaks this person's language."""
        return speaker(self.account.language)

    def press(self, press: Press) -> None:
        """As a button's route would: words were what stands on it."""
        self.matches = cast(Any, [press])

    def pressed(self, kind: type[P]) -> P:
        """The button that was pressed, as its route has parsed it."""
        assert self.matches
        press: Any = self.matches[0]
        assert isinstance(press, kind)
        return press


Handler = Callable[[Update, Turn], Coroutine[Any, Any, object]]

App = Application[ExtBot[Any], Turn, dict[Any, Any], dict[Any, Any], dict[Any, Any], Any]


def deep_link(turn: Turn, payload: str) -> str:
    """https://t.me/<bot>?start=<payload>, which opens the bot with that payload."""
    return f"https://t.me/{turn.bot.username}?start={payload}"


def typed(update: Update) -> str:
    """The text of a message that a route has found to be text."""
    assert update.effective_message is not None
    return update.effective_message.text or ""
