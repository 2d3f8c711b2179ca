"""Every Bot API call that was made, numbered, the last of them kept."""

from __future__ import annotations

from collections import deque
from itertools import islice
from typing import Any

KEPT = 100_000

Json = dict[str, Any]


class Journal:
    def __init__(self) -> None:
        self._calls: deque[Json] = deque(maxlen=KEPT)
        self._n = 0

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

    def after(self, n: int) -> list[Json]:
        if n >= self._n:
            return []
        wanted = list(islice(reversed(self._calls), self._n - n))
        return wanted[::-1]

    def violations(self) -> list[Json]:
        return [call for call in self._calls if call["violations"]]
