"""Takes updates from Telegram and confirms only what has been handled.

The library's own updater confirms an update before its handler has run, so a crash would lose
it. Here the offset never passes an update that is still under way; what a crash repeats is
tolerated by the domain.
"""

import asyncio
import time
from contextlib import suppress
from operator import itemgetter
from typing import Any

import structlog
from telegram import Update
from telegram.error import Conflict, NetworkError, RetryAfter, TelegramError
from telegram.ext import Application
from telegram.request import BaseRequest, RequestData

# The library exports no other way to make form data for a request of one's own.
from telegram.request._requestparameter import RequestParameter

from bot.counting import Counts
from bot.patience import seconds

log = structlog.get_logger(__name__)

LONG_POLL_S = 50
LIMIT = 100
STRAGGLERS_S = 0.2
"""How long slow updates hold the next poll back before polling goes on without them."""
FEW = 8
"""With no more than so many under way the next poll begins: the bot is never without work."""
WANTED = ["message", "edited_message", "callback_query", "my_chat_member"]


class Poller:
    """One long-polling loop over one bot; Telegram allows no second one."""

    def __init__(
        self,
        application: Application[Any, Any, Any, Any, Any, Any],
        request: BaseRequest,
        counts: Counts | None = None,
    ) -> None:
        """`request` is a transport of its own, so that a long poll never holds up an answer."""
        self._application = application
        self._request = request
        self._counts = counts or Counts()
        self._next = 0
        self._under_way: dict[int, asyncio.Task[None]] = {}
        self._handled: set[int] = set()
        self._fails = self._few = 0
        self._caught_up = asyncio.Event()

    async def run(self) -> None:
        """Until cancelled; then the updates under way are finished and confirmed."""
        try:
            while True:
                await self._once()
        finally:
            await self._finish()

    async def _once(self) -> None:
        asked_from = self._offset()
        try:
            batch = await self._fetch(0 if self._under_way else LONG_POLL_S)
        except TelegramError as error:
            await self._pause(error)
            return
        self._fails = 0
        self._counts.polled_at = time.monotonic()
        if batch and batch[0]["update_id"] < asked_from:
            self._number_anew()
        for raw in batch:
            self._begin(raw)
        await self._catch_up()

    async def _catch_up(self) -> None:
        """Until few updates are left under way: all of a lone one, most of a crowd."""
        self._caught_up.clear()
        self._few = FEW if len(self._under_way) > 2 * FEW else 0
        if len(self._under_way) > self._few:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._caught_up.wait(), STRAGGLERS_S)

    async def _fetch(self, wait_s: int, limit: int = LIMIT) -> list[dict[str, Any]]:
        parameters = {
            "offset": self._offset(),
            "limit": limit,
            "timeout": wait_s,
            "allowed_updates": WANTED,
        }
        data = RequestData([RequestParameter.from_input(k, v) for k, v in parameters.items()])
        url = f"{self._application.bot.base_url}/getUpdates"
        try:
            updates: Any = await self._request.post(url, data, read_timeout=wait_s + 10)
            return sorted(updates, key=itemgetter("update_id"))
        except (KeyError, TypeError) as error:  # a proxy's page, perhaps
            raise NetworkError(f"no list of updates: {error!r}") from None

    def _offset(self) -> int:
        """The lowest update not handled yet; all below it are thereby confirmed."""
        offset = min(self._under_way, default=self._next)
        self._handled = {number for number in self._handled if number >= offset}
        return offset

    def _number_anew(self) -> None:
        """After a week without updates Telegram may go on with any number, a lower one, too."""
        self._next = 0
        self._handled.clear()

    def _begin(self, raw: dict[str, Any]) -> None:
        number = int(raw["update_id"])
        if number in self._under_way or number in self._handled:
            return
        self._next = max(self._next, number + 1)
        task = asyncio.create_task(self._handle(raw), name=f"update {number}")
        self._under_way[number] = task
        task.add_done_callback(lambda _task: self._done(number))

    async def _handle(self, raw: dict[str, Any]) -> None:
        try:
            update = Update.de_json(raw, self._application.bot)
        except (TypeError, ValueError, KeyError) as error:
            # One update that can't be read must not stop everyone else's.
            log.error("update unreadable", update_id=raw.get("update_id"), error=repr(error))
            return
        await self._application.update_processor.process_update(
            update, self._application.process_update(update)
        )

    def _done(self, number: int) -> None:
        if self._under_way[number].cancelled():
            return  # the process ends: it was not handled, so it is not confirmed and comes again
        task = self._under_way.pop(number)
        self._handled.add(number)
        self._counts.updates += 1
        if len(self._under_way) <= self._few:
            self._caught_up.set()
        if (error := task.exception()) is not None:
            self._counts.errors += 1
            log.error("update failed", update_id=number, exc_info=error)

    async def _pause(self, error: TelegramError) -> None:
        self._fails += 1
        wait = min(5.0, 0.5 * 2 ** min(self._fails, 6))
        if isinstance(error, RetryAfter):
            wait = seconds(error.retry_after)
        if isinstance(error, Conflict):
            log.warning("another bot polls with this token", waiting_s=wait)
        elif not isinstance(error, NetworkError) or self._fails > 1:
            log.warning("polling failed", error=str(error), waiting_s=wait)
        await asyncio.sleep(wait)

    async def _finish(self) -> None:
        if self._under_way:
            await asyncio.wait(list(self._under_way.values()), timeout=10)
        try:
            await asyncio.wait_for(self._fetch(0, limit=1), timeout=3)  # confirms the handled ones
        except (TelegramError, TimeoutError) as error:
            log.debug("last confirmation failed", error=str(error))
