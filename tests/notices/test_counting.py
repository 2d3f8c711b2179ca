"""The courier's own numbers."""

from collections import Counter
from datetime import timedelta

from notices.claiming import claim
from notices.counting import BOUNDS_S, Counting, Waits
from notices.outbox import Lane
from notices.sender import Moot, Passing, Throttled, Unreachable
from storage.database import Database
from tests.notices.post_office import (
    NOON,
    WIB,
    Postman,
    SetClock,
    courier_for,
    open_account,
    write,
    write_to,
)


async def test_what_was_sent_and_what_went_wrong_is_counted(
    database: Database, postman: Postman, clock: SetClock
) -> None:
    with database.transaction() as session:
        write_to(session, 5)
        write(session, 5, "result", lane=Lane.RESULTS)
    postman.troubles[1] = [Unreachable("blocked")]
    postman.troubles[2] = [Throttled(9, chat_only=True)]
    postman.troubles[3] = [Moot("gone")]
    postman.troubles[4] = [Passing("Bad Gateway"), Passing("Bad Gateway")]
    clock.move(seconds=2)
    courier = courier_for(database, postman, clock)
    await courier.drain_once()
    clock.move(seconds=2)
    await courier.drain_once()
    counted = courier.counting
    assert counted.sent == Counter({Lane.RESULTS: 1, Lane.REMINDERS: 1})
    assert counted.troubles == Counter(unreachable=1, throttled=1, moot=1, passing=2)
    assert (counted.leases_lost, counted.sent_at) == (0, NOON + timedelta(seconds=2))
    two_seconds = [0, 0, 0, 0, 1] + [0] * 8
    assert counted.waits[Lane.RESULTS] == Waits(two_seconds, 2.0)
    assert counted.waits[Lane.ALERTS] == Waits([0] * (len(BOUNDS_S) + 1), 0.0)


async def test_leases_that_were_lost_are_counted_over_couriers(
    database: Database, postman: Postman, clock: SetClock
) -> None:
    with database.transaction() as session:
        write(session, open_account(session, 1))
        claim(session, 1, now=clock(), zone=WIB)
    clock.move(seconds=61)
    counting = Counting()
    for _courier in range(2):
        await courier_for(database, postman, clock, counting=counting).drain_once()
    assert (counting.leases_lost, counting.sent.total()) == (1, 1)
