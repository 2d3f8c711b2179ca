"""Offers: confirmed by one tap, passed on where nobody answers, told in a time that is fair."""

from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from catalog.selection import SelectionRules
from intake.applications.errors import NoSuchApplication
from intake.applications.rows import application_by_id
from intake.seats.admitting import admit
from intake.seats.confirming import Confirmation, confirm, confirm_all
from intake.seats.errors import NoOffer, OfferPast
from intake.seats.offers import Candidate, hold_candidate, make_offer
from intake.seats.reserve import classes_to_look_at, let_go, pass_on
from intake.seats.seats import count_seats
from intake.withdrawing import withdraw
from storage.models import (
    Account,
    Application,
    ApplicationChange,
    CourseClass,
    Notice,
    Offer,
    Wave,
)
from tests.cast import BUDI, NOW, RINA, SITI, WIB, Stage, apply, set_stage
from tests.intake.reminders.stages import ENDS, add_stages

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
NIGHT = datetime(2025, 11, 18, 22, tzinfo=WIB)
MORNING = datetime(2025, 11, 19, 6, tzinfo=WIB)


@pytest.fixture
def stage(session: Session) -> Stage:
    return set_stage(session, capacity=1)


def on_the_reserve(session: Session, application_id: int, place: int) -> None:
    application = session.get_one(Application, application_id)
    application.state, application.reserve_no = "reserve", place
    session.flush()


def offered(session: Session, stage: Stage, *, now: datetime = NOW) -> int:
    """A seat is offered to Siti; Budi and Rina are on the reserve, in this order."""
    ids = [apply(session, each, stage.class_id).id for each in (SITI, BUDI, RINA)]
    for place, application_id in enumerate(ids[1:], start=1):
        on_the_reserve(session, application_id, place)
    held, candidate = hold_candidate(session, ids[0], WIB)
    make_offer(session, held, candidate, promoted=False, now=now, zone=WIB)
    session.expire_all()
    return ids[0]


def whose(session: Session, application_id: int) -> int:
    return application_by_id(session, application_id).account_id


def states(session: Session) -> list[str]:
    return list(session.scalars(select(Application.state).order_by(Application.id)))


def deadline_of(session: Session, which: int) -> datetime:
    return session.scalars(select(Offer.deadline).order_by(Offer.id)).all()[which]


def test_one_tap_confirms_and_a_second_one_changes_nothing(session: Session, stage: Stage) -> None:
    mine = offered(session, stage)
    assert confirm(session, mine, actor="applicant", now=NOW + HOUR, zone=WIB)
    assert not confirm(session, mine, actor="applicant", now=NOW + DAY, zone=WIB)
    assert states(session) == ["admitted", "reserve", "reserve"]
    assert session.scalars(select(Offer.state)).all() == ["confirmed"]


def test_many_confirm_at_once_and_each_has_their_own_answer(session: Session, stage: Stage) -> None:
    mine = offered(session, stage)
    siti, budi = (application_by_id(session, each) for each in (mine, mine + 1))
    yes = Confirmation(siti.id, siti.account_id, "applicant", NOW + HOUR, WIB)
    no_offer = replace(yes, application_id=budi.id, account_id=budi.account_id)
    anothers, nobodys = replace(yes, account_id=budi.account_id), replace(yes, application_id=999)
    first, again, none, stranger, nothing = confirm_all(
        session, [yes, yes, no_offer, anothers, nobodys]
    )
    assert (first, again) == (True, False)
    assert [type(each) for each in (none, stranger, nothing)] == [
        NoOffer,
        NoSuchApplication,
        NoSuchApplication,
    ]
    assert states(session) == ["admitted", "reserve", "reserve"]
    of_siti = select(ApplicationChange.to_state).where(ApplicationChange.application_id == mine)
    changes = session.scalars(of_siti.order_by(ApplicationChange.id))
    assert list(changes) == ["submitted", "offered", "admitted"]
    waiting = select(Notice.kind).where(Notice.state == "pending")
    assert list(session.scalars(waiting)) == []


