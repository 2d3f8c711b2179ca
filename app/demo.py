"""The demo: emulator, bot, courier and ticks, from one command, on one machine."""

import asyncio
import os
import shutil
import socket
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from aiohttp import ClientConnectionError

from app.logs import set_up_logs
from app.loops import run
from app.settings import Settings, SettingsProblem

HOST = "127.0.0.1"
TOKEN = "1000000001:the-emulator-needs-no-secret-token"  # noqa: S105 - the emulator's, no secret
READY_S = 15


def run_demo(settings: Settings, port: int, *, open_page: bool) -> None:
    """Until Ctrl-C, whenever it comes. Raises SettingsProblem where the port is taken."""
    set_up_logs("WARNING" if sys.stderr.isatty() else settings.log_level)
    _must_be_free(port)
    # KeyboardInterrupt only comes while all is still starting: later Ctrl-C is a signal to stop.
    with suppress(KeyboardInterrupt):
        run(_play(for_demo(settings, port), port, open_page))
    print("Jawara has stopped; everything is kept for the next start.")


def bring_crowd(settings: Settings, port: int) -> None:
    """Into the demo that runs at this port. Raises SettingsProblem where none does."""
    set_up_logs("WARNING")
    demo = for_demo(settings, port)
    try:
        # Imported only now, as for playing.
        from app.demo_play import gather

        told = asyncio.run(gather(demo))
    except ClientConnectionError:
        raise SettingsProblem(
            f"no demo runs at {demo.api_url}: make demo, in another terminal"
        ) from None
    print(told)


def reset_demo(settings: Settings) -> None:
    """Delete what demos have left in the home: the demo's database and the emulator's memory."""
    home = settings.home
    left = [*home.glob("demo.db*"), home / "emulator", home / "feeds"]
    for path in left:
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
    print(f"The demo in {home} starts afresh next time.")


def for_demo(settings: Settings, port: int) -> Settings:
    """The demo's own database beside the real one, and the emulator as server and as clock."""
    address = f"http://{HOST}:{port}"
    changes: dict[str, Any] = {
        "token": TOKEN,
        "api_url": address,
        "clock_url": f"{address}/sim/clock",
    }
    # A database named in .env is the real one: the demo takes only what is asked for right now.
    if not os.environ.get("JAWARA_DATABASE_URL"):
        changes["database_url"] = f"sqlite:///{settings.home.resolve() / 'demo.db'}"
    return replace(settings, **changes)


async def _play(settings: Settings, port: int, open_page: bool) -> None:
    async with _emulator(settings, port):
        # Imported only now: it takes two seconds, and so it does beside the emulator, which is
        # loading aiogram's models for four.
        from app.demo_play import play

        await play(settings, open_page=open_page)


@asynccontextmanager
async def _emulator(settings: Settings, port: int) -> AsyncIterator[Process]:
    """The emulator in a process of its own; it ends with this one, however this one ends."""
    state = settings.home / "emulator"
    _make_folder(state)
    arguments = ["--host", HOST, "--port", str(port), "--token", TOKEN, "--state", str(state)]
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "emulator", *arguments, "--follow-stdin"),
        stdin=PIPE,
        stdout=PIPE,
        start_new_session=True,  # Ctrl-C is for us: the emulator must outlive the bot
    )
    try:
        assert process.stdout is not None
        line = await asyncio.wait_for(process.stdout.readline(), READY_S)
        if not line:
            raise SettingsProblem("the emulator did not start; its own message stands above")
        yield process
    except BaseException:
        if process.returncode is None:
            # It may still be loading, and would complain of its end; it has nothing to lose yet.
            process.kill()
        raise
    else:
        if process.returncode is None:
            process.terminate()
    finally:
        await process.wait()


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SettingsProblem(f"JAWARA_HOME: {folder}: {error.strerror}") from None


def _must_be_free(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            raise SettingsProblem(
                f"port {port} can't be used ({error.strerror}): choose another, "
                f"such as make demo PORT={port + 10 if port < 65000 else 8091}"
            ) from None
