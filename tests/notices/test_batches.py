"""Batches: told once to each, in their order, with pauses, and with counters that are right."""

from datetime import UTC, datetime, time, timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from notices.batches import (
    Progress,
    in_flight,
    leave_batches,
    pause_batch,
    progress,
    try_uncertain_again,
    uncertain_of,
)
from notices.claiming import claim, take_up_expired
from notices.outbox import Lane, cancel
from notices.sender import Moot, Passing, Rejected, Throttled, Unanswered, Unreachable
from notices.settling import Outcome, settle
from storage.database import Database
from storage.models import Account
from tests.notices.crowds import add, add_all, crowd, stand, tell
from tests.notices.post_office import (
    NOON,
    WIB,
    Postman,
    SetClock,
    courier_for,
    open_account,
    write,
)

DAY = timedelta(days=1)
MIDNIGHT = datetime(2025, 11, 23, 17, tzinfo=UTC)  # in Banten, the 24th
NIGHT = (time(21), time(6))


def told(postman: Postman) -> list[tuple[str, int]]:
    return [(letter.kind, letter.telegram_id) for letter in postman.accepted]


async def test_everybody_in_it_is_told_once_and_counted(
    database: Database, postman: Postman, clock: SetClock
) -> None:
    with database.transaction() as session:
        crowd(session, 3)
        batch_id = tell(session)
        assert add(session, batch_id) == 0
    with pytest.raises(IntegrityError), database.transaction() as session:
        add_all(session, batch_id)
    assert stand(database, batch_id) == Progress(3, 0, 0, 0, 0, 0, 0)
    await courier_for(database, postman, clock).drain_once()
    assert told(postman) == [("broadcast", 1), ("broadcast", 2), ("broadcast", 3)]
    assert stand(database, batch_id) == Progress(3, 3, 0, 0, 0, 0, 0)
    letter = postman.accepted[0]
    assert (letter.batch_id, letter.repeatable, letter.lane) == (batch_id, False, Lane.BROADCASTS)
    assert letter.facts == {"broadcast_id": 7}


async def test_every_ending_stands_in_its_counter(
    database: Database, postman: Postman, clock: SetClock
) -> None:
    with database.transaction() as session:
        crowd(session, 8)
        muted = session.get_one(Account, 8)
        muted.broadcasts_muted = True
        batch_id = tell(session)
    troubles = [Unreachable("blocked"), Unreachable("deactivated"), Rejected("too long")]
    troubles += [Moot("gone"), Unanswered("reset"), Throttled(2 * 86400)]
    for number, trouble in enumerate(troubles, start=2):
        postman.troubles[number] = [trouble]
    await courier_for(database, postman, clock).drain_once()
    assert stand(database, batch_id) == Progress(
        written=8, sent=1, blocked=2, failed=1, expired=1, cancelled=2, uncertain=1
    )
    assert stand(database, batch_id).left == 0


async def test_corrections_come_first_then_the_older_batch_and_results_before_all(
    database: Database, postman: Postman, clock: SetClock
) -> None:
    with database.transaction() as session:
        siti = open_account(session, 1)
        for kind in ("older", "newer"):
            tell(session, kind)
        tell(session, "fix", repeatable=True)
        write(session, siti, "alone", lane=Lane.BROADCASTS)
        write(session, siti, "alert", lane=Lane.ALERTS)
        write(session, siti, "result", lane=Lane.RESULTS)
    await courier_for(database, postman, clock).drain_once()
    assert postman.kinds == ["result", "alert", "alone", "fix", "older", "newer"]


async def test_an_edit_makes_no_sound_and_so_needs_neither_morning_nor_leave(
    database: Database, postman: Postman, clock: SetClock
) -> None:
    clock.now = MIDNIGHT
    with database.transaction() as session:
        siti = open_account(session, 1, quiet=NIGHT)
        session.get_one(Account, siti).broadcasts_muted = True
        open_account(session, 2, quiet=NIGHT)
        tell(session, now=MIDNIGHT)
        tell(session, "fix", repeatable=True, now=MIDNIGHT)
    courier = courier_for(database, postman, clock)
    await courier.drain_once()
    assert told(postman) == [("fix", 1), ("fix", 2)]
    clock.move(hours=6)
    await courier.drain_once()
    assert told(postman) == [("fix", 1), ("fix", 2), ("broadcast", 2)]


async def test_an_answer_that_never_came_leaves_a_broadcast_in_doubt_and_repeats_an_edit(
    database: Database, postman: Postman, clock: SetClock
) -> None:
    with database.transaction() as session:
        crowd(session, 1)
        plain, edit = tell(session), tell(session, "fix", repeatable=True)
        write(session, 1, "reminder")
    postman.troubles[1] = [Unanswered("reset"), Unanswered("reset"), Unanswered("reset")]
    courier = courier_for(database, postman, clock)
    await courier.drain_once()
    assert stand(database, plain) == Progress(1, 0, 0, 0, 0, 0, 1)
    clock.move(hours=1)
    await courier.drain_once()
    assert postman.kinds == ["reminder", "fix"]
    assert stand(database, edit) == Progress(1, 1, 0, 0, 0, 0, 0)


