"""What is told of the queue: its length and age by lane, of what could go."""

from datetime import timedelta

from sqlalchemy import update
from sqlalchemy.orm import Session

from notices.batches import open_batch, pause_batch
from notices.claiming import claim
from notices.outbox import Lane
from notices.queue import Standing, queue_by_lane
from storage.database import Database
from storage.models import Account
from tests.notices.crowds import add
from tests.notices.post_office import NOON, WIB, open_account, write

IDLE = Standing(due=0, oldest_s=0.0, in_flight=0)
MINUTE = timedelta(minutes=1)


def standing(session: Session) -> list[Standing]:
    found = queue_by_lane(session, NOON)
    assert list(found) == list(Lane)
    return list(found.values())


def test_each_lane_has_its_length_its_age_and_what_is_on_the_way(database: Database) -> None:
    with database.transaction() as session:
        siti = open_account(session, 1)
        assert standing(session) == [IDLE] * 4
        write(session, siti, "later", due_at=NOON + MINUTE)
        for minutes in (3, 2):
            write(session, siti, f"r{minutes}", due_at=NOON - minutes * MINUTE)
        write(session, siti, "alert", lane=Lane.ALERTS, due_at=NOON - MINUTE)
        write(session, siti, "alone", lane=Lane.BROADCASTS, due_at=NOON - 9 * MINUTE)
        assert standing(session) == [
            IDLE,
            Standing(2, 180.0, 0),
            Standing(1, 60.0, 0),
            Standing(1, 540.0, 0),
        ]
        claim(session, 1, now=NOON, zone=WIB)
        assert standing(session)[1] == Standing(1, 120.0, 1)


def test_what_waits_for_somebody_gone_is_no_sign_of_a_queue_that_stands_still(
    database: Database,
) -> None:
    with database.transaction() as session:
        siti, budi = open_account(session, 1), open_account(session, 2)
        write(session, siti, lane=Lane.RESULTS, due_at=NOON - 9 * MINUTE)
        write(session, budi, lane=Lane.RESULTS, due_at=NOON - MINUTE)
        gone = update(Account).where(Account.id == siti).values(unreachable_since=NOON)
        session.execute(gone)
        assert standing(session)[0] == Standing(2, 60.0, 0)


def test_of_batches_those_that_run_count(database: Database) -> None:
    with database.transaction() as session:
        for number in range(1, 6):
            open_account(session, number)
        paused, running = (open_batch(session, now=NOON) for _number in range(2))
        add(session, paused, now=NOON - 30 * MINUTE)
        add(session, running, now=NOON - 2 * MINUTE)
        pause_batch(session, paused)
        claim(session, 2, now=NOON, zone=WIB)
        assert standing(session)[3] == Standing(3, 120.0, 2)
        pause_batch(session, running)
        assert standing(session)[3] == Standing(0, 0.0, 2)
