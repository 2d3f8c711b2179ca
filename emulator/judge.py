"""aiogram's models, loaded in a thread while the server already answers its first requests."""

from __future__ import annotations

import asyncio
import gc
import threading
from typing import Any, Protocol

Json = dict[str, Any]


class Judge(Protocol):
    """What `emulator.protocol` offers."""

    def find(self, name: str) -> Any: ...

    def check(self, method: Any, given: Json, violations: list[str]) -> Json: ...

    def made_update(self, update: Json) -> Json: ...


class Court:
    """Calls the judge in once, and lets everyone wait for the same arrival."""

    def __init__(self) -> None:
        self._coming: asyncio.Future[Judge] | None = None

    async def judge(self) -> Judge:
        if self._coming is None:
            self._coming = asyncio.get_running_loop().create_future()
            # A daemon: whoever ends the emulator early need not wait for the import.
            threading.Thread(target=self._fetch, args=(self._coming,), daemon=True).start()
        if self._coming.done():
            return self._coming.result()
        return await asyncio.shield(self._coming)

    def _fetch(self, coming: asyncio.Future[Judge]) -> None:
        judge = _load()
        loop = coming.get_loop()
        if not loop.is_closed():
            loop.call_soon_threadsafe(coming.set_result, judge)


def _load() -> Judge:
    """Import the models. They stay for good: the collector need not look at them again."""
    gc.disable()
    try:
        from emulator import protocol
    finally:
        gc.freeze()
        gc.enable()
    return protocol
