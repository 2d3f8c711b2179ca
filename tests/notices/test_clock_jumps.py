"""Whatever clocks, kills and Telegram do: nothing is lost, and nothing doubled without a kill."""

import asyncio
import tempfile
from collections import Counter
from datetime import timedelta
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from notices.delivery import GATHER_S
from notices.outbox import Lane
from notices.sender import Passing, Throttled
from storage.base import Base
from tests.cast import open_database
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
            assert len({letter.notice_id for letter in self.postman.accepted}) == self.written
            self.database.close()
            self.loop.close()
            self.folder.cleanup()

    @rule(person=st.integers(0, PEOPLE - 1), lane=st.sampled_from(list(Lane)[:3]))
    def post(self, person: int, lane: Lane) -> None:
        self.written += 1
        with self.database.transaction() as session:
            account, now = self.accounts[person], self.clock()
            write(
                session, account, key=f"{self.written}", lane=lane, due_at=now, now=now, lasts=LONG
            )

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
        self.doubtful.update(letter.notice_id for letter in self.postman.accepted[before:])

    @invariant()
    def nothing_is_doubled_but_by_a_kill(self) -> None:
        if hasattr(self, "postman"):
            times = Counter(letter.notice_id for letter in self.postman.accepted)
            doubled = {one: count - 1 for one, count in times.items() if count > 1}
            assert all(count <= self.doubtful[one] for one, count in doubled.items())

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


async def make_postman() -> Postman:
    return Postman()


async def some_ticks() -> None:
    """Time enough for a courier to look several times, and to start on all that is due."""
    for _tick in range(3):
        await asyncio.sleep(GATHER_S)


BadDays.TestCase.settings = settings(deadline=None, max_examples=20, stateful_step_count=12)
TestBadDays = BadDays.TestCase
