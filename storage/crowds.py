"""Crowds: what many ask of one call at the same moment is handled by it in one transaction.

A thousand people press the same button in the same second. One by one, each of them would cost a
transaction and all its statements; together they cost little more than one.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

Handle = Callable[[list[Any]], Awaitable[Sequence[Any]]]

AT_ONCE = 64
"""So many at most share a transaction: the last of them waits for the first."""


class Crowd:
    """`handle` answers each of its items in their order, by a result or by the exception that
    refuses it. What it raises undoes all of it; each item is then handled by itself, so that only
    the one that fails is refused.
    """

    def __init__(self, handle: Handle) -> None:
        self._handle = handle
        self._waiting: list[tuple[Any, asyncio.Future[Any]]] = []
        self._at_work: asyncio.Task[None] | None = None

    async def ask(self, item: Any) -> Any:
        """Its result, or what refuses it. While one group is handled, the next one gathers."""
        answer: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        self._waiting.append((item, answer))
        if self._at_work is None:
            self._at_work = asyncio.create_task(self._work())
        return await answer

    async def _work(self) -> None:
        try:
            while self._waiting:
                await asyncio.sleep(0)  # after all that is ready to run has asked
                group, self._waiting = self._waiting[:AT_ONCE], self._waiting[AT_ONCE:]
                await self._serve([each for each in group if not each[1].cancelled()])
        finally:
            self._at_work = None

    async def _serve(self, group: list[tuple[Any, asyncio.Future[Any]]]) -> None:
        try:
            results = await self._handle([item for item, _ in group])
        except Exception as error:
            if len(group) > 1:
                for each in group:
                    await self._serve([each])
                return
            results = [error] * len(group)
        for (_, answer), result in zip(group, results, strict=True):
            if answer.done():
                continue
            if isinstance(result, Exception):
                answer.set_exception(result)
            else:
                answer.set_result(result)
