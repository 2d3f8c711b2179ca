"""The bot's process is killed in the middle of a registration, and started again."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.clock import FollowedClock
from app.opening import open_database
from app.settings import Settings, read_settings
from app.stocking import stock_demo
from tests.journeys.shared import progress, seeker
from tests.running import Running
from tests.simulator import TOKEN, Simulator, running_emulator

ROOT = Path(__file__).parents[2]


async def test_a_killed_bot_goes_on_at_the_same_question(database_url: str, tmp_path: Path) -> None:
    async with running_emulator() as address, Simulator(address, patience_s=30) as telegram:
        here = _stocked(telegram, address, database_url, tmp_path)
        with _process(here.settings):
            siti = await seeker(here)
            assert progress(await siti.register_for("menjahit")) == "Langkah 1 dari 7"
            assert progress(await siti.say("Siti Aminah")) == "Langkah 2 dari 7"
        telegram.settles = False
        await siti.say(siti.nik)  # nobody is there to hear it
        telegram.settles = True
        with _process(here.settings):
            await telegram.settle()
            assert progress(await siti.screen()) == "Langkah 3 dari 7"
            assert progress(await siti.say("ya")) == "Langkah 4 dari 7"
        assert await telegram.violations() == []
        here.database.close()


@contextmanager
def _process(settings: Settings) -> Iterator[None]:
    """A bot of its own, which gets no chance to say good-bye."""
    environment = os.environ | {
        "JAWARA_TOKEN": TOKEN,
        "JAWARA_API_URL": settings.api_url,
        "JAWARA_DATABASE_URL": settings.database_url,
        "JAWARA_HOME": str(settings.home),
    }
    bot = subprocess.Popen(
        [sys.executable, "-m", "app", "run"],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.DEVNULL,
    )
    try:
        yield
    finally:
        bot.kill()
        bot.wait()


def _stocked(telegram: Simulator, address: str, database_url: str, home: Path) -> Running:
    """An installation with the catalogue and its examples; nothing of it runs in this process."""
    settings = read_settings(
        token=TOKEN, api_url=address, database_url=database_url, home=home, _env_file=None
    )
    database, clock = open_database(settings), FollowedClock(f"{address}/sim/clock")
    stock_demo(database, home, clock(), settings.zone)
    return Running(telegram, settings, database, clock)
