"""A server that falls silent: the lock is given up for lost, and taken again when it speaks."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from sqlalchemy import make_url

from storage.locks import AdvisoryLock, NoAnswer
from tests.cluster import Cluster

ANSWER_S = 2


class Line:
    """A TCP line to a server's socket that can fall silent without being closed."""

    def __init__(self, server: str) -> None:
        self._server = server
        self.speaks = asyncio.Event()
        self.speaks.set()

    async def connect(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        theirs = await asyncio.open_unix_connection(self._server)
        try:
            await asyncio.gather(self._carry(reader, theirs[1]), self._carry(theirs[0], writer))
        finally:
            writer.close()
            theirs[1].close()

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while data := await reader.read(4096):
            await self.speaks.wait()
            writer.write(data)
        writer.close()


@asynccontextmanager
async def line_to(server: Cluster) -> AsyncIterator[tuple[Line, AdvisoryLock]]:
    line = Line(f"{server.url.query['host']}/.s.PGSQL.5432")
    listener = await asyncio.start_server(line.connect, "127.0.0.1", 0)
    port = listener.sockets[0].getsockname()[1]
    url = make_url(f"postgresql+psycopg://postgres@127.0.0.1:{port}/postgres?gssencmode=disable")
    lock = AdvisoryLock(url, 7, answer_s=ANSWER_S)
    try:
        yield line, lock
    finally:
        line.speaks.set()
        await lock.give_back()
        listener.close()
        await listener.wait_closed()


async def test_a_silent_server_is_taken_for_gone_and_asked_anew(own_postgres: Cluster) -> None:
    async with line_to(own_postgres) as (line, lock):
        assert (await lock.take(), await lock.holds()) == (True, True)
        line.speaks.clear()
        with pytest.raises(NoAnswer, match="too slow"):
            await lock.holds()
        with pytest.raises(NoAnswer, match="too slow"):
            await lock.take()
        line.speaks.set()
        async with asyncio.timeout(60):
            # The server has yet to see that the first line is cut.
            while not await lock.take():  # noqa: ASYNC110  # which it does not tell us
                await asyncio.sleep(0.05)
        assert await lock.holds()


async def test_who_stops_asking_leaves_nothing_behind(own_postgres: Cluster) -> None:
    async with line_to(own_postgres) as (line, lock):
        assert await lock.take()
        line.speaks.clear()
        asking = asyncio.create_task(lock.holds())
        await asyncio.sleep(0.05)
        asking.cancel()
        await asyncio.wait({asking})
        line.speaks.set()
        assert (asking.cancelled(), await lock.holds()) == (True, False)