def test_a_stranger_confirms_nothing(session: Session, stage: Stage) -> None:
    mine = offered(session, stage)
    stranger = application_by_id(session, mine + 1).account_id
    with pytest.raises(NoSuchApplication):
        confirm(session, mine, account_id=stranger, actor="applicant", now=NOW, zone=WIB)


def test_silence_passes_the_seat_to_the_next_in_line_and_then_to_the_one_after(
    session: Session, stage: Stage
) -> None:
    offered(session, stage)
    for moment, expected in (
        (NOW + 2 * DAY - HOUR, ["offered", "reserve", "reserve"]),
        (NOW + 2 * DAY, ["lapsed", "offered", "reserve"]),
        (NOW + 3 * DAY, ["lapsed", "lapsed", "offered"]),
        (NOW + 4 * DAY, ["lapsed", "lapsed", "lapsed"]),
    ):
        for class_id in classes_to_look_at(session, moment):
            pass_on(session, class_id, now=moment, zone=WIB)
        assert states(session) == expected
    told = session.scalars(select(Notice.kind).where(Notice.kind.in_(["offer", "offer_lapsed"])))
    assert sorted(told) == ["offer"] * 3 + ["offer_lapsed"] * 3


def test_who_answers_too_late_is_told_so_even_before_the_clock_has_looked(
    session: Session, stage: Stage
) -> None:
    mine = offered(session, stage)
    late = NOW + 2 * DAY
    with pytest.raises(OfferPast):
        confirm(session, mine, actor="applicant", now=late, zone=WIB)
    pass_on(session, stage.class_id, now=late, zone=WIB)
    with pytest.raises(OfferPast):
        confirm(session, mine, actor="applicant", now=late, zone=WIB)


def test_the_next_one_has_a_shorter_time(session: Session, stage: Stage) -> None:
    mine = offered(session, stage)
    let_go(session, mine, account_id=whose(session, mine), now=NOW + HOUR, zone=WIB)
    session.expire_all()
    assert states(session) == ["declined", "offered", "reserve"]
    assert deadline_of(session, 0) == NOW + 2 * DAY
    assert deadline_of(session, 1) == NOW + HOUR + DAY


def test_a_wave_has_times_of_its_own(session: Session, stage: Stage) -> None:
    rules = SelectionRules(offer_hours=10, reserve_hours=3)
    session.get_one(Wave, stage.wave_id).selection = rules.to_json()
    mine = offered(session, stage)
    let_go(session, mine, account_id=whose(session, mine), now=NOW, zone=WIB)
    assert [deadline_of(session, each) - NOW for each in (0, 1)] == [10 * HOUR, 3 * HOUR]


def test_first_offers_stand_until_daftar_ulang_ends(session: Session, stage: Stage) -> None:
    session.get_one(Wave, stage.wave_id).starts_on = datetime(2025, 12, 15, tzinfo=WIB).date()
    add_stages(session, stage)
    offered(session, stage)
    assert deadline_of(session, 0) == ENDS


def test_a_deadline_told_at_night_runs_from_the_morning(session: Session, stage: Stage) -> None:
    """And the last two hours of it begin in the morning, too: nobody is woken for them."""
    offered(session, stage, now=NIGHT)
    assert deadline_of(session, 0) == MORNING + 2 * DAY + 2 * HOUR
    due = dict(session.execute(select(Notice.kind, Notice.due_at)).all())
    assert due["offer_half"] == MORNING + DAY + HOUR
    assert due["offer_last"] == MORNING + 2 * DAY


def test_a_reserve_whose_hours_would_end_at_night_has_the_morning(
    session: Session, stage: Stage
) -> None:
    rules = SelectionRules(offer_hours=48, reserve_hours=12)
    session.get_one(Wave, stage.wave_id).selection = rules.to_json()
    mine = offered(session, stage)
    afternoon = datetime(2025, 11, 18, 15, 32, tzinfo=WIB)
    let_go(session, mine, account_id=whose(session, mine), now=afternoon, zone=WIB)
    assert deadline_of(session, 1) == MORNING + 2 * HOUR


