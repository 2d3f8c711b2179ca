"""Whatever clocks, kills and Telegram do: nothing is lost, and nothing doubled without a kill.

No kill doubles what is in a batch.
"""

import asyncio
import tempfile
from collections import Counter
from datetime import timedelta
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from notices.batches import progress
from notices.delivery import GATHER_S
from notices.outbox import Lane
from notices.sender import Passing, Throttled
from storage.base import Base
from tests.cast import open_database
from tests.notices.crowds import tell
from tests.notices.post_office import (
    Postman,
    SetClock,
    courier_for,
    kill,
    open_account,
    stands,
    write,
)

PEOPLE = 5
LONG = timedelta(days=400)


class BadDays(RuleBasedStateMachine):
    """One outbox through posts, drains, clock jumps to and fro, troubles, sleeps and kills."""

    @initialize()
    def open(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.loop = asyncio.new_event_loop()
        self.database = open_database(f"sqlite:///{Path(self.folder.name) / 'outbox.sqlite3'}")
        Base.metadata.create_all(self.database.engine)
        self.clock, self.postman = SetClock(), self.loop.run_until_complete(make_postman())
        self.written = 0
        self.batches: list[int] = []
        self.doubtful: Counter[int] = Counter()
        with self.database.transaction() as session:
            self.accounts = [open_account(session, number) for number in range(1, PEOPLE + 1)]

    def teardown(self) -> None:
        if hasattr(self, "database"):
            self.clock.now += timedelta(days=30)
            for _round in range(12):  # more than there can be troubles left for one person
                self.drain()
                self.clock.move(hours=1)
            assert {state for state, _error in stands(self.database).values()} <= {"sent"}
            assert len(told_alone(self.postman)) == self.written
            self.nothing_is_doubled_but_by_a_kill()
            self.batches_have_ended()
            self.database.close()
            self.loop.close()
            self.folder.cleanup()

    @rule(
        person=st.integers(0, PEOPLE - 1),
        lane=st.sampled_from(list(Lane)[:3]),
        count=st.integers(1, 3),
    )
    def post(self, person: int, lane: Lane, count: int) -> None:
        with self.database.transaction() as session:
            account, now = self.accounts[person], self.clock()
            for number in range(self.written, self.written + count):
                write(session, account, key=f"{number}", lane=lane, due_at=now, now=now, lasts=LONG)
        self.written += count

    @rule()
    def broadcast(self) -> None:
        with self.database.transaction() as session:
            self.batches.append(tell(session, now=self.clock(), lasts=LONG))

    @rule(minutes=st.integers(-3000, 3000))
    def jump(self, minutes: int) -> None:
        self.clock.move(minutes=minutes)

    @rule(
        person=st.integers(1, PEOPLE),
        trouble=st.sampled_from([Passing("Bad Gateway"), Throttled(5), KeyError("ours")]),
    )
    def annoy(self, person: int, trouble: Exception) -> None:
        if len(self.postman.troubles[person]) < 3:
            self.postman.troubles[person].append(trouble)

    @rule()
    def drain(self) -> None:
        courier = courier_for(self.database, self.postman, self.clock)
        self.loop.run_until_complete(courier.drain_once())

    @rule(minutes=st.integers(-3000, 3000))
    def sleep_in_mid_sending(self, minutes: int) -> None:
        self.loop.run_until_complete(self._sleep(minutes))

    @rule()
    def die_in_mid_sending(self) -> None:
        before = len(self.postman.accepted)
        self.loop.run_until_complete(self._die())
        for letter in self.postman.accepted[before:]:
            self.doubtful.update(letter.notice_ids if letter.batch_id is None else ())

    @invariant()
    def nothing_is_doubled_but_by_a_kill(self) -> None:
        if hasattr(self, "postman"):
            times = told(self.postman)
            doubled = {one: count - 1 for one, count in times.items() if count > 1}
            assert all(count <= self.doubtful[one] for one, count in doubled.items())

    def batches_have_ended(self) -> None:
        """Everybody has it, or nobody knows whether they have."""
        with self.database.snapshot() as session:
            for batch_id in self.batches:
                stand = progress(session, batch_id)
                assert (stand.left, stand.sent + stand.uncertain) == (0, PEOPLE)

    async def _sleep(self, minutes: int) -> None:
        self.postman.answers.clear()
        courier = courier_for(self.database, self.postman, self.clock, tick_s=0)
        running = asyncio.create_task(courier.run())
        await some_ticks()
        self.clock.move(minutes=minutes)
        await some_ticks()
        self.postman.answers.set()
        courier.stop()
        await running

    async def _die(self) -> None:
        living = asyncio.all_tasks()
        self.postman.answers.clear()
        courier = courier_for(self.database, self.postman, self.clock)
        draining = asyncio.create_task(courier.drain_once())
        await some_ticks()
        await kill({draining} | (asyncio.all_tasks() - living))
        self.postman.answers.set()


def told(postman: Postman) -> Counter[int]:
    """How often each notice was told, those in a message of several as well."""
    return Counter(each for letter in postman.accepted for each in letter.notice_ids)


def told_alone(postman: Postman) -> Counter[int]:
    """The same without batches."""
    letters = [letter for letter in postman.accepted if letter.batch_id is None]
    return Counter(each for letter in letters for each in letter.notice_ids)


async def make_postman() -> Postman:
    return Postman()


async def some_ticks() -> None:
    """Time enough for a courier to look several times, and to start on all that is due."""
    for _tick in range(3):
        await asyncio.sleep(GATHER_S)


BadDays.TestCase.settings = settings(deadline=None, max_examples=20, stateful_step_count=12)
TestBadDays = BadDays.TestCase
