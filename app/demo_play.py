"""The demo once its emulator runs: the installation is stocked, its people come, the bot serves."""

import asyncio
import os
import sys
import webbrowser
from collections.abc import Mapping

import aiohttp

from app.clock import Clock, FollowedClock
from app.demo_people import (
    APPLICANTS,
    BOT,
    BUDI,
    CROWD,
    DEDI,
    PEOPLE,
    RATNA,
    appoint_staff,
    enrol_applicants,
    enrol_budi,
    enrol_crowd,
)
from app.opening import open_database
from app.running import serve
from app.settings import Settings
from app.stocking import stock_demo
from storage.database import Database


async def play(settings: Settings, *, open_page: bool) -> None:
    """Until SIGINT or SIGTERM; the address is printed when everything answers."""
    database = open_database(settings)
    try:
        clock = await _page_clock(settings)
        stock_demo(database, settings.home, clock(), settings.zone)
        await _tell(settings.api_url, "bot", BOT)
        ready = asyncio.Event()
        serving = asyncio.create_task(serve(settings, database, ready=ready))
        waiting = asyncio.create_task(ready.wait())
        await asyncio.wait({serving, waiting}, return_when=asyncio.FIRST_COMPLETED)
        if ready.is_set():
            await _invite(database, settings.api_url, clock)
            _announce(settings.api_url, open_page)
        waiting.cancel()
        await serving
    finally:
        database.close()


async def gather(settings: Settings) -> str:
    """Let the rest of sixty people register for one class; what became of it."""
    await _tell(settings.api_url, "crowd", {"first_id": CROWD.start, "count": len(CROWD)})
    clock, database = await _page_clock(settings), open_database(settings)
    try:
        if enrol_crowd(database, clock()):
            return f"{len(CROWD)} more people have registered for menjahit"
        return "they have registered before, or menjahit takes no registrations"
    finally:
        database.close()


async def _page_clock(settings: Settings) -> Clock:
    """The time on the chat page, which may have been moved: examples are dated from it."""
    clock = FollowedClock(f"{settings.api_url}/sim/clock")
    await clock.look()
    return clock


async def _invite(database: Database, address: str, clock: Clock) -> None:
    """The demo's people appear on the chat page; most of them know Jawara already."""
    for person in (*PEOPLE, *APPLICANTS):
        await _tell(address, "users", person)
    known = [BUDI] if enrol_budi(database, clock()) else []
    if enrol_applicants(database, clock()):
        known += [person["id"] for person in APPLICANTS]
    for telegram_id in known:
        # At a later start a new example class has them anew: what they were doing stays open.
        if not await _has_said(address, telegram_id):
            await _tell(address, f"users/{telegram_id}/messages", {"text": "/start"})
    if appoint_staff(database, clock()):
        for telegram_id in (RATNA, DEDI):
            await _tell(address, f"users/{telegram_id}/messages", {"text": "/staf"})


async def _has_said(address: str, telegram_id: int) -> bool:
    async with (
        aiohttp.ClientSession(address) as session,
        session.get(f"/sim/users/{telegram_id}/messages") as response,
    ):
        response.raise_for_status()
        return bool(await response.json())


async def _tell(address: str, what: str, body: Mapping[str, object]) -> None:
    """Say something to the emulator's control API."""
    async with (
        aiohttp.ClientSession(address) as session,
        session.post(f"/sim/{what}", json=body) as response,
    ):
        response.raise_for_status()


def _announce(address: str, open_page: bool) -> None:
    print(f"\n  Jawara is ready: {address}\n  Ctrl-C ends it.\n", flush=True)
    if open_page and _has_desktop():
        webbrowser.open(address)


def _has_desktop() -> bool:
    if not sys.stdout.isatty():
        return False
    return sys.platform in ("darwin", "win32") or any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY")
    )
