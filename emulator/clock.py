"""The emulator's clock: real time plus an offset that the page and tests may move."""

from __future__ import annotations

import time
from typing import Any

from emulator.state import Store


class Clock:
    def __init__(self, store: Store) -> None:
        self._store = store
        self.offset_s: float = store.value("clock", "offset_s", 0.0)

    def now(self) -> float:
        """Seconds since 1970 as the emulator sees it."""
        return time.time() + self.offset_s

    def stamp(self) -> int:
        """Now in whole seconds, as Bot API objects carry it."""
        return int(self.now())

    def set_offset(self, offset_s: float) -> None:
        self.offset_s = offset_s
        self._store.put("clock", "offset_s", offset_s)

    def reading(self) -> dict[str, Any]:
        return {"offset_s": self.offset_s, "now": self.now()}
