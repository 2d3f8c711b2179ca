"""PostgreSQL goes away under a running Jawara and comes back: nobody has to be called."""

import asyncio
from pathlib import Path

from structlog.testing import capture_logs
from structlog.typing import EventDict

from bot.presses.registration import StartRegistration
from notices.outbox import Lane, post
from people.accounts import find_account
from storage.leadership import Post
from tests.cluster import Cluster
from tests.journeys.shared import progress, seeker
from tests.postgres import Databases
from tests.running import Running, running
from tests.simulator import running_emulator


async def test_after_an_outage_answers_ticks_and_letters_go_on(
    own_postgres: Cluster, tmp_path: Path
) -> None:
    with Databases(own_postgres.url).fresh() as url:
        async with running_emulator() as address, running(address, url, tmp_path) as jawara:
            siti = await seeker(jawara)
            begin = StartRegistration(siti.class_of("menjahit"))
            with capture_logs() as logs:
                own_postgres.stop("immediate")
                await _both(logs, "post lost")
                jawara.telegram.settles = False
                await siti.press_old(begin)  # nobody is there: Telegram keeps it
                jawara.telegram.settles = True
                own_postgres.start()
                await _both(logs, "jawara is running")
            await jawara.telegram.settle()
            assert progress(await siti.pass_check()) == "Langkah 1 dari 7"
            with capture_logs() as logs:
                await jawara.tick()
            assert [log for log in logs if log["event"] == "tick failed"] == []
            _post_letter(jawara, siti.id, begin.class_id)
            async with asyncio.timeout(60):
                while "sudah dibuka" not in await siti.screen():  # noqa: ASYNC110  # the courier's round
                    await asyncio.sleep(0.05)


async def _both(logs: list[EventDict], event: str) -> None:
    """Wait until that is told of both posts."""
    async with asyncio.timeout(60):
        while {log["post"] for log in logs if log["event"] == event} != set(Post):  # noqa: ASYNC110  # a log
            await asyncio.sleep(0.05)


def _post_letter(jawara: Running, telegram_id: int, class_id: int) -> None:
    now = jawara.clock()
    with jawara.database.transaction() as session:
        account = find_account(session, telegram_id)
        assert account is not None
        facts = {"class_id": class_id}
        due = {"due_at": now, "expires_at": now.replace(year=now.year + 1), "now": now}
        post(
            session, account_id=account.id, kind="registration_open", facts=facts, key="test",
            lane=Lane.RESULTS, **due,
        )  # fmt: skip
