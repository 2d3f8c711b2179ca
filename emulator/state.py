"""What survives a restart: one SQLite table of JSON values, written behind in small batches.

Every change is on disk within about a quarter of a second; a killed process loses no more.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

log = logging.getLogger(__name__)

FLUSH_EVERY_S = 0.2

SCHEMA = (
    "CREATE TABLE IF NOT EXISTS things ("
    "kind TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, "
    "PRIMARY KEY (kind, key)) WITHOUT ROWID"
)
UPSERT = (
    "INSERT INTO things (kind, key, value) VALUES (?, ?, ?) "
    "ON CONFLICT (kind, key) DO UPDATE SET value = excluded.value"
)
DELETE = "DELETE FROM things WHERE kind = ? AND key = ?"

Batch = list[tuple[str, str, str | None]]


class Store:
    """Keeps nothing: the emulator without `--state`."""

    def put(self, kind: str, key: str | int, value: Any) -> None:
        """Remember a JSON value under (kind, key); the value must not change afterwards."""

    def drop(self, kind: str, key: str | int) -> None:
        """Forget (kind, key)."""

    def all(self, kind: str) -> Iterator[tuple[str, Any]]:
        """Every (key, value) of a kind, in no promised order."""
        return iter(())

    def value(self, kind: str, key: str, default: Any) -> Any:
        return dict(self.all(kind)).get(key, default)

    def folder(self) -> Path | None:
        """Where file contents go, or None for memory only."""
        return None

    async def run(self) -> None:
        """Write behind until cancelled."""

    def close(self) -> None:
        """Write what is left and let go of the file."""


class DiskStore(Store):
    """Keeps everything in DIR/emulator.sqlite3 and DIR/files/."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        (folder / "files").mkdir(parents=True, exist_ok=True)
        path = folder / "emulator.sqlite3"
        self._db = sqlite3.connect(path, timeout=0.5, check_same_thread=False)
        # Two emulators on one folder would overwrite each other.
        self._db.execute("PRAGMA locking_mode = EXCLUSIVE")
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("PRAGMA synchronous = NORMAL")
        self._db.execute(SCHEMA)
        self._db.commit()
        self._dirty: dict[tuple[str, str], Any] = {}
        self._gone: set[tuple[str, str]] = set()
        # One thread writes, batch after batch: none overtakes another, and the last is waited for.
        self._writer = ThreadPoolExecutor(1, "state")

    def put(self, kind: str, key: str | int, value: Any) -> None:
        place = (kind, str(key))
        self._dirty[place] = value
        self._gone.discard(place)

    def drop(self, kind: str, key: str | int) -> None:
        place = (kind, str(key))
        self._dirty.pop(place, None)
        self._gone.add(place)

    def all(self, kind: str) -> Iterator[tuple[str, Any]]:
        rows = self._db.execute("SELECT key, value FROM things WHERE kind = ?", (kind,))
        for key, value in rows.fetchall():
            yield key, json.loads(value)

    def folder(self) -> Path | None:
        return self._folder / "files"

    async def run(self) -> None:
        while True:
            await asyncio.sleep(FLUSH_EVERY_S)
            batch = self._take()
            if batch:
                writing = self._writer.submit(self._write_or_tell, batch)
                # Shielded: a cancelled task must not leave a batch taken and unwritten.
                await asyncio.shield(asyncio.wrap_future(writing))

    def close(self) -> None:
        try:
            self._writer.submit(self._write, self._take()).result()
        finally:
            self._writer.shutdown()
            with contextlib.suppress(sqlite3.Error):
                self._db.close()

    def _take(self) -> Batch:
        batch: Batch = [(*place, None) for place in self._gone]
        batch += [(*place, json.dumps(value)) for place, value in self._dirty.items()]
        self._dirty, self._gone = {}, set()
        return batch

    def _write_or_tell(self, batch: Batch) -> None:
        try:
            self._write(batch)
        except sqlite3.Error:
            log.exception("%d changes could not be kept", len(batch))

    def _write(self, batch: Batch) -> None:
        with self._db:
            self._db.executemany(DELETE, [row[:2] for row in batch if row[2] is None])
            self._db.executemany(UPSERT, [row for row in batch if row[2] is not None])


def open_store(folder: Path | None) -> Store:
    return DiskStore(folder) if folder else Store()
