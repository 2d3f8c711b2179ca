"""What the courier has done since the process began, for those who watch over it."""

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime

from notices.outbox import Lane
from notices.settling import Outcome

BOUNDS_S = (0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0, 300.0, 900.0, 3600.0)


@dataclass
class Waits:
    """Seconds from due to sent, sorted into a histogram's buckets."""

    counts: list[int] = field(default_factory=lambda: [0] * (len(BOUNDS_S) + 1))
    """How many were at most so long as each of BOUNDS_S and longer than the one before; the last
    is of those longer than all."""
    sum_s: float = 0.0

    def add(self, seconds: float) -> None:
        self.counts[bisect_left(BOUNDS_S, seconds)] += 1
        self.sum_s += seconds


@dataclass
class Counting:
    """Plain numbers, of messages: whoever scrapes them reads them when it likes."""

    sent: Counter[Lane] = field(default_factory=Counter)
    troubles: Counter[str] = field(default_factory=Counter)
    """By kind: `unreachable`, `throttled` (Telegram's 429), `passing`, `unanswered`, `rejected`,
    `moot`. What passes is counted each time it is met."""
    leases_lost: int = 0
    """Notices taken up from a courier that died with them."""
    waits: dict[Lane, Waits] = field(default_factory=lambda: {lane: Waits() for lane in Lane})
    sent_at: datetime | None = None
    """When a message was last accepted, by the courier's clock."""

    def note(self, outcome: Outcome, now: datetime) -> None:
        """One sending has come to its end."""
        lane = outcome.letter.lane
        if outcome.trouble is not None:
            self.troubles[type(outcome.trouble).__name__.lower()] += 1
        elif outcome.message_id is not None:
            self.sent[lane] += 1
            self.waits[lane].add((now - outcome.letter.due_at).total_seconds())
            self.sent_at = now
