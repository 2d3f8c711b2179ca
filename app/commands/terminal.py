"""What commands share: the installation's database, and how they speak and refuse."""

import getpass
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn
from zoneinfo import ZoneInfo

import typer
from sqlalchemy.orm import Session

from app.opening import open_database
from app.settings import read_settings


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


def say(line: str) -> None:
    typer.echo(line)


def refuse(why: str) -> NoReturn:
    """One line, exit 1."""
    print(f"jawara: {why}", file=sys.stderr)
    raise typer.Exit(1)
