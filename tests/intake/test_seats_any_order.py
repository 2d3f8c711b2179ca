"""Whatever people, staff, clock and results do, and in which order: seats are never oversold.

After each step: no more holders than seats, each seat's holder is in a state that holds one and the
other way round, nobody on the reserve is passed over, what a person was told fits what became of
them, and every change is on record.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import timedelta
from typing import Any

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from catalog.waves import advance_waves
from intake import selection_errors as no
from intake.application_rows import ApplicationState, application_by_id
from intake.applications import admit, submit, withdraw
from intake.changes import TRANSITIONS
from intake.closing import classes_to_close, close_class
from intake.errors import (
    ClassFull,
    NoOffer,
    NoSuchApplication,
    NotPossible,
    OfferPast,
    RegistrationClosed,
)
from intake.offers import confirm
from intake.overrides import approve_override, ask_override
from intake.ranking import current_ranking, rank_applicants, ranked
from intake.reserve import classes_to_look_at, let_go, pass_on
from intake.results import announce, classes_to_announce, schedule_results
from intake.scores import Mark, record_marks
from intake.seats import count_seats, hold_class, overfull
from storage.models import Application, ApplicationChange, CourseClass, Notice, Offer, Seat, Wave
from storage.models.applications import HOLDERS
from tests.cast import NOW, SITI, WIB, Person, fill_in, open_database, set_stage, welcome

REFUSALS = (
    *(ClassFull, NoOffer, NoSuchApplication, NotPossible, OfferPast, RegistrationClosed),
    *(no.AlreadyAnnounced, no.NobodyToRank, no.NoRanking, no.NotOnTheList, no.ResultsScheduled),
    *(no.OverridesPending, no.SamePerson, no.ScoresChanged),
)
"""What may be answered to anybody at a bad moment; each must leave all as it was."""
TOLD_OF = {"reserve": "reserve", "not_selected": "not_selected", "lapsed": "offer_lapsed"}
PEOPLE = 7


class Intake(RuleBasedStateMachine):
    """One class, ranked or first come, first served. `session` is rolled back at the end."""

    session: Session

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
            self.attempt(
                lambda: let_go(self.session, mine, actor="applicant", now=self.now, zone=WIB)
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

    @rule(hours=st.integers(0, 30))
    def schedule(self, hours: int) -> None:
        held = hold_class(self.session, self.class_id, WIB)
        at = self.now + timedelta(hours=hours)
        self.attempt(lambda: schedule_results(self.session, held, at=at, now=self.now))

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
        for class_id in classes_to_announce(self.session, self.now):
            announce(self.session, class_id, now=self.now, zone=WIB)
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

    @invariant()
    def nobody_is_sold_a_seat_twice(self) -> None:
        seats = select(Seat.application_id).where(Seat.application_id.is_not(None))
        holders = list(self.session.scalars(seats.order_by(Seat.application_id)))
        states = select(Application.id).where(Application.state.in_(HOLDERS))
        assert holders == list(self.session.scalars(states.order_by(Application.id)))
        capacity = self.session.get_one(CourseClass, self.class_id).capacity or 0
        if not self.lowered:
            assert len(holders) <= capacity
            assert overfull(self.session) == []
        count = count_seats(self.session, [self.class_id])[self.class_id]
        assert count.offered + count.confirmed == len(holders)

    @invariant()
    def offers_belong_to_those_who_are_offered(self) -> None:
        is_open = select(Offer.application_id).where(Offer.state == "open")
        offered = select(Application.id).where(Application.state == "offered")
        assert sorted(self.session.scalars(is_open)) == sorted(self.session.scalars(offered))

    @invariant()
    def the_reserve_is_in_order(self) -> None:
        waits = select(Application.id).where(Application.state == "reserve")
        in_order = list(self.session.scalars(waits.order_by(Application.reserve_no)))
        places = [application_by_id(self.session, each).place for each in in_order]
        assert places == list(range(1, len(in_order) + 1))
        if self.first_come:
            assert in_order == sorted(in_order)

    @invariant()
    def nobody_on_the_reserve_is_passed_over(self) -> None:
        first = select(func.min(Application.reserve_no)).where(Application.state == "reserve")
        promoted = select(func.max(Application.reserve_no)).join(
            ApplicationChange, ApplicationChange.application_id == Application.id
        )
        moved = ApplicationChange.from_state == "reserve", ApplicationChange.to_state == "offered"
        waits, went = self.session.scalar(first), self.session.scalar(promoted.where(*moved))
        assert waits is None or went is None or went < waits

    @invariant()
    def every_change_is_on_record_and_told_once(self) -> None:
        self.session.flush()
        for application in self.session.scalars(select(Application)):
            rows = select(ApplicationChange.from_state, ApplicationChange.to_state)
            of_it = rows.where(ApplicationChange.application_id == application.id)
            way = self.session.execute(of_it.order_by(ApplicationChange.id)).all()
            assert [before for before, _ in way] == [None, *(to for _, to in way[:-1])]
            assert way[-1][1] == application.state
            moves = [(ApplicationState(before or ""), to) for before, to in way[1:]]
            assert all(to in TRANSITIONS[before] for before, to in moves)
            self.check_told(application, [to for _, to in way])

    def check_told(self, application: Application, states: list[str]) -> None:
        mine = select(Notice.kind).where(Notice.account_id == application.account_id)
        told = Counter(self.session.scalars(mine))
        assert told["offer"] == states.count("offered")
        told["not_selected"] += told["no_seat"]
        for state, kind in TOLD_OF.items():
            expected = states.count(state)
            if self.first_come and state == "reserve":
                expected = min(expected, told[kind])  # said at once, in answer to the tap
            assert told[kind] == expected


@pytest.fixture(params=["sqlite", "postgres"])
def session(request: pytest.FixtureRequest) -> Iterator[Session]:
    url = request.getfixturevalue(f"{request.param}_url")
    with closing(open_database(url)) as database, database.transaction() as session:
        yield session


def test_seats_are_never_oversold(session: Session) -> None:
    class Here(Intake):
        pass

    Here.session = session
    checks = [HealthCheck.too_slow, HealthCheck.filter_too_much]
    many = settings(
        max_examples=25, stateful_step_count=40, deadline=None, suppress_health_check=checks
    )
    run_state_machine_as_test(Here, settings=many)
