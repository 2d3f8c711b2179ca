"""How a call to Telegram is made good: within the limit, and once more where that helps.

python-telegram-bot hands every call through its rate limiter, a documented extension point.
"""

import asyncio
from collections.abc import Callable, Coroutine
from datetime import timedelta
from typing import Any

from telegram._utils.types import JSONDict
from telegram.error import NetworkError, RetryAfter, TimedOut
from telegram.ext import BaseRateLimiter

from notices.limits import Limits

BULK = "bulk"
"""Passed as `rate_limit_args` by the courier, which has its own limit and its own retries."""
TRIES = 3
LONGEST_WAIT_S = 10.0


class Patience(BaseRateLimiter[str]):
    """Live answers draw on the bot's limit first and wait out a short 429 or a broken line."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Nothing to give back."""

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, bool | JSONDict | list[JSONDict]]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: str | None,
    ) -> bool | JSONDict | list[JSONDict]:
        if rate_limit_args == BULK:
            return await callback(*args, **kwargs)
        chat_id = data.get("chat_id")
        for tried in range(1, TRIES + 1):
            if endpoint.startswith(("send", "copy", "forward")):
                await self._limits.live(chat_id)
            try:
                return await callback(*args, **kwargs)
            except (RetryAfter, NetworkError) as error:
                if isinstance(error, RetryAfter) and chat_id is not None:
                    # Most likely this chat was written to too fast. Nobody else has to wait for
                    # that, or one person's quick taps would stop the whole bot.
                    self._limits.pause_chat(chat_id, seconds(error.retry_after))
                wait = _wait(error, tried)
                if wait is None or tried == TRIES:
                    raise
                await asyncio.sleep(wait)
        raise AssertionError("unreachable: the last try returns or raises")


def seconds(period: int | float | timedelta) -> float:
    """The library tells a 429's delay as a number or as a timedelta, by its version."""
    return period.total_seconds() if isinstance(period, timedelta) else float(period)


def _wait(error: RetryAfter | NetworkError, tried: int) -> float | None:
    """How long to wait before the next try; None where a further one does no good."""
    if isinstance(error, RetryAfter):
        wait = seconds(error.retry_after)
        return wait if wait <= LONGEST_WAIT_S else None
    # A BadRequest is a NetworkError to the library, yet will not change; after a time-out
    # nobody knows whether the message arrived, and the person can tap again.
    if type(error) is not NetworkError or isinstance(error, TimedOut):
        return None
    return 0.3 * tried
