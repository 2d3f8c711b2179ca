"""The tick of broadcasts: starts what is due, writes recipients, cancels rests, ends what is done.

All of it is read from the database each time, so it may be killed anywhere, run twice or late.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from sqlalchemy import Row

from announcements.broadcast_rows import BroadcastState
from announcements.ending import (
    cancel_step,
    finish,
    finish_job,
    go_on,
    unfinished,
    unfinished_jobs,
)
from announcements.pace import in_steps
from announcements.recipients import FILLING, fill_job_step, fill_step
from announcements.starting import APPROVE_ABOVE, start_due
from notices.batches import PAUSED, STOPPED
from storage.database import Database

__all__ = ["fill_step", "start_due", "work"]

Clock = Callable[[], datetime]


async def work(database: Database, now: Clock, approve_above: int = APPROVE_ABOVE) -> bool:
    """Do all there is to do now. True: something was written that may be sent."""
    if not await database.read(unfinished) and not await database.read(unfinished_jobs):
        return False
    started = await database.write(start_due, now(), approve_above)
    filled = [await _look_at(database, row, now) for row in await database.read(unfinished)]
    jobs = [await _look_at_job(database, job, now) for job in await database.read(unfinished_jobs)]
    return any([started, *filled, *jobs])


async def _look_at(database: Database, row: Row[Any], now: Clock) -> bool:
    unfilled = row.state in FILLING and row.filled_at is None
    if unfilled:
        await in_steps(
            database, lambda session, most: fill_step(session, row.id, most=most, now=now())
        )
    if row.state == BroadcastState.RUNNING and row.batch_state == PAUSED:
        await database.write(go_on, row.id, now())
    if row.batch_state == STOPPED:
        await _cancel(database, row.batch_id, now)
    await database.write(finish, row.id, now())
    return unfilled


async def _look_at_job(database: Database, job: Row[Any], now: Clock) -> bool:
    if job.batch_state == STOPPED:
        await _cancel(database, job.batch_id, now)
    elif job.filled_at is None:
        await in_steps(
            database, lambda session, most: fill_job_step(session, job.id, most=most, now=now())
        )
    await database.write(finish_job, job.id, now())
    return job.filled_at is None


async def _cancel(database: Database, batch_id: int, now: Clock) -> None:
    await in_steps(
        database, lambda session, most: cancel_step(session, batch_id, most=most, now=now())
    )
