"""Those of whom nobody knows whether they got it: staff send again, or leave it at that."""

from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from announcements.broadcasts import cancel, changes_of, find
from announcements.errors import NotPossible
from announcements.filling import work
from announcements.jobs import correct
from announcements.progress import progress_of
from announcements.uncertain import leave_uncertain, send_uncertain_again, uncertain_accounts
from notices.sender import Unanswered
from storage.database import Database
from tests.announcements.crowd import SRI, add_people, batch_state, start, write_draft
from tests.notices.post_office import NOON, Postman, SetClock, courier_for


async def sent_to_four(database: Database, clock: SetClock, postman: Postman) -> tuple[int, int]:
    """The broadcast, done; and the one account that may have got it or not."""
    with database.transaction() as session:
        people = add_people(session, 4)
        broadcast_id = start(session)
    postman.troubles[90_002] = [Unanswered("timeout")]
    await work(database, clock)
    await courier_for(database, postman, clock).drain_once()
    await work(database, clock)
    return broadcast_id, people[1]


def stands(database: Database, broadcast_id: int, clock: SetClock) -> tuple[str, int, int, int]:
    with database.snapshot() as session:
        told = progress_of(session, broadcast_id, 25.0, clock())
        state = find(session, broadcast_id).state
        return state, told.sent, told.uncertain, told.undecided


async def test_nobody_gets_it_twice_unless_staff_say_so(
    database: Database, clock: SetClock, postman: Postman
) -> None:
    broadcast_id, someone = await sent_to_four(database, clock, postman)
    with database.snapshot() as session:
        assert uncertain_accounts(session, broadcast_id) == [someone]
    assert stands(database, broadcast_id, clock) == ("done", 3, 1, 1)
    clock.move(minutes=1)
    again = await database.write(send_uncertain_again, broadcast_id, actor=SRI, now=clock())
    assert again == 1
    assert await database.write(send_uncertain_again, broadcast_id, actor=SRI, now=clock()) == 0
    assert stands(database, broadcast_id, clock) == ("running", 3, 0, 0)
    await courier_for(database, postman, clock).drain_once()
    await work(database, clock)
    assert stands(database, broadcast_id, clock) == ("done", 4, 0, 0)
    with database.snapshot() as session:
        moves = [(one.from_state, one.to_state) for one in changes_of(session, broadcast_id)]
    assert moves[2:] == [("running", "done"), ("done", "running"), ("running", "done")]


async def test_left_at_that_they_stay_uncertain_and_nobody_is_asked_again(
    database: Database, clock: SetClock, postman: Postman
) -> None:
    broadcast_id, someone = await sent_to_four(database, clock, postman)
    for _ in range(2):
        await database.write(leave_uncertain, broadcast_id, actor=SRI, now=clock())
    assert stands(database, broadcast_id, clock) == ("done", 3, 1, 0)
    with database.snapshot() as session:
        assert uncertain_accounts(session, broadcast_id) == [someone]
        reasons = [one.reason for one in changes_of(session, broadcast_id)]
    assert reasons[3:] == ["1 uncertain left"]


async def test_what_is_over_is_not_sent_again(
    database: Database, clock: SetClock, postman: Postman
) -> None:
    broadcast_id, _someone = await sent_to_four(database, clock, postman)
    clock.move(days=3)
    with pytest.raises(NotPossible) as refused:
        await database.write(send_uncertain_again, broadcast_id, actor=SRI, now=clock())
    assert refused.value.args == ("expired", "repeated")


def test_what_never_started_or_was_cancelled_has_nobody_to_send_to(session: Session) -> None:
    draft = write_draft(session)
    assert uncertain_accounts(session, draft.id) == []
    add_people(session, 1)
    running = start(session)
    cancel(session, running, actor=SRI, now=NOON)
    for broadcast_id, state in ((draft.id, "draft"), (running, "cancelled")):
        with pytest.raises(NotPossible) as refused:
            send_uncertain_again(session, broadcast_id, actor=SRI, now=NOON + timedelta(hours=1))
        assert refused.value.args == (state, "repeated")


async def test_sent_again_right_after_a_correction_it_rests_until_its_words_are_known(
    database: Database, clock: SetClock, postman: Postman
) -> None:
    broadcast_id, _ = await sent_to_four(database, clock, postman)
    clock.move(minutes=1)
    await database.write(correct, broadcast_id, html="Lusa.", actor=SRI, now=clock())
    again = await database.write(send_uncertain_again, broadcast_id, actor=SRI, now=clock())
    assert again == 1
    await work(database, clock)
    assert batch_of(database, broadcast_id) == ("running", "paused")
    clock.move(seconds=4)
    await work(database, clock)
    assert batch_of(database, broadcast_id) == ("running", "running")


def batch_of(database: Database, broadcast_id: int) -> tuple[str, str]:
    """The state of the broadcast, and of its batch."""
    with database.snapshot() as session:
        view = find(session, broadcast_id)
        return view.state, batch_state(session, view)
