"""What commands share: the installation's database and clock, and how they speak and refuse."""

import asyncio
import getpass
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import NoReturn
from zoneinfo import ZoneInfo

import typer
from sqlalchemy.orm import Session

from app.clock import FollowedClock
from app.opening import open_database
from app.settings import read_settings

TIME = "%Y-%m-%d %H:%M"


@contextmanager
def transaction() -> Iterator[Session]:
    """One for the whole command: all of it or nothing."""
    database = open_database()
    try:
        with database.transaction() as session:
            yield session
    finally:
        database.close()


def whoever() -> str:
    """Who is at this terminal, as it is written down of what they do."""
    return f"command:{getpass.getuser()}"


def zone() -> ZoneInfo:
    return ZoneInfo(read_settings().timezone)


def present() -> datetime:
    """The machine's time, or that of the demo that this installation follows."""
    url = read_settings().clock_url
    if url is None:
        return datetime.now(UTC)
    clock = FollowedClock(url)
    asyncio.run(clock.look())
    return clock()


def local_moment(text: str, form: str = TIME) -> datetime:
    """As staff write it, in the installation's zone."""
    try:
        return datetime.strptime(text, form).replace(tzinfo=zone())
    except ValueError:
        example = datetime(2026, 11, 25, 9, tzinfo=zone()).strftime(form)
        refuse(f'{text!r} is no time; write it as "{example}"')


def say(line: str) -> None:
    typer.echo(line)


def refuse(why: str) -> NoReturn:
    """One line, exit 1."""
    print(f"jawara: {why}", file=sys.stderr)
    raise typer.Exit(1)
