"""Ceilings and trouble, on order."""

from __future__ import annotations

import asyncio

import aiohttp
import pytest

from emulator.limits import Limits
from tests.emulator.telegram import Telegram
from tests.simulator import Simulator


def test_a_chat_has_a_burst_and_then_earns_one_a_second() -> None:
    limits = Limits(chat_per_s=1)
    at_once = [limits.take(7, False, 100.0) for _ in range(4)]
    later = [limits.take(7, False, at) for at in (100.5, 101.0, 101.2)]
    assert (at_once, later) == ([0, 0, 0, 1], [1, 0, 1])


def test_a_group_takes_twenty_a_minute() -> None:
    limits = Limits(group_per_min=20)
    waits = [limits.take(-7, True, 100.0 + second) for second in range(21)]
    assert waits == [0] * 20 + [40]
    assert limits.take(-7, True, 160.0) == 0
    assert limits.take(7, False, 120.0) == 0


def test_thirty_a_second_overall_in_any_second() -> None:
    limits = Limits(overall_per_s=30)
    waits = [limits.take(chat, False, 100.0 + chat / 100) for chat in range(31)]
    assert waits == [0] * 30 + [1]
    assert limits.take(99, False, 101.0) == 0


async def test_past_the_ceiling_comes_a_429_with_its_delay(
    telegram: Telegram, people: Simulator, siti: int
) -> None:
    await people.faults(rate_limit={"chat_per_s": 1, "chat_burst": 1})
    await telegram.call("sendMessage", chat_id=siti, text="satu")
    url = f"{telegram.base}/sendMessage"
    async with telegram.session.post(url, json={"chat_id": siti, "text": "dua"}) as response:
        body, delay = await response.json(), response.headers["Retry-After"]
    assert body == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 1",
        "parameters": {"retry_after": 1},
    }
    assert delay == "1"
    await people.lift_faults()
    await telegram.call("sendMessage", chat_id=siti, text="tiga")


async def test_errors_strike_the_methods_named_so_many_times(
    telegram: Telegram, people: Simulator, siti: int
) -> None:
    await people.faults(errors={"status": 502, "methods": ["sendMessage"], "count": 2})
    answers = [await telegram.answer("sendMessage", chat_id=siti, text="x") for _ in range(3)]
    assert [answer["ok"] for answer in answers] == [False, False, True]
    assert answers[0] == {"ok": False, "error_code": 502, "description": "Bad Gateway"}
    assert await telegram.call("getMe")


@pytest.mark.parametrize("carried_out", [True, False])
async def test_a_timeout_swallows_the_answer_and_perhaps_the_call(
    telegram: Telegram, people: Simulator, siti: int, carried_out: bool
) -> None:
    fault = {"methods": ["sendMessage"], "after_accepting": carried_out, "count": 1}
    await people.faults(timeout=fault)
    patience = aiohttp.ClientTimeout(total=1)
    with pytest.raises(asyncio.TimeoutError):
        await telegram.session.post(
            f"{telegram.base}/sendMessage", json={"chat_id": siti, "text": "x"}, timeout=patience
        )
    async with asyncio.timeout(60):
        while (last := (await people.requests())[-1])["method"] != "sendMessage":  # noqa: ASYNC110  # no event
            await asyncio.sleep(0.02)
    texts = [message["text"] for message in await people.transcript(siti)]
    assert texts == ["/start", "x"][: 1 + carried_out]
    assert last["answer"] is None


@pytest.mark.parametrize("carried_out", [True, False])
async def test_a_gateway_answers_with_a_page_of_its_own(
    telegram: Telegram, people: Simulator, siti: int, carried_out: bool
) -> None:
    fault = {"status": 502, "bare": True, "after_accepting": carried_out, "count": 1}
    await people.faults(errors=fault)
    url = f"{telegram.base}/sendMessage"
    async with telegram.session.post(url, json={"chat_id": siti, "text": "x"}) as response:
        page, kind = await response.text(), response.content_type
    assert (response.status, kind) == (502, "text/html")
    assert page.startswith("<html><head><title>502 Bad Gateway</title></head>")
    texts = [message["text"] for message in await people.transcript(siti)]
    assert texts == ["/start", "x"][: 1 + carried_out]
    assert (await people.requests())[-1]["answer"] is None


async def test_an_error_may_be_told_of_what_was_carried_out(
    telegram: Telegram, people: Simulator, siti: int
) -> None:
    await people.faults(errors={"status": 500, "after_accepting": True, "count": 1})
    assert await telegram.refusal("sendMessage", chat_id=siti, text="x") == (
        500,
        "Internal Server Error",
    )
    assert [message["text"] for message in await people.transcript(siti)] == ["/start", "x"]


async def test_a_reset_hangs_up(telegram: Telegram, people: Simulator, siti: int) -> None:
    await people.faults(reset={"methods": ["sendMessage"], "count": 1})
    with pytest.raises(aiohttp.ClientError):
        await telegram.answer("sendMessage", chat_id=siti, text="x")
    assert await telegram.call("sendMessage", chat_id=siti, text="y")


async def test_every_answer_can_be_delayed(
    telegram: Telegram, people: Simulator, siti: int
) -> None:
    await people.faults(delay_ms=1)
    assert await telegram.call("getMe")
    await people.faults(delay_ms=60_000)
    delayed = asyncio.create_task(telegram.call("getMe"))
    assert await telegram.call("getUpdates", timeout=1) == []  # which is spared
    assert not delayed.done()
    delayed.cancel()


async def test_polling_is_spared_unless_it_is_named(telegram: Telegram, people: Simulator) -> None:
    await people.faults(errors={"status": 500})
    assert await telegram.call("getUpdates") == []
    await people.faults(errors={"status": 500, "methods": ["getUpdates"]})
    assert await telegram.refusal("getUpdates") == (500, "Internal Server Error")
