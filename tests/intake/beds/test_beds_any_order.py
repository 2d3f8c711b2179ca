"""Whatever people, staff and clock do with beds, and in which order: never more than there are.

After each step: no more sleepers than beds in any part, each sleeper has a seat and is on record as
having a bed, nobody in the line is passed over, every change is recorded and told once.
"""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import hypothesis.strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
)
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from intake.beds.beds import ask_for_bed, grant_bed, need_no_bed, take_bed_back
from intake.beds.errors import BedsClosed, BedsUnknown, NoBed, NoBedFree, NoSeat
from intake.beds.giving import give_beds, waves_to_give_beds
from intake.beds.houses import available, house_of
from intake.beds.rows import waiting_line
from intake.withdrawing import withdraw
from people.staff import EVERYWHERE
from privacy.erasure import erase
from storage.models import Application, Bed, BedChange, BedRequest, Dormitory, Notice, WaveStage
from storage.models.applications import HOLDERS
from tests.any_order import play
from tests.cast import NOW
from tests.intake.beds.dormitory import resident, set_dormitory

REFUSALS = (BedsClosed, BedsUnknown, NoBed, NoBedFree, NoSeat)
PEOPLE = 5
CHOSEN = st.integers(0, PEOPLE - 1)
DAY = timedelta(days=1)


class Beds(RuleBasedStateMachine):
    """`session` is rolled back at the end."""

    session: Session

    @initialize(
        women=st.integers(0, 2), men=st.integers(0, 2), divided=st.booleans(), later=st.booleans()
    )
    def open(self, women: int, men: int, divided: bool, later: bool) -> None:
        self.point, self.now = self.session.begin_nested(), NOW
        apart: dict[str, Any] = {"women": women, "men": men} if divided else {"beds": women}
        stage = set_dormitory(self.session, order="far", **apart)
        self.wave_id, self.provider_id = stage.wave_id, stage.provider_id
        if later:
            kind, ends_at = "reregistration", NOW + 3 * DAY
            self.session.add(
                WaveStage(
                    wave_id=stage.wave_id, kind=kind, starts_at=NOW, ends_at=ends_at,
                    source_id=stage.source_id,
                )
            )  # fmt: skip
        homes = ("3674", "3601", "3673", "3602", "3674")
        self.people = [
            resident(self.session, stage, number, domicile=home)
            for number, home in enumerate(homes, 1)
        ]
        self.accounts = {
            each: self.session.get_one(Application, each).account_id for each in self.people
        }
        self.lowered = False

    def teardown(self) -> None:
        if hasattr(self, "point"):
            self.point.rollback()
            self.session.expire_all()

    def attempt(self, call: Callable[[], Any]) -> None:
        point = self.session.begin_nested()
        try:
            call()
        except REFUSALS:
            point.rollback()
        else:
            point.commit()
        self.session.expire_all()

    def one(self, which: int) -> int | None:
        return self.people[which] if which < len(self.people) else None

    @rule(which=CHOSEN)
    def ask(self, which: int) -> None:
        if (id_ := self.one(which)) is not None:
            self.attempt(lambda: ask_for_bed(self.session, id_, self.accounts[id_], now=self.now))

    @rule(which=CHOSEN)
    def need_none(self, which: int) -> None:
        if (id_ := self.one(which)) is not None:
            self.attempt(lambda: need_no_bed(self.session, id_, self.accounts[id_], now=self.now))

    @rule(which=CHOSEN, granted=st.booleans())
    def move_by_hand(self, which: int, granted: bool) -> None:
        if (id_ := self.one(which)) is not None:
            move = grant_bed if granted else take_bed_back
            self.attempt(
                lambda: move(
                    self.session, id_,
                    rights=EVERYWHERE, actor="staff:Sri", why="Sakit", now=self.now,
                )
            )  # fmt: skip

    @rule(which=CHOSEN)
    def give_up_the_seat(self, which: int) -> None:
        if (id_ := self.one(which)) is not None:
            account_id = self.accounts[id_]
            self.attempt(lambda: withdraw(self.session, id_, account_id, reason=None, now=self.now))

    @rule(which=CHOSEN)
    def is_erased(self, which: int) -> None:
        if (id_ := self.one(which)) is not None:
            self.people.remove(id_)
            erase(self.session, self.accounts[id_], now=self.now)
            self.session.expire_all()
            self.clock_ticks(0)

    @rule(more=st.integers(0, 3))
    def change_number(self, more: int) -> None:
        """As the catalogue may, under the sleepers too."""
        house = self.session.get_one(Dormitory, self.provider_id)
        name = "women" if house.beds is None else "beds"
        self.lowered = self.lowered or more < getattr(house, name)
        setattr(house, name, more)
        self.session.flush()
        self.clock_ticks(0)

    @rule(days=st.integers(0, 2))
    def clock_ticks(self, days: int) -> None:
        self.now += days * DAY
        for wave_id in waves_to_give_beds(self.session, self.now):
            give_beds(self.session, wave_id, now=self.now)
        self.session.expire_all()
        assert waves_to_give_beds(self.session, self.now) == []

    @invariant()
    def never_more_than_there_are(self) -> None:
        house = house_of(self.session, self.wave_id)
        assert house is not None
        for side in house.sides:
            taken = select(func.count(Bed.application_id)).where(Bed.side == side)
            if not self.lowered:
                assert (self.session.scalar(taken) or 0) <= available(self.session, house, side)

    @invariant()
    def whoever_sleeps_has_a_seat_and_is_on_record(self) -> None:
        taken = select(Bed.application_id).where(Bed.application_id.is_not(None))
        sleepers = sorted(each for each in self.session.scalars(taken) if each is not None)
        granted = select(BedRequest.application_id).where(BedRequest.state == "granted")
        assert sleepers == sorted(self.session.scalars(granted))
        seated = select(Application.id).where(Application.state.in_(HOLDERS))
        assert set(sleepers) <= set(self.session.scalars(seated))

    @invariant()
    def nobody_waits_beside_a_free_bed(self) -> None:
        house = house_of(self.session, self.wave_id)
        assert house is not None
        if not house.gives(self.now):
            return
        for one in waiting_line(self.session, house):
            taken = select(func.count(Bed.application_id)).where(Bed.side == one.side)
            free = available(self.session, house, one.side) - (self.session.scalar(taken) or 0)
            assert free <= 0

    @invariant()
    def every_change_is_on_record_and_told_once(self) -> None:
        told = select(func.count()).where(Notice.kind == "bed_granted")
        granted = select(func.count()).where(BedChange.to_state == "granted")
        assert (self.session.scalar(told) or 0) <= (self.session.scalar(granted) or 0)
        told = select(func.count()).where(Notice.kind == "bed_let_go")
        taken_back = BedChange.to_state == "not_needed", BedChange.actor == "staff:Sri"
        assert self.session.scalar(told) == self.session.scalar(
            select(func.count()).where(*taken_back)
        )
        for request in self.session.scalars(select(BedRequest)):
            rows = select(BedChange.from_state, BedChange.to_state)
            of_it = rows.where(BedChange.application_id == request.application_id)
            way = self.session.execute(of_it.order_by(BedChange.id)).all()
            assert [before for before, _ in way] == [None, *(to for _, to in way[:-1])]
            assert way[-1][1] == request.state


def test_beds_are_never_given_twice(session: Session) -> None:
    play(Beds, session, examples=20, steps=25)
