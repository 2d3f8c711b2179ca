"""The ticks: each of the table's, on its own, and over again after a failure."""

import asyncio
from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlalchemy import update
from structlog.testing import capture_logs

from announcements.broadcasts import find, submit
from app.schedule import TABLE, THOROUGH_EVERY, Ticks
from storage.database import Database
from storage.models import Application, CourseClass, Wave
from tests.announcements.crowd import SRI, add_people, write_draft
from tests.cast import BUDI, FIRST_MEETING, SITI, WIB, apply, open_database, set_stage
from tests.intake.reminders.planning import take_in
from tests.notices.post_office import SetClock

MINUTE = timedelta(minutes=1)
EVENING = FIRST_MEETING.replace(hour=18, minute=0) - timedelta(days=1)


class Bell:
    """Counts how often the courier was told that there is something to carry."""

    def __init__(self) -> None:
        self.rung = 0

    def __call__(self) -> None:
        self.rung += 1


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    opened = open_database(database_url)
    yield opened
    opened.close()


@pytest.fixture
def bell() -> Bell:
    return Bell()


async def test_every_tick_runs_and_a_quiet_installation_wakes_nobody(
    database: Database, bell: Bell
) -> None:
    with capture_logs() as logs:
        await Ticks(database, SetClock(EVENING), WIB, bell).once()
    assert (logs, bell.rung) == ([], 0)


async def test_what_is_due_is_planned_once_and_the_courier_is_woken(
    database: Database, bell: Bell
) -> None:
    clock = SetClock(EVENING - MINUTE)
    with database.transaction() as session:
        take_in(session, SITI, set_stage(session).class_id)
    ticks = Ticks(database, clock, WIB, bell)
    await ticks.once()
    before = bell.rung
    clock.move(minutes=1)
    await ticks.once()
    assert bell.rung == before + 1
    await ticks.once()
    assert bell.rung == before + 1


async def test_a_broadcast_that_has_outgrown_the_limit_is_not_started_by_its_tick(
    database: Database, bell: Bell
) -> None:
    clock = SetClock(EVENING)
    with database.transaction() as session:
        add_people(session, 1)
        draft, start_at = write_draft(session, now=EVENING), EVENING + MINUTE
        submit(session, draft.id, actor=SRI, start_at=start_at, approve_above=1, now=EVENING)
        add_people(session, 1, first=2)
    clock.move(minutes=1)
    await Ticks(database, clock, WIB, bell, approve_above=1).once()
    with database.snapshot() as session:
        assert find(session, draft.id).state == "waiting"


async def test_a_look_back_is_taken_now_and_then_and_when_the_clock_goes_back(
    database: Database, bell: Bell
) -> None:
    clock = SetClock(EVENING)
    ticks = Ticks(database, clock, WIB, bell)
    await ticks.once()
    assert (ticks.planned_at, ticks.looked_back_at) == (EVENING, EVENING)
    clock.move(minutes=1)
    await ticks.once()
    assert (ticks.planned_at, ticks.looked_back_at) == (clock.now, EVENING)
    clock.now = EVENING + THOROUGH_EVERY + MINUTE
    await ticks.once()
    assert ticks.looked_back_at == clock.now
    clock.now = EVENING - timedelta(hours=1)
    await ticks.once()
    assert (ticks.planned_at, ticks.looked_back_at) == (clock.now, clock.now)


async def test_a_tick_that_fails_is_logged_and_stops_no_other(sqlite_url: str, bell: Bell) -> None:
    database = open_database(sqlite_url)
    with database.transaction() as session:
        session.connection().exec_driver_sql("ALTER TABLE waves RENAME TO lost_waves")
    ticks = Ticks(database, SetClock(EVENING), WIB, bell)
    with capture_logs() as logs:
        await ticks.once()
    failed = [log["tick"] for log in logs if log["event"] == "tick failed"]
    assert failed[0] == "advance waves"
    assert "read feeds" not in failed
    with database.transaction() as session:
        session.connection().exec_driver_sql("ALTER TABLE lost_waves RENAME TO waves")
    with capture_logs() as logs:
        await ticks.once()
    assert logs == []
    database.close()


async def test_started_they_run_at_once_and_stopped_no_more(database: Database, bell: Bell) -> None:
    clock = SetClock(EVENING)
    ticks = Ticks(database, clock, WIB, bell)
    ticks.start()
    async with asyncio.timeout(60):
        while ticks.planned_at is None:  # noqa: ASYNC110  # a tick rings no bell of its own
            await asyncio.sleep(0.01)
    ticks.stop()
    clock.move(days=1)
    await asyncio.sleep(0.05)
    assert ticks.planned_at == EVENING


async def test_one_that_is_under_way_at_the_end_is_no_failure(
    sqlite_url: str, bell: Bell, caplog: pytest.LogCaptureFixture
) -> None:
    begun = asyncio.Event()

    async def last_long() -> None:
        begun.set()
        await asyncio.sleep(60)

    database = open_database(sqlite_url)
    ticks = Ticks(database, SetClock(EVENING), WIB, bell, refresh_search=last_long)
    ticks.start()
    await asyncio.wait_for(begun.wait(), 60)
    ticks.stop()
    await asyncio.sleep(0.05)
    assert [record for record in caplog.records if record.levelname == "ERROR"] == []
    database.close()


def test_ticks_have_names_of_their_own() -> None:
    names = [tick.name for tick in TABLE]
    assert sorted(set(names)) == sorted(names)
    assert all(tick.every_s > 0 for tick in TABLE)


async def test_a_class_that_fails_holds_up_no_other(database: Database, bell: Bell) -> None:
    with database.transaction() as session:
        stage = set_stage(session, capacity=1)
        broken = apply(session, SITI, stage.class_id).id
        waiting = apply(session, BUDI, stage.other_class_id).id
        session.execute(update(Application).values(state="reserve", reserve_no=1))
        other = Wave(
            slug="broken",
            code="broken",
            provider_id=stage.provider_id,
            title="Gelombang 9",
            state="closed",
            selection={"of_another_version": 1},
            source_id=stage.source_id,
        )
        session.add(other)
        session.flush()
        moved = update(CourseClass).where(CourseClass.id == stage.class_id)
        session.execute(moved.values(wave_id=other.id))
    with capture_logs() as logs:
        await Ticks(database, SetClock(EVENING), WIB, bell).once()
    with database.transaction() as session:
        assert session.get_one(Application, broken).state == "reserve"
        assert session.get_one(Application, waiting).state == "offered"
    assert [(log["event"], log["class_id"]) for log in logs] == [("class failed", stage.class_id)]
