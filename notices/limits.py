"""How fast Telegram lets a bot speak: about 30 messages a second, and one a second in a chat.

Answers to taps come first. What is sent in bulk runs at a pace of its own below the ceiling and
gives way to a waiting answer, which so finds room at once or within hundredths of a second.

Where Telegram says 429 to the bot, nothing goes for as long as it asks, and bulk goes on at 0.7 of
its pace, but at a tenth of the full one at least. Each second it gains a hundredth of the full one,
so that after one refusal it is back in half a minute. Refusals that come in while it waits are of
the same burst, and slow it no further.
"""

import asyncio
import time
from collections import deque
from collections.abc import Awaitable, Callable

from notices.chats import CHAT_GAP_S, Chats

__all__ = ["CHAT_GAP_S", "FREE_CEILING", "PAID_CEILING", "Limits"]

FREE_CEILING, PAID_CEILING = 30, 1000  # messages a second; paid is what Telegram calls broadcast
WINDOW_S = 1.05  # Telegram's second, and a little for what the network does to the distances
RESERVE, LEAST_RESERVE = 0.05, 3  # of the ceiling, and at least so many, which bulk never touches
BURST_S = 0.1  # what bulk may catch up with after a late wake-up
INSTANT_S = 1e-6  # shorter waits are none: the clock's own digits end there
SLOWED, SLOWEST, GAIN = 0.7, 0.1, 0.01


class Limits:
    """One for the whole process. `bulk_rate` and `ceiling` are messages a second; the ceiling is
    Telegram's free one unless told, or unless bulk is to go faster than that.

    `clock` is monotonic, in seconds. In any second no more than `ceiling` messages are let go, of
    which a twentieth (and 3 at least) is never bulk, and the last is free for an answer whatever
    goes. In w seconds at most `bulk_rate` * (w + 0.1) + 1 of bulk are let go.
    """

    def __init__(
        self,
        bulk_rate: float = 25.0,
        ceiling: int | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self.full_rate = bulk_rate
        self._ceiling = ceiling or (FREE_CEILING if bulk_rate <= FREE_CEILING else PAID_CEILING)
        reserve = max(LEAST_RESERVE, int(self._ceiling * RESERVE))
        self._bulk_ceiling = max(1, self._ceiling - reserve)
        self._clock, self._sleep = clock, sleep
        self._gone: deque[float] = deque()
        self._bulk_gone: deque[float] = deque()
        self._next_bulk = float("-inf")
        self._paused_until = float("-inf")
        self._slowed_to = bulk_rate
        self._chats = Chats()
        self._answers_waiting = 0
        self._answers, self._bulk = asyncio.Lock(), asyncio.Lock()

    @property
    def bulk_rate(self) -> float:
        """Messages a second that bulk may send at present: `full_rate`, or less after a 429."""
        gained = max(0.0, self._clock() - self._paused_until) * GAIN * self.full_rate
        return min(self.full_rate, self._slowed_to + gained)

    async def live(self, chat_id: int | None = None) -> None:
        """Before an answer: waits only where the ceiling is reached, Telegram has us wait, or a
        group has had its 20 in the last minute.

        Bulk to the same chat keeps its distance from the answer.
        """
        if chat_id is not None:
            await self._until(self._chats.answer_turn(chat_id, self._clock()))
        self._answers_waiting += 1
        try:
            async with self._answers:
                while (wait := self._until_answer(self._clock())) > INSTANT_S:
                    await self._sleep(wait)
                now = self._clock()
                self._gone.append(now)
        finally:
            self._answers_waiting -= 1
        if chat_id is not None:
            self._chats.answered(chat_id, now)

    async def bulk(self, chat_id: int) -> None:
        """Before an unasked message: waits its turn in the chat, then in the bot's pace."""
        await self._until(self._chats.turn(chat_id, self._clock()))
        async with self._bulk:
            while (wait := self._until_bulk(self._clock())) > INSTANT_S:
                await self._sleep(wait)
            now = self._clock()
            self._next_bulk = max(self._next_bulk, now - BURST_S) + 1 / self.bulk_rate
            self._gone.append(now)
            self._bulk_gone.append(now)

    def pause(self, seconds: float) -> None:
        """Telegram said 429: nothing goes for as long as it asks, and bulk is slower after it."""
        now = self._clock()
        if now >= self._paused_until:
            self._slowed_to = max(SLOWEST * self.full_rate, SLOWED * self.bulk_rate)
        self._paused_until = max(self._paused_until, now + seconds)

    def pause_chat(self, chat_id: int, seconds: float) -> None:
        """The same for one chat, which slows nobody else."""
        self._chats.pause(chat_id, self._clock() + seconds)

    def paused_s(self) -> float:
        """Seconds until anything may go again; 0 when it may."""
        return max(0.0, self._paused_until - self._clock())

    def _until_answer(self, now: float) -> float:
        return max(self._paused_until - now, _until_room(self._gone, now, self._ceiling))

    def _until_bulk(self, now: float) -> float:
        # An answer that waits is let through first; then bulk looks again.
        turn = WINDOW_S / self._ceiling if self._answers_waiting else 0.0
        paced = max(self._paused_until - now, self._next_bulk - now, turn)
        room = _until_room(self._gone, now, max(1, self._ceiling - 1))
        return max(paced, room, _until_room(self._bulk_gone, now, self._bulk_ceiling))

    async def _until(self, moment: float) -> None:
        while (wait := moment - self._clock()) > INSTANT_S:
            await self._sleep(wait)


def _until_room(gone: deque[float], now: float, ceiling: int) -> float:
    """How long until one more keeps the window within the ceiling. Forgets what lies before it."""
    while gone and gone[0] <= now - WINDOW_S:
        gone.popleft()
    return gone[-ceiling] + WINDOW_S - now if len(gone) >= ceiling else 0.0
