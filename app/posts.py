"""The two posts: the face polls and answers, the worker delivers and plans."""

import asyncio
from dataclasses import dataclass
from typing import Any, Protocol

import structlog
from telegram.error import TelegramError
from telegram.ext import ExtBot

from app.schedule import Ticks
from bot.context import App
from bot.polling import Poller
from bot.routes import introduce
from notices.delivery import Courier

log = structlog.get_logger(__name__)


class Side(Protocol):
    """Whoever does the work of a post, for one term."""

    @property
    def username(self) -> str:
        """The bot's, once greeted."""

    async def greet(self) -> None:
        """First contact with the Bot API; may be tried again."""

    async def work(self) -> None:
        """Until cancelled; then nothing is left half done."""

    async def close(self) -> None:
        """Give connections back, however far it came."""


@dataclass
class Face:
    """Updates come in, answers go out."""

    application: App
    poller: Poller
    ticks: Ticks

    @property
    def username(self) -> str:
        return self.application.bot.username

    async def greet(self) -> None:
        # Reads where each conversation stands: not before the post is ours, or it would be stale.
        await self.application.initialize()
        await self.application.bot.delete_webhook()

    async def work(self) -> None:
        await self.application.start()
        self.ticks.start()
        menu = asyncio.create_task(self._introduce())
        try:
            await self.poller.run()
        finally:
            self.ticks.stop()
            await ended(menu)
            await self.application.stop()

    async def close(self) -> None:
        await self.application.shutdown()
        await self.application.bot.shutdown()  # which the former leaves to itself if not greeted

    async def _introduce(self) -> None:
        """The command menu: nobody's answer waits for it, and without it all else works."""
        try:
            await introduce(self.application)
        except TelegramError as error:
            log.warning("the command menu could not be set", error=str(error))


@dataclass
class Worker:
    """The outbox is filled and drained."""

    bot: ExtBot[Any]
    courier: Courier
    ticks: Ticks

    @property
    def username(self) -> str:
        return self.bot.username

    async def greet(self) -> None:
        await self.bot.initialize()

    async def work(self) -> None:
        self.ticks.start()
        try:
            await self.courier.run()
        finally:
            self.ticks.stop()

    async def close(self) -> None:
        await self.bot.shutdown()


async def ended(*tasks: "asyncio.Task[Any]") -> None:
    """Cancel what is still at work and wait for it; how it ends stops nothing else from ending."""
    at_work = [task for task in tasks if not task.done()]
    for task in at_work:
        task.cancel()
    for end in await asyncio.gather(*at_work, return_exceptions=True):
        if isinstance(end, Exception):
            log.error("ended badly", exc_info=end)
