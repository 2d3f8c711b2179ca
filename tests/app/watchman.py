"""A Jawara that is looked at over HTTP, with clocks that a test moves; nothing of it runs."""

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
from prometheus_client.parser import text_string_to_metric_families as read_families

from app.settings import read_settings
from app.watching import watched
from app.wiring import Jawara
from storage.leadership import Leadership, Post, leadership
from tests.cast import open_database
from tests.notices.post_office import SetClock
from tests.simulator import TOKEN


class Watchman:
    """`leads` are the posts of the process he watches over."""

    def __init__(self, url: str, home: Path) -> None:
        self.clock = SetClock()
        self.database = open_database(url)
        settings = read_settings(token=TOKEN, database_url=url, home=home, _env_file=None)
        self.jawara = Jawara(settings, self.database, self.clock)
        self.leads: list[Leadership] = [leadership(url, post) for post in Post]
        self.session: aiohttp.ClientSession
        self._ahead_s = 0.0

    def later(self, seconds: float) -> None:
        """For every clock there is."""
        self.clock.move(seconds=seconds)
        self._ahead_s += seconds

    def present(self) -> float:
        """The monotonic clock."""
        return time.monotonic() + self._ahead_s

    async def health(self) -> tuple[int, Any]:
        async with self.session.get("/healthz") as answer:
            return answer.status, await answer.json()

    async def ailments(self) -> list[str]:
        """The reasons, [] where all is well; the status says the same."""
        status, told = await self.health()
        assert (status == 503) == (told["status"] == "ailing") == bool(told["reasons"])
        return list(told["reasons"])

    async def scrape(self) -> str:
        async with self.session.get("/metrics") as answer:
            assert answer.headers["Content-Type"].startswith("text/plain; version=0.0.4")
            return await answer.text()

    async def samples(self) -> dict[str, float]:
        """By name and labels, as `jawara_sent_total{lane="results"}`."""
        return {
            sample.name + _labels(sample.labels): sample.value
            for family in read_families(await self.scrape())
            for sample in family.samples
            if sample.name.startswith("jawara_")
        }


@asynccontextmanager
async def watching(url: str, home: Path) -> AsyncIterator[Watchman]:
    """Both posts are held."""
    watchman = Watchman(url, home)
    try:
        for lead in watchman.leads:
            await lead.take()
        async with (
            watched(watchman.jawara, watchman.leads, 0, clock=watchman.present) as port,
            aiohttp.ClientSession(f"http://127.0.0.1:{port}") as watchman.session,
        ):
            yield watchman
    finally:
        for lead in watchman.leads:
            await lead.give_back()
        watchman.database.close()


def _labels(labels: dict[str, str]) -> str:
    told = ",".join(f'{name}="{value}"' for name, value in labels.items())
    return f"{{{told}}}" if told else ""
