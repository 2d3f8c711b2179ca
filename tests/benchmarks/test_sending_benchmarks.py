"""Those of delivery in small: what they make, what they measure, what they would notice."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import aiohttp
import pytest
from telegram.ext import ExtBot

from benchmarks import drain, fill, planning, sink
from benchmarks.contenders.flow import TOKEN
from benchmarks.rated import Stubbed
from benchmarks.stores import Fresh, durability, sqlite_file
from bot.line import Line
from bot.outgoing import Outgoing
from bot.transport import AiohttpRequest
from notices.sender import Throttled

NOW = datetime(2026, 11, 22, 8, tzinfo=UTC)


def only(url: str) -> Fresh:
    """A database that can be made once: that of the test."""

    @contextmanager
    def made() -> Iterator[str]:
        yield url

    return made


@pytest.fixture
def fresh(database_url: str) -> Fresh:
    return only(database_url)


def test_each_system_says_what_a_commit_waits_for(sqlite_url: str, postgres_url: str) -> None:
    assert durability(sqlite_url) == "synchronous=2 (2: FULL)"
    assert "synchronous_commit=on" in durability(postgres_url)


def test_a_file_to_measure_on_is_gone_afterwards() -> None:
    with sqlite_file() as url:
        file = Path(url.removeprefix("sqlite:///"))
        assert file.exists()
    assert not file.exists()


def test_a_broadcast_is_drained_beside_a_bare_loop(sqlite_url: str) -> None:
    with sink.running() as telegram:
        drain.contend("raw", 50, telegram.url, "50", "asyncio")
        told = drain.drain(telegram, only(sqlite_url), drain.broadcast, 150)
        assert telegram.messages() == 200
    assert set(told) == {"seconds", "cpu_s", "memory_mb"}


def test_reminders_are_drained_out_of_postgresql(postgres_url: str) -> None:
    with sink.running() as telegram:
        drain.drain(telegram, only(postgres_url), drain.reminders, 150)
        assert telegram.messages() == 150


def test_a_broadcast_is_filled_beside_a_bare_statement(fresh: Fresh) -> None:
    told = fill.measure(fresh, people=1_200, quiet_s=0.1)
    assert [name for name in told if name.endswith("_s")] == [
        "bare_s",
        "bare_into_the_outbox_s",
        "ours_s",
    ]


def test_reminders_are_planned_once_and_go_in_order(fresh: Fresh) -> None:
    told = planning.measure(fresh, reminders=480)
    assert told["planned"] == 480
    assert told["planned_again (goal 0)"] == 0
    assert told["in_order_of_lane_and_due_time"]


async def test_the_rated_stub_holds_back_what_goes_too_fast() -> None:
    async with Stubbed(2) as telegram, AiohttpRequest() as transport:
        line = Line(ExtBot(TOKEN, f"{telegram.url}/bot", request=transport))
        heard: list[int] = []
        telegram.on_answer = heard.append
        menu = Outgoing("sendMessage", {"text": "Saya pendamping Anda"})
        for chat in (1, 2):
            await line.call(menu, chat)
        with pytest.raises(Throttled) as told:
            await line.call(menu, 3)
        assert told.value.retry_after_s == 1
        assert (heard, await telegram.counted()) == ([1, 2], (2, 1))


async def test_the_sink_answers_as_the_stub_does() -> None:
    with sink.running() as telegram:
        async with aiohttp.ClientSession() as session:
            url = f"{telegram.url}/bot{TOKEN}/sendMessage"
            async with session.post(url, json={"chat_id": 5, "text": "Halo"}) as answer:
                told = (await answer.json())["result"]
        assert (told["chat"]["id"], told["text"], telegram.messages()) == (5, "Halo", 1)
