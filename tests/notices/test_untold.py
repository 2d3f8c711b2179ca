"""Whom staff must call: results that did not arrive."""

from datetime import timedelta

from sqlalchemy import update

from notices.outbox import Lane, State
from notices.sender import Rejected, Unreachable
from notices.untold import Untold, untold
from storage.database import Database
from storage.models import Account
from tests.notices.post_office import NOON, Postman, SetClock, courier_for, open_account, write

HOUR = timedelta(hours=1)
FACTS = {"meeting_id": 12}


async def test_results_that_came_to_nothing_or_wait_are_listed_and_nothing_else(
    database: Database, postman: Postman, clock: SetClock
) -> None:
    with database.transaction() as session:
        for number in range(1, 6):
            account = open_account(session, number)
            moment = NOON + number * HOUR / 10
            write(session, account, "offer", lane=Lane.RESULTS, due_at=moment, now=moment)
        write(session, 1, "brief", lane=Lane.RESULTS, lasts=HOUR)
        write(session, 1, "reminder")
        write(session, 5, "future", lane=Lane.RESULTS, due_at=NOON + 9 * HOUR)
        blocked = {"unreachable_since": NOON, "unreachable_reason": "blocked"}
        session.execute(update(Account).where(Account.id == 1).values(blocked))
    postman.troubles[2] = [Rejected("Bad Request: BUTTON_URL_INVALID")]
    postman.troubles[3] = [Unreachable("never_started")]
    clock.move(hours=2)
    await courier_for(database, postman, clock).drain_once()
    with database.snapshot() as session:
        found = untold(session, since=NOON, now=clock())
        at = [NOON + number * HOUR / 10 for number in range(4)]
        assert found == [
            Untold(3, "offer", FACTS, "never_started", at[3], State.PENDING),
            Untold(2, "offer", FACTS, "Bad Request: BUTTON_URL_INVALID", at[2], State.FAILED),
            Untold(1, "offer", FACTS, "blocked", at[1], State.PENDING),
            Untold(1, "brief", FACTS, "blocked", at[0], State.EXPIRED),
        ]
        assert untold(session, since=NOON, now=clock(), most=2) == found[:2]
        later = untold(session, since=clock() + HOUR, now=clock())
        assert [one.state for one in later] == [State.PENDING] * 2
