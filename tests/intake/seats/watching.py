"""What must hold of a class at any moment, whatever happens to it.

No more holders than seats, each seat's holder is in a state that holds one and the other way round,
nobody on the reserve is passed over, what a person was told fits what became of them, and every
change is on record.
"""

from collections import Counter

from hypothesis.stateful import RuleBasedStateMachine, invariant
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from intake.applications.changes import TRANSITIONS
from intake.applications.rows import ApplicationState, application_by_id
from intake.seats.seats import count_seats, overfull
from storage.models import Application, ApplicationChange, CourseClass, Notice, Offer, Seat
from storage.models.applications import HOLDERS

TOLD_OF = {"reserve": "reserve", "not_selected": "not_selected", "lapsed": "offer_lapsed"}


class Watched(RuleBasedStateMachine):
    """One class, looked at after each step."""

    session: Session
    class_id: int
    first_come: bool
    lowered: bool
    """The catalogue's capacity was once lowered: under the holders, perhaps."""

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
            change = ApplicationChange
            rows = select(change.from_state, change.to_state, change.actor)
            of_it = rows.where(ApplicationChange.application_id == application.id)
            way = self.session.execute(of_it.order_by(ApplicationChange.id)).all()
            assert [before for before, _, _ in way] == [None, *(to for _, to, _ in way[:-1])]
            assert way[-1][1] == application.state
            moves = [(ApplicationState(before or ""), to) for before, to, _ in way[1:]]
            assert all(to in TRANSITIONS[before] for before, to in moves)
            by_staff = [to for _, to, actor in way if actor.startswith("staff:")]
            self.check_told(application, [to for _, to, _ in way], by_staff)

    def check_told(self, application: Application, states: list[str], by_staff: list[str]) -> None:
        mine = select(Notice.kind).where(Notice.account_id == application.account_id)
        told = Counter(self.session.scalars(mine))
        assert told["offer"] == states.count("offered")
        assert told["admitted"] == by_staff.count("admitted")
        assert told["seat_let_go"] == by_staff.count("declined") + by_staff.count("withdrawn")
        told["not_selected"] += told["no_seat"]
        for state, kind in TOLD_OF.items():
            expected = states.count(state)
            if self.first_come and state == "reserve":
                expected = min(expected, told[kind])  # said at once, in answer to the tap
            assert told[kind] == expected
