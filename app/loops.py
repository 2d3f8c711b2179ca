"""The event loop a serving process runs on."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any


def run(main: Coroutine[Any, Any, None]) -> None:
    """As `asyncio.run`, on uvloop where there is one: a letter then costs a tenth less
    (docs/decisions/0018).
    """
    with asyncio.Runner(loop_factory=fastest()) as runner:
        runner.run(main)


def fastest() -> Callable[[], asyncio.AbstractEventLoop] | None:
    """What makes the fastest loop that is installed; None: asyncio's own."""
    try:
        import uvloop
    except ImportError:  # Windows, and interpreters it is not made for
        return None
    return uvloop.new_event_loop
