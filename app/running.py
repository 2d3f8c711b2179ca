"""Starts and stops the posts of one process: each works while it is ours, until a signal comes."""

import asyncio
import signal
from collections.abc import Callable, Collection, Coroutine, Mapping
from contextlib import AsyncExitStack
from importlib import import_module
from itertools import count
from typing import Any

import structlog
from sqlalchemy.exc import SQLAlchemyError
from telegram.error import InvalidToken, NetworkError, RetryAfter

from app.clock import Clock, FollowedClock, machine_clock
from app.holding import finish_broken_restore
from app.loops import settle_memory
from app.posts import Side, ended
from app.settings import Settings, SettingsProblem
from app.wiring import Jawara
from storage.database import Database
from storage.leadership import Leadership, Post, leadership

log = structlog.get_logger(__name__)

UNREACHED_TRIES = 4
BREATHER_S = 2.0
WATCHED_AFTER_S = 1.0
SETTLED_AFTER_S = 1.5


async def serve(
    settings: Settings,
    database: Database,
    posts: Collection[Post] = tuple(Post),
    ready: asyncio.Event | None = None,
) -> None:
    """Run until SIGINT or SIGTERM, standing by for a post that another process holds.

    `ready` is set when all of them have begun. Raises SettingsProblem for a token Telegram refuses.
    """
    clock: Clock = machine_clock
    async with AsyncExitStack() as stack:
        if settings.clock_url:
            clock = followed = FollowedClock(settings.clock_url)
            await followed.look()
            stack.callback(asyncio.create_task(followed.follow()).cancel)
        jawara = Jawara(settings, database, clock)
        stop = _stop_event()
        leads = {post: leadership(settings.database, post) for post in posts}
        if settings.metrics_port:
            watching = asyncio.create_task(_watch(jawara, leads.values(), settings.metrics_port))
            stack.push_async_callback(ended, watching)
        await serve_posts(jawara, leads, stop, ready)
    log.info("jawara has stopped")


async def serve_posts(
    jawara: Jawara,
    leads: Mapping[Post, Leadership],
    stop: asyncio.Event,
    ready: asyncio.Event | None = None,
) -> None:
    """All posts side by side until `stop`; one that fails ends the others in good order."""
    begun: set[Post] = set()

    def note(post: Post) -> None:
        if not begun:
            asyncio.get_running_loop().call_later(SETTLED_AFTER_S, settle_memory)
        begun.add(post)
        if ready is not None and begun == set(leads):
            ready.set()

    holding = [asyncio.create_task(_hold(jawara, lead, stop, note)) for lead in leads.values()]
    try:
        await asyncio.gather(*holding)
    finally:
        stop.set()
        await asyncio.gather(*holding, return_exceptions=True)


async def _watch(jawara: Jawara, leads: Collection[Leadership], port: int) -> None:
    """Serve /healthz and /metrics until cancelled; the first answer has waited for nothing here."""
    await asyncio.sleep(WATCHED_AFTER_S)
    await asyncio.to_thread(import_module, "app.watching")
    from app.watching import watched

    async with watched(jawara, leads, port):
        await asyncio.Event().wait()


async def _hold(
    jawara: Jawara, lead: Leadership, stop: asyncio.Event, begun: Callable[[Post], None]
) -> None:
    """One post, term after term."""
    while await _before(stop, lead.take()):
        over = asyncio.Event()
        watch = [asyncio.create_task(_after(each, over)) for each in (stop.wait(), lead.lost())]
        try:
            await _term(jawara, lead.post, over, begun)
        except SQLAlchemyError as error:
            log.warning("the database is away", post=lead.post, error=type(error).__name__)
            await _before(stop, asyncio.sleep(BREATHER_S))
        finally:
            await ended(*watch)  # not before: a question cut short would give the post away
            await lead.give_back()
    await lead.give_back()


async def _term(
    jawara: Jawara, post: Post, over: asyncio.Event, begun: Callable[[Post], None]
) -> None:
    """At work until it is over; leaves nothing half done behind."""
    # A restore that was killed while we stood by: its database was another one when we opened it.
    await asyncio.to_thread(finish_broken_restore, jawara.settings.database)
    side = jawara.build(post)
    try:
        if await _before(over, _greet(jawara, side)):
            log.info("jawara is running", post=post, bot=side.username)
            working = asyncio.create_task(side.work())
            begun(post)
            await _until_over(working, over)
    finally:
        jawara.leave(post)
        await side.close()


async def _until_over(working: "asyncio.Task[None]", over: asyncio.Event) -> None:
    """Work ends only when it is told to, unless something is wrong: that is raised."""
    waiting = asyncio.create_task(over.wait())
    try:
        await asyncio.wait({working, waiting}, return_when=asyncio.FIRST_COMPLETED)
        if working.done():
            working.result()
    finally:
        await ended(waiting, working)


async def _greet(jawara: Jawara, side: Side) -> None:
    """Patient while the server is not reached; at a first start not for ever: it may be a slip."""
    url = jawara.settings.api_url
    for tried in count():
        try:
            await side.greet()
            jawara.greeted = True
            return
        except InvalidToken:
            raise SettingsProblem(
                "JAWARA_TOKEN is refused by the server: ask @BotFather for the current one"
            ) from None
        except (NetworkError, RetryAfter) as error:
            log.warning("the Bot API does not answer yet", url=url, error=str(error))
        if tried == UNREACHED_TRIES and not jawara.greeted:
            raise SettingsProblem(f"JAWARA_API_URL {url} does not answer")
        await asyncio.sleep(2 ** min(tried, UNREACHED_TRIES))


async def _before(event: asyncio.Event, doing: Coroutine[Any, Any, object]) -> bool:
    """Whether it came to its end before the event; else it is cancelled. Raises what it raises."""
    task, waiting = asyncio.create_task(doing), asyncio.create_task(event.wait())
    try:
        await asyncio.wait({task, waiting}, return_when=asyncio.FIRST_COMPLETED)
        if task.done():
            task.result()
        return task.done() and not event.is_set()
    finally:
        await ended(task, waiting)


async def _after(first: Coroutine[Any, Any, object], then: asyncio.Event) -> None:
    """However it ends: a watch that broke down must not leave the watched one at work."""
    try:
        await first
    finally:
        then.set()


def _stop_event() -> asyncio.Event:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    return stop
