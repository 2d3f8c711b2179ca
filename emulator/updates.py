"""The queue of updates, and the one poller that may wait at its end."""

from __future__ import annotations

import asyncio
from typing import Any

from emulator.clock import Clock
from emulator.errors import ApiError
from emulator.state import Store

KEPT_S = 24 * 3600
MAX_WAIT_S = 50
# An offset further ahead than this belongs to another time, and counts as none.
LEAP = 10
UNLESS_ASKED = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
CONFLICT = "terminated by other getUpdates request; make sure that only one bot instance is running"

Json = dict[str, Any]


class Updates:
    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._queue: dict[int, tuple[float, Json]] = {}
        for key, (arrived, update) in sorted(store.all("update"), key=lambda row: int(row[0])):
            self._queue[int(key)] = (arrived, update)
        self._last_id: int = store.value("counter", "update_id", 731_000_000)
        self._allowed: list[str] = store.value("counter", "allowed_updates", [])
        self._waiting: asyncio.Future[bool] | None = None
        self._empty = asyncio.Event()
        self._mark_empty()

    def next_id(self) -> int:
        self._last_id += 1
        self._store.put("counter", "update_id", self._last_id)
        return self._last_id

    def add(self, update: Json) -> None:
        """Queue an Update object that carries its `update_id`, if the bot wants its kind."""
        kind = next(key for key in update if key != "update_id")
        if not self._wanted(kind):
            return
        number = int(update["update_id"])
        self._last_id = max(self._last_id, number)
        arrived = self._clock.now()
        self._queue[number] = (arrived, update)
        self._store.put("update", number, [arrived, update])
        self._empty.clear()
        self._wake(True)

    def __len__(self) -> int:
        self._expire()
        return len(self._queue)

    async def wait_empty(self, wait_s: float) -> int:
        """How many are still unconfirmed, once there are none or the time is over."""
        try:
            async with asyncio.timeout(wait_s):
                await self._empty.wait()
        except TimeoutError:
            pass
        return len(self)

    async def poll(self, offset: int, limit: int, timeout_s: float) -> list[Json]:
        """What getUpdates returns. Raises 409 in the poller that was here first."""
        self._wake(False)
        if offset > self._last_id + LEAP:
            offset = 0
        self._confirm(offset)
        if not 1 <= limit <= 100:
            limit = 100
        batch = self._from(offset, limit)
        if batch or timeout_s <= 0:
            return batch
        if await self._wait(min(timeout_s, MAX_WAIT_S)):
            return self._from(offset, limit)
        return []

    def allow(self, kinds: list[str]) -> None:
        self._allowed = kinds
        self._store.put("counter", "allowed_updates", kinds)

    def clear(self) -> None:
        self._forget(list(self._queue))

    def release(self) -> None:
        """Let the waiting poller go with what there is."""
        self._wake(True)

    def _wanted(self, kind: str) -> bool:
        return kind in self._allowed if self._allowed else kind not in UNLESS_ASKED

    def _from(self, offset: int, limit: int) -> list[Json]:
        self._expire()
        numbers = sorted(number for number in self._queue if number >= offset or offset < 0)
        return [self._queue[number][1] for number in numbers[:limit]]

    def _confirm(self, offset: int) -> None:
        if offset > 0:
            self._forget([number for number in self._queue if number < offset])
        elif offset < 0:
            self._forget(sorted(self._queue)[:offset])

    def _expire(self) -> None:
        oldest = self._clock.now() - KEPT_S
        self._forget([number for number, (arrived, _) in self._queue.items() if arrived < oldest])

    def _forget(self, numbers: list[int]) -> None:
        for number in numbers:
            del self._queue[number]
            self._store.drop("update", number)
        self._mark_empty()

    def _mark_empty(self) -> None:
        if not self._queue:
            self._empty.set()

    async def _wait(self, timeout_s: float) -> bool:
        """True when an update came, False when the time was over."""
        mine = asyncio.get_running_loop().create_future()
        self._waiting = mine
        try:
            async with asyncio.timeout(timeout_s):
                came = await mine
        except TimeoutError:
            return False
        finally:
            if self._waiting is mine:
                self._waiting = None
        if not came:
            raise ApiError(409, CONFLICT)
        return True

    def _wake(self, came: bool) -> None:
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_result(came)
