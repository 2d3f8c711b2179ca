"""Whatever staff, courier, clock and crashes do, and in which order: each person has it once.

The machine plays staff who press everything at any time, a courier that is killed with messages on
their way, and a Telegram that remembers what it was sent. After each step the promises hold.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import timedelta

import hypothesis.strategies as st
import pytest
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)
from sqlalchemy import select
from sqlalchemy.orm import Session

from announcements import broadcasts, jobs, uncertain
from announcements.broadcasts import BroadcastState, find
from announcements.ending import cancel_step, finish, finish_job, go_on, unfinished, unfinished_jobs
from announcements.errors import EmptyAudience, NeedsApprover, NotPossible
from announcements.filling import fill_step, start_due
from announcements.jobs import jobs_of
from announcements.progress import progress_of
from announcements.recipients import fill_job_step
from notices.batches import PAUSED, STOPPED, in_flight
from notices.claiming import claim, take_up_expired
from notices.sender import Letter, Unanswered, Unreachable
from notices.settling import Outcome, settle
from storage.memory import LASTS_S
from storage.models import Notice
from tests.announcements.crowd import SRI, TEXT, WATI, add_people, recipients, write_draft
from tests.any_order import play
from tests.cast import open_database
from tests.notices.post_office import NOON, WIB

MOVES = (broadcasts.reopen, broadcasts.pause, broadcasts.resume, broadcasts.cancel)
BEFORE = {"draft", "waiting", "scheduled"}


class Newsroom(RuleBasedStateMachine):
    """One broadcast, from its draft on. `session` is rolled back at the end."""

    session: Session

    @initialize(count=st.integers(1, 4), under_way=st.booleans())
    def open(self, count: int, under_way: bool) -> None:
        self.point = self.session.begin_nested()
        self.now = NOON
        self.newcomers = 1_000
        self.meant = add_people(self.session, count)
        self.id = write_draft(self.session).id
        self.on_their_way: list[tuple[Letter, str]] = []
        """Each with the words that were chosen for it when it set out."""
        self.texts = [(NOON - timedelta(days=1), TEXT)]
        """Since when which words hold."""
        self.got: Counter[int] = Counter()
        """Messages each account has got of it, by what Telegram knows."""
        self.words: dict[int, str | None] = {}
        """What each account reads in it now; None: it was deleted."""
        self.repeated: Counter[int] = Counter()
        """How often staff have sent it to somebody again, not knowing."""
        self.fixed: set[int] | None = None
        if under_way:
            self.submit(later=False, above=100)
            self.clock_ticks(most=9)

    def teardown(self) -> None:
        if hasattr(self, "point"):
            self.point.rollback()
            self.session.expire_all()

    @property
    def state(self) -> str:
        return str(find(self.session, self.id).state)

    def attempt(self, call: Callable[..., object], **facts: object) -> bool:
        """False: it was refused, and then nothing has changed."""
        before = find(self.session, self.id)
        try:
            call(self.session, self.id, now=self.now, **facts)
        except (NotPossible, EmptyAudience, NeedsApprover):
            refused = True
        else:
            refused = False
        if refused:
            assert find(self.session, self.id) == before
        return not refused

    @rule(seconds=st.sampled_from((1, 5, 90, 3600)))
    def time_passes(self, seconds: int) -> None:
        self.now += timedelta(seconds=seconds)

    @rule()
    def somebody_joins(self) -> None:
        self.newcomers += 1
        new = add_people(self.session, 1, first=self.newcomers)
        if self.state in BEFORE:
            self.meant += new

    @precondition(lambda self: self.state == "draft")
    @rule(later=st.booleans(), above=st.sampled_from((0, 100)))
    def submit(self, later: bool, above: int) -> None:
        start_at = self.now + timedelta(minutes=1) if later else None
        self.attempt(broadcasts.submit, actor=SRI, start_at=start_at, approve_above=above)

    @precondition(lambda self: self.state == "waiting")
    @rule()
    def approve(self) -> None:
        self.attempt(broadcasts.approve, approver_id=None, actor=WATI)

    @precondition(lambda self: self.state in ("running", "paused"))
    @rule()
    def pause_or_resume(self) -> None:
        turn = {"running": broadcasts.pause, "paused": broadcasts.resume}[self.state]
        assert self.attempt(turn, actor=SRI)

    @rule(call=st.sampled_from((*MOVES, jobs.recall)))
    def press_anything(self, call: Callable[..., object]) -> None:
        self.attempt(call, actor=SRI)

    @precondition(lambda self: self.state in jobs.AT_REST)
    @rule(able=st.booleans(), actor=st.sampled_from((SRI, WATI)))
    def correct(self, able: bool, actor: str) -> None:
        """What was approved, `able` alone may put in other words, and its author never."""
        html = f"Versi {len(self.texts)}"
        if self.attempt(jobs.correct, actor=actor, html=html, may_approve=able):
            approved = find(self.session, self.id).approved_at is not None
            assert not approved or (able and actor == WATI)
            self.texts.append((self.now, html))

    @precondition(lambda self: self.state in ("running", "paused", "done"))
    @rule()
    def send_uncertain_again(self) -> None:
        unsure = uncertain.uncertain_accounts(self.session, self.id)
        if self.attempt(uncertain.send_uncertain_again, actor=SRI):
            self.repeated.update(unsure)

    @rule(most=st.integers(1, 5))
    def clock_ticks(self, most: int) -> None:
        """What `work` does, one step of each kind; `in_steps` would only repeat them."""
        start_due(self.session, self.now)
        for row in unfinished(self.session):
            fill_step(self.session, row.id, most=most, now=self.now)
            if row.state == BroadcastState.RUNNING and row.batch_state == PAUSED:
                go_on(self.session, row.id, self.now)
            if row.batch_state == STOPPED:
                cancel_step(self.session, row.batch_id, most=most, now=self.now)
            finish(self.session, row.id, self.now)
        for job in unfinished_jobs(self.session):
            if job.batch_state == STOPPED:
                cancel_step(self.session, job.batch_id, most=most, now=self.now)
            else:
                fill_job_step(self.session, job.id, most=most, now=self.now)
            finish_job(self.session, job.id, self.now)

    @rule(room=st.integers(1, 6))
    def courier_sets_out(self, room: int) -> None:
        # A sender remembers a text for two seconds, in whatever process it was changed.
        remembered = self.now - timedelta(seconds=LASTS_S)
        words = next(html for since, html in reversed(self.texts) if since <= remembered)
        claimed = claim(self.session, room, now=self.now, zone=WIB).letters
        self.on_their_way += [(letter, words) for letter in claimed]

    @precondition(lambda self: self.on_their_way)
    @rule(fate=st.sampled_from(("sent", "sent", "sent", "blocked", "unanswered", "lost")))
    def telegram_answers(self, fate: str) -> None:
        letter, words = self.on_their_way.pop(0)
        if fate in ("sent", "unanswered"):
            self.accept(letter, words)
        outcome = {
            "sent": Outcome(letter, message_id=7_000 + letter.account_id),
            "blocked": Outcome(letter, trouble=Unreachable("blocked")),
            "unanswered": Outcome(letter, trouble=Unanswered("timeout")),
            "lost": Outcome(letter, trouble=Unanswered("reset")),
        }[fate]
        settle(self.session, [outcome], now=self.now, chance=lambda: 0.0)

    @precondition(lambda self: self.on_their_way)
    @rule(accepted=st.booleans())
    def courier_is_killed(self, accepted: bool) -> None:
        """What was on its way may have arrived; the next courier finds the leases too old."""
        for letter, words in self.on_their_way:
            if accepted:
                self.accept(letter, words)
        self.on_their_way = []
        self.now += timedelta(minutes=2)
        take_up_expired(self.session, (), now=self.now)

    def accept(self, letter: Letter, words: str) -> None:
        """Telegram's side of it."""
        self.got[letter.account_id] += letter.kind == "broadcast"
        recalled = letter.kind == "broadcast_recall"
        self.words[letter.account_id] = None if recalled else words

    @invariant()
    def nobody_has_it_twice(self) -> None:
        over = {who: n for who, n in self.got.items() if n > 1 + self.repeated[who]}
        assert over == {}

    @invariant()
    def only_who_was_there_at_the_start_is_in_it(self) -> None:
        written = recipients(self.session, self.id)
        assert written == self.meant[: len(written)] or set(written) <= set(self.meant)
        assert len(set(written)) == len(written)

    @invariant()
    def once_fixed_the_audience_stays(self) -> None:
        view = find(self.session, self.id)
        if view.filled_at is not None:
            written = set(recipients(self.session, self.id))
            self.fixed = self.fixed or written
            assert written == self.fixed
            assert view.people == len(written)

    @invariant()
    def the_counters_are_the_rows(self) -> None:
        view = find(self.session, self.id)
        if view.batch_id is None:
            return
        states = Counter(
            self.session.scalars(select(Notice.state).where(Notice.batch_id == view.batch_id))
        )
        told = progress_of(self.session, self.id, 25.0, self.now)
        assert (told.sent, told.uncertain) == (states["sent"], states["uncertain"])
        assert told.left == states["pending"] + states["sending"]
        assert told.failed + told.blocked == states["failed"]
        flying = sum(one.kind == "broadcast" for one, _ in self.on_their_way)
        assert in_flight(self.session, view.batch_id) == flying

    @invariant()
    def who_has_it_reads_the_last_words_once_the_jobs_are_done(self) -> None:
        view, all_jobs = find(self.session, self.id), jobs_of(self.session, self.id)
        if any(job.finished_at is None for job in all_jobs):
            return
        wanted = None if view.state == "recalled" else view.html
        last = all_jobs[0].batch_id if all_jobs else None
        changed = self.ended(last)
        for account_id, state in self.ended(view.batch_id).items():
            # Where an edit came to nothing, nobody can promise what is read.
            if state == "sent" and changed.get(account_id, "sent") == "sent":
                assert self.words[account_id] == wanted

    def ended(self, batch_id: int | None) -> dict[int, str]:
        """The state of each account's notice in a batch."""
        columns = select(Notice.account_id, Notice.state)
        rows = self.session.execute(columns.where(Notice.batch_id == batch_id)).all()
        return {account_id: state for account_id, state in rows if batch_id is not None}


@pytest.fixture
def session(sqlite_url: str) -> Iterator[Session]:
    """On one database only: it is the rules that are tried here, many thousand times."""
    with closing(open_database(sqlite_url)) as database, database.transaction() as session:
        yield session


def test_whatever_happens_in_whatever_order(session: Session) -> None:
    play(Newsroom, session, examples=15, steps=50)
