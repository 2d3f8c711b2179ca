"""Every Bot API call that was made, and every message that came of one; the last are kept."""

from __future__ import annotations

import zlib
from collections import deque
from itertools import islice
from typing import Any, NamedTuple

KEPT = 100_000
MESSAGES_KEPT = 1_000_000

Json = dict[str, Any]


class Accepted(NamedTuple):
    """A message that the bot has sent, whether or not it heard so; `at` is in seconds."""

    n: int
    chat_id: int
    message_id: int
    text: str
    answered: bool
    at: float

    def row(self) -> list[Any]:
        """As the control API shows it: in place of the text a number that stands for it."""
        digest = zlib.crc32(self.text.encode())
        return [self.n, self.chat_id, self.message_id, digest, self.answered, self.at]


class Journal:
    def __init__(self) -> None:
        self._calls: deque[Json] = deque(maxlen=KEPT)
        self._n = 0
        # The texts are those of the chats' posts: what is added here is a few numbers a message.
        self._accepted: deque[Accepted] = deque(maxlen=MESSAGES_KEPT)
        self._accepted_n = 0

    def record(
        self, method: str, parameters: Json, answer: Json | None, violations: list[str], at: float
    ) -> None:
        """Note a call; `answer` None means that none was given (a fault), `at` is in seconds."""
        self._n += 1
        self._calls.append(
            {
                "n": self._n,
                "method": method,
                "parameters": parameters,
                "answer": answer,
                "violations": violations,
                "time": at,
            }
        )

    def accept(self, message: Json, answered: bool, at: float) -> None:
        """Note a message of the bot, as the Bot API shows it; they are numbered by themselves."""
        self._accepted_n += 1
        place = (self._accepted_n, message["chat"]["id"], message["message_id"])
        text = message.get("text") or message.get("caption") or ""
        self._accepted.append(Accepted(*place, text, answered, at))

    def after(self, n: int) -> list[Json]:
        return _last(self._calls, self._n - n)

    def accepted_after(self, n: int, having: str = "") -> list[Accepted]:
        """The messages after number n whose text holds the words `having`."""
        return [each for each in _last(self._accepted, self._accepted_n - n) if having in each.text]

    def violations(self) -> list[Json]:
        return [call for call in self._calls if call["violations"]]


def _last(kept: deque[Any], count: int) -> list[Any]:
    if count <= 0:
        return []
    return list(islice(reversed(kept), count))[::-1]
