"""Recipients: fixed at the start, written in steps, each once whatever happens in between."""

import asyncio
from contextlib import suppress
from datetime import datetime, timedelta
from itertools import count

import pytest
from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from announcements.audiences import Audience
from announcements.broadcasts import cancel, find, pause, resume
from announcements.errors import NoSuchBroadcast
from announcements.filling import fill_step, work
from announcements.pace import Pace
from storage.database import Database
from storage.models import Account, Notice
from tests.announcements.crowd import (
    SRI,
    add_people,
    fill,
    recipients,
    start,
    states,
)
from tests.notices.post_office import NOON, Postman, SetClock, courier_for

HOUR = timedelta(hours=1)


def test_everyone_is_written_once_in_the_order_of_accounts(session: Session) -> None:
    everyone = add_people(session, 25)
    broadcast_id = start(session)
    assert fill(session, broadcast_id, most=10) == 3
    assert recipients(session, broadcast_id) == everyone
    view = find(session, broadcast_id)
    assert (view.people, view.filled_at) == (25, NOON)
    assert fill(session, broadcast_id, most=10) == 1
    assert recipients(session, broadcast_id) == everyone


def test_a_notice_of_a_broadcast_is_as_the_courier_wants_it(session: Session) -> None:
    [account_id] = add_people(session, 1)
    broadcast_id = start(session)
    fill(session, broadcast_id, now=NOON + HOUR)
    [notice] = session.scalars(select(Notice))
    assert (notice.account_id, notice.kind, notice.key) == (account_id, "broadcast", None)
    assert (notice.facts, notice.lane) == ({"broadcast_id": broadcast_id}, 3)
    assert (notice.due_at, notice.expires_at) == (NOON, NOON + timedelta(days=3))
    assert (notice.state, notice.attempts, notice.created_at) == ("pending", 0, NOON + HOUR)


def test_who_comes_later_is_not_in_it(session: Session) -> None:
    first = add_people(session, 3)
    broadcast_id = start(session)
    add_people(session, 3, first=100)
    fill(session, broadcast_id, most=2)
    assert recipients(session, broadcast_id) == first


def test_who_changes_after_being_looked_at_stays_as_they_were(session: Session) -> None:
    inside, outside = add_people(session, 4, domicile="3673"), []
    outside += add_people(session, 4, first=50, domicile="3674")
    broadcast_id = start(session, audience=Audience(regions=("3673",)))
    fill(session, broadcast_id)
    moved = update(Account).where(Account.id.in_([inside[0], outside[0]]))
    session.execute(moved.values(domicile="3603"))
    session.execute(update(Account).where(Account.id == outside[1]).values(domicile="3673"))
    fill(session, broadcast_id)
    assert recipients(session, broadcast_id) == inside


def test_lately_is_told_from_the_start_and_not_from_each_step(session: Session) -> None:
    [in_time] = add_people(session, 1, last_seen_at=NOON - timedelta(days=7))
    add_people(session, 1, first=2, last_seen_at=NOON - timedelta(days=7, seconds=1))
    broadcast_id = start(session, audience=Audience(seen_within_days=7))
    fill(session, broadcast_id, most=1, now=NOON + HOUR)
    assert recipients(session, broadcast_id) == [in_time]


def test_sparse_numbers_are_stepped_over(session: Session) -> None:
    everyone = add_people(session, 40)
    session.execute(delete(Account).where(Account.id.in_(everyone[3:37])))
    broadcast_id = start(session)
    assert fill(session, broadcast_id, most=3) == 2
    assert recipients(session, broadcast_id) == everyone[:3] + everyone[37:]


def test_the_last_accounts_may_be_gone_meanwhile(session: Session) -> None:
    everyone = add_people(session, 5)
    broadcast_id = start(session)
    fill_step(session, broadcast_id, most=2, now=NOON)
    session.execute(delete(Account).where(Account.id.in_(everyone[2:])))
    assert not fill_step(session, broadcast_id, most=2, now=NOON)
    assert recipients(session, broadcast_id) == everyone[:2]
    assert find(session, broadcast_id).people == 2


def test_paused_it_is_still_filled_and_cancelled_it_is_not(session: Session) -> None:
    everyone = add_people(session, 4)
    broadcast_id = start(session)
    pause(session, broadcast_id, actor=SRI, now=NOON)
    assert fill_step(session, broadcast_id, most=2, now=NOON)
    cancel(session, broadcast_id, actor=SRI, now=NOON)
    assert not fill_step(session, broadcast_id, most=2, now=NOON)
    assert recipients(session, broadcast_id) == everyone[:2]
    with pytest.raises(NoSuchBroadcast):
        fill_step(session, broadcast_id + 1, most=2, now=NOON)


class Doom:
    """A clock at whose look for the `last`-th time the process dies."""

    def __init__(self, last: int) -> None:
        self.left = last

    def __call__(self) -> datetime:
        self.left -= 1
        if not self.left:
            raise Died
        return NOON


