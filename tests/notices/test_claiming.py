"""Who is let through when: lanes, quiet hours, mutes, and what is too late."""

from datetime import UTC, datetime, time, timedelta

from sqlalchemy import select

from notices.outbox import Lane
from notices.waiting import receive
from storage.database import Database
from storage.models import Account, Notice
from tests.notices.post_office import (
    NOON,
    Postman,
    SetClock,
    courier_for,
    open_account,
    stands,
    write,
)

NIGHT = (time(21), time(6))
HALF_PAST_FIVE = datetime(2025, 11, 23, 22, 30, tzinfo=UTC)  # in Banten, on the 24th
HOUR = timedelta(hours=1)
# A lane and how many minutes ago it was due, in the order in which they are written.
WRITTEN = (
    (Lane.BROADCASTS, 60),
    (Lane.ALERTS, 50),
    (Lane.REMINDERS, 5),
    (Lane.RESULTS, 1),
    (Lane.REMINDERS, 30),
    (Lane.RESULTS, 2),
)


async def test_a_lane_is_empty_before_the_next_one_moves(
    database: Database, postman: Postman, clock: SetClock
) -> None:
    with database.transaction() as session:
        for number, (lane, minutes_ago) in enumerate(WRITTEN):
            account = open_account(session, number + 1)
            due_at = NOON - timedelta(minutes=minutes_ago)
            write(session, account, f"{lane.name}-{minutes_ago}", lane=lane, due_at=due_at)
    assert await courier_for(database, postman, clock).drain_once() == 6
    assert postman.kinds == [
        "RESULTS-2",
        "RESULTS-1",
        "REMINDERS-30",
        "REMINDERS-5",
        "ALERTS-50",
        "BROADCASTS-60",
    ]


async def test_nothing_goes_before_it_is_due_nor_after_it_expires(
    database: Database, postman: Postman, clock: SetClock
) -> None:
    with database.transaction() as session:
        write(session, open_account(session, 1), "early", due_at=NOON + HOUR)
        write(session, open_account(session, 2), "late", due_at=NOON, lasts=HOUR)
    clock.move(minutes=61)
    await courier_for(database, postman, clock).drain_once()
    assert postman.kinds == ["early"]
    assert stands(database) == {"early:1": ("sent", None), "late:2": ("expired", "late")}


async def test_the_letter_tells_whom_and_what(
    database: Database, postman: Postman, clock: SetClock
) -> None:
    with database.transaction() as session:
        account = open_account(session, 7001)
        write(session, account, lane=Lane.RESULTS)
    await courier_for(database, postman, clock).drain_once()
    (letter,) = postman.accepted
    assert (letter.account_id, letter.telegram_id, letter.language) == (account, 7001, "id")
    assert (letter.kind, letter.facts, letter.attempts) == ("meeting_soon", {"meeting_id": 12}, 1)
    assert (letter.lane, letter.due_at) == (Lane.RESULTS, NOON)
    assert letter.expires_at == NOON + timedelta(days=1)


async def test_a_reminder_due_before_six_comes_at_six(
    database: Database, postman: Postman, clock: SetClock
) -> None:
    clock.now = HALF_PAST_FIVE
    with database.transaction() as session:
        siti = open_account(session, 1, quiet=NIGHT)
        write(session, siti, due_at=HALF_PAST_FIVE, lasts=2 * HOUR, now=HALF_PAST_FIVE)
    courier = courier_for(database, postman, clock)
    assert await courier.drain_once() == 0
    assert stands(database) == {"meeting_soon:1": ("pending", None)}
    clock.move(minutes=30)
    assert await courier.drain_once() == 1


async def test_a_reminder_that_is_over_when_the_night_ends_is_dropped_with_a_record(
    database: Database, postman: Postman, clock: SetClock
) -> None:
    clock.now = HALF_PAST_FIVE
    with database.transaction() as session:
        siti = open_account(session, 1, quiet=NIGHT)
        write(session, siti, due_at=HALF_PAST_FIVE, lasts=HOUR / 2, now=HALF_PAST_FIVE)
    assert await courier_for(database, postman, clock).drain_once() == 0
    assert stands(database) == {"meeting_soon:1": ("expired", "quiet")}


