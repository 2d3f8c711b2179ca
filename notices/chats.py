"""When each chat may be written to next: once a second, and a group 20 times a minute."""

from collections import deque

CHAT_GAP_S = 1.0
GROUP_MOST, GROUP_WINDOW_S = 20, 61.0
"""Telegram's minute, and a little for what the network does to the distances."""
KEPT = 1024


class Chats:
    """Moments are of one monotonic clock, in seconds. A chat with a negative id is a group."""

    def __init__(self) -> None:
        self._free_at: dict[int, float] = {}
        self._groups: dict[int, deque[float]] = {}
        self._kept = KEPT

    def __len__(self) -> int:
        """How many chats are remembered at present."""
        return len(self._free_at)

    def turn(self, chat_id: int, now: float) -> float:
        """Take the chat's next turn for an unasked message; returns its moment."""
        turn = max(now, self._free_at.get(chat_id, now))
        if chat_id < 0:
            turn = self._turn_in_group(chat_id, turn)
        self._free_at[chat_id] = turn + CHAT_GAP_S
        self._forget(now)
        return turn

    def answer_turn(self, chat_id: int, now: float) -> float:
        """The same for an answer, which waits in groups only."""
        return self._turn_in_group(chat_id, now) if chat_id < 0 else now

    def answered(self, chat_id: int, now: float) -> None:
        """What is unasked keeps its distance from an answer."""
        self.pause(chat_id, now + CHAT_GAP_S)
        self._forget(now)

    def pause(self, chat_id: int, until: float) -> None:
        """Nothing unasked goes there before that."""
        self._free_at[chat_id] = max(self._free_at.get(chat_id, until), until)

    def _turn_in_group(self, chat_id: int, turn: float) -> float:
        turns = self._groups.setdefault(chat_id, deque(maxlen=GROUP_MOST))
        if len(turns) == GROUP_MOST:
            turn = max(turn, turns[0] + GROUP_WINDOW_S)
        turns.append(turn)
        return turn

    def _forget(self, now: float) -> None:
        if len(self) <= self._kept:
            return
        self._free_at = {chat: turn for chat, turn in self._free_at.items() if turn > now}
        since = now - GROUP_WINDOW_S
        self._groups = {chat: turns for chat, turns in self._groups.items() if turns[-1] > since}
        self._kept = max(KEPT, 2 * len(self))
