"""The bot's process is killed in the middle of a registration, and started again."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.settings import Settings
from tests.journeys.shared import progress, seeker
from tests.running import stocked
from tests.simulator import TOKEN, Simulator, running_emulator

ROOT = Path(__file__).parents[2]


async def test_a_killed_bot_goes_on_at_the_same_question(database_url: str, tmp_path: Path) -> None:
    async with running_emulator() as address, Simulator(address) as telegram:
        here = stocked(telegram, address, database_url, tmp_path)
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
        "JAWARA_METRICS_PORT": "0",
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
