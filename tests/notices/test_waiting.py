"""Results for somebody who has blocked the bot wait, and cost no claim anything meanwhile."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, event, select
from sqlalchemy.orm import Session

from notices.claiming import claim
from notices.due import DUE_ALONE
from notices.outbox import Lane
from notices.queue import queue_by_lane
from notices.sender import Unreachable
from notices.untold import untold
from notices.waiting import put_aside, receive
from storage.database import Database
from storage.models import Account, Notice
from tests.notices.post_office import NOON, WIB, Postman, SetClock, courier_for, open_account, write
from tests.notices.post_office import stands as standing
from tests.side_by_side import begun, waits

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def gone(session: Session, account_id: int) -> None:
    account = session.get_one(Account, account_id)
    account.unreachable_since, account.unreachable_reason = NOON, "blocked"
    session.flush()


def results(session: Session, count: int, *, first: int = 1) -> None:
    """One each for so many people who are gone."""
    for number in range(first, first + count):
        account_id = open_account(session, number)
        gone(session, account_id)
        write(session, account_id, lane=Lane.RESULTS, lasts=DAY)


def due_times(session: Session) -> list[datetime]:
    return list(session.scalars(select(Notice.due_at).order_by(Notice.id)))


def claimed(session: Session, now: datetime = NOON) -> list[str]:
    return [letter.kind for letter in claim(session, 64, now=now, zone=WIB).letters]


@contextmanager
def steps_of(session: Session) -> Iterator[list[int]]:
    """On SQLite: how many steps of its machine are taken."""
    taken = [0]

    def step() -> None:
        taken[0] += 1

    driver: Any = session.connection().connection.driver_connection
    driver.set_progress_handler(step, 1)
    yield taken
    driver.set_progress_handler(None, 0)


def rows_walked(database: Database, session: Session) -> int:
    """By PostgreSQL, for a claim's look into the lane of results."""
    asked: list[tuple[str, Any]] = []

    @event.listens_for(database.engine, "before_cursor_execute")
    def note(_connection: Connection, _cursor: Any, words: str, given: Any, *_rest: Any) -> None:
        asked.append((words, given))

    connection = session.connection()
    connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
    values = {"lane": Lane.RESULTS.value, "repeatable": True, "now": NOON, "room": 64}
    session.execute(DUE_ALONE, values)
    words, given = asked[-1]
    event.remove(database.engine, "before_cursor_execute", note)
    told = connection.exec_driver_sql(f"EXPLAIN (ANALYZE, FORMAT JSON) {words}", given).scalar_one()
    return _rows(told[0]["Plan"])


def _rows(node: dict[str, Any]) -> int:
    below = sum(_rows(one) for one in node.get("Plans", []))
    return below + int(node["Actual Rows"]) + int(node.get("Rows Removed by Filter", 0))


def test_a_claim_walks_over_none_of_them_however_many_they_are(database: Database) -> None:
    walked = []
    for first, count in ((1, 10), (11, 400)):
        with database.transaction() as session:
            results(session, count, first=first)
            while claim(session, 64, now=NOON, zone=WIB).more:
                pass
            if database.on_sqlite:
                with steps_of(session) as taken:
                    assert claimed(session) == []
                walked += taken
            else:
                walked.append(rows_walked(database, session))
            assert queue_by_lane(session, NOON)[Lane.RESULTS].due == 0
    assert walked[0] == walked[1]


async def test_they_go_at_once_in_their_order_when_the_person_writes_again(
    database: Database, postman: Postman, clock: SetClock
) -> None:
    """What was refused itself, what waited beside it, and what was written since."""
    with database.transaction() as session:
        siti = open_account(session, 1)
        write(session, siti, "first", lane=Lane.RESULTS, lasts=9 * DAY)
    postman.troubles[1] = [Unreachable("blocked")]
    courier = courier_for(database, postman, clock)
    for kind in ("second", "third"):
        await courier.drain_once()
        clock.move(hours=1)
        with database.transaction() as session:
            write(session, siti, kind, lane=Lane.RESULTS, due_at=clock(), lasts=DAY, now=clock())
    await courier.drain_once()
    clock.move(hours=1)
    with database.transaction() as session:
        found = [
            (one.kind, one.reason, one.since) for one in untold(session, since=NOON, now=clock())
        ]
        assert found == [
            ("third", "blocked", NOON + 2 * HOUR),
            ("second", "blocked", NOON + HOUR),
            ("first", "blocked", NOON),
        ]
        receive(session, 1, now=clock())
    await courier.drain_once()
    assert postman.kinds == ["first", "second", "third"]
    with database.transaction() as session:
        assert untold(session, since=NOON, now=clock()) == []


async def test_what_nobody_came_back_for_is_closed_with_the_reason_when_it_expires(
    database: Database, postman: Postman, clock: SetClock
) -> None:
    with database.transaction() as session:
        results(session, 2)
    courier = courier_for(database, postman, clock)
    for hours in (0, 23):
        clock.move(hours=hours)
        await courier.drain_once()
    waiting = {f"meeting_soon:{number}": ("pending", None) for number in (1, 2)}
    assert standing(database) == waiting
    clock.move(hours=1)
    await courier.drain_once()
    assert standing(database) == dict.fromkeys(waiting, ("expired", "blocked"))
    with database.snapshot() as session:
        assert [one.since for one in untold(session, since=NOON, now=clock())] == [NOON] * 2


def test_what_is_not_due_yet_keeps_its_time(database: Database) -> None:
    with database.transaction() as session:
        siti = open_account(session, 1)
        gone(session, siti)
        write(session, siti, "now", lane=Lane.RESULTS)
        write(session, siti, "later", lane=Lane.RESULTS, due_at=NOON + HOUR)
        assert claimed(session) == []
        assert due_times(session) == [NOON + DAY, NOON + HOUR]
        receive(session, 1, now=NOON)
        assert due_times(session) == [NOON, NOON + HOUR]
        assert claimed(session) == ["now"]


def test_who_wrote_since_they_were_looked_at_has_nothing_put_aside(database: Database) -> None:
    with database.transaction() as session:
        write(session, open_account(session, 1), lane=Lane.RESULTS)
        put_aside(session, [1])
        assert due_times(session) == [NOON]


def test_who_writes_while_theirs_is_being_put_aside_gets_it_back(database: Database) -> None:
    """Their coming back waits for the claim, and takes what that has put aside."""
    with database.transaction() as session:
        results(session, 1)
    with ThreadPoolExecutor(1) as threads:
        with database.transaction() as session:
            assert claimed(session) == []
            back = begun(threads, database, lambda other: receive(other, 1, now=NOON))
            waits(database, 1)
        back.result()
    with database.transaction() as session:
        assert claimed(session) == ["meeting_soon"]
