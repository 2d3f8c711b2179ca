"""Shared reading: questions asked at the same moment travel to PostgreSQL together.

A hop to a thread, a transaction and its end cost as much as several small queries.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from sqlalchemy.orm import Session

T = TypeVar("T")

Call = Callable[[Session], Any]
Asked = tuple[Call, "asyncio.Future[Any]"]
Read = Callable[[Callable[[Session], None]], Awaitable[None]]

AT_ONCE = 8
"""So many of a crowd's questions share a trip; the others travel beside it."""


class Gathering:
    """`read` runs one call in a snapshot of its own, in a thread."""

    def __init__(self, read: Read) -> None:
        self._read = read
        self._waiting: list[Asked] = []
        self._trips: set[asyncio.Task[None]] = set()

    def ask(self, call: Callable[[Session], T]) -> "asyncio.Future[T]":
        """The answer to come, or what the call has raised."""
        loop = asyncio.get_running_loop()
        answer: asyncio.Future[T] = loop.create_future()
        if not self._waiting:
            # After all that is ready to run in this turn of the loop has asked.
            loop.call_soon(self._set_out)
        self._waiting.append((call, answer))
        return answer

    def _set_out(self) -> None:
        asked, self._waiting = self._waiting, []
        for first in range(0, len(asked), AT_ONCE):
            trip = asyncio.create_task(self._travel(asked[first : first + AT_ONCE]))
            self._trips.add(trip)
            trip.add_done_callback(self._trips.discard)

    async def _travel(self, group: list[Asked]) -> None:
        loop = asyncio.get_running_loop()

        def read_all(session: Session) -> None:
            for call, answer in group:
                # Told at once: whoever has asked goes on while the next one is read.
                loop.call_soon_threadsafe(_tell, answer, *_read_one(session, call))

        try:
            await self._read(read_all)
        except Exception as error:
            for _, answer in group:
                _tell(answer, None, error)


def _read_one(session: Session, call: Call) -> tuple[Any, Exception | None]:
    try:
        return call(session), None
    except Exception as error:
        session.rollback()  # a statement that failed has spoilt the transaction for the others
        return None, error
    finally:
        session.expunge_all()  # the next call loads its objects with all that it asks for


def _tell(answer: "asyncio.Future[Any]", result: Any, trouble: Exception | None) -> None:
    if answer.done():
        return
    if trouble is None:
        answer.set_result(result)
    else:
        answer.set_exception(trouble)
