"""`jawara broadcast` on a database of its own, and what a bot beside it does."""

import asyncio
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from announcements.filling import work
from app.clock import machine_clock
from app.commands.broadcast import cli
from tests.announcements.crowd import add_people
from tests.app.test_staff import transaction
from tests.cast import KEY, open_database
from tests.notices.post_office import Postman, SetClock, courier_for
from tests.running import next_morning

Broadcast = Callable[..., tuple[int, str, str]]

TEXT = "<b>Pendaftaran dibuka</b>\nGelombang 3 menerima peserta."


@pytest.fixture
def broadcast(sqlite_url: str, tmp_path: Path) -> Broadcast:
    """Exit code, output and errors of a command. More than 3 people want a second person."""
    settings = {
        "JAWARA_HOME": str(tmp_path / "home"),
        "JAWARA_DATABASE_URL": sqlite_url,
        "JAWARA_KEY": KEY,
        "JAWARA_APPROVE_ABOVE": "3",
    }

    def run(*words: str, piped: str = "") -> tuple[int, str, str]:
        done = CliRunner().invoke(cli, words, env=settings, input=piped)
        return done.exit_code, done.stdout, done.stderr

    return run


@pytest.fixture
def draft(sqlite_url: str, broadcast: Broadcast) -> str:
    """The number of one to three people, by Ibu Sri."""
    with transaction(sqlite_url) as session:
        add_people(session, 3, domicile="3673")
    made = broadcast("new", "-", "--region", "3673", "--by", "Ibu Sri", piped=TEXT)
    people = "people: 3, which takes 1 s at 25 messages a second\n"
    assert made == (0, "broadcast 1 is a draft\n" + people, "")
    return "1"


def deliver(url: str, postman: Postman | None = None, *, at: datetime | None = None) -> Postman:
    """What a bot does with it, on the next morning unless told: at night a broadcast rests."""
    postman = postman or Postman()

    async def go() -> None:
        with closing(open_database(url)) as database:
            clock = SetClock(at or next_morning(machine_clock()))
            for _ in range(3):
                await work(database, clock)
                await courier_for(database, postman, clock).drain_once()
                clock.move(seconds=4)
            await work(database, clock)

    asyncio.run(go())
    return postman
