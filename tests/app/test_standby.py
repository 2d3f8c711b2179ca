"""Two bots and two workers: one of each leads, the other follows when it is killed."""

import asyncio
import json
import signal
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from notices.delivery import IN_FLIGHT
from notices.outbox import Lane, post
from people.accounts import ensure_account
from storage.models import Notice
from tests.app.processes import Jawara, jawara
from tests.journeys.shared import Seeker, progress, seeker
from tests.running import Running, make_it_morning, stocked
from tests.simulator import TOKEN, Simulator, running_emulator

FIRST, PEOPLE = 5_300_000_001, 300
LEASE_S = 61
BOT, WORKER = ("run", "--no-worker"), ("worker",)


@asynccontextmanager
async def two_of_each(here: Running, address: str) -> AsyncIterator[list[Jawara]]:
    """Bots, then workers, all of them started at once."""
    settings = {
        "token": TOKEN,
        "api_url": address,
        "clock_url": f"{address}/sim/clock",
        "database_url": here.settings.database,
        "bulk_rate": "150",
    }
    async with AsyncExitStack() as stack:
        processes = [jawara(*each, home=here.settings.home, **settings)
                     for each in (BOT, BOT, WORKER, WORKER)]  # fmt: skip
        yield [await stack.enter_async_context(each) for each in processes]


async def rank(one: Jawara, other: Jawara) -> tuple[Jawara, Jawara]:
    """Who leads and who stands by, once it is decided."""
    both = [asyncio.create_task(each.says("jawara is running")) for each in (one, other)]
    await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
    leads, follows = (one, other) if both[0].done() else (other, one)
    for task in both:
        task.cancel()
    await follows.says("standing by")
    assert "jawara is running" not in follows.stderr
    return leads, follows


async def test_the_other_one_goes_on_where_the_killed_one_was(
    database_url: str, tmp_path: Path
) -> None:
    async with running_emulator() as address, Simulator(address) as telegram:
        here = stocked(telegram, address, database_url, tmp_path / "home")
        await make_it_morning(telegram, here.clock, here.settings.zone)
        async with two_of_each(here, address) as (bot, other_bot, worker, other_worker):
            leads, follows = await rank(bot, other_bot)
            siti = await see_a_registration_through(here, leads)
            worker, other_worker = await rank(worker, other_worker)
            class_id = siti.class_of("menjahit")
            await see_the_outbox_emptied(here, class_id, worker, other_worker)
            assert [await each.end(signal.SIGTERM) for each in (follows, other_worker)] == [0, 0]
            assert events(follows) == ["standing by", "jawara is running", "jawara has stopped"]
        assert await telegram.violations() == []
        here.database.close()


async def see_a_registration_through(here: Running, leads: Jawara) -> Seeker:
    """The bot dies in the middle of it; what is typed meanwhile is answered by the other one."""
    siti = await seeker(here)
    assert progress(await siti.register_for("menjahit")) == "Langkah 1 dari 7"
    assert progress(await siti.say("Siti Aminah")) == "Langkah 2 dari 7"
    leads.process.kill()
    assert progress(await siti.say(siti.nik)) == "Langkah 3 dari 7"
    assert progress(await siti.say("ya")) == "Langkah 4 dari 7"
    return siti


async def see_the_outbox_emptied(
    here: Running, class_id: int, leads: Jawara, follows: Jawara
) -> None:
    """The worker dies in the middle of it; at most what it had in hand comes twice."""
    await here.telegram.crowd(FIRST, PEOPLE)
    await here.database.write(fill_outbox, class_id, here.clock())
    await until_accepted(here, PEOPLE // 5)
    leads.process.kill()
    await follows.says("jawara is running")
    await until_accepted(here, PEOPLE - IN_FLIGHT)
    await here.telegram.advance(LEASE_S)
    received = await until_accepted(here, PEOPLE)
    assert set(received) == set(range(FIRST, FIRST + PEOPLE))
    assert received.total() - PEOPLE <= IN_FLIGHT
    async with asyncio.timeout(60):
        while await here.database.read(not_settled):  # noqa: ASYNC110  # rows ring no bell
            await asyncio.sleep(0.05)


async def until_accepted(here: Running, people: int) -> Counter[int]:
    """How many messages each of the crowd has, once so many people have one."""
    received: Counter[int] = Counter()
    async with asyncio.timeout(60):
        while len(received) < people:
            await asyncio.sleep(0.05)
            chats = [message[1] for message in await here.telegram.accepted()]
            received = Counter(chat for chat in chats if chat >= FIRST)
    return received


def fill_outbox(session: Session, class_id: int, now: datetime) -> None:
    for telegram_id in range(FIRST, FIRST + PEOPLE):
        account = ensure_account(session, telegram_id, language="id", now=now)
        session.flush()
        due = {"due_at": now, "expires_at": now + timedelta(days=1), "now": now}
        post(
            session, account_id=account.id, kind="registration_open", facts={"class_id": class_id},
            key=f"open:{telegram_id}", lane=Lane.RESULTS, **due,
        )  # fmt: skip


def not_settled(session: Session) -> list[int]:
    return list(session.scalars(select(Notice.id).where(Notice.state != "sent")))


def events(process: Jawara) -> list[str]:
    return [json.loads(line)["event"] for line in process.stderr.splitlines()]
