"""A page for machines on this machine: /healthz for whoever restarts, /metrics for Prometheus."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Collection
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager

import structlog
from aiohttp import web
from sqlalchemy.exc import SQLAlchemyError

from app.health import Queue, Signs, examine
from app.metrics import expose
from app.wiring import Jawara
from notices.queue import queue_by_lane
from storage.leadership import Leadership

log = structlog.get_logger(__name__)

HOST = "127.0.0.1"
ANSWER_S = 5.0
"""A database that takes longer for a look at the queue is taken for gone."""
TEXT = "text/plain; version=0.0.4; charset=utf-8"


class Watch:
    """Looks at one process when it is asked to, off the loop on which people are answered."""

    def __init__(
        self,
        jawara: Jawara,
        leads: Collection[Leadership],
        clock: Callable[[], float],
    ) -> None:
        self._jawara, self._leads, self._clock = jawara, leads, clock
        self._thread = ThreadPoolExecutor(1, "watch")

    async def healthz(self, _request: web.Request) -> web.Response:
        health = examine(await self._signs())
        found = {"status": health.status, "posts": health.posts, "reasons": health.reasons}
        return web.json_response(found, status=503 if health.reasons else 200)

    async def metrics(self, _request: web.Request) -> web.Response:
        text = expose(await self._signs(), self._jawara.limits.bulk_rate)
        return web.Response(body=text, headers={"Content-Type": TEXT})

    def close(self) -> None:
        self._thread.shutdown(wait=False, cancel_futures=True)

    async def _signs(self) -> Signs:
        queue = await self._look()
        counts, counting = self._jawara.counts, self._jawara.counting
        now = self._jawara.clock()
        return Signs(self._leads, counts, counting, queue, self._clock(), now)

    async def _look(self) -> Queue | None:
        looking = asyncio.get_running_loop().run_in_executor(self._thread, self._read)
        try:
            return await asyncio.wait_for(looking, ANSWER_S)
        except (SQLAlchemyError, TimeoutError):
            return None

    def _read(self) -> Queue:
        with self._jawara.database.snapshot() as session:
            return queue_by_lane(session, self._jawara.clock())


@asynccontextmanager
async def watched(
    jawara: Jawara,
    leads: Collection[Leadership],
    port: int,
    *,
    clock: Callable[[], float] = time.monotonic,
) -> AsyncIterator[int | None]:
    """Serve at that port (0: any that is free) until the end; gives the port, None where it is
    taken. `clock` is monotonic, in seconds.
    """
    watch = Watch(jawara, leads, clock)
    page = web.Application()
    page.add_routes([web.get("/healthz", watch.healthz), web.get("/metrics", watch.metrics)])
    runner = web.AppRunner(page, access_log=None, shutdown_timeout=1.0)
    await runner.setup()
    try:
        yield await _listen(runner, port)
    finally:
        await runner.cleanup()
        watch.close()


async def _listen(runner: web.AppRunner, port: int) -> int | None:
    try:
        await web.TCPSite(runner, HOST, port).start()
    except OSError as error:
        log.warning("metrics port taken", port=port, error=error.strerror)
        return None
    return int(runner.addresses[0][1])