def test_whoever_has_no_quiet_hours_is_told_at_once(session: Session, stage: Stage) -> None:
    mine = apply(session, SITI, stage.class_id)
    account = session.get_one(Account, mine.account_id)
    account.quiet_from = account.quiet_until = time(0)
    session.flush()
    held, candidate = hold_candidate(session, mine.id, WIB)
    make_offer(session, held, candidate, promoted=False, now=NIGHT, zone=WIB)
    assert deadline_of(session, 0) == NIGHT + 2 * DAY


def test_no_offer_outlasts_the_beginning_of_the_training(session: Session, stage: Stage) -> None:
    eve = datetime(2025, 11, 30, 12, tzinfo=WIB)
    offered(session, stage, now=eve)
    assert deadline_of(session, 0) == datetime(2025, 12, 1, tzinfo=WIB)


def test_once_the_training_has_begun_no_seat_is_passed_on(session: Session, stage: Stage) -> None:
    mine = offered(session, stage)
    confirm(session, mine, actor="applicant", now=NOW, zone=WIB)
    begun = datetime(2025, 12, 1, 8, tzinfo=WIB)
    account_id = application_by_id(session, mine).account_id
    withdraw(session, mine, account_id, reason=None, now=begun, zone=WIB)
    assert states(session) == ["withdrawn", "reserve", "reserve"]


def test_a_seat_given_up_before_goes_on_at_once(session: Session, stage: Stage) -> None:
    mine = offered(session, stage)
    confirm(session, mine, actor="applicant", now=NOW, zone=WIB)
    account_id = application_by_id(session, mine).account_id
    withdraw(session, mine, account_id, reason=None, now=NOW + HOUR, zone=WIB)
    assert states(session) == ["withdrawn", "offered", "reserve"]


def test_staff_can_confirm_for_somebody_without_a_phone(session: Session, stage: Stage) -> None:
    mine = offered(session, stage)
    number = application_by_id(session, mine).number
    assert admit(session, number, actor="Dewi", now=NOW).state == "admitted"
    changes = select(ApplicationChange.actor).where(ApplicationChange.to_state == "admitted")
    assert session.scalars(changes).all() == ["staff:Dewi"]
    assert count_seats(session, [stage.class_id])[stage.class_id].confirmed == 1


def test_without_an_offer_there_is_nothing_to_answer(session: Session, stage: Stage) -> None:
    mine = apply(session, SITI, stage.class_id)
    with pytest.raises(NoOffer):
        confirm(session, mine.id, actor="applicant", now=NOW, zone=WIB)
    with pytest.raises(NoOffer):
        let_go(session, mine.id, account_id=mine.account_id, now=NOW, zone=WIB)


def test_an_erased_holder_leaves_a_free_seat_for_the_next(session: Session, stage: Stage) -> None:
    mine = offered(session, stage)
    session.delete(session.get_one(Account, application_by_id(session, mine).account_id))
    session.flush()
    session.expire_all()
    for class_id in classes_to_look_at(session, NOW):
        pass_on(session, class_id, now=NOW, zone=WIB)
    assert states(session) == ["offered", "reserve"]


def test_a_larger_class_has_room_for_the_next(session: Session, stage: Stage) -> None:
    offered(session, stage)
    session.get_one(CourseClass, stage.class_id).capacity = 2
    session.flush()
    pass_on(session, stage.class_id, now=NOW, zone=WIB)
    assert states(session) == ["offered", "offered", "reserve"]


def test_a_candidate_is_held_with_their_class(session: Session, stage: Stage) -> None:
    mine = apply(session, SITI, stage.class_id)
    held, candidate = hold_candidate(session, mine.id, WIB)
    assert (held.id, candidate) == (
        stage.class_id,
        Candidate(mine.id, mine.account_id, mine.state),
    )
