"""PostgreSQL goes away under a running Jawara and comes back: nobody has to be called."""

import asyncio
from pathlib import Path

from structlog.testing import capture_logs

from bot.presses.registration import StartRegistration
from notices.outbox import Lane, post
from people.accounts import find_account
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
            own_postgres.stop("immediate")
            with capture_logs() as logs:
                await siti.press_old(begin)
                await jawara.jawara.ticks.once()
                await asyncio.sleep(1.2)  # the courier looks every second
            assert (await siti.screen()).startswith("⚠️ Maaf")
            told = {log["event"] for log in logs}
            assert told >= {"handler failed", "tick failed", "outbox_unavailable"}
            own_postgres.start()
            await siti.press_old(begin)
            assert progress(await siti.screen()) == "Langkah 1 dari 7"
            with capture_logs() as logs:
                await jawara.jawara.ticks.once()
            assert [log for log in logs if log["event"] == "tick failed"] == []
            _post_letter(jawara, siti.id, begin.class_id)
            async with asyncio.timeout(5):
                while "sudah dibuka" not in await siti.screen():  # noqa: ASYNC110  # the courier's round
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
