"""Whatever two phones do with tracks, and in which order: a tick is never anybody else's.

Siti, her daughter and somebody without a name follow, tick, give up, move and are deleted. After
each step every track is where its holder is, and has been ticked by that one alone.
"""

from contextlib import suppress

import hypothesis.strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)
from sqlalchemy import select
from sqlalchemy.orm import Session

from intake.applications.errors import NoSuchApplicant, SeveralKnown
from intake.takeovers.moving import move_person
from intake.tracks.errors import NotFollowed
from intake.tracks.holders import NOT_NAMED, holders_of
from intake.tracks.rows import my_track
from intake.tracks.tracks import follow_track, leave_track, name_holder, tell_item
from privacy.erasure import erase_person
from storage.models import Applicant, TrackFollow, TrackMark
from tests.any_order import play
from tests.cast import (
    BUDI,
    NOW,
    SARI,
    SITI,
    WIB,
    apply,
    apply_too,
    set_stage,
    welcome,
)
from tests.intake.tracks.abroad import item_id, set_track

REFUSALS = (NoSuchApplicant, NotFollowed, SeveralKnown)
WHO = st.integers(0, 2)


class Tracks(RuleBasedStateMachine):
    """`session` is rolled back at the end."""

    session: Session

    @initialize()
    def open(self) -> None:
        """One is followed and ticked before anybody has applied."""
        self.point, self.steps = self.session.begin_nested(), 0
        stage = set_stage(self.session)
        self.abroad = set_track(self.session, stage)
        self.phones = [welcome(self.session, person) for person in (SITI, BUDI)]
        self.ticked: set[int] = set()
        first = self.phones[0]
        self.passport = item_id(my_track(self.session, first, self.abroad, now=NOW), "paspor")
        self.begun = follow_track(self.session, first, self.abroad, now=NOW).follow_id
        tell_item(self.session, first, self.passport, has=True, now=NOW)
        mother = apply(self.session, SITI, stage.class_id)
        daughter = apply_too(self.session, SARI, first, stage.other_class_id)
        self.people = [mother.applicant_id, daughter.applicant_id, NOT_NAMED]

    def teardown(self) -> None:
        if hasattr(self, "point"):
            self.point.rollback()
            self.session.expire_all()

    @rule(who=WHO)
    def follow(self, who: int) -> None:
        with suppress(*REFUSALS):
            follow_track(self.session, *self.track(who), now=NOW)

    @rule(who=WHO)
    def give_up(self, who: int) -> None:
        with suppress(*REFUSALS):
            leave_track(self.session, *self.track(who), now=NOW)

    @rule(who=st.integers(0, 1))
    def tick(self, who: int) -> None:
        phone, _, whose = self.track(who)
        with suppress(*REFUSALS):
            tell_item(self.session, phone, self.passport, whose, has=True, now=NOW)
            self.ticked.add(whose)

    @rule(who=WHO)
    def name(self, who: int) -> None:
        with suppress(*REFUSALS):
            view = name_holder(self.session, *self.track(who), now=NOW)
            if view.follow_id == self.begun and view.applicant_id is not None:
                self.ticked.add(view.applicant_id)

    @rule(who=st.integers(0, 1))
    def move(self, who: int) -> None:
        here, _, whose = self.track(who)
        [there] = {*self.phones} - {here}
        with suppress(*REFUSALS):
            move_person(self.session, whose, here, there, now=NOW, zone=WIB)

    @precondition(lambda self: self.steps > 5)  # else most of the story is of nobody
    @rule(who=st.integers(0, 1))
    def erase(self, who: int) -> None:
        phone, _, whose = self.track(who)
        with suppress(*REFUSALS):
            erase_person(self.session, phone, whose, now=NOW)

    def track(self, who: int) -> tuple[int, int, int]:
        """The phone they are on, the programme, and whose it is."""
        self.steps += 1
        person = self.session.get(Applicant, self.people[who])
        phone = self.phones[0] if person is None else person.account_id
        return phone, self.abroad, self.people[who]

    @invariant()
    def each_track_is_where_its_holder_is(self) -> None:
        homes = select(TrackFollow.account_id, Applicant.account_id).join(
            Applicant, TrackFollow.applicant_id == Applicant.id
        )
        assert all(here == home for here, home in self.session.execute(homes))

    @invariant()
    def nobody_has_anybody_elses_tick(self) -> None:
        marked = select(TrackFollow.applicant_id, TrackFollow.id).join(
            TrackMark, TrackMark.follow_id == TrackFollow.id
        )
        for who, number in self.session.execute(marked):
            assert number == self.begun if who is None else who in self.ticked

    @invariant()
    def there_is_one_list_for_each_and_a_way_to_it(self) -> None:
        for phone in self.phones:
            for holder in holders_of(self.session, phone, self.abroad).all:
                view = my_track(self.session, phone, self.abroad, holder.whose, now=NOW)
                assert view.following is holder.following


def test_a_tick_is_never_anybody_elses(session: Session) -> None:
    play(Tracks, session, examples=5, steps=12)
