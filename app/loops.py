"""The event loop a serving process runs on, and how its memory is looked after."""

import asyncio
import gc
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

T = TypeVar("T")


def run(main: Coroutine[Any, Any, T]) -> T:
    """As `asyncio.run`, on uvloop where there is one: a letter then costs a tenth less
    (docs/decisions/0018).
    """
    with asyncio.Runner(loop_factory=fastest()) as runner:
        return runner.run(main)


def fastest() -> Callable[[], asyncio.AbstractEventLoop] | None:
    """What makes the fastest loop that is installed; None: asyncio's own."""
    try:
        import uvloop
    except ImportError:  # Windows, and interpreters it is not made for
        return None
    return uvloop.new_event_loop


def settle_memory() -> None:
    """What was built by now stays: the collector need not walk it again at every turn."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(5_000, 20, 20)
