"""What an emulator at work has written behind: only that is there again after a kill."""

import asyncio
import shutil
import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from tempfile import TemporaryDirectory


async def until_on_disk(state: Path, words: str) -> None:
    """Wait until some value holds these words; what was changed before is there by then, too.

    Raises TimeoutError.
    """
    async with asyncio.timeout(60):
        while not any(words in value for value in _values(state)):  # noqa: ASYNC110  # of another process
            await asyncio.sleep(0.05)


def _values(state: Path) -> list[str]:
    """Of a copy: the folder itself is locked."""
    with TemporaryDirectory() as folder, suppress(sqlite3.OperationalError):
        copy = Path(shutil.copytree(state, folder, dirs_exist_ok=True), "emulator.sqlite3")
        with closing(sqlite3.connect(copy)) as database:
            return [value for (value,) in database.execute("SELECT value FROM things")]
    return []
