"""Updates: confirmed by offsets, waited for, kept a day, one poller at a time."""

from __future__ import annotations

import asyncio
from typing import Any

from tests.emulator.telegram import Telegram
from tests.simulator import Simulator

LONG_S = 50
CONFLICT = (
    "Conflict: terminated by other getUpdates request; "
    "make sure that only one bot instance is running"
)


def _texts(updates: list[dict[str, dict[str, str]]]) -> list[str]:
    return [update["message"]["text"] for update in updates]


async def _say(people: Simulator, user_id: int, *texts: str) -> None:
    for text in texts:
        await people.say(user_id, text)


async def test_an_update_stays_until_a_higher_offset_confirms_it(
    telegram: Telegram, people: Simulator, siti: int
) -> None:
    await _say(people, siti, "satu", "dua")
    first = await telegram.call("getUpdates")
    again = await telegram.call("getUpdates", offset=first[0]["update_id"])
    after = await telegram.call("getUpdates", offset=first[0]["update_id"] + 1)
    forgotten = await telegram.call("getUpdates")
    assert [_texts(batch) for batch in (first, again, after, forgotten)] == [
        ["satu", "dua"],
        ["satu", "dua"],
        ["dua"],
        ["dua"],
    ]


async def test_ids_are_sequential(telegram: Telegram, people: Simulator, siti: int) -> None:
    await _say(people, siti, "satu", "dua", "tiga")
    numbers = [update["update_id"] for update in await telegram.updates()]
    assert numbers == [numbers[0], numbers[0] + 1, numbers[0] + 2]


async def test_a_negative_offset_keeps_the_last_and_drops_the_rest(
    telegram: Telegram, people: Simulator, siti: int
) -> None:
    await _say(people, siti, "satu", "dua", "tiga")
    last_two = await telegram.call("getUpdates", offset=-2)
    left = await telegram.call("getUpdates")
    assert (_texts(last_two), _texts(left)) == (["dua", "tiga"], ["dua", "tiga"])


async def test_limit_is_from_1_to_100(telegram: Telegram, people: Simulator, siti: int) -> None:
    await _say(people, siti, *(str(number) for number in range(101)))
    sizes = [len(await telegram.call("getUpdates", limit=limit)) for limit in (1, 100, 0, 1000)]
    assert sizes == [1, 100, 100, 100]


async def test_a_long_poll_waits_and_returns_as_soon_as_something_comes(
    telegram: Telegram, people: Simulator, siti: int
) -> None:
    poll = await _waiting(telegram, people, siti)
    assert not poll.done()
    await people.say(siti, "halo")
    async with asyncio.timeout(LONG_S - 10):
        assert _texts((await poll)["result"]) == ["halo"]


async def test_a_long_poll_ends_empty_when_its_time_is_over(telegram: Telegram, siti: int) -> None:
    assert await telegram.call("getUpdates", timeout=1) == []


async def test_of_two_pollers_the_older_waiting_one_is_turned_away(
    telegram: Telegram, people: Simulator, siti: int
) -> None:
    older = await _waiting(telegram, people, siti)
    newer = asyncio.create_task(telegram.call("getUpdates", timeout=LONG_S))
    refused = await older
    assert (refused["error_code"], refused["description"]) == (409, CONFLICT)
    await people.say(siti, "halo")
    assert _texts(await newer) == ["halo"]


async def _waiting(
    telegram: Telegram, people: Simulator, siti: int
) -> asyncio.Task[dict[str, Any]]:
    """A long poll that has come to the emulator: what it confirms is confirmed."""
    await people.say(siti, "sebelumnya")
    [update] = await telegram.call("getUpdates")
    offset = update["update_id"] + 1
    poll = asyncio.create_task(telegram.answer("getUpdates", offset=offset, timeout=LONG_S))
    await people.settle()
    return poll


async def test_an_offset_from_another_time_counts_as_none(
    telegram: Telegram, people: Simulator, siti: int
) -> None:
    await people.say(siti, "halo")
    updates = await telegram.call("getUpdates", offset=2_000_000_000)
    assert _texts(updates) == ["halo"]


async def test_updates_are_kept_for_24_hours(
    telegram: Telegram, people: Simulator, siti: int
) -> None:
    await people.say(siti, "kemarin")
    await people.advance(23 * 3600)
    kept = _texts(await telegram.call("getUpdates"))
    await people.advance(3600 + 1)
    assert (kept, await telegram.call("getUpdates")) == (["kemarin"], [])


async def test_allowed_updates_hold_until_they_are_changed(
    telegram: Telegram, people: Simulator, siti: int
) -> None:
    await telegram.call("getUpdates", allowed_updates=["callback_query"])
    await people.say(siti, "tidak diminta")
    without = await telegram.updates()
    await telegram.call("getUpdates", allowed_updates=[])
    await people.say(siti, "diminta")
    assert (without, _texts(await telegram.updates())) == ([], ["diminta"])


async def test_there_is_no_webhook_and_deleting_it_may_drop_what_waits(
    telegram: Telegram, people: Simulator, siti: int
) -> None:
    await _say(people, siti, "satu", "dua")
    before = await telegram.call("getWebhookInfo")
    assert await telegram.call("deleteWebhook", drop_pending_updates=True) is True
    after = await telegram.call("getWebhookInfo")
    empty = {"url": "", "has_custom_certificate": False}
    assert before == {**empty, "pending_update_count": 2}
    assert after == {**empty, "pending_update_count": 0}


async def test_pending_tells_when_the_bot_has_confirmed_all(
    telegram: Telegram, people: Simulator, siti: int
) -> None:
    await people.say(siti, "halo")
    waiting = asyncio.create_task(people.settle(5))
    await asyncio.sleep(0.1)
    assert not waiting.done()
    await telegram.updates()
    await waiting
