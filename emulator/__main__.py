"""python -m emulator: run a Telegram of one's own."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import errno
import logging
import os
import signal
import sqlite3
import sys
import threading
from pathlib import Path
from typing import TextIO

from aiohttp import web

from emulator.server import build_app

GRACE_S = 1.0


def main() -> int:
    options = _options()
    logging.basicConfig(level=logging.WARNING, format="emulator: %(message)s")
    try:
        app = build_app(options.token, options.state)
    except ValueError as error:
        return _complain(str(error))
    except (sqlite3.Error, OSError) as error:
        return _complain(f"{options.state} can't be used ({error}); choose another --state")
    try:
        asyncio.run(_run(app, options))
    except OSError as error:
        if error.errno not in (errno.EADDRINUSE, errno.EACCES, errno.EADDRNOTAVAIL):
            raise
        place = f"{options.host}:{options.port}"
        return _complain(
            f"{place} can't be used ({os.strerror(error.errno)}); choose another --port"
        )
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m emulator", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8081, help="0 takes a free one")
    parser.add_argument("--token", required=True, help="the one bot's token: 123456:ABC…")
    parser.add_argument("--state", type=Path, help="keep everything in this folder")
    parser.add_argument("--follow-stdin", action="store_true", help="end when stdin closes")
    return parser.parse_args()


async def _run(app: web.Application, options: argparse.Namespace) -> None:
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=GRACE_S)
    await runner.setup()
    try:
        site = web.TCPSite(runner, options.host, options.port)
        await site.start()
        port = runner.addresses[0][1]
        _say(sys.stdout, f"http://{options.host}:{port}")
        await _until_told(options.follow_stdin)
    finally:
        await runner.cleanup()


async def _until_told(follow_stdin: bool) -> None:
    loop = asyncio.get_running_loop()
    over = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(NotImplementedError):  # Windows
            loop.add_signal_handler(number, over.set)
    if follow_stdin:
        watch = threading.Thread(target=_watch_stdin, args=(loop, over), daemon=True)
        watch.start()
    await over.wait()


def _watch_stdin(loop: asyncio.AbstractEventLoop, over: asyncio.Event) -> None:
    """Read the bare descriptor: sys.stdin holds a lock that would hinder the process's end."""
    with contextlib.suppress(OSError):
        while os.read(0, 4096):
            pass
    with contextlib.suppress(RuntimeError):  # the loop may be closed by now
        loop.call_soon_threadsafe(over.set)


def _complain(text: str) -> int:
    _say(sys.stderr, text)
    return 2


def _say(stream: TextIO, text: str) -> None:
    stream.write(f"emulator: {text}\n")
    stream.flush()


if __name__ == "__main__":
    sys.exit(main())
