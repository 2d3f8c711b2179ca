"""Whatever people, staff, clock and results do, and in which order: seats are never oversold.

What holds after each step is in `tests.intake.seats.watching`.
"""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import hypothesis.strategies as st
from hypothesis.stateful import (
    initialize,
    rule,
)
from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from catalog.waves import advance_waves
from intake.applications import errors
from intake.registration.errors import RegistrationClosed
from intake.registration.submissions import submit
from intake.seats import errors as of_seats
from intake.seats.admitting import admit
from intake.seats.closing import classes_to_close, close_class
from intake.seats.confirming import confirm
from intake.seats.counter import confirm_for, let_go_for
from intake.seats.reserve import classes_to_look_at, let_go, pass_on
from intake.seats.seats import hold_class
from intake.selection import errors as no
from intake.selection import results
from intake.selection.overrides import approve_override, ask_override
from intake.selection.ranking import current_ranking, rank_applicants, ranked
from intake.selection.scores import Mark, record_marks
from intake.withdrawing import withdraw
from storage.models import Application, CourseClass, Notice, Wave
from tests.any_order import play
from tests.cast import NOW, SITI, WIB, Person, fill_in, set_stage, welcome
from tests.intake.seats.watching import Watched

REFUSALS = (
    *(of_seats.ClassFull, of_seats.NoOffer, of_seats.OfferPast),
    *(of_seats.NoSeatToGive, of_seats.SeatGivenBack, of_seats.TrainingOver),
    *(errors.NoSuchApplication, errors.NotPossible, RegistrationClosed),
    *(no.AlreadyAnnounced, no.NobodyToRank, no.NoRanking, no.NotOnTheList, no.ResultsScheduled),
    *(
        no.OverridesPending,
        no.SamePerson,
        no.ScoresChanged,
        no.NotPassed,
        no.OutOfRange,
        no.StandsThere,
    ),
    *(no.NobodyScored, no.NotScheduled, no.TrainingBegun),
)
"""What may be answered to anybody at a bad moment; each must leave all as it was."""
PEOPLE = 7
SRI = "staff:Sri"


