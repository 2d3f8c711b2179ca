"""Long work in short transactions, between which live answers have their turn.

On SQLite a call runs in line with the event loop, so a step must be over before anybody notices
it; on PostgreSQL it runs in a thread, and may be longer.
"""

import asyncio
import time
from collections.abc import Callable

from sqlalchemy.orm import Session

from storage.database import Database

Step = Callable[[Session, int], bool]
"""Takes a session and a number of rows; False: there is no more to do."""

STEP_S, LONG_STEP_S = 0.0025, 0.06
"""Of the statements alone; their commit takes about half as much again."""
FIRST, FEWEST, MOST = 500, 100, 20_000
IDLE_S = 0.0003
"""A turn of the event loop that was over so soon had nobody in it."""
PATIENCE = 25


async def in_steps(database: Database, step: Step) -> None:
    """Run `step` in transaction after transaction until there is no more to do."""
    pace = Pace(database.on_sqlite)
    while await database.write(pace.run, step):
        await give_way()


class Pace:
    """How many rows one step may look at: as many as the last one shows to fit into its time."""

    def __init__(self, in_line: bool) -> None:
        # In line it is our own processor's time that counts. What other programs take of it is
        # not made less by shorter steps.
        self._clock = time.thread_time if in_line else time.perf_counter
        self._step_s = STEP_S if in_line else LONG_STEP_S
        self.rows = FIRST

    def run(self, session: Session, step: Step) -> bool:
        begun = self._clock()
        more = step(session, self.rows)
        self.learn(self._clock() - begun)
        return more

    def learn(self, took_s: float) -> None:
        """Never more than double at once: one quick step may have been luck."""
        fitting = self.rows * self._step_s / max(took_s, 1e-6)
        self.rows = int(min(max(fitting, self.rows / 2, FEWEST), self.rows * 2, MOST))


async def give_way() -> None:
    """Let the event loop turn until it is idle: whoever waits for an answer comes first."""
    for _ in range(PATIENCE):
        begun = time.perf_counter()
        await asyncio.sleep(0)
        if time.perf_counter() - begun < IDLE_S:
            return
