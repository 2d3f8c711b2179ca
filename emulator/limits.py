"""Telegram's ceilings on sending: 30 a second overall, 1 a second a chat, 20 a minute a group."""

from __future__ import annotations

import math
from collections import defaultdict, deque
from dataclasses import dataclass, field

DEFAULT_BURST = 3


@dataclass
class Limits:
    """Rates that apply; None switches one off. Times are monotonic seconds.

    A chat may send `chat_burst` messages at once and earns `chat_per_s` more each second.
    """

    overall_per_s: float | None = None
    chat_per_s: float | None = None
    group_per_min: float | None = None
    chat_burst: int = DEFAULT_BURST
    _sent: deque[float] = field(default_factory=deque, init=False)
    _in_group: dict[int, deque[float]] = field(
        default_factory=lambda: defaultdict(deque), init=False
    )
    _tokens: dict[int, tuple[float, float]] = field(default_factory=dict, init=False)

    def take(self, chat_id: int, is_group: bool, now: float) -> int:
        """0 when the message may go, else the seconds to wait; a refusal costs nothing."""
        waits = [_wait(self._sent, self.overall_per_s, 1.0, now), self._chat_wait(chat_id, now)]
        if is_group:
            waits.append(_wait(self._in_group[chat_id], self.group_per_min, 60.0, now))
        longest = max(waits)
        if longest > 0:
            return math.ceil(longest)
        self._spend(chat_id, is_group, now)
        return 0

    def _spend(self, chat_id: int, is_group: bool, now: float) -> None:
        if self.overall_per_s is not None:
            self._sent.append(now)
        if self.chat_per_s is not None:
            self._tokens[chat_id] = (self._level(chat_id, now) - 1, now)
        if is_group and self.group_per_min is not None:
            self._in_group[chat_id].append(now)

    def _level(self, chat_id: int, now: float) -> float:
        level, since = self._tokens.get(chat_id, (float(self.chat_burst), now))
        return min(self.chat_burst, level + (now - since) * (self.chat_per_s or 0))

    def _chat_wait(self, chat_id: int, now: float) -> float:
        if self.chat_per_s is None:
            return 0.0
        return max(0.0, (1 - self._level(chat_id, now)) / self.chat_per_s)


def _wait(sent: deque[float], rate: float | None, window_s: float, now: float) -> float:
    while sent and sent[0] <= now - window_s:
        sent.popleft()
    if rate is None or len(sent) < rate:
        return 0.0
    return sent[0] + window_s - now
