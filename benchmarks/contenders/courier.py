"""The real outbox: claims, writes, sends and records, each message's state durable."""

import asyncio
import time
from contextlib import closing, suppress
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session
from telegram.ext import ExtBot

from app.loops import run as serve
from app.loops import settle_memory
from benchmarks.contenders.figures import keep
from benchmarks.contenders.flow import TOKEN
from bot.context import House
from bot.finding import Finder
from bot.messenger import Messenger
from bot.transport import AiohttpRequest
from notices.delivery import Courier
from notices.limits import Limits
from notices.outbox import IS_PENDING, IS_SENDING
from storage.database import Database
from storage.models import Notice
from storage.vault import Vault, make_key
from texts import speaker

WIB = ZoneInfo("Asia/Jakarta")
NO_LIMIT = 1_000_000
LOOK_S = 0.1


def run(url: str, database_url: str, figures: str) -> None:
    """Until nothing is left in the outbox of that database.

    Words are at hand, the loop and the collector are those of a process that runs (`app.running`).
    """
    speaker("id")
    with closing(Database(database_url, vault=Vault(make_key()))) as database:
        settle_memory()
        seconds, cpu_s = serve(_drain(url, database))
    keep(figures, seconds=seconds, cpu_s=cpu_s)


async def _drain(url: str, database: Database) -> tuple[float, float]:
    transport = AiohttpRequest()
    async with transport:
        bot = ExtBot(TOKEN, f"{url}/bot", request=transport)
        house = House(database, _now, WIB, Finder(database), human="")
        limits = Limits(NO_LIMIT, ceiling=NO_LIMIT)
        courier = Courier(database, Messenger(bot, house), limits, _now, WIB)
        began, cpu = time.perf_counter(), time.process_time()
        carrying = asyncio.create_task(courier.run())
        while await database.read(_something_left):
            await asyncio.sleep(LOOK_S)
            if carrying.done():
                break
        took = time.perf_counter() - began, time.process_time() - cpu
        carrying.cancel()
        with suppress(asyncio.CancelledError):
            await carrying
        return took


def _something_left(session: Session) -> bool:
    looks = (select(Notice.id).where(state).limit(1) for state in (IS_PENDING, IS_SENDING))
    return any(session.scalar(look) is not None for look in looks)


def _now() -> datetime:
    return datetime.now(UTC)
