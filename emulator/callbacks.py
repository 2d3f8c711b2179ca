"""Pressed inline buttons that wait for the bot's answer."""

from __future__ import annotations

import asyncio
import math
import secrets
from typing import Any

from emulator.clock import Clock
from emulator.errors import bad_request
from emulator.state import Store

ANSWERABLE_S = 5 * 60
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"

Json = dict[str, Any]


class Callbacks:
    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        # When each query was asked, and in which chat.
        self._asked: dict[str, tuple[float, int]] = {
            key: (asked, chat_id) for key, (asked, chat_id) in store.all("callback")
        }
        self._answers: dict[str, asyncio.Future[Json]] = {}

    def ask(self, chat_id: int, query_id: str = "") -> str:
        """Register a query and return its id, a decimal number of 64 bits."""
        query_id = query_id or str(secrets.randbits(62) | 1 << 61)
        self._asked[query_id] = (self._clock.now(), chat_id)
        self._store.put("callback", query_id, list(self._asked[query_id]))
        self._answers[query_id] = asyncio.get_running_loop().create_future()
        self._forget_old()
        return query_id

    def answer(self, query_id: str, answer: Json) -> int:
        """Take the bot's answer and return the chat of the query.

        A second answer is accepted and changes nothing, as on Telegram. Raises 400.
        """
        asked, chat_id = self._asked.get(query_id, (-math.inf, 0))
        if self._clock.now() - asked > ANSWERABLE_S:
            raise bad_request(TOO_OLD)
        waiting = self._answers.get(query_id)
        if waiting is not None and not waiting.done():
            waiting.set_result(answer)
        return chat_id

    async def wait(self, query_id: str, wait_s: float) -> Json | None:
        """The answer, or None when it did not come in time."""
        done, _ = await asyncio.wait([self._answers[query_id]], timeout=wait_s)
        return next(iter(done)).result() if done else None

    def _forget_old(self) -> None:
        oldest = self._clock.now() - ANSWERABLE_S
        for query_id in [key for key, (asked, _) in self._asked.items() if asked < oldest]:
            del self._asked[query_id]
            self._answers.pop(query_id, None)
            self._store.drop("callback", query_id)
