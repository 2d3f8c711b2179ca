"""/healthz: red for each thing that stands still, green once it goes on, and for what waits."""

from collections.abc import AsyncIterator
from datetime import time
from pathlib import Path

import pytest
from sqlalchemy import text, update

from app.health import SILENT_S, STILL_S
from notices.batches import pause_batch, resume_batch
from notices.outbox import Lane
from storage.leadership import leadership
from storage.models import Account
from tests.app.watchman import Watchman, watching
from tests.cluster import Cluster
from tests.notices.crowds import crowd, tell
from tests.notices.post_office import Postman, courier_for, open_account, write
from tests.postgres import Databases

LEADING = {"bot": "leading", "worker": "leading"}
AWAY = "the database does not answer"


@pytest.fixture
async def watchman(database_url: str, tmp_path: Path) -> AsyncIterator[Watchman]:
    async with watching(database_url, tmp_path) as watchman:
        yield watchman


def polled(watchman: Watchman) -> None:
    watchman.jawara.counts.polled_at = watchman.present()


def wait_out(watchman: Watchman, seconds: float = STILL_S + 1) -> None:
    """Time goes by, and Telegram answers polls."""
    watchman.later(seconds)
    polled(watchman)


def post_one(watchman: Watchman, quiet: tuple[time, time] | None = None) -> int:
    """A result for somebody new."""
    with watchman.database.transaction() as session:
        account_id = open_account(session, 1, quiet=quiet)
        write(session, account_id, lane=Lane.RESULTS, now=watchman.clock(), due_at=watchman.clock())
    return account_id


async def deliver(watchman: Watchman) -> None:
    """What a worker would do."""
    counting = watchman.jawara.counting
    await courier_for(watchman.database, Postman(), watchman.clock, counting=counting).drain_once()


async def test_who_leads_and_is_well_says_so(watchman: Watchman) -> None:
    assert await watchman.health() == (200, {"status": "ok", "posts": LEADING, "reasons": []})


async def test_who_stands_by_is_as_well(watchman: Watchman) -> None:
    theirs = list(watchman.leads)
    watchman.leads[:] = [
        leadership(watchman.jawara.settings.database, lead.post) for lead in theirs
    ]
    assert [await lead.try_to_take() for lead in watchman.leads] == [False, False]
    posts = {"bot": "standby", "worker": "standby"}
    assert await watchman.health() == (200, {"status": "standby", "posts": posts, "reasons": []})
    watchman.later(STILL_S + 1)
    assert await watchman.ailments() == []
    for lead in watchman.leads:
        await lead.give_back()
    watchman.leads[:] = theirs


async def test_a_queue_that_stands_still_is_red_until_something_was_sent(
    watchman: Watchman,
) -> None:
    post_one(watchman)
    wait_out(watchman, STILL_S - 1)
    assert await watchman.ailments() == []
    wait_out(watchman, 2)
    still = "the queue stands still: the oldest notice is due for 301 s"
    assert await watchman.ailments() == [still]
    await deliver(watchman)
    assert await watchman.ailments() == []


async def test_a_long_queue_that_moves_is_green(watchman: Watchman) -> None:
    post_one(watchman)
    await deliver(watchman)
    with watchman.database.transaction() as session:
        write(session, open_account(session, 2), now=watchman.clock(), due_at=watchman.clock())
    wait_out(watchman)
    assert len(await watchman.ailments()) == 1
    watchman.jawara.counting.sent_at = watchman.clock()
    assert await watchman.ailments() == []


async def test_a_worker_that_has_just_taken_over_is_given_its_time(watchman: Watchman) -> None:
    post_one(watchman)
    wait_out(watchman)
    watchman.leads[1].held_since = watchman.present()
    assert await watchman.ailments() == []


async def test_what_waits_for_somebody_who_has_blocked_us_is_no_standstill(
    watchman: Watchman,
) -> None:
    account_id = post_one(watchman)
    gone = {"unreachable_since": watchman.clock(), "unreachable_reason": "blocked"}
    with watchman.database.transaction() as session:
        session.execute(update(Account).where(Account.id == account_id).values(gone))
    wait_out(watchman)
    assert await watchman.ailments() == []


async def test_what_waits_for_the_end_of_quiet_hours_is_no_standstill(watchman: Watchman) -> None:
    post_one(watchman, quiet=(time(11), time(14)))
    await deliver(watchman)  # at noon: it is put off
    wait_out(watchman)
    assert (await watchman.ailments(), watchman.jawara.counting.sent_at) == ([], None)


async def test_what_waits_in_a_paused_broadcast_is_no_standstill(watchman: Watchman) -> None:
    with watchman.database.transaction() as session:
        crowd(session, 3)
        batch_id = tell(session)
        pause_batch(session, batch_id)
    wait_out(watchman)
    assert await watchman.ailments() == []
    with watchman.database.transaction() as session:
        resume_batch(session, batch_id)
    assert len(await watchman.ailments()) == 1


async def test_telegram_must_answer_polls(watchman: Watchman) -> None:
    watchman.later(SILENT_S - 1)
    assert await watchman.ailments() == []
    watchman.later(2)
    assert await watchman.ailments() == ["Telegram has answered no poll for 121 s"]
    polled(watchman)
    assert await watchman.ailments() == []


async def test_a_database_that_fails_is_told(sqlite_url: str, tmp_path: Path) -> None:
    async with watching(sqlite_url, tmp_path) as watchman:
        for one, other, expected in (("notices", "lost", [AWAY]), ("lost", "notices", [])):
            with watchman.database.transaction() as session:
                session.execute(text(f"ALTER TABLE {one} RENAME TO {other}"))
            assert await watchman.ailments() == expected


async def test_a_database_that_is_away_is_told(own_postgres: Cluster, tmp_path: Path) -> None:
    with Databases(own_postgres.url).fresh() as url:
        async with watching(url, tmp_path) as watchman:
            own_postgres.stop("immediate")
            assert await watchman.ailments() == [AWAY]
            assert "jawara_queue_due" not in await watchman.scrape()
            own_postgres.start()
            assert await watchman.ailments() == []
