"""Who is to be reminded of what: planned from the tables at each tick, nothing is remembered.

Only what is due by now is planned, so that a wish changed at the last moment counts, and the keys
of notices make a repeated plan write nothing twice. A reminder that was missed goes late while it
is of use; after that it is written as expired, for the record. Whoever came after a reminder was
due gets none, nor does anybody for what was moved since: they were told of the move.
"""

import asyncio
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, tzinfo

from sqlalchemy.orm import Session

from intake.reminders.absences import absence_plans
from intake.reminders.dates import ak1_plans, alumni_plans, closing_plans, papers_plans
from intake.reminders.meetings import cancel_outdated_meetings, change_plans, meeting_plans
from intake.reminders.plans import Plan
from intake.reminders.stages import cancel_outdated_stages, moved_plans, stage_plans
from notices.outbox import Lane
from storage.database import Database

LOOK_BACK = timedelta(days=3)
OVERLAP = timedelta(minutes=1)
"""A change is committed some time after the moment that is written in it."""
AT_ONCE = 1_000
"""Rows of one step: written in some hundredths of a second, in which SQLite answers nobody."""
AT_ONCE_ASIDE = 20_000
"""On PostgreSQL, which writes them in a thread beside the loop."""
REST_S = 0.002
"""Between two steps, for those who have asked meanwhile."""


@dataclass(frozen=True, slots=True)
class Planned:
    """How many notices were written: reminders, and changes of what people had been told; and
    how many outdated ones were cancelled.
    """

    reminders: int = 0
    changes: int = 0
    outdated: int = 0

    def __bool__(self) -> bool:
        """Whether there may be something new to deliver."""
        return bool(self.reminders or self.changes)

    def with_notices(self, plan: Plan, count: int) -> "Planned":
        if plan.lane is Lane.RESULTS:
            return replace(self, changes=self.changes + count)
        return replace(self, reminders=self.reminders + count)


def plan_reminders(
    session: Session, now: datetime, zone: tzinfo, since: datetime | None = None
) -> Planned:
    """Everything that is due by `now`, in one go. `zone` is where evenings are.

    `since` makes for a quick look: only at what has become due after that moment, that of the last
    look. Without it the look goes `LOOK_BACK` back, and finds too what was missed while nobody
    looked, or is late because a wish or a timetable has changed.
    """
    planned, plans = _begin(session, now, zone, since)
    for plan in plans:
        planned = planned.with_notices(plan, plan.write(session, now))
    return planned


async def plan_in_steps(
    database: Database,
    now: datetime,
    zone: tzinfo,
    since: datetime | None = None,
    *,
    most: int | None = None,
) -> Planned:
    """As `plan_reminders`, in short transactions with room between them for whoever else waits.

    `most`: rows of one step. Broken off at any point it does no harm: the next thorough look
    writes what is missing.
    """
    most = most or (AT_ONCE if database.on_sqlite else AT_ONCE_ASIDE)
    planned, plans = await database.write(_begin_short, now, zone, since, most)
    while plans:
        left = len(plans)
        planned, plans = await database.write(_write_short, plans, now, most, planned)
        if len(plans) == left:  # the first of them is a long one
            written = await _in_ranges(database, plans[0], now, most)
            planned, plans = planned.with_notices(plans[0], written), plans[1:]
        await asyncio.sleep(REST_S)
    return planned


def _begin(
    session: Session, now: datetime, zone: tzinfo, since: datetime | None
) -> tuple[Planned, list[Plan]]:
    """Cancel what holds no longer, and find what there is to plan: changes before reminders."""
    earliest = max(since or now - LOOK_BACK, now - LOOK_BACK)
    lately = earliest - OVERLAP
    outdated = cancel_outdated_meetings(session, now, lately)
    outdated += cancel_outdated_stages(session, now, lately)
    return Planned(outdated=outdated), [
        *change_plans(session, now),
        *moved_plans(session, now),
        *meeting_plans(session, earliest, now, zone),
        *stage_plans(session, earliest, now, zone),
        *closing_plans(session, earliest, now, zone),
        *papers_plans(session, earliest, now, zone),
        *ak1_plans(earliest, now, zone),
        *alumni_plans(session, earliest, now, zone),
        *absence_plans(session, earliest, now),
    ]


def _begin_short(
    session: Session, now: datetime, zone: tzinfo, since: datetime | None, most: int
) -> tuple[Planned, list[Plan]]:
    planned, plans = _begin(session, now, zone, since)
    return _write_short(session, plans, now, most, planned)


def _write_short(
    session: Session, plans: list[Plan], now: datetime, most: int, planned: Planned
) -> tuple[Planned, list[Plan]]:
    """Write one after another up to `most` rows in all; returns the plans that are left."""
    room = most
    for position, plan in enumerate(plans):
        rows = plan.count(session, room)
        if rows > room:
            return planned, plans[position:]
        if rows:
            planned = planned.with_notices(plan, plan.write(session, now))
            room -= rows
    return planned, []


async def _in_ranges(database: Database, plan: Plan, now: datetime, most: int) -> int:
    least, greatest = await database.read(plan.ends)
    written = 0
    for after in range(least - 1, greatest, most):
        written += await database.write(plan.write_range, after, after + most, now)
        await asyncio.sleep(REST_S)
    return written
