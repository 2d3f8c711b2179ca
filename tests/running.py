"""A whole Jawara in the test's own process: real database, real HTTP, an emulator as Telegram."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import and_, exists, or_, select
from sqlalchemy.orm import Session

from app.clock import FollowedClock, machine_clock
from app.opening import open_database
from app.running import serve_posts
from app.settings import Settings, read_settings
from app.stocking import stock_catalogue, stock_demo
from app.wiring import Jawara
from bot.context import App
from catalog.examples import load_examples
from storage.database import Database
from storage.leadership import Post, leadership
from storage.models import Notice
from storage.vault import Vault, make_key
from tests.cast import WIB
from tests.simulator import TOKEN, Simulator

PATIENCE_S = 60
MORNING_HOUR = 9


class Running:
    """Jawara at work. `later` moves everybody's clock and lets what is due happen."""

    def __init__(
        self, telegram: Simulator, settings: Settings, database: Database, clock: FollowedClock
    ) -> None:
        self.telegram = telegram
        self.settings = settings
        self.database = database
        self.clock = clock
        self.jawara: Jawara
        self._stop = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    async def start(self) -> None:
        self._stop = asyncio.Event()
        self.jawara = Jawara(self.settings, self.database, self.clock)
        ready = asyncio.Event()
        leads = {post: leadership(self.settings.database, post) for post in Post}
        self._task = asyncio.create_task(serve_posts(self.jawara, leads, self._stop, ready))
        waiting = asyncio.create_task(ready.wait())
        await asyncio.wait({self._task, waiting}, return_when=asyncio.FIRST_COMPLETED)
        waiting.cancel()
        if self._task.done():
            self._task.result()

    async def stop(self) -> None:
        assert self._task is not None
        self._stop.set()
        await asyncio.wait_for(self._task, PATIENCE_S)

    async def restart(self) -> None:
        """Another process could not know less: everything but the database is built anew."""
        await self.stop()
        await self.start()

    async def later(self, seconds: float = 0) -> None:
        """Move the clock forward, run every tick, and deliver all that is due.

        What the courier's own round has in hand, begun but not recorded, is waited for.
        """
        assert self.jawara.worker is not None
        if seconds:
            await self.telegram.advance(seconds)
        await self.clock.look()
        await self.tick()
        await self.jawara.worker.courier.drain_once()
        async with asyncio.timeout(PATIENCE_S):
            while await self.database.read(_is_under_way, self.clock()):  # noqa: ASYNC110  # a row
                await asyncio.sleep(0.01)
        await self.telegram.settle()

    @property
    def application(self) -> App:
        assert self.jawara.face is not None
        return self.jawara.face.application

    async def tick(self) -> None:
        """Every tick of both posts, now."""
        for side in (self.jawara.face, self.jawara.worker):
            assert side is not None
            await side.ticks.once()


def _is_under_way(session: Session, now: datetime) -> bool:
    """Whether a notice is due or being sent."""
    due = and_(Notice.state == "pending", Notice.due_at <= now)
    return bool(session.scalar(select(exists().where(or_(Notice.state == "sending", due)))))


@asynccontextmanager
async def running(address: str, database_url: str, home: Path) -> AsyncIterator[Running]:
    """Jawara with the bundled catalogue and the examples, talking to the emulator there,
    from nine in the morning on, whatever the hour is here.
    """
    settings = read_settings(
        token=TOKEN,
        api_url=address,
        database_url=database_url,
        home=home,
        clock_url=f"{address}/sim/clock",
        bulk_rate=1000,
        _env_file=None,
    )
    database = open_database(settings)
    clock = FollowedClock(f"{address}/sim/clock")
    async with Simulator(address) as telegram:
        await make_it_morning(telegram, clock, settings.zone)
        stock_demo(database, home, clock(), settings.zone)
        here = Running(telegram, settings, database, clock)
        await here.start()
        try:
            yield here
        finally:
            await here.stop()
            database.close()


async def make_it_morning(telegram: Simulator, clock: FollowedClock, zone: ZoneInfo) -> None:
    """Let the clock run to the next nine o'clock, far from the quiet hours: what a story sends is
    not held back because of when the tests were started.
    """
    await clock.look()
    await telegram.advance((next_morning(clock(), zone) - clock()).total_seconds())
    await clock.look()


def next_morning(now: datetime, zone: ZoneInfo = WIB) -> datetime:
    local = now.astimezone(zone)
    morning = local.replace(hour=MORNING_HOUR, minute=0, second=0, microsecond=0)
    return morning + timedelta(days=morning <= local)


def stock(database_url: str) -> None:
    """The catalogue and its examples, as `running` would put them there: once, to be copied."""
    now = next_morning(machine_clock())
    with closing(Database(database_url, vault=Vault(make_key()))) as database:
        stock_catalogue(database, now)
        with database.transaction() as session:
            load_examples(session, now=now)


def stocked(telegram: Simulator, address: str, database_url: str, home: Path) -> Running:
    """An installation with the catalogue and its examples; nothing of it runs in this process."""
    settings = read_settings(
        token=TOKEN, api_url=address, database_url=database_url, home=home, _env_file=None
    )
    database, clock = open_database(settings), FollowedClock(f"{address}/sim/clock")
    stock_demo(database, home, clock(), settings.zone)
    return Running(telegram, settings, database, clock)
