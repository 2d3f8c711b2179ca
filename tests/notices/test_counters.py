"""In whatever order things happen, counters say what the rows say, and nobody is told twice."""

import tempfile
from collections import Counter
from datetime import timedelta
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from sqlalchemy import select, update

from notices.batches import (
    cancel_rest,
    leave_batches,
    open_batch,
    pause_batch,
    progress,
    resume_batch,
    stop_batch,
)
from notices.claiming import claim, take_up_expired
from notices.counters import counter_of
from notices.sender import (
    Letter,
    Moot,
    Passing,
    Rejected,
    Throttled,
    Trouble,
    Unanswered,
    Unreachable,
)
from notices.settling import Outcome, settle
from storage.base import Base
from storage.models import Account, Notice
from storage.models.batches import ENDED
from tests.cast import open_database
from tests.notices.crowds import add_all
from tests.notices.post_office import WIB, SetClock, open_account

PEOPLE = 6
BATCHES = 3
FATES: tuple[str | Trouble, ...] = (
    "sent",
    "never begun",
    "killed",
    Unanswered("reset"),
    Moot("gone"),
    Rejected("too long"),
    Unreachable("blocked"),
    Unreachable("never_started"),
    Throttled(5),
    Throttled(90_000),
    Passing("Bad Gateway"),
)


class Batched(RuleBasedStateMachine):
    """Some batches to some people, some of whom go, and couriers of whom some die."""

    @initialize()
    def open(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        url = f"sqlite:///{Path(self.folder.name) / 'outbox.sqlite3'}"
        self.database = open_database(url)
        Base.metadata.create_all(self.database.engine)
        self.clock = SetClock()
        self.late: list[Outcome] = []
        self.accepted: Counter[tuple[int, int]] = Counter()
        self.erased: Counter[tuple[int, str | None]] = Counter()
        with self.database.transaction() as session:
            self.people = [open_account(session, number) for number in range(PEOPLE)]
            for number in range(BATCHES):
                open_batch(session, repeatable=number == 0, now=self.clock())
        for batch in range(1, BATCHES + 1):
            self.add(batch, 2 * batch - 1)

    def teardown(self) -> None:
        if hasattr(self, "database"):
            self.database.close()
            self.folder.cleanup()

    @rule(batch=st.integers(1, BATCHES), upto=st.integers(1, PEOPLE))
    def add(self, batch: int, upto: int) -> None:
        there = select(Notice.account_id).where(Notice.batch_id == batch)
        who = Account.id <= upto, Account.id.not_in(there)
        with self.database.transaction() as session:
            add_all(session, batch, *who, now=self.clock(), lasts=timedelta(days=2))

    @rule(batch=st.integers(1, BATCHES), pause=st.booleans())
    def turn(self, batch: int, pause: bool) -> None:
        with self.database.transaction() as session:
            (pause_batch if pause else resume_batch)(session, batch)

    @rule(most=st.integers(1, 4))
    def stop_the_last(self, most: int) -> None:
        with self.database.transaction() as session:
            stop_batch(session, BATCHES)
            cancel_rest(session, BATCHES, most=most, now=self.clock())

    @rule(fates=st.lists(st.tuples(st.sampled_from(FATES), st.booleans()), min_size=1, max_size=6))
    def deliver(self, fates: list[tuple[str | Trouble, bool]]) -> None:
        """As many letters as there are fates; some outcomes are recorded late, and some never."""
        with self.database.transaction() as session:
            letters = claim(session, len(fates), now=self.clock(), zone=WIB).letters
        outcomes: list[Outcome] = []
        for letter, (fate, late) in zip(letters, fates, strict=False):
            outcome = self._outcome(letter, fate)
            if outcome is not None:
                (self.late if late else outcomes).append(outcome)
        self._record(outcomes)

    @rule(count=st.integers(1, 6))
    def record_late(self, count: int) -> None:
        some, self.late = self.late[:count], self.late[count:]
        self._record(some)

    @rule(minutes=st.sampled_from([0.1, 1.1, 1.1, 30, 1600]))
    def pass_time(self, minutes: float) -> None:
        """And another courier takes up what this one holds for too long."""
        self.clock.move(minutes=minutes)
        with self.database.transaction() as session:
            take_up_expired(session, [], now=self.clock())

    @rule()
    def write_again(self) -> None:
        """Whoever had blocked the bot comes back."""
        back = {"unreachable_since": None, "unreachable_reason": None}
        with self.database.transaction() as session:
            session.execute(update(Account).values(back))

    @rule(which=st.integers(0, 9))
    def erase(self, which: int) -> None:
        if not self.people:
            return
        account_id = self.people.pop(which % len(self.people))
        with self.database.transaction() as session:
            leave_batches(session, account_id, now=self.clock())
            theirs = select(Notice).where(Notice.account_id == account_id)
            for row in session.scalars(theirs):
                assert row.batch_id is not None
                self.erased[row.batch_id, counter_of(row.state, row.last_error)] += 1
            session.delete(session.get_one(Account, account_id))

    @invariant()
    def counters_say_what_the_rows_say(self) -> None:
        if not hasattr(self, "database"):
            return
        stand = Counter(self.erased)
        with self.database.snapshot() as session:
            for row in session.scalars(select(Notice)):
                assert row.batch_id is not None
                stand[row.batch_id, counter_of(row.state, row.last_error)] += 1
            for batch in range(1, BATCHES + 1):
                counted = progress(session, batch)
                assert {name: getattr(counted, name) for name in ENDED} == {
                    name: stand[batch, name] for name in ENDED
                }
                assert counted.left == stand[batch, None]

    @invariant()
    def nobody_is_told_twice(self) -> None:
        if hasattr(self, "database"):
            assert max(self.accepted.values(), default=0) <= 1

    def _outcome(self, letter: Letter, fate: str | Trouble) -> Outcome | None:
        assert letter.batch_id is not None
        if isinstance(fate, Unanswered) or fate in ("sent", "killed"):
            self.accepted[letter.batch_id, letter.account_id] += not letter.repeatable
        if isinstance(fate, Trouble):
            return Outcome(letter, trouble=fate)
        outcomes = {"sent": Outcome(letter, message_id=77), "never begun": Outcome(letter)}
        return outcomes.get(fate)

    def _record(self, outcomes: list[Outcome]) -> None:
        with self.database.transaction() as session:
            settle(session, outcomes, now=self.clock(), chance=lambda: 0.5)


Batched.TestCase.settings = settings(deadline=None, max_examples=35, stateful_step_count=20)
TestBatched = Batched.TestCase