async def test_a_passing_trouble_of_a_broadcast_is_tried_again(
    database: Database, postman: Postman, clock: SetClock
) -> None:
    with database.transaction() as session:
        crowd(session, 1)
        batch_id = tell(session)
    postman.troubles[1] = [Passing("Bad Gateway"), Throttled(3, chat_only=True)]
    courier = courier_for(database, postman, clock)
    for _round in range(3):
        await courier.drain_once()
        clock.move(minutes=1)
    assert stand(database, batch_id) == Progress(1, 1, 0, 0, 0, 0, 0)


def leased_and_lost(database: Database, clock: SetClock, *, repeatable: bool = False) -> Outcome:
    """A letter of a batch whose lease another courier has taken up, as it was never begun."""
    with database.transaction() as session:
        crowd(session, 1)
        batch_id = tell(session, repeatable=repeatable)
        (letter,) = claim(session, 1, now=clock(), zone=WIB).letters
        assert in_flight(session, batch_id) == 1
    clock.move(seconds=61)
    with database.transaction() as session:
        assert take_up_expired(session, set(), now=clock()) == 1
        assert in_flight(session, batch_id) == 0
    return Outcome(letter)


def record(database: Database, outcome: Outcome, clock: SetClock) -> None:
    with database.transaction() as session:
        settle(session, [outcome], now=clock(), chance=lambda: 0.5)


def test_a_late_answer_puts_right_what_was_uncertain(database: Database, clock: SetClock) -> None:
    letter = leased_and_lost(database, clock).letter
    assert letter.batch_id is not None
    assert stand(database, letter.batch_id) == Progress(1, 0, 0, 0, 0, 0, 1)
    record(database, Outcome(letter, message_id=5), clock)
    assert stand(database, letter.batch_id) == Progress(1, 1, 0, 0, 0, 0, 0)


def test_what_turns_out_never_begun_goes_back_to_the_pending_ones(
    database: Database, clock: SetClock
) -> None:
    never_begun = leased_and_lost(database, clock)
    record(database, never_begun, clock)
    batch_id = never_begun.letter.batch_id
    assert batch_id is not None
    assert stand(database, batch_id) == Progress(1, 0, 0, 0, 0, 0, 0)
    with database.transaction() as session:
        assert len(claim(session, 9, now=clock(), zone=WIB).letters) == 1


def test_a_lost_lease_of_an_edit_is_taken_up_again(database: Database, clock: SetClock) -> None:
    letter = leased_and_lost(database, clock, repeatable=True).letter
    with database.transaction() as session:
        (again,) = claim(session, 9, now=clock(), zone=WIB).letters
    assert (again.notice_id, again.attempts) == (letter.notice_id, 2)


def test_what_is_uncertain_is_listed_and_goes_again_only_on_somebodys_word(
    database: Database, clock: SetClock
) -> None:
    letter = leased_and_lost(database, clock).letter
    assert letter.batch_id is not None
    with database.transaction() as session:
        assert uncertain_of(session, letter.batch_id) == [(letter.notice_id, letter.account_id)]
        assert try_uncertain_again(session, letter.batch_id, now=clock()) == 1
        assert uncertain_of(session, letter.batch_id) == []
        assert progress(session, letter.batch_id) == Progress(1, 0, 0, 0, 0, 0, 0)
        assert len(claim(session, 9, now=clock(), zone=WIB).letters) == 1


async def test_whoever_blocks_the_bot_leaves_all_batches(
    database: Database, postman: Postman, clock: SetClock
) -> None:
    with database.transaction() as session:
        crowd(session, 2)
        first, paused = tell(session), tell(session, "later")
        pause_batch(session, paused)
    postman.troubles[1] = [Unreachable("blocked")]
    await courier_for(database, postman, clock).drain_once()
    assert stand(database, first) == Progress(2, 1, 1, 0, 0, 0, 0)
    assert stand(database, paused) == Progress(2, 0, 1, 0, 0, 0, 0)


async def test_the_erased_stay_counted_and_nobody_waits_for_them(
    database: Database, postman: Postman, clock: SetClock
) -> None:
    with database.transaction() as session:
        crowd(session, 3)
        batch_id = tell(session)
        on_the_way = claim(session, 1, now=clock(), zone=WIB).letters
        for account_id in (1, 2):
            assert leave_batches(session, account_id, now=clock()) == 1
            session.delete(session.get_one(Account, account_id))
    record(database, Outcome(on_the_way[0], message_id=1), clock)
    await courier_for(database, postman, clock).drain_once()
    assert stand(database, batch_id) == Progress(3, 1, 0, 0, 0, 2, 0)


def test_cancelling_what_is_alone_leaves_batches_be(database: Database) -> None:
    with database.transaction() as session:
        crowd(session, 1)
        batch_id = tell(session)
        write(session, 1)
        assert cancel(session, account_id=1, now=NOON) == 1
        assert progress(session, batch_id).left == 1
