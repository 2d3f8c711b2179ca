"""How many notices of a batch have ended, and how: written by whatever ends them, with it."""

from collections import Counter, defaultdict
from functools import cache, reduce
from operator import sub
from typing import cast

from sqlalchemy import Table, Update, bindparam, update
from sqlalchemy.orm import Session

from notices.outbox import State
from storage.models import Batch
from storage.models.batches import ENDED

BATCHES = cast(Table, Batch.__table__)
LEFT = reduce(sub, (BATCHES.c[name] for name in ENDED), BATCHES.c.written)
"""Written and not ended: waiting, or on the way."""
NOBODY_THERE = frozenset(("blocked", "deactivated", "never_started", "unreachable"))
"""The reasons of `failed` that are no fault of the message: counted as `blocked`."""


def counter_of(state: str, reason: str | None) -> str | None:
    """The counter in which a notice of that state and last error stands; None: not ended yet."""
    if state in (State.PENDING, State.SENDING):
        return None
    return "blocked" if state == State.FAILED and reason in NOBODY_THERE else state


class Tally:
    """What a transaction changes in the counters, gathered, and written in one go near its end.

    Batches are written in the order of their ids, so that no two transactions wait for each other.
    """

    def __init__(self) -> None:
        self._changes: Counter[tuple[int, str]] = Counter()

    def move(self, batch_id: int | None, before: str | None, after: str | None) -> None:
        """A notice has gone from one counter to another; None stands for not ended."""
        if batch_id is None or before == after:
            return
        if before is not None:
            self._changes[batch_id, before] -= 1
        if after is not None:
            self._changes[batch_id, after] += 1

    def write(self, session: Session) -> None:
        by_batch: defaultdict[int, dict[str, int]] = defaultdict(dict)
        for (batch_id, counter), more in self._changes.items():
            if more:
                by_batch[batch_id][counter] = more
        for batch_id, changes in sorted(by_batch.items()):
            more_of = {f"more_{counter}": more for counter, more in changes.items()}
            adding = _adding(frozenset(changes))
            session.connection().execute(adding, {"batch": batch_id, **more_of})
        self._changes.clear()


@cache
def _adding(counters: frozenset[str]) -> Update:
    """The statement that changes these; made once, since each turn of the courier has one."""
    more = {name: BATCHES.c[name] + bindparam(f"more_{name}") for name in counters}
    return update(BATCHES).where(BATCHES.c.id == bindparam("batch")).values(more)