async def test_a_result_waits_for_the_morning_too_unless_it_would_then_be_lost(
    database: Database, postman: Postman, clock: SetClock
) -> None:
    clock.now = HALF_PAST_FIVE
    with database.transaction() as session:
        for number, lasts in ((1, 2 * HOUR), (2, HOUR / 2)):
            account = open_account(session, number, quiet=NIGHT)
            write(
                session,
                account,
                "meeting_cancelled",
                lane=Lane.RESULTS,
                due_at=HALF_PAST_FIVE,
                lasts=lasts,
                now=HALF_PAST_FIVE,
            )
    courier = courier_for(database, postman, clock)
    await courier.drain_once()
    assert [letter.telegram_id for letter in postman.accepted] == [2]
    clock.move(minutes=30)
    await courier.drain_once()
    assert [letter.telegram_id for letter in postman.accepted] == [2, 1]


async def test_a_thousand_letters_put_off_do_not_hold_up_the_one_that_may_go(
    database: Database, postman: Postman, clock: SetClock
) -> None:
    clock.now = HALF_PAST_FIVE
    with database.transaction() as session:
        for number in range(1, 301):
            account = open_account(session, number, quiet=NIGHT if number < 300 else None)
            write(session, account, due_at=HALF_PAST_FIVE, now=HALF_PAST_FIVE)
    assert await courier_for(database, postman, clock).drain_once() == 1
    assert [letter.telegram_id for letter in postman.accepted] == [300]


async def test_mutes_silence_reminders_and_alerts_but_no_results(
    database: Database, postman: Postman, clock: SetClock
) -> None:
    with database.transaction() as session:
        siti = open_account(session, 1, reminders_muted=True)
        for account in (siti, open_account(session, 2, alerts_muted=True)):
            for lane in (Lane.RESULTS, Lane.REMINDERS, Lane.ALERTS):
                write(session, account, lane.name, lane=lane)
    await courier_for(database, postman, clock).drain_once()
    assert stands(database) == {
        "RESULTS:1": ("sent", None),
        "REMINDERS:1": ("cancelled", "muted"),
        "ALERTS:1": ("sent", None),
        "RESULTS:2": ("sent", None),
        "REMINDERS:2": ("sent", None),
        "ALERTS:2": ("cancelled", "muted"),
    }


async def test_what_comes_up_for_somebody_unreachable_is_closed_and_results_wait_for_them(
    database: Database, postman: Postman, clock: SetClock
) -> None:
    with database.transaction() as session:
        siti = open_account(session, 1)
        away = session.get_one(Account, siti)
        away.unreachable_since, away.unreachable_reason = NOON, "blocked"
        write(session, siti, "result", lane=Lane.RESULTS)
        write(session, siti, "brief", lane=Lane.RESULTS, lasts=HOUR)
        write(session, siti, "reminder")
    courier = courier_for(database, postman, clock)
    clock.move(hours=2)
    assert await courier.drain_once() == 0
    assert stands(database) == {
        "result:1": ("pending", None),
        "brief:1": ("expired", "blocked"),
        "reminder:1": ("failed", "blocked"),
    }
    with database.transaction() as session:
        receive(session, 1, now=clock())
    await courier.drain_once()
    assert postman.kinds == ["result"]


async def test_every_ending_has_its_time_and_no_lease(
    database: Database, postman: Postman, clock: SetClock
) -> None:
    with database.transaction() as session:
        write(session, open_account(session, 1))
        write(session, open_account(session, 2, reminders_muted=True))
        write(session, open_account(session, 3), lasts=timedelta(seconds=1))
    clock.move(seconds=2)
    await courier_for(database, postman, clock).drain_once()
    with database.snapshot() as session:
        notices = session.scalars(select(Notice).order_by(Notice.id)).all()
        assert [one.state for one in notices] == ["sent", "cancelled", "expired"]
        assert [(one.settled_at, one.lease_until) for one in notices] == [(clock(), None)] * 3
        assert [one.message_id for one in notices] == [1, None, None]


async def test_a_person_with_much_to_be_told_holds_nobody_else_up(
    database: Database, postman: Postman, clock: SetClock
) -> None:
    with database.transaction() as session:
        much = open_account(session, 1)
        for number in range(100):
            write(session, much, f"much-{number}")
        write(session, open_account(session, 2), "other", due_at=NOON + timedelta(seconds=1))
    clock.move(seconds=1)
    courier = courier_for(database, postman, clock)
    assert await courier.drain_once() == 11
    assert [letter.telegram_id for letter in postman.accepted].index(2) == 5
    for _ in range(20):
        clock.move(seconds=5)
        await courier.drain_once()
    assert sorted(postman.kinds) == sorted([*(f"much-{number}" for number in range(100)), "other"])
