"""The courier's round: what it makes of troubles, how much it carries, how it comes to its end."""

import asyncio

from sqlalchemy import select

from notices.limits import Limits
from notices.outbox import Lane
from notices.sender import Moot, Passing, Rejected, Throttled, Unreachable
from notices.settling import back_off_s
from storage.database import Database
from storage.models import Account, Notice
from tests.cast import open_database
from tests.cluster import Cluster
from tests.notices.post_office import (
    NOON,
    Hurrying,
    Postman,
    SetClock,
    come_to_be,
    courier_for,
    hurried_limits,
    open_account,
    stands,
    states,
    write,
    write_to,
)
from tests.postgres import Databases


async def test_everybody_gets_their_letter_once_and_never_more_than_64_are_on_the_way(
    database: Database, postman: Postman, clock: SetClock
) -> None:
    with database.transaction() as session:
        write_to(session, 150)
    courier = courier_for(database, postman, clock)
    postman.answers.clear()
    draining = asyncio.create_task(courier.drain_once())
    await postman.has_accepted(64)
    postman.answers.set()
    assert await draining == 150
    assert sorted(letter.telegram_id for letter in postman.accepted) == list(range(1, 151))
    assert postman.most_at_once == 64
    assert states(database) == ["sent"] * 150
    assert await courier.drain_once() == 0


async def test_a_claim_is_no_more_than_goes_out_in_a_second(
    database: Database, postman: Postman, clock: SetClock
) -> None:
    with database.transaction() as session:
        write_to(session, 30)
    watch = Hurrying()
    never = asyncio.Event()

    async def sleep(_seconds: float) -> None:
        await never.wait()

    courier = courier_for(database, postman, clock, Limits(10, 30, clock=watch, sleep=sleep))
    running = asyncio.create_task(courier.run())
    await postman.has_accepted(2)
    await come_to_be(database, "sent", 2)
    claimed = states(database).count("sending")
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    assert 8 <= claimed <= 10
    assert set(states(database)) == {"sent", "pending"}


async def test_a_429_stops_the_whole_bot_and_everything_comes_later(
    database: Database, postman: Postman, clock: SetClock
) -> None:
    with database.transaction() as session:
        write_to(session, 5)
    postman.troubles[1] = [Throttled(40)]
    watch = Hurrying()
    limits = Limits(10_000, 20_000, clock=watch, sleep=watch.sleep)
    courier = courier_for(database, postman, clock, limits)
    await courier.drain_once()
    assert stands(database)["meeting_soon:1"] == ("pending", "throttled for 40 s")
    watch.seconds += 40
    clock.move(seconds=40)
    await courier.drain_once()
    assert states(database) == ["sent"] * 5
    assert len(postman.accepted) == 5


async def test_while_a_429_lasts_nothing_more_is_claimed(
    database: Database, postman: Postman, clock: SetClock
) -> None:
    with database.transaction() as session:
        write_to(session, 3)
    limits = hurried_limits()
    limits.pause(60)
    assert await courier_for(database, postman, clock, limits).drain_once() == 0
    assert states(database) == ["pending"] * 3


async def test_a_429_of_one_chat_leaves_the_others_alone(
    database: Database, postman: Postman, clock: SetClock
) -> None:
    with database.transaction() as session:
        write_to(session, 3)
    postman.troubles[2] = [Throttled(40, chat_only=True)]
    limits = hurried_limits()
    await courier_for(database, postman, clock, limits).drain_once()
    assert states(database) == ["sent", "pending", "sent"]
    assert limits.paused_s() == 0


async def test_whoever_has_blocked_the_bot_is_left_alone_and_results_wait(
    database: Database, postman: Postman, clock: SetClock
) -> None:
    with database.transaction() as session:
        siti, budi = open_account(session, 1), open_account(session, 2)
        write(session, siti, "result", lane=Lane.RESULTS)
        write(session, siti, "tomorrow", due_at=NOON.replace(hour=23))
        write(session, siti, "alert", lane=Lane.ALERTS, due_at=NOON.replace(hour=23))
        write(session, budi, "reminder")
    postman.troubles[1] = [Unreachable("blocked")]
    await courier_for(database, postman, clock).drain_once()
    assert stands(database) == {
        "result:1": ("pending", "blocked"),
        "tomorrow:1": ("failed", "blocked"),
        "alert:1": ("failed", "blocked"),
        "reminder:2": ("sent", None),
    }
    with database.snapshot() as session:
        account = session.get_one(Account, siti)
        assert (account.unreachable_since, account.unreachable_reason) == (NOON, "blocked")


async def test_a_reminder_to_somebody_gone_has_failed(
    database: Database, postman: Postman, clock: SetClock
) -> None:
    with database.transaction() as session:
        write_to(session, 1)
    postman.troubles[1] = [Unreachable("deactivated")]
    await courier_for(database, postman, clock).drain_once()
    assert stands(database) == {"meeting_soon:1": ("failed", "deactivated")}