class Intake(Watched):
    """One class, ranked or first come, first served. `session` is rolled back at the end."""

    @initialize(capacity=st.integers(0, 4), first_come=st.booleans())
    def open(self, capacity: int, first_come: bool) -> None:
        self.point = self.session.begin_nested()
        stage = set_stage(self.session, capacity=capacity)
        self.class_id, self.first_come = stage.class_id, first_come
        if first_come:
            mode = update(Wave).where(Wave.id == stage.wave_id).values(mode="first_come")
            self.session.execute(mode)
        self.now = NOW
        self.accounts: dict[int, int] = {}
        """Account by application."""
        self.arrived = 0
        self.lowered = False

    def teardown(self) -> None:
        if hasattr(self, "point"):
            self.point.rollback()
            self.session.expire_all()

    def attempt(self, call: Callable[[], Any]) -> None:
        """As a transaction of its own: refused, it has changed nothing."""
        before = self.snapshot()
        point = self.session.begin_nested()
        try:
            call()
        except REFUSALS:
            point.rollback()
            self.session.expire_all()
            assert self.snapshot() == before
        else:
            point.commit()
            self.session.expire_all()

    def snapshot(self) -> object:
        applications = select(Application.id, Application.state, Application.reserve_no)
        return (
            self.session.execute(applications.order_by(Application.id)).all(),
            self.session.scalar(select(func.count(Notice.id))),
        )

    def one(self, which: int) -> int | None:
        ids = sorted(self.accounts)
        return ids[which % len(ids)] if ids else None

    @rule()
    def apply(self) -> None:
        if self.arrived == PEOPLE:
            return
        self.arrived += 1
        person = Person(
            9_000 + self.arrived, SITI.name, f"36730145019{self.arrived:05d}", SITI.phone,
            SITI.education, SITI.domicile,
        )  # fmt: skip

        def send() -> None:
            account_id = welcome(self.session, person, now=self.now)
            fill_in(self.session, person, account_id, self.class_id, now=self.now)
            waits = select(func.count()).where(Application.state == "reserve")
            somebody = self.session.scalar(waits)
            sent = submit(self.session, account_id, update_id=None, now=self.now, zone=WIB)
            assert not (somebody and sent.state == "admitted")
            self.accounts[sent.id] = account_id

        self.attempt(send)

    @rule(which=st.integers(0, 6))
    def withdraw(self, which: int) -> None:
        if (mine := self.one(which)) is not None:
            account_id = self.accounts[mine]
            self.attempt(
                lambda: withdraw(self.session, mine, account_id, reason=None, now=self.now)
            )

    @rule(which=st.integers(0, 6))
    def confirm(self, which: int) -> None:
        if (mine := self.one(which)) is not None:
            self.attempt(
                lambda: confirm(self.session, mine, actor="applicant", now=self.now, zone=WIB)
            )

    @rule(which=st.integers(0, 6))
    def decline(self, which: int) -> None:
        if (mine := self.one(which)) is not None:
            account_id = self.accounts[mine]
            self.attempt(
                lambda: let_go(self.session, mine, account_id=account_id, now=self.now, zone=WIB)
            )

    @rule(which=st.integers(0, 6))
    def confirm_at_the_counter(self, which: int) -> None:
        if (mine := self.one(which)) is not None:
            self.attempt(lambda: confirm_for(self.session, mine, actor=SRI, now=self.now, zone=WIB))

    @rule(which=st.integers(0, 6))
    def let_go_at_the_counter(self, which: int) -> None:
        """Offered or confirmed."""
        if (mine := self.one(which)) is not None:
            self.attempt(
                lambda: let_go_for(
                    self.session, mine, actor=SRI, why="asked", now=self.now, zone=WIB
                )
            )

    @rule(which=st.integers(0, 6))
    def admit(self, which: int) -> None:
        if (mine := self.one(which)) is not None:
            number = self.session.get_one(Application, mine).number
            self.attempt(lambda: admit(self.session, number, actor="Sri", now=self.now))

    @rule(which=st.integers(0, 6), test=st.integers(0, 100), there=st.booleans())
    def score(self, which: int, test: int, there: bool) -> None:
        if (mine := self.one(which)) is not None:
            number = self.session.get_one(Application, mine).number
            marks = [
                Mark(number, "test", there, test * 100 if there else None),
                Mark(number, "interview", True, 5_000),
            ]
            self.attempt(lambda: record_marks(self.session, marks, actor="Sri", now=self.now))

    @rule()
    def rank(self) -> None:
        held = hold_class(self.session, self.class_id, WIB)
        self.attempt(lambda: rank_applicants(self.session, held, actor="Sri", now=self.now))

    @rule(which=st.integers(0, 6), to_rank=st.integers(1, 7), approver=st.sampled_from("AB"))
    def override(self, which: int, to_rank: int, approver: str) -> None:
        def move() -> None:
            ranking = current_ranking(self.session, self.class_id)
            lines = [] if ranking is None else ranked(self.session, ranking.id)
            if not lines:
                raise no.NoRanking
            number = lines[which % len(lines)].number
            asked = ask_override(
                self.session, number, to_rank=min(to_rank, len(lines)), reason="Domisili",
                actor="A", now=self.now,
            )  # fmt: skip
            approve_override(self.session, asked.id, actor=approver, now=self.now)

        self.attempt(move)

    @rule(hours=st.integers(-1, 30))
    def schedule(self, hours: int) -> None:
        """The minute of the results; below 0: it is taken back."""
        held, now = hold_class(self.session, self.class_id, WIB), self.now
        at = now + timedelta(hours=hours)
        if hours < 0:
            self.attempt(lambda: results.take_back_results(self.session, held, actor="S", now=now))
        else:
            self.attempt(
                lambda: results.schedule_results(self.session, held, at=at, actor="S", now=now)
            )

    @rule(capacity=st.integers(0, 5))
    def change_capacity(self, capacity: int) -> None:
        """As the catalogue may, under the holders too."""
        course_class = self.session.get_one(CourseClass, self.class_id)
        self.lowered = self.lowered or capacity < (course_class.capacity or 0)
        course_class.capacity = capacity
        self.session.flush()

    @rule(hours=st.sampled_from([0, 1, 13, 30, 60]))
    def clock_ticks(self, hours: int) -> None:
        self.now += timedelta(hours=hours)
        for class_id in results.classes_to_announce(self.session, self.now):
            results.announce(self.session, class_id, now=self.now, zone=WIB)
        for class_id in classes_to_look_at(self.session, self.now):
            pass_on(self.session, class_id, now=self.now, zone=WIB)
        advance_waves(self.session, self.now)
        for class_id in classes_to_close(self.session, self.now):
            close_class(self.session, class_id, now=self.now, zone=WIB)
        self.session.expire_all()
        assert classes_to_close(self.session, self.now) == []
        ids = classes_to_look_at(self.session, self.now)
        held = hold_class(self.session, self.class_id, WIB)
        assert not ids or not held.passes_on(self.now) or held.starts_at is not None


def test_seats_are_never_oversold(session: Session) -> None:
    play(Intake, session, examples=25, steps=40)
