"""How many people an audience has, counted where nobody waits for it, and how long they take."""

import asyncio
from datetime import datetime, timedelta

from sqlalchemy import update
from sqlalchemy.orm import Session

from announcements.audiences import Audience, count_people
from announcements.broadcast_rows import BROADCASTS, BroadcastView, find
from notices.outbox import changed
from storage.database import Database


async def count(database: Database, broadcast_id: int, now: datetime) -> BroadcastView:
    """The broadcast with its people counted anew, unless it has started. Raises NoSuchBroadcast."""
    view = await database.read(find, broadcast_id)
    if view.started_at is not None:
        return view
    people = await count_aside(database, view.audience, now)
    return await database.write(_note, broadcast_id, view.audience, people)


async def count_aside(database: Database, audience: Audience, now: datetime) -> int:
    """In a thread, on SQLite too: of a million it takes a tenth of a second."""
    return await asyncio.to_thread(_count, database, audience, now)


def time_needed(people: int, rate: float) -> timedelta:
    """To tell so many, at so many a second."""
    return timedelta(seconds=people / rate)


def _count(database: Database, audience: Audience, now: datetime) -> int:
    with database.snapshot() as session:
        return count_people(session, audience, now)


def _note(session: Session, broadcast_id: int, audience: Audience, people: int) -> BroadcastView:
    """Keep the number, unless it started meanwhile, or is for others by now."""
    view = find(session, broadcast_id)
    if view.started_at is None and view.audience == audience:
        wanted = BROADCASTS.c.id == broadcast_id, BROADCASTS.c.started_at.is_(None)
        changed(session, update(BROADCASTS).where(*wanted).values(people=people))
    return find(session, broadcast_id)
