"""What is given to `jawara broadcast`, read: texts, buttons, times, and who gives it."""

import asyncio
import sys
from datetime import datetime
from pathlib import Path

from announcements.broadcasts import BroadcastView
from announcements.buttons import Button
from announcements.counting import count
from app.commands.terminal import local_moment, present, refuse, whoever
from app.opening import open_database


def actor_of(by: str) -> str:
    return f"command:{by}" if by.strip() else whoever()


def text_of(name: str) -> str:
    try:
        raw = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        return raw.decode("utf-8-sig").replace("\r\n", "\n")
    except OSError as error:
        refuse(f"{name} can't be read: {error.strerror}")
    except UnicodeDecodeError:
        refuse(f"{name} is not UTF-8")


def button_of(given: str) -> Button:
    parts = [part.strip() for part in given.split("|", 2)]
    if len(parts) < 2:
        refuse(f'{given!r} is no button; write it as "link|Daftar|https://…" or "join|Saya ikut"')
    return Button(parts[0], parts[1], parts[2] if len(parts) > 2 else "")


def moment_of(text: str | None) -> datetime | None:
    return None if text is None else local_moment(text)


def counted(number: int) -> BroadcastView:
    """The broadcast with its people counted."""
    database = open_database()
    try:
        return asyncio.run(count(database, number, present()))
    finally:
        database.close()
