"""Where this installation's documents lie, and the tick that removes what nobody needs any more."""

import asyncio
import hashlib
import time
from collections.abc import Iterable, Iterator
from datetime import timedelta
from itertools import islice
from pathlib import Path

import structlog
from sqlalchemy import select

from app.settings import Settings
from intake.documents.documents import all_files, discarded, forget_discarded, unknown_files
from storage.database import Database
from storage.models import Installation
from storage.shelf import Shelf
from storage.vault import vault_of

log = structlog.get_logger(__name__)

AT_ONCE = 200
"""Files looked up by one query."""
ORPHANED_AFTER = timedelta(days=1)
"""A file that no row names may be one whose row is about to be written: not for so long."""


def open_shelf(settings: Settings, database: Database) -> Shelf:
    """Of this installation alone: another database in the same home has a folder of its own.

    What the installation's key was tried on is in its database, and in each of its backups: by it
    the folder is known.
    """
    with database.snapshot() as session:
        sealed, vault = session.scalar(select(Installation.sealed_check)), vault_of(session)
    return Shelf(documents_folder(settings, sealed or b""), vault)


def documents_folder(settings: Settings, sealed_check: bytes) -> Path:
    return settings.documents_folder / hashlib.sha256(sealed_check).hexdigest()[:16]


async def remove_discarded(database: Database, shelf: Shelf) -> int:
    """Files of documents that were replaced, taken back or erased; how many."""
    files = await database.read(discarded, AT_ONCE)
    if files:
        await asyncio.to_thread(_remove, shelf, files)
        await database.write(forget_discarded, files)
    return len(files)


async def remove_orphans(database: Database, shelf: Shelf) -> int:
    """Files that a kill has left without a row, a day old; how many."""
    before, removed = time.time() - ORPHANED_AFTER.total_seconds(), 0
    await asyncio.to_thread(shelf.drop_parts, before=before)
    names = iter(await asyncio.to_thread(lambda: list(shelf.names(before=before))))
    for some in _portions(names):
        orphans = await database.read(unknown_files, some)
        await asyncio.to_thread(_remove, shelf, orphans)
        removed += len(orphans)
    if removed:
        log.info("orphaned files removed", files=removed)
    return removed


def lost_files(database: Database, shelf: Shelf) -> tuple[int, int]:
    """How many documents there are, and of how many the file is gone."""
    with database.snapshot() as session:
        files = all_files(session)
    return len(files), sum(not shelf.has(file) for file in files)


def _portions(names: Iterator[str]) -> Iterator[list[str]]:
    while some := list(islice(names, AT_ONCE)):
        yield some


def _remove(shelf: Shelf, names: Iterable[str]) -> None:
    for name in names:
        shelf.remove(name)