class Died(Exception):
    """As a SIGKILL: nothing that was not committed is kept."""


async def test_killed_at_any_step_it_goes_on_where_it_was(database: Database) -> None:
    with database.transaction() as session:
        everyone = add_people(session, 3_000)
        broadcast_id = start(session)
    died_with = []
    for looks in count(2):
        try:
            await work(database, Doom(looks))
            break
        except Died:
            died_with.append(_count(database, broadcast_id))
    assert died_with[:2] == [0, 500]
    assert died_with == sorted(died_with)
    with database.snapshot() as session:
        assert recipients(session, broadcast_id) == everyone
        assert find(session, broadcast_id).people == 3_000


async def test_a_step_that_fails_leaves_nothing_of_itself(
    database: Database, clock: SetClock
) -> None:
    with database.transaction() as session:
        everyone = add_people(session, 10)
        broadcast_id = start(session)

    def broken(session: Session) -> None:
        fill_step(session, broadcast_id, most=5, now=NOON)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await database.write(broken)
    assert _count(database, broadcast_id) == 0
    await work(database, clock)
    with database.snapshot() as session:
        assert recipients(session, broadcast_id) == everyone


async def test_it_is_sent_to_each_once_and_ends_by_itself(
    database: Database, clock: SetClock, postman: Postman
) -> None:
    with database.transaction() as session:
        everyone = add_people(session, 30)
        broadcast_id = start(session)
    assert await work(database, clock)
    # The audience is fixed: a newcomer gets nothing, and no second look changes it.
    with database.transaction() as session:
        add_people(session, 1, first=500)
    assert not await work(database, clock)
    await courier_for(database, postman, clock).drain_once()
    clock.move(minutes=5)
    assert not await work(database, clock)
    assert sorted(letter.account_id for letter in postman.accepted) == everyone
    with database.snapshot() as session:
        done = find(session, broadcast_id)
    assert (done.state, done.finished_at) == ("done", NOON + timedelta(minutes=5))
    await courier_for(database, postman, clock).drain_once()
    assert len(postman.accepted) == 30


async def test_a_pause_holds_what_is_left_and_a_cancel_ends_it(
    database: Database, clock: SetClock, postman: Postman
) -> None:
    with database.transaction() as session:
        add_people(session, 10)
        broadcast_id = start(session)
    await work(database, clock)
    await database.write(pause, broadcast_id, actor=SRI, now=clock())
    await courier_for(database, postman, clock).drain_once()
    assert postman.accepted == []
    await work(database, clock)
    with database.snapshot() as session:
        assert find(session, broadcast_id).state == "paused"
    await database.write(resume, broadcast_id, actor=SRI, now=clock())
    postman.answers.clear()
    running = asyncio.create_task(courier_for(database, postman, clock).run())
    await postman.has_accepted(10)
    await database.write(cancel, broadcast_id, actor=SRI, now=clock())
    await work(database, clock)
    with database.snapshot() as session:
        assert find(session, broadcast_id).finished_at is None  # ten are on their way
    postman.answers.set()
    running.cancel()
    with suppress(asyncio.CancelledError):
        await running
    await work(database, clock)
    with database.snapshot() as session:
        view = find(session, broadcast_id)
        assert (view.state, view.finished_at) == ("cancelled", NOON)
        assert states(session, view.batch_id) == {"sent": 10}


async def test_what_a_cancelled_one_has_left_is_cancelled_in_steps(
    database: Database, clock: SetClock
) -> None:
    with database.transaction() as session:
        add_people(session, 1_200)
        broadcast_id = start(session)
    await work(database, clock)
    await database.write(cancel, broadcast_id, actor=SRI, now=clock())
    await work(database, clock)
    with database.snapshot() as session:
        view = find(session, broadcast_id)
        assert view.finished_at == NOON
        assert states(session, view.batch_id) == {"cancelled": 1_200}


async def test_one_to_nobody_any_more_ends_at_once(database: Database, clock: SetClock) -> None:
    with database.transaction() as session:
        [account_id] = add_people(session, 1)
        broadcast_id = start(session)
        blocked = update(Account).where(Account.id == account_id)
        session.execute(blocked.values(unreachable_since=NOON))
    await work(database, clock)
    with database.snapshot() as session:
        view = find(session, broadcast_id)
    assert (view.state, view.people) == ("done", 0)


def test_a_step_takes_as_many_rows_as_fit_into_its_time() -> None:
    pace = Pace(in_line=True)
    sizes = []
    for took_s in (0.0001, 0.0001, 0.0025, 0.1, 0.1, 0.1, 0.1, 0.1):
        pace.learn(took_s)
        sizes.append(pace.rows)
    assert sizes == [1000, 2000, 2000, 1000, 500, 250, 125, 100]


def _count(database: Database, broadcast_id: int) -> int:
    with database.snapshot() as session:
        return len(recipients(session, broadcast_id))
