"""Locks that several processes contend for, and that end with whoever holds them.

On PostgreSQL it is an advisory lock of a session, on a connection of its own; on SQLite an flock on
a file beside the database. A process that is killed lets go of both at once.
"""

import asyncio
import fcntl
import os
import socket
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from sqlalchemy import URL

if TYPE_CHECKING:
    from psycopg import AsyncConnection

ANSWER_S = 5.0
"""A server that takes longer to answer is taken for gone."""
CLIENT = {"connect_timeout": 5, "application_name": "jawara post"}
# By these the server finds out within 15 s that the machine at the other end is dead: the first for
# a silent line, the last for one on which an answer of its own was never taken.
SERVER = {
    "tcp_keepalives_idle": 5,
    "tcp_keepalives_interval": 3,
    "tcp_keepalives_count": 3,
    "tcp_user_timeout": 14_000,
}
TAKE = "SELECT pg_try_advisory_lock({number})"
# Asked for by itself: behind a pooler the session, and so the lock, may be somebody else's by now.
IS_HELD = """
SELECT EXISTS (
    SELECT FROM pg_locks
    WHERE locktype = 'advisory' AND pid = pg_backend_pid()
    AND classid = 0 AND objid = {number} AND objsubid = 1 AND granted
)
"""


class NoAnswer(Exception):
    """Whether the lock is ours can't be told: the database does not answer."""


class Lock(Protocol):
    """One lock as one process sees it."""

    async def take(self) -> bool:
        """Try once; False where somebody else has it. Raises NoAnswer."""

    async def holds(self) -> bool:
        """Whether it is still ours. Raises NoAnswer."""

    async def give_back(self) -> None:
        """Safe whether it is ours or not."""


class AdvisoryLock:
    """`number` names the lock within the database of this URL; it fits 31 bits."""

    def __init__(self, url: URL, number: int, *, answer_s: float = ANSWER_S) -> None:
        self._arguments = url.get_dialect()().create_connect_args(url)[1]
        self._number, self._answer_s = number, answer_s
        self._connection: AsyncConnection[Any] | None = None
        self._given_up: asyncio.Future[bool] | None = None
        """A question whose line was cut: it ends within a turn or two of the loop."""

    async def take(self) -> bool:
        return await self._ask(TAKE)

    async def holds(self) -> bool:
        return self._connection is not None and await self._ask(IS_HELD)

    async def give_back(self) -> None:
        given_up, self._given_up = self._given_up, None
        if given_up is not None:  # the loop's end would cancel it, which psycopg logs
            await asyncio.wait({given_up}, timeout=self._answer_s)
        connection, self._connection = self._connection, None
        if connection is not None:
            await connection.close()

    async def _ask(self, question: str) -> bool:
        asking = asyncio.ensure_future(self._answer(question.format(number=self._number)))
        try:
            await asyncio.wait({asking}, timeout=self._answer_s)
            if asking.done():
                return asking.result()
        except NoAnswer:
            await self.give_back()
            raise
        finally:
            if not asking.done():
                self._cut(asking)
        raise NoAnswer("too slow")

    async def _answer(self, question: str) -> bool:
        import psycopg

        try:
            if self._connection is None:
                self._connection = await self._connect()
            cursor = await self._connection.execute(question)
            row = await cursor.fetchone()
        except (psycopg.Error, OSError) as error:
            raise NoAnswer(type(error).__name__) from None
        return row is not None and bool(row[0])

    async def _connect(self) -> "AsyncConnection[Any]":
        from psycopg import AsyncConnection

        given = {**CLIENT, **self._arguments}
        connection = await AsyncConnection.connect(autocommit=True, **given)
        try:
            for name, value in SERVER.items():
                await connection.execute(f"SET {name} = {value}")
        except BaseException:
            await connection.close()
            raise
        return connection

    def _cut(self, asking: "asyncio.Future[bool]") -> None:
        """Give an unanswered question up: the line is cut under it, so that it ends by itself.

        Being cancelled, it would first ask the same silent server to cancel its work.
        """
        import psycopg

        self._given_up = asking
        connection, self._connection = self._connection, None
        asking.add_done_callback(lambda done: done.cancelled() or done.exception())
        if connection is None or connection.closed:
            asking.cancel()  # it was still connecting, or is about to end
            return
        asking.add_done_callback(lambda _done: connection.pgconn.finish())
        with (
            suppress(OSError, psycopg.Error),  # it may just have broken by itself
            socket.socket(fileno=os.dup(connection.fileno())) as line,
        ):
            line.shutdown(socket.SHUT_RDWR)


class FileLock:
    """An flock on this file, which is made where it is missing and stays there, empty."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: int | None = None

    async def take(self) -> bool:
        try:
            file = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        except OSError as error:
            raise NoAnswer(error.strerror) from None
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(file)
            return False
        self._file = file
        return True

    async def holds(self) -> bool:
        """Not where the file was deleted: somebody else may have made, and locked, another one."""
        try:
            there = self._path.stat()
        except OSError:
            return False
        return self._file is not None and os.path.samestat(there, os.fstat(self._file))

    async def give_back(self) -> None:
        file, self._file = self._file, None
        if file is not None:
            os.close(file)
