"""The search that all chats share: built at the first search, and anew with the catalogue."""

import asyncio

from catalog.programmes import titles
from catalog.search import Hit, Searcher
from storage.database import Database


class Finder:
    """Building takes some tenths of a second and some megabytes: the first search pays for it."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._titles: dict[str, str] = {}
        self._searcher: Searcher | None = None
        self._building = asyncio.Lock()

    async def search(self, text: str, limit: int) -> list[Hit]:
        """Programmes for a text, best first; empty where none fits."""
        async with self._building:
            searcher = self._searcher or await self._build()
        return searcher.search(text, limit=limit)

    async def refresh(self) -> None:
        """Take in programmes that were loaded or renamed meanwhile."""
        async with self._building:
            if self._searcher and await self._database.read(titles) != self._titles:
                await self._build()

    async def _build(self) -> Searcher:
        self._titles = await self._database.read(titles)
        self._searcher = await asyncio.to_thread(Searcher.from_data, self._titles)
        return self._searcher