async def test_what_makes_no_sense_any_more_is_cancelled_and_our_mistake_has_failed(
    database: Database, postman: Postman, clock: SetClock
) -> None:
    with database.transaction() as session:
        write_to(session, 2)
    postman.troubles[1] = [Moot("the meeting was cancelled")]
    postman.troubles[2] = [Rejected("Bad Request: BUTTON_DATA_INVALID")]
    await courier_for(database, postman, clock).drain_once()
    assert stands(database) == {
        "meeting_soon:1": ("cancelled", "the meeting was cancelled"),
        "meeting_soon:2": ("failed", "Bad Request: BUTTON_DATA_INVALID"),
    }


async def test_a_passing_trouble_is_tried_again_later_and_later(
    database: Database, postman: Postman, clock: SetClock
) -> None:
    with database.transaction() as session:
        write_to(session, 1)
    postman.troubles[1] = [Passing("Bad Gateway"), KeyError("a mistake of ours")]
    courier = courier_for(database, postman, clock)
    await courier.drain_once()
    assert stands(database) == {"meeting_soon:1": ("pending", "Bad Gateway")}
    clock.move(seconds=1)
    assert await courier.drain_once() == 0
    clock.move(seconds=1)
    await courier.drain_once()
    assert stands(database) == {"meeting_soon:1": ("pending", "KeyError")}
    clock.move(seconds=4)
    await courier.drain_once()
    assert [letter.attempts for letter in postman.accepted] == [3]


async def test_retries_end_when_the_letter_expires(
    database: Database, postman: Postman, clock: SetClock
) -> None:
    with database.transaction() as session:
        write_to(session, 1)
    postman.troubles[1] = [Passing("Bad Gateway")] * 30
    courier = courier_for(database, postman, clock)
    for _round in range(30):
        await courier.drain_once()
        clock.move(hours=1)
    assert stands(database) == {"meeting_soon:1": ("expired", "Bad Gateway")}
    assert postman.accepted == []


def test_pauses_double_from_two_seconds_to_ten_minutes_and_half_of_each_is_chance() -> None:
    assert [back_off_s(attempts, 1) for attempts in (1, 2, 3, 9, 10, 5000)] == [
        2,
        4,
        8,
        512,
        600,
        600,
    ]
    assert back_off_s(3, 0) == 4


async def test_a_nudge_is_enough_and_a_stop_ends_it(
    database: Database, postman: Postman, clock: SetClock
) -> None:
    courier = courier_for(database, postman, clock)
    running = asyncio.create_task(courier.run())
    await asyncio.sleep(0)
    with database.transaction() as session:
        write_to(session, 1)
    courier.nudge()
    await postman.has_accepted(1)
    courier.stop()
    await running
    assert states(database) == ["sent"]


async def test_at_the_end_what_is_on_its_way_arrives_and_the_rest_is_given_back(
    database: Database, postman: Postman, clock: SetClock
) -> None:
    with database.transaction() as session:
        write_to(session, 5)
    never = asyncio.Event()

    async def sleep(_seconds: float) -> None:
        await never.wait()

    courier = courier_for(database, postman, clock, Limits(5, 30, clock=Hurrying(), sleep=sleep))
    postman.answers.clear()
    running = asyncio.create_task(courier.run())
    await postman.has_accepted(1)
    courier.stop()
    for _turn in range(20):
        await asyncio.sleep(0)
    postman.answers.set()
    await running
    assert states(database) == ["sent"] + ["pending"] * 4
    with database.snapshot() as session:
        rows = session.execute(select(Notice.attempts, Notice.lease_until).order_by(Notice.id))
        assert list(rows) == [(1, None)] + [(0, None)] * 4


async def test_outcomes_survive_a_database_that_is_away(
    own_postgres: Cluster, postman: Postman, clock: SetClock
) -> None:
    with Databases(own_postgres.url).fresh() as url:
        database = open_database(url)
        with database.transaction() as session:
            write_to(session, 3)
        postman.answers.clear()
        courier = courier_for(database, postman, clock)
        running = asyncio.create_task(courier.run())
        await postman.has_accepted(3)
        await asyncio.to_thread(own_postgres.stop)
        postman.answers.set()
        await asyncio.to_thread(own_postgres.start)
        await come_to_be(database, "sent", 3)
        courier.stop()
        await running
        assert len(postman.accepted) == 3
        database.close()


async def test_a_letter_without_an_answer_is_given_up_and_the_next_one_goes(
    database: Database, postman: Postman, clock: SetClock
) -> None:
    with database.transaction() as session:
        for number, lane in enumerate((Lane.BROADCASTS, Lane.REMINDERS), start=1):
            write(session, open_account(session, number), lane=lane)
    postman.answers.clear()
    courier = courier_for(database, postman, clock, send_timeout_s=0.2)
    assert await courier.drain_once() == 2
    # A broadcast that may have arrived is nobody's to send again; all else is tried later.
    assert sorted(states(database)) == ["pending", "uncertain"]
