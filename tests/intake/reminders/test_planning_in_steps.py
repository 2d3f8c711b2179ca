"""Planning for many, in short transactions between which others have their turn."""

import asyncio
from collections.abc import Iterator
from contextlib import suppress

import pytest
from sqlalchemy import func, select

from intake.reminders.planning import Planned, plan_in_steps
from people.accounts import set_reminders
from storage.database import Database
from storage.models import Account, Application, Notice
from tests.cast import BUDI, RINA, SITI, WIB, Stage, open_database, set_stage
from tests.intake.reminders.planning import EVENING, MINUTE, SOON, move, plan, take_in
from tests.intake.reminders.stages import add_relative

PEOPLE = (SITI, BUDI, RINA)


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    opened = open_database(database_url)
    yield opened
    opened.close()


@pytest.fixture
def stage(database: Database) -> Stage:
    """All three are in the class that has meetings."""
    with database.transaction() as session:
        stage = set_stage(session)
        for person in PEOPLE:
            take_in(session, person, stage.class_id)
        return stage


def keys(database: Database) -> list[str]:
    planned = select(Notice.key).where(Notice.kind != "admitted").order_by(Notice.key)
    with database.snapshot() as session:
        return [key for key in session.scalars(planned) if key is not None]


@pytest.mark.parametrize("most", [1, 2, 3, 500])
async def test_in_steps_of_any_size_the_same_is_written_once(
    database: Database, stage: Stage, most: int
) -> None:
    planned = await plan_in_steps(database, EVENING, WIB, EVENING - MINUTE, most=most)
    assert planned == Planned(reminders=3)
    again = await plan_in_steps(database, EVENING, WIB, EVENING - MINUTE, most=most)
    assert again == Planned()
    first = stage.meeting_ids[0]
    with database.snapshot() as session:
        accounts = sorted(session.scalars(select(Account.id)))
    assert keys(database) == [f"evening:{first}:0:{account}" for account in accounts]


async def test_changes_come_before_reminders_however_long_they_are(
    database: Database, stage: Stage
) -> None:
    with database.transaction() as session:
        move(session, stage.meeting_ids[2], EVENING - MINUTE, hours=1)
    planned = await plan_in_steps(database, EVENING, WIB, most=1)
    assert planned == Planned(reminders=3, changes=3)
    kinds = select(Notice.kind).where(Notice.kind != "admitted").order_by(Notice.id)
    with database.snapshot() as session:
        assert list(session.scalars(kinds)) == ["meeting_moved"] * 3 + ["meeting_evening"] * 3


@pytest.mark.usefixtures("stage")
async def test_others_are_served_between_the_steps(database: Database) -> None:
    served = 0

    async def live() -> None:
        nonlocal served
        with database.snapshot() as session:
            account_id = session.scalars(select(Account.id)).first()
        assert account_id is not None
        while True:
            await database.write(set_reminders, account_id, evening_hour=18, hours_before=2)
            served += 1

    answering = asyncio.create_task(live())
    await plan_in_steps(database, EVENING, WIB, EVENING - MINUTE, most=1)
    answering.cancel()
    with suppress(asyncio.CancelledError):
        await answering
    assert served >= len(PEOPLE)


@pytest.mark.usefixtures("stage")
async def test_broken_off_in_the_middle_the_next_thorough_look_writes_the_rest(
    database: Database,
) -> None:
    planning = asyncio.create_task(plan_in_steps(database, EVENING, WIB, most=1))
    async with asyncio.timeout(60):
        while not keys(database):  # noqa: ASYNC110 - a row
            await asyncio.sleep(0)
    planning.cancel()
    with suppress(asyncio.CancelledError):
        await planning
    begun = len(keys(database))
    assert begun < len(PEOPLE)
    rest = await plan_in_steps(database, EVENING + MINUTE, WIB, most=1)
    assert rest.reminders == len(PEOPLE) - begun


@pytest.mark.usefixtures("stage")
async def test_a_family_is_told_once_whichever_steps_its_members_fall_into(
    database: Database,
) -> None:
    with database.transaction() as session:
        siti = session.scalars(select(Application.id).order_by(Application.id)).first()
        assert siti is not None
        add_relative(session, siti, "Rahmat Hidayat")
    assert await plan_in_steps(database, SOON, WIB, SOON - MINUTE, most=1) == Planned(reminders=3)


async def test_with_nobody_there_nothing_is_written(database: Database) -> None:
    assert not await plan_in_steps(database, EVENING, WIB, most=1)
    with database.transaction() as session:
        assert not plan(session, EVENING)
        assert session.scalar(select(func.count(Notice.id))) == 0
