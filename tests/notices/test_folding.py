"""Alerts that are due to one person together: one message, one fate."""

import asyncio
from datetime import datetime, timedelta

from sqlalchemy import select

from notices.outbox import Lane
from notices.sender import Moot, Passing, Unreachable
from storage.database import Database
from storage.models import Notice
from tests.notices.post_office import (
    NOON,
    Postman,
    SetClock,
    courier_for,
    kill,
    open_account,
    stands,
    states,
    write,
    write_to,
)

MINUTE = timedelta(minutes=1)


def alerts(database: Database, *kinds: str, due_at: datetime = NOON) -> None:
    """To account 1, which is made if it is not there, one minute after another."""
    with database.transaction() as session:
        if session.get(Notice, 1) is None:
            open_account(session, 1)
        for number, kind in enumerate(kinds):
            write(session, 1, kind, lane=Lane.ALERTS, due_at=due_at + number * MINUTE)


def contents(postman: Postman) -> list[list[str]]:
    return [[one.kind, *(each.kind for each in one.along)] for one in postman.accepted]


async def test_alerts_due_together_go_as_one_message_with_one_number(
    database: Database, postman: Postman, clock: SetClock
) -> None:
    alerts(database, "a", "b", "c")
    clock.move(minutes=2)
    assert await courier_for(database, postman, clock).drain_once() == 1
    assert contents(postman) == [["a", "b", "c"]]
    with database.snapshot() as session:
        rows = session.execute(select(Notice.state, Notice.message_id, Notice.settled_at))
        assert list(rows) == [("sent", 1, clock())] * 3


async def test_what_is_due_later_or_another_persons_or_no_alert_goes_by_itself(
    database: Database, postman: Postman, clock: SetClock
) -> None:
    alerts(database, "a", "b", "later")
    clock.move(minutes=1)
    with database.transaction() as session:
        write(session, open_account(session, 2), "a", lane=Lane.ALERTS)
        write(session, 1, "reminder")
    await courier_for(database, postman, clock).drain_once()
    assert sorted(contents(postman)) == [["a"], ["a", "b"], ["reminder"]]


async def test_the_others_come_along_though_there_was_no_room_for_them(
    database: Database, postman: Postman, clock: SetClock
) -> None:
    with database.transaction() as session:
        people = [open_account(session, number) for number in range(1, 101)]
        for kind in ("a", "b", "c"):
            for account in people:
                write(session, account, kind, lane=Lane.ALERTS)
    postman.answers.clear()
    courier = courier_for(database, postman, clock)
    draining = asyncio.create_task(courier.drain_once())
    await postman.has_accepted(64)
    assert (len(postman.accepted), states(database).count("sending")) == (64, 192)
    postman.answers.set()
    assert await draining == 100
    assert contents(postman) == [["a", "b", "c"]] * 100
    assert states(database) == ["sent"] * 300


async def test_what_is_moot_is_not_called_sent(
    database: Database, postman: Postman, clock: SetClock
) -> None:
    alerts(database, "a", "b", "c", due_at=NOON - 3 * MINUTE)
    postman.moot = {"a", "c"}
    await courier_for(database, postman, clock).drain_once()
    assert stands(database) == {
        "a:1": ("cancelled", "nothing was left to tell"),
        "b:1": ("sent", None),
        "c:1": ("cancelled", "nothing was left to tell"),
    }


async def test_what_becomes_of_one_becomes_of_all_and_they_come_back_together(
    database: Database, postman: Postman, clock: SetClock
) -> None:
    alerts(database, "a", "b", due_at=NOON - MINUTE)
    postman.troubles[1] = [Passing("Bad Gateway")]
    courier = courier_for(database, postman, clock)
    await courier.drain_once()
    assert set(stands(database).values()) == {("pending", "Bad Gateway")}
    clock.move(seconds=2)
    await courier.drain_once()
    assert contents(postman) == [["a", "b"]]
    assert [postman.accepted[0].attempts, postman.accepted[0].along[0].attempts] == [2, 2]


async def test_whoever_is_gone_gets_none_of_them_and_a_moot_message_tells_none(
    database: Database, postman: Postman, clock: SetClock
) -> None:
    alerts(database, "a", "b", due_at=NOON - MINUTE)
    postman.troubles[1] = [Moot("nothing of it is left")]
    courier = courier_for(database, postman, clock)
    await courier.drain_once()
    assert set(stands(database).values()) == {("cancelled", "nothing of it is left")}
    alerts(database, "c", "d", due_at=NOON - MINUTE)
    postman.troubles[1] = [Unreachable("blocked")]
    await courier.drain_once()
    assert list(stands(database).values())[2:] == [("failed", "blocked")] * 2


async def test_a_message_lost_in_a_kill_comes_again_as_one(
    database: Database, postman: Postman, clock: SetClock
) -> None:
    alerts(database, "a", "b", due_at=NOON - MINUTE)
    living = asyncio.all_tasks()
    postman.answers.clear()
    draining = asyncio.create_task(courier_for(database, postman, clock).drain_once())
    await postman.has_accepted(1)
    await kill({draining} | (asyncio.all_tasks() - living))
    postman.answers.set()
    clock.move(seconds=61)
    await courier_for(database, postman, clock).drain_once()
    assert contents(postman) == [["a", "b"]] * 2
    assert states(database) == ["sent"] * 2


async def test_a_laptop_that_slept_in_mid_sending_sends_none_of_them_twice(
    database: Database, postman: Postman, clock: SetClock
) -> None:
    alerts(database, "a", "b", due_at=NOON - MINUTE)
    courier = courier_for(database, postman, clock, tick_s=0)
    postman.answers.clear()
    running = asyncio.create_task(courier.run())
    await postman.has_accepted(1)
    clock.move(hours=9)
    with database.transaction() as session:
        write(session, 1, "reminder", due_at=clock(), now=clock())
    courier.nudge()
    await postman.has_accepted(2)
    postman.answers.set()
    courier.stop()
    await running
    assert contents(postman) == [["a", "b"], ["reminder"]]


async def test_a_crowd_of_reminders_stays_a_crowd(
    database: Database, postman: Postman, clock: SetClock
) -> None:
    with database.transaction() as session:
        write_to(session, 2)
        write(session, 1, "second")
    await courier_for(database, postman, clock).drain_once()
    assert sorted(contents(postman)) == [["meeting_soon"], ["meeting_soon"], ["second"]]
