"""Batches that are paused, resumed and stopped, while claims go on beside that."""

import asyncio
from collections.abc import Iterator
from contextlib import closing, contextmanager

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from notices.batches import (
    NotStopped,
    Progress,
    cancel_rest,
    in_flight,
    pause_batch,
    resume_batch,
    stop_batch,
)
from notices.claiming import claim
from storage.database import Database
from tests.cast import open_database
from tests.notices.crowds import crowd, stand, tell
from tests.notices.post_office import NOON, WIB, Postman, SetClock, courier_for


async def test_a_paused_batch_waits_and_holds_up_no_other(
    database: Database, postman: Postman, clock: SetClock
) -> None:
    with database.transaction() as session:
        crowd(session, 100)
        paused, running = tell(session, "paused"), tell(session, "running")
        assert pause_batch(session, paused)
        assert not pause_batch(session, paused)
    courier = courier_for(database, postman, clock)
    assert await courier.drain_once() == 100
    assert set(postman.kinds) == {"running"}
    with database.transaction() as session:
        assert resume_batch(session, paused)
        assert not resume_batch(session, running)
    assert await courier.drain_once() == 100
    assert stand(database, paused) == stand(database, running)


async def test_what_is_left_of_a_stopped_batch_is_cancelled_bit_by_bit(
    database: Database, postman: Postman, clock: SetClock
) -> None:
    with database.transaction() as session:
        crowd(session, 5)
        batch_id = tell(session)
        with pytest.raises(NotStopped):
            cancel_rest(session, batch_id, most=2, now=NOON)
        assert stop_batch(session, batch_id)
        assert not stop_batch(session, batch_id)
        assert not resume_batch(session, batch_id)
    assert await courier_for(database, postman, clock).drain_once() == 0
    with database.transaction() as session:
        steps = [cancel_rest(session, batch_id, most=2, now=NOON) for _step in range(4)]
    assert steps == [2, 2, 1, 0]
    assert stand(database, batch_id) == Progress(5, 0, 0, 0, 0, 5, 0)


async def test_in_the_middle_of_a_pause_what_is_on_its_way_arrives_and_is_counted(
    database: Database, postman: Postman, clock: SetClock
) -> None:
    with database.transaction() as session:
        crowd(session, 80)
        batch_id = tell(session)
    postman.answers.clear()
    draining = asyncio.create_task(courier_for(database, postman, clock).drain_once())
    await postman.has_accepted(64)
    with database.transaction() as session:
        pause_batch(session, batch_id)
        assert in_flight(session, batch_id) == 64
    postman.answers.set()
    assert await draining == 64
    assert stand(database, batch_id) == Progress(80, 64, 0, 0, 0, 0, 0)


def test_a_pause_is_past_every_claim_that_had_begun(postgres_url: str) -> None:
    with closing(open_database(postgres_url)) as database:
        with database.transaction() as session:
            crowd(session, 2)
            batch_id = tell(session)
        with database.transaction() as claiming:
            assert len(claim(claiming, 1, now=NOON, zone=WIB).letters) == 1
            with pytest.raises(OperationalError, match="lock timeout"), hasty(database) as session:
                pause_batch(session, batch_id)
        with database.transaction() as pausing:
            pause_batch(pausing, batch_id)
            with hasty(database) as session:  # and a claim waits for nobody
                assert claim(session, 1, now=NOON, zone=WIB).letters == ()


@contextmanager
def hasty(database: Database) -> Iterator[Session]:
    """A transaction that refuses to wait for another one."""
    with database.transaction() as session:
        session.execute(text("SET LOCAL lock_timeout = '100ms'"))
        yield session
