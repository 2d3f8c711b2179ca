"""The two promises: nothing is lost, and a duplicate only of what was in flight at a crash."""

import asyncio
from collections import Counter
from datetime import timedelta

from notices.claiming import claim, take_up_expired
from notices.outbox import Lane
from notices.sender import Passing
from notices.settling import Outcome, settle
from storage.database import Database
from tests.notices.post_office import (
    WIB,
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


async def killed_in_mid_batch(
    database: Database, postman: Postman, clock: SetClock, accepted: int
) -> None:
    """A courier dies when so many letters are accepted and none of them is recorded."""
    living = asyncio.all_tasks()
    postman.answers.clear()
    draining = asyncio.create_task(courier_for(database, postman, clock).drain_once())
    await postman.has_accepted(accepted)
    await kill({draining} | (asyncio.all_tasks() - living))
    postman.answers.set()


async def test_after_a_kill_the_next_courier_takes_up_the_expired_leases(
    database: Database, postman: Postman, clock: SetClock
) -> None:
    with database.transaction() as session:
        write_to(session, 100)
    await killed_in_mid_batch(database, postman, clock, accepted=64)
    in_flight = {letter.telegram_id for letter in postman.accepted}
    await courier_for(database, postman, clock).drain_once()
    assert Counter(states(database)) == {"sent": 36, "sending": 64}
    clock.move(seconds=61)
    await courier_for(database, postman, clock).drain_once()
    assert states(database) == ["sent"] * 100
    times = Counter(letter.telegram_id for letter in postman.accepted)
    assert set(times) == set(range(1, 101))
    assert {person for person, count in times.items() if count > 1} == in_flight
    assert max(times.values()) == 2


async def test_a_broadcast_in_flight_at_a_kill_is_uncertain_and_not_sent_again(
    database: Database, postman: Postman, clock: SetClock
) -> None:
    with database.transaction() as session:
        write_to(session, 3, Lane.BROADCASTS)
    await killed_in_mid_batch(database, postman, clock, accepted=3)
    clock.move(seconds=61)
    assert await courier_for(database, postman, clock).drain_once() == 0
    assert set(stands(database).values()) == {("uncertain", "lease")}
    assert len(postman.accepted) == 3


async def test_a_laptop_that_slept_a_day_in_mid_sending_sends_nothing_twice(
    database: Database, postman: Postman, clock: SetClock
) -> None:
    with database.transaction() as session:
        write(session, open_account(session, 1), lasts=timedelta(days=2))
    courier = courier_for(database, postman, clock, tick_s=0)
    postman.answers.clear()
    running = asyncio.create_task(courier.run())
    await postman.has_accepted(1)
    clock.move(days=1)
    with database.transaction() as session:
        write(session, open_account(session, 2), due_at=clock(), now=clock())
    courier.nudge()
    await postman.has_accepted(2)
    postman.answers.set()
    courier.stop()
    await running
    assert [letter.telegram_id for letter in postman.accepted] == [1, 2]
    assert states(database) == ["sent", "sent"]


async def test_two_couriers_at_once_share_the_letters_and_double_none(
    database: Database, postman: Postman, clock: SetClock
) -> None:
    with database.transaction() as session:
        write_to(session, 200)
    couriers = [courier_for(database, postman, clock) for _number in range(2)]
    await asyncio.gather(*(courier.drain_once() for courier in couriers))
    assert sorted(letter.telegram_id for letter in postman.accepted) == list(range(1, 201))
    assert states(database) == ["sent"] * 200


async def test_a_late_failure_does_not_undo_what_another_courier_has_sent_since(
    database: Database, postman: Postman, clock: SetClock
) -> None:
    with database.transaction() as session:
        write_to(session, 1)
    with database.transaction() as session:
        (stale,) = claim(session, 1, now=clock(), zone=WIB).letters
    clock.move(seconds=61)
    with database.transaction() as session:
        assert take_up_expired(session, set(), now=clock()) == 1
    await courier_for(database, postman, clock).drain_once()
    with database.transaction() as session:
        late = Outcome(stale, trouble=Passing("timeout"))
        settle(session, [late], now=clock(), chance=lambda: 0.5)
    assert stands(database) == {"meeting_soon:1": ("sent", None)}
