"""What was read lately and is asked for again at once: the catalogue by many, an account by itself.

Forgotten as soon as this process writes a table it was read from, and after two seconds in any
case, by when another process or the clock may have changed it.
"""

import asyncio
import threading
import time
from collections.abc import Callable, Hashable, Iterable
from typing import Any, TypeVar

F = TypeVar("F", bound=Callable[..., Any])
T = TypeVar("T")

LASTS_S = 2.0
MOST = 2_000
EVERYTHING = "*"


def reads(*tables: str) -> Callable[[F], F]:
    """Declares the tables a query function reads; without it every write makes it forgotten."""

    def declared(query: F) -> F:
        query.__dict__["tables"] = frozenset(tables)
        return query

    return declared


class Memory:
    """Answers by question. It is shared: what it gives out must not be changed."""

    def __init__(self) -> None:
        self._pages: dict[frozenset[str] | None, _Page] = {}
        self._lock = threading.Lock()  # PostgreSQL's transactions end in several threads

    def page(self, query: Callable[..., Any]) -> "_Page":
        """Where answers of this query are kept. A write meanwhile puts another in its place."""
        tables = query.__dict__.get("tables")
        with self._lock:
            page = self._pages.get(tables)
            if page is None or page.since < time.monotonic() - LASTS_S or len(page.answers) > MOST:
                page = self._pages[tables] = _Page()
            return page

    def forget(self, written: Iterable[str]) -> None:
        """These tables have changed; EVERYTHING stands for all of them."""
        changed = frozenset(written)
        if not changed:
            return
        with self._lock:
            self._pages = {
                tables: page
                for tables, page in self._pages.items()
                if tables is not None and not tables & changed and EVERYTHING not in changed
            }


class _Page:
    def __init__(self) -> None:
        self.since = time.monotonic()
        self.answers: dict[Hashable, Any] = {}
        self.asked: dict[Hashable, asyncio.Future[Any]] = {}
        """What is being read: whoever asks the same meanwhile waits for that."""

    def ask(self, key: Hashable, reading: "asyncio.Future[T]") -> "asyncio.Future[T]":
        self.asked[key] = reading
        reading.add_done_callback(lambda done: self._keep(key, done))
        return reading

    def _keep(self, key: Hashable, done: "asyncio.Future[Any]") -> None:
        del self.asked[key]
        if not done.cancelled() and done.exception() is None:
            self.answers[key] = done.result()
