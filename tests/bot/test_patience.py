"""What is tried once more, what is waited for, and what is not."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError, TimedOut
from telegram.ext import ExtBot

from bot.patience import BULK
from notices.limits import CHAT_GAP_S, Limits
from tests.bot.bare import bot_at
from tests.notices.post_office import Hurrying
from tests.simulator import Simulator, running_emulator

SITI = 7001


class Line:
    """Siti's chat, a bot that writes to her, and its limits, whose waits cost no time."""

    def __init__(self, bot: ExtBot[Any], telegram: Simulator, limits: Limits, watch: Hurrying):
        self.bot, self.telegram, self.limits, self.watch = bot, telegram, limits, watch

    async def say(self, text: str = "halo", **how: Any) -> None:
        await self.bot.send_message(SITI, text, **how)

    async def trouble(self, **fault: Any) -> None:
        kind = fault.pop("kind", "errors")
        await self.telegram.faults(**{kind: {"methods": ["sendMessage"], **fault}})

    async def tries(self) -> int:
        calls = await self.telegram.requests()
        return [each["method"] for each in calls].count("sendMessage")


@pytest.fixture
async def line() -> AsyncIterator[Line]:
    watch = Hurrying()
    limits = Limits(25, clock=watch, sleep=watch.sleep)
    async with (
        running_emulator() as address,
        Simulator(address, settles=False) as telegram,
        bot_at(address, limits=limits) as application,
    ):
        await telegram.add_user("Siti", id=SITI)
        await telegram.say(SITI, "/start")
        yield Line(application.bot, telegram, limits, watch)


async def test_a_short_429_is_waited_out(line: Line) -> None:
    await line.trouble(retry_after=1, count=1)
    began = asyncio.get_running_loop().time()
    await line.say()
    assert asyncio.get_running_loop().time() - began >= 1
    assert await line.tries() == 2


async def test_a_long_429_is_told_at_once(line: Line) -> None:
    await line.trouble(retry_after=11)
    with pytest.raises(RetryAfter):
        await line.say()
    assert await line.tries() == 1


async def test_after_a_429_unasked_messages_leave_the_chat_in_peace_and_no_other(
    line: Line,
) -> None:
    await line.trouble(retry_after=11)
    with pytest.raises(RetryAfter):
        await line.say()
    assert line.limits.paused_s() == 0
    await line.limits.bulk(7002)
    assert line.watch.seconds < 1
    await line.limits.bulk(SITI)
    assert 11 <= line.watch.seconds < 12


async def test_an_unasked_message_keeps_its_distance_from_an_answer(line: Line) -> None:
    await line.say()
    await line.limits.bulk(SITI)
    assert line.watch.seconds == CHAT_GAP_S


async def test_answers_draw_on_the_limit_and_edits_do_not(line: Line) -> None:
    for _ in range(3):
        await line.bot.send_chat_action(SITI, "typing")
    for _ in range(27):
        await line.say()
    message = await line.telegram.last(SITI)
    await line.bot.edit_message_text("baru", SITI, message["message_id"])
    assert line.watch.seconds == 0
    await line.say()
    assert line.watch.seconds > 1


@pytest.mark.parametrize("status", [500, 502])
async def test_a_servers_error_is_tried_three_times(line: Line, status: int) -> None:
    await line.trouble(status=status, count=2)
    await line.say()
    assert await line.tries() == 3


async def test_a_lasting_servers_error_is_told(line: Line) -> None:
    await line.trouble(status=502)
    with pytest.raises(NetworkError, match="Bad Gateway"):
        await line.say()
    assert await line.tries() == 3


async def test_a_broken_line_is_tried_again(line: Line) -> None:
    await line.trouble(kind="reset", count=1)
    await line.say()
    assert await line.tries() == 2


@pytest.mark.parametrize(
    ("status", "error"), [(400, BadRequest), (403, Forbidden), (409, TelegramError)]
)
async def test_a_refusal_is_told_at_once(
    line: Line, status: int, error: type[TelegramError]
) -> None:
    await line.trouble(status=status, description="no")
    with pytest.raises(error):
        await line.say()
    assert await line.tries() == 1


async def test_after_a_timeout_nobody_knows_so_it_is_not_sent_twice(line: Line) -> None:
    await line.trouble(kind="timeout", after_accepting=True)
    with pytest.raises(TimedOut):
        await line.say(read_timeout=0.05)
    await line.telegram.lift_faults()
    texts = [message["text"] for message in await line.telegram.transcript(SITI)]
    assert texts == ["/start", "halo"]


@pytest.mark.parametrize("fault", [{"status": 502}, {"retry_after": 1}])
async def test_bulk_has_its_own_retries_and_its_own_limit(
    line: Line, fault: dict[str, int]
) -> None:
    await line.trouble(**fault)
    with pytest.raises((NetworkError, RetryAfter)):
        await line.say(rate_limit_args=BULK)
    assert await line.tries() == 1
    await line.limits.bulk(SITI)
    assert line.watch.seconds == 0
