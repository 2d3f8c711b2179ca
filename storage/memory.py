"""What was read lately and is asked for again at once: the catalogue by many, an account by itself.

Forgotten as soon as this process writes a table it was read from, and after two seconds in any
case, by when another process or the clock may have changed it.
"""

import asyncio
import threading
import time
from collections.abc import Callable, Hashable, Iterable
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import Table

F = TypeVar("F", bound=Callable[..., Any])
T = TypeVar("T")

LASTS_S = 2.0
MOST = 2_000


def reads(*tables: str) -> Callable[[F], F]:
    """Declares the tables a query function reads; without it every write makes it forgotten."""

    def declared(query: F) -> F:
        query.__dict__["tables"] = frozenset(tables)
        return query

    return declared


@cache
def taken_along(table: Table) -> frozenset[str]:
    """The names of the tables in which a deletion from this one may change rows: itself, and those
    whose foreign keys take rows along, or let go of them, from table to table.
    """
    reached, new = {table.name}, {table.name}
    while new:
        new = {
            other.name
            for other in table.metadata.tables.values()
            for key in other.foreign_keys
            if key.ondelete and key.column.table.name in new
        } - reached
        reached |= new
    return frozenset(reached)


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
        """These tables have changed."""
        changed = frozenset(written)
        if not changed:
            return
        with self._lock:
            self._pages = {
                tables: page
                for tables, page in self._pages.items()
                if tables is not None and not tables & changed
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
