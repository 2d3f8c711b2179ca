"""Group commit: calls that wait for SQLite's one writer at the same moment share a transaction.

A commit that reaches the disk costs as much as several calls. Whoever is answered is answered
after it. Should one of the calls fail, nothing of the group is kept, and each is run again in a
transaction of its own, so that only the one that fails is refused.
"""

import asyncio
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any, TypeVar

from sqlalchemy.orm import Session

T = TypeVar("T")

Scope = Callable[[], AbstractContextManager[Session]]
Call = Callable[[Session], Any]


class Together:
    """`scope` opens a transaction that is committed at its end."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._waiting: list[tuple[Call, asyncio.Future[Any]]] = []

    async def write(self, call: Callable[[Session], T]) -> T:
        """The result, once it is committed; or what the call has raised."""
        loop = asyncio.get_running_loop()
        answer: asyncio.Future[T] = loop.create_future()
        self._waiting.append((call, answer))
        if len(self._waiting) == 1:
            # After all that is ready to run in this turn of the loop has had its say.
            loop.call_soon(self._run)
        return await answer

    def _run(self) -> None:
        group = [(call, answer) for call, answer in self._waiting if not answer.cancelled()]
        self._waiting = []
        try:
            results = self._all([call for call, _ in group])
        except Exception as error:
            if len(group) == 1:
                _refuse(group[0][1], error)
                return
            for call, answer in group:
                self._alone(call, answer)
            return
        for (_, answer), result in zip(group, results, strict=True):
            answer.set_result(result)

    def _alone(self, call: Call, answer: "asyncio.Future[Any]") -> None:
        try:
            answer.set_result(self._all([call])[0])
        except Exception as error:  # it is the caller's
            _refuse(answer, error)

    def _all(self, calls: list[Call]) -> list[Any]:
        results = []
        with self._scope() as session:
            for call in calls:
                results.append(call(session))
                # The next call must read what this one wrote, and hold none of its objects.
                session.flush()
                session.expunge_all()
        return results


def _refuse(answer: "asyncio.Future[Any]", error: Exception) -> None:
    if isinstance(error, StopIteration):  # the one exception that a future does not take
        error = RuntimeError("a domain call has raised StopIteration")
    answer.set_exception(error)
