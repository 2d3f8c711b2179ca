"""How fast Telegram lets a bot speak: about 30 messages a second, and one a second in a chat.

Answers to taps come first. What is sent in bulk runs at a pace of its own below the ceiling and
gives way to a waiting answer, which so finds room at once or within hundredths of a second.
"""

import asyncio
import time
from collections import deque
from collections.abc import Awaitable, Callable

CHAT_GAP_S = 1.0
FREE_CEILING, PAID_CEILING = 30, 1000  # messages a second; paid is what Telegram calls broadcast
WINDOW_S = 1.05  # Telegram's second, and a little for what the network does to the distances
RESERVE = 0.1  # of the ceiling, which bulk never touches
BURST_S = 0.1  # what bulk may catch up with after a late wake-up
INSTANT_S = 1e-6  # shorter waits are none: the clock's own digits end there


class Limits:
    """One for the whole process. `bulk_rate` and `ceiling` are messages a second; the ceiling is
    Telegram's free one unless told, or unless bulk is to go faster than that.

    `clock` is monotonic, in seconds. In any second no more than `ceiling` messages are let go. Bulk
    takes at most nine tenths of that, and in w seconds at most `bulk_rate` * (w + 0.1) + 1.
    """

    def __init__(
        self,
        bulk_rate: float = 25.0,
        ceiling: int | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self.bulk_rate = bulk_rate
        self._ceiling = ceiling or (FREE_CEILING if bulk_rate <= FREE_CEILING else PAID_CEILING)
        self._bulk_ceiling = max(1, int(self._ceiling * (1 - RESERVE)))
        self._clock, self._sleep = clock, sleep
        self._gone: deque[float] = deque()
        self._next_bulk = float("-inf")
        self._paused_until = float("-inf")
        self._chats: dict[int, float] = {}
        self._chats_kept = 1024
        self._answers_waiting = 0
        self._answers, self._bulk = asyncio.Lock(), asyncio.Lock()

    async def live(self, chat_id: int | None = None) -> None:
        """Before an answer: waits only where the ceiling is reached or Telegram has us wait.

        Bulk to the same chat keeps its distance from the answer.
        """
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
            self._chats[chat_id] = max(self._chats.get(chat_id, now), now + CHAT_GAP_S)

    async def bulk(self, chat_id: int) -> None:
        """Before an unasked message: waits its turn in the chat, then in the bot's pace."""
        await self._chat(chat_id)
        async with self._bulk:
            while (wait := self._until_bulk(self._clock())) > INSTANT_S:
                await self._sleep(wait)
            now = self._clock()
            self._next_bulk = max(self._next_bulk, now - BURST_S) + 1 / self.bulk_rate
            self._gone.append(now)

    def pause(self, seconds: float) -> None:
        """Telegram said 429: nothing goes for as long as it asks."""
        self._paused_until = max(self._paused_until, self._clock() + seconds)

    def pause_chat(self, chat_id: int, seconds: float) -> None:
        """The same for one chat."""
        until = self._clock() + seconds
        self._chats[chat_id] = max(self._chats.get(chat_id, until), until)

    def paused_s(self) -> float:
        """Seconds until anything may go again; 0 when it may."""
        return max(0.0, self._paused_until - self._clock())

    def _until_answer(self, now: float) -> float:
        return max(self._paused_until - now, self._until_room(now, self._ceiling))

    def _until_bulk(self, now: float) -> float:
        # An answer that waits is let through first; then bulk looks again.
        turn = WINDOW_S / self._ceiling if self._answers_waiting else 0.0
        room = self._until_room(now, self._bulk_ceiling)
        return max(self._paused_until - now, self._next_bulk - now, room, turn)

    def _until_room(self, now: float, ceiling: int) -> float:
        gone = self._gone
        while gone and gone[0] <= now - WINDOW_S:
            gone.popleft()
        return gone[-ceiling] + WINDOW_S - now if len(gone) >= ceiling else 0.0

    async def _chat(self, chat_id: int) -> None:
        now = self._clock()
        turn = max(now, self._chats.get(chat_id, now))
        self._chats[chat_id] = turn + CHAT_GAP_S
        self._forget_chats(now)
        while (wait := turn - self._clock()) > INSTANT_S:
            await self._sleep(wait)

    def _forget_chats(self, now: float) -> None:
        if len(self._chats) > self._chats_kept:
            self._chats = {chat: turn for chat, turn in self._chats.items() if turn > now}
            self._chats_kept = max(1024, 2 * len(self._chats))
