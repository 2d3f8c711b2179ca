"""Starts and stops one assistant: tick, deliver and poll until a signal comes."""

import asyncio
import gc
import signal
from contextlib import AsyncExitStack

import structlog
from telegram.error import InvalidToken, NetworkError, RetryAfter, TelegramError

from app.clock import Clock, FollowedClock, machine_clock
from app.settings import Settings, SettingsProblem
from app.wiring import Jawara, build
from bot.routes import introduce
from storage.database import Database

log = structlog.get_logger(__name__)

UNREACHED_TRIES = 5


async def serve(settings: Settings, database: Database, ready: asyncio.Event | None = None) -> None:
    """Run until SIGINT or SIGTERM. Raises SettingsProblem for a token Telegram refuses."""
    clock: Clock = machine_clock
    async with AsyncExitStack() as stack:
        if settings.clock_url:
            clock = followed = FollowedClock(settings.clock_url)
            await followed.look()
            stack.callback(_begin(followed.follow()).cancel)
        jawara = build(settings, database, clock)
        stop = _stop_event()
        await run_until(jawara, stop, settings, ready)


async def run_until(
    jawara: Jawara, stop: asyncio.Event, settings: Settings, ready: asyncio.Event | None = None
) -> None:
    """The assistant at work between start and stop; leaves nothing half done behind."""
    waiting = _begin(stop.wait())
    try:
        if await _unless_stopped(_begin(_greet(jawara, settings)), waiting):
            await _work(jawara, waiting, ready)
    finally:
        await _end(waiting)
        await jawara.application.shutdown()
        await jawara.application.bot.shutdown()  # which the former leaves to itself if not greeted
    log.info("jawara has stopped")


async def _unless_stopped(
    greeting: "asyncio.Task[object]", waiting: "asyncio.Task[object]"
) -> bool:
    """Whether the greeting came to its end: nobody has to wait for a server that is away."""
    await asyncio.wait({greeting, waiting}, return_when=asyncio.FIRST_COMPLETED)
    if greeting.done():
        greeting.result()
    await _end(greeting)
    return not waiting.done()


async def _work(
    jawara: Jawara, waiting: "asyncio.Task[object]", ready: asyncio.Event | None
) -> None:
    await jawara.application.start()
    jawara.ticks.start()
    courier = _begin(jawara.courier.run())
    poller = _begin(jawara.poller.run())
    menu = _begin(_introduce(jawara))
    log.info("jawara is running", bot=jawara.application.bot.username)
    if ready is not None:
        ready.set()
    # What was built by now stays: the collector need not walk it again at every turn.
    gc.collect()
    gc.freeze()
    gc.set_threshold(5_000, 20, 20)
    try:
        done, _ = await asyncio.wait(
            {courier, poller, waiting}, return_when=asyncio.FIRST_COMPLETED
        )
        for task in done:
            task.result()
    finally:
        jawara.ticks.stop()
        await _end(poller, courier, menu)
        await jawara.application.stop()


async def _greet(jawara: Jawara, settings: Settings) -> None:
    """First contact with the Bot API, patient while the server is not reached."""
    for tried in range(UNREACHED_TRIES):
        try:
            await jawara.application.initialize()
            await jawara.application.bot.delete_webhook()
            return
        except InvalidToken:
            raise SettingsProblem(
                "JAWARA_TOKEN is refused by the server: ask @BotFather for the current one"
            ) from None
        except (NetworkError, RetryAfter) as error:
            log.warning("the Bot API does not answer yet", url=settings.api_url, error=str(error))
            await asyncio.sleep(2**tried)
    raise SettingsProblem(f"JAWARA_API_URL {settings.api_url} does not answer")


async def _introduce(jawara: Jawara) -> None:
    """The command menu: nobody's answer waits for it, and without it all else works."""
    try:
        await introduce(jawara.application)
    except TelegramError as error:
        log.warning("the command menu could not be set", error=str(error))


def _stop_event() -> asyncio.Event:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    return stop


def _begin(coroutine: object) -> "asyncio.Task[object]":
    return asyncio.ensure_future(coroutine)  # type: ignore[call-overload, no-any-return]


async def _end(*tasks: "asyncio.Task[object]") -> None:
    """Cancel what is still at work and wait for it; how it ends stops nothing else from ending."""
    at_work = [task for task in tasks if not task.done()]
    for task in at_work:
        task.cancel()
    for end in await asyncio.gather(*at_work, return_exceptions=True):
        if isinstance(end, Exception):
            log.error("ended badly", exc_info=end)
