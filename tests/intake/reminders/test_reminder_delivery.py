"""Reminders from the plan to the phone."""

from collections.abc import Iterator

import pytest

from intake.reminders.planning import Planned
from people.accounts import Mute, mute
from storage.database import Database
from tests.cast import BUDI, NOW, Stage, open_database, set_stage
from tests.intake.reminders.planning import (
    EVENING,
    SOON,
    account_of,
    call_off,
    move,
    notices,
    plan,
    take_in,
)
from tests.notices.post_office import Postman, SetClock, courier_for


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    opened = open_database(database_url)
    yield opened
    opened.close()


@pytest.fixture
def open_stage(database: Database) -> Stage:
    """Budi is in the class that has meetings."""
    with database.transaction() as session:
        stage = set_stage(session)
        take_in(session, BUDI, stage.class_id)
        return stage


def plan_now(database: Database, clock: SetClock) -> Planned:
    with database.transaction() as session:
        return plan(session, clock())


@pytest.mark.usefixtures("open_stage")
async def test_half_past_five_is_quiet_and_the_reminder_comes_at_six(database: Database) -> None:
    with database.transaction() as session:
        account_of(session, BUDI).evening_hour = None
    postman, clock = Postman(), SetClock(EVENING)
    courier = courier_for(database, postman, clock)
    await courier.drain_once()
    clock.now = SOON
    assert plan_now(database, clock).reminders == 1
    assert await courier.drain_once() == 0
    clock.move(minutes=30)
    await courier.drain_once()
    assert postman.kinds == ["admitted", "meeting_soon"]


async def test_cancelled_after_its_reminder_was_sent_people_are_told(
    database: Database, open_stage: Stage
) -> None:
    postman, clock = Postman(), SetClock(EVENING)
    courier = courier_for(database, postman, clock)
    plan_now(database, clock)
    await courier.drain_once()
    clock.move(minutes=30)
    with database.transaction() as session:
        call_off(session, open_stage.meeting_ids[0], clock())
    assert plan_now(database, clock) == Planned(reminders=0, changes=1, outdated=0)
    await courier.drain_once()
    clock.now = SOON
    assert not plan_now(database, clock)
    assert postman.kinds == ["admitted", "meeting_evening", "meeting_cancelled"]


async def test_muted_reminders_do_not_come_and_moves_do(
    database: Database, open_stage: Stage
) -> None:
    with database.transaction() as session:
        mute(session, account_of(session, BUDI).id, Mute.REMINDERS, True)
        move(session, open_stage.meeting_ids[1], NOW, hours=2)
    clock = SetClock(EVENING)
    plan_now(database, clock)
    await courier_for(database, Postman(), clock).drain_once()
    with database.snapshot() as session:
        assert notices(session) == [("meeting_moved", "sent"), ("meeting_evening", "cancelled")]
