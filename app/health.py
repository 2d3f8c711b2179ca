"""Whether all is well here: what may stand still for a while, and from when on it is called."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.counting import Counts
from notices.counting import Counting
from notices.outbox import Lane
from notices.queue import Standing
from storage.leadership import Leadership, Post

STILL_S = 300.0
"""So long may the oldest notice that could go be due, while none goes."""
SILENT_S = 120.0
"""So long may Telegram answer no poll; it answers each within a minute, if only with nothing."""

Queue = Mapping[Lane, Standing]


@dataclass(frozen=True)
class Health:
    """`status` is `ok`, `standby` where no post is held here, or `ailing`, with reasons."""

    status: str
    posts: dict[str, str]
    reasons: list[str]


@dataclass(frozen=True)
class Signs:
    """What is known at one moment. `present` is monotonic, in seconds; `now` the house's clock."""

    leads: Collection[Leadership]
    counts: Counts
    counting: Counting
    queue: Queue | None
    """None: the database does not answer."""
    present: float
    now: datetime


def examine(signs: Signs) -> Health:
    reasons = list(_reasons(signs))
    held = any(lead.held for lead in signs.leads)
    status = "ailing" if reasons else "ok" if held else "standby"
    return Health(status, {lead.post: _stands(lead) for lead in signs.leads}, reasons)


def oldest_s(queue: Queue) -> float:
    return max((standing.oldest_s for standing in queue.values()), default=0.0)


def _reasons(signs: Signs) -> Iterator[str]:
    if signs.queue is None:
        yield "the database does not answer"
    for lead in signs.leads:
        held_s = signs.present - lead.held_since if lead.held else 0.0
        if lead.post is Post.BOT and (silent_s := _silent_s(signs, held_s)) > SILENT_S:
            yield f"Telegram has answered no poll for {silent_s:.0f} s"
        if lead.post is Post.WORKER and signs.queue is not None and held_s > STILL_S:
            waiting_s = oldest_s(signs.queue)
            if waiting_s > STILL_S and _idle_s(signs) > STILL_S:
                yield f"the queue stands still: the oldest notice is due for {waiting_s:.0f} s"


def _silent_s(signs: Signs, held_s: float) -> float:
    polled_at = signs.counts.polled_at
    return held_s if polled_at is None else min(held_s, signs.present - polled_at)


def _idle_s(signs: Signs) -> float:
    sent_at = signs.counting.sent_at
    return STILL_S + 1 if sent_at is None else abs((signs.now - sent_at).total_seconds())


def _stands(lead: Leadership) -> str:
    return "leading" if lead.held else "standby"
