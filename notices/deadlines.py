"""Ends what takes too long: one timer for all that is under way.

A timer for each letter (`asyncio.timeout`) would be a twentieth of what sending it costs.
"""

import asyncio
from collections.abc import Awaitable
from typing import TypeVar

T = TypeVar("T")

LOOKS = 25
"""So many times within the longest wait somebody looks at the clock."""


class Deadlines:
    """`longest_s`: how long one thing may take, and at most a twenty-fifth longer."""

    def __init__(self, longest_s: float) -> None:
        self._longest_s = longest_s
        self._begun: dict[asyncio.Task[object], float] = {}  # the longest under way first
        self._late: set[asyncio.Task[object]] = set()
        self._watching = False

    async def kept_by(self, work: Awaitable[T]) -> T:
        """Its result. Raises TimeoutError, after cancelling it, where it takes too long."""
        task = asyncio.current_task()
        assert task is not None
        loop = asyncio.get_running_loop()
        self._begun[task] = loop.time()
        self._watch(loop)
        try:
            return await work
        except asyncio.CancelledError:
            # Somebody else may have cancelled it as well: that is not ours to swallow.
            if task in self._late and not task.uncancel():
                raise TimeoutError from None
            raise
        finally:
            self._begun.pop(task, None)
            self._late.discard(task)

    def _watch(self, loop: asyncio.AbstractEventLoop) -> None:
        if not self._watching and self._begun:
            self._watching = True
            loop.call_later(self._longest_s / LOOKS, self._look, loop)

    def _look(self, loop: asyncio.AbstractEventLoop) -> None:
        self._watching = False
        latest = loop.time() - self._longest_s
        for task in [task for task, begun in self._begun.items() if begun < latest]:
            del self._begun[task]
            self._late.add(task)
            task.cancel()
        self._watch(loop)
