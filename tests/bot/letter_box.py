"""Siti's chat in an emulator, and the messenger that writes to it."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, closing
from datetime import timedelta
from typing import Any

import pytest
from telegram.ext import ExtBot

from bot.context import House
from bot.finding import Finder
from bot.letters import SharedWriter, Writer
from bot.messenger import Messenger
from notices.outbox import Lane
from notices.sender import Letter, Told, Trouble
from storage.models import Meeting
from tests.bot.bare import bot_at
from tests.cast import NOW, SITI, WIB, open_database, set_stage, welcome
from tests.simulator import Simulator, running_emulator


class Post:
    """The messenger, and `letter`, a reminder of Siti's first meeting that is due."""

    def __init__(self, telegram: Simulator, bot: ExtBot[Any], house: House, letter: Letter):
        self.telegram, self.bot, self.house, self.letter = telegram, bot, house, letter
        self.messenger = Messenger(bot, house)

    def shares(self, writers: Mapping[str, SharedWriter]) -> None:
        """From now on these kinds are written so."""
        self.messenger = Messenger(self.bot, self.house, shared=writers)

    def writes(self, writers: Mapping[str, Writer]) -> None:
        """The same for kinds that each have words of their own."""
        self.messenger = Messenger(self.bot, self.house, writers)

    async def send(self, **changes: Any) -> int | Told:
        facts = {name: getattr(self.letter, name) for name in Letter.__slots__}
        return await self.messenger.send(Letter(**{**facts, **changes}))

    async def trouble(self, **fault: Any) -> Trouble:
        """What the messenger makes of an answer of Telegram's."""
        kind = fault.pop("kind", "errors")
        if fault:
            await self.telegram.faults(**{kind: {"methods": ["sendMessage"], **fault}})
        with pytest.raises(Trouble) as told:
            await self.send()
        await self.telegram.lift_faults()
        return told.value

    async def started(self) -> None:
        """Siti writes to the bot, and may be written to from then on."""
        await self.telegram.say(SITI.telegram_id, "/start")

    async def last(self) -> dict[str, Any]:
        """The newest message of Siti's chat."""
        return await self.telegram.last(SITI.telegram_id)


@asynccontextmanager
async def letter_box(url: str) -> AsyncIterator[Post]:
    with closing(open_database(url)) as database:
        with database.transaction() as session:
            stage, account_id = set_stage(session), welcome(session, SITI)
            meeting = session.get_one(Meeting, stage.meeting_ids[0])
            facts = {"meeting_id": meeting.id, "revision": meeting.revision}
        letter = Letter(
            1, account_id, SITI.telegram_id, "id", Lane.REMINDERS, "meeting_soon", facts, 1,
            NOW, NOW + timedelta(hours=1), NOW + timedelta(minutes=1),
        )  # fmt: skip
        house = House(database, lambda: NOW, WIB, Finder(database), human="")
        async with (
            running_emulator() as address,
            Simulator(address, settles=False) as telegram,
            bot_at(address) as application,
        ):
            await telegram.add_user("Siti", id=SITI.telegram_id)
            yield Post(telegram, application.bot, house, letter)
