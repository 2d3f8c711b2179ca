"""At the counter: what staff do with somebody's seat is on record, and told to them once."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from intake.applications.errors import ReasonMissing
from intake.applications.rows import application_by_id
from intake.seats.confirming import confirm
from intake.seats.counter import AtStake, at_stake, confirm_for, let_go_for
from intake.seats.errors import NoOffer, NoSeatToGive, OfAGroup, SeatGivenBack, TrainingOver
from intake.seats.offers import hold_candidate, make_offer
from intake.withdrawing import withdraw
from storage.models import Application, ApplicationChange, Notice, Wave
from tests.cast import BUDI, NOW, SITI, WIB, Stage, apply, set_stage
from tests.intake.schools.school import accepted, set_ground

HOUR = timedelta(hours=1)
BEGUN = datetime(2025, 12, 1, 8, tzinfo=WIB)
STAFF = "staff:Bu Ratna"


@pytest.fixture
def stage(session: Session) -> Stage:
    return set_stage(session, capacity=1)


@pytest.fixture
def siti(session: Session, stage: Stage) -> int:
    """Her application: the one seat is offered to her, and Budi waits."""
    first, second = (apply(session, each, stage.class_id).id for each in (SITI, BUDI))
    waits = session.get_one(Application, second)
    waits.state, waits.reserve_no = "reserve", 1
    session.flush()
    held, candidate = hold_candidate(session, first, WIB)
    make_offer(session, held, candidate, promoted=False, now=NOW, zone=WIB)
    return first


def confirmed(session: Session, application_id: int) -> bool:
    return confirm_for(session, application_id, actor=STAFF, now=NOW + HOUR, zone=WIB)


def let_go(session: Session, application_id: int, why: str = "work", now: datetime = NOW) -> int:
    return let_go_for(session, application_id, actor=STAFF, why=why, now=now, zone=WIB)


def states(session: Session) -> list[str]:
    session.expire_all()
    return list(session.scalars(select(Application.state).order_by(Application.id)))


def told(session: Session, application_id: int) -> list[str]:
    """What waits to be said of it."""
    of_it = Notice.facts["application_id"].as_integer() == application_id
    pending = select(Notice.kind).where(of_it, Notice.state == "pending")
    return list(session.scalars(pending.order_by(Notice.id)))


def last_change(session: Session, application_id: int) -> tuple[str, str | None, str, str | None]:
    change = ApplicationChange
    rows = select(change).where(change.application_id == application_id).order_by(change.id.desc())
    last = session.scalars(rows).first()
    assert last is not None
    return last.actor, last.from_state, last.to_state, last.reason


def test_who_has_a_seat_confirmed_by_staff_is_told_once(session: Session, siti: int) -> None:
    assert confirmed(session, siti)
    assert not confirmed(session, siti)
    assert told(session, siti) == ["admitted"]
    assert last_change(session, siti) == (STAFF, "offered", "admitted", None)


def test_who_confirms_it_themselves_is_told_nothing_more(session: Session, siti: int) -> None:
    whose = application_by_id(session, siti).account_id
    confirm(session, siti, account_id=whose, actor="applicant", now=NOW, zone=WIB)
    assert told(session, siti) == []


@pytest.mark.parametrize(("first", "ended"), [(False, "declined"), (True, "withdrawn")])
def test_a_seat_given_back_at_the_counter_goes_on_at_once(
    session: Session, siti: int, first: bool, ended: str
) -> None:
    if first:
        confirmed(session, siti)
    assert let_go(session, siti) == 1
    later = NOW + 24 * HOUR
    for again in (lambda: let_go(session, siti, now=later), lambda: at_stake(session, siti, later)):
        with pytest.raises(SeatGivenBack) as refused:
            again()
        assert refused.value.at == NOW
    assert states(session) == [ended, "offered"]
    assert [kind for kind in told(session, siti) if kind != "admitted"] == ["seat_let_go"]
    before = "admitted" if first else "offered"
    assert last_change(session, siti) == (STAFF, before, ended, "work")


def test_once_the_training_has_begun_it_goes_to_nobody(session: Session, siti: int) -> None:
    confirmed(session, siti)
    assert at_stake(session, siti, NOW) == AtStake(passed_on=True, bed=False)
    session.get_one(Wave, application_by_id(session, siti).wave_id).state = "running"
    session.flush()
    assert at_stake(session, siti, BEGUN) == AtStake(passed_on=False, bed=False)
    assert let_go(session, siti, now=BEGUN) == 0
    assert states(session) == ["withdrawn", "reserve"]
    with pytest.raises(SeatGivenBack):
        at_stake(session, siti, BEGUN)


def test_who_has_been_there_to_the_end_keeps_what_it_gave(session: Session, siti: int) -> None:
    """Given up after the end, the certificates would be gone with the seat."""
    confirmed(session, siti)
    mine = application_by_id(session, siti)
    session.get_one(Wave, mine.wave_id).state = "finished"
    session.flush()
    with pytest.raises(TrainingOver):
        at_stake(session, siti, BEGUN)
    with pytest.raises(TrainingOver):
        let_go(session, siti, now=BEGUN)
    with pytest.raises(TrainingOver):
        withdraw(session, siti, mine.account_id, reason=None, now=BEGUN, zone=WIB)


def test_what_is_not_there_is_not_given_back_and_nothing_without_a_reason(
    session: Session, siti: int
) -> None:
    with pytest.raises(ReasonMissing):
        let_go(session, siti, "  ")
    with pytest.raises(NoSeatToGive):
        let_go(session, siti + 1)
    whose = application_by_id(session, siti + 1).account_id
    withdraw(session, siti + 1, whose, reason=None, now=NOW, zone=WIB)
    with pytest.raises(NoSeatToGive):  # given up before any was theirs
        let_go(session, siti + 1)
    with pytest.raises(NoOffer):
        confirmed(session, siti + 1)
    assert states(session) == ["offered", "withdrawn"]


def test_a_pupil_of_a_school_leaves_by_their_group(session: Session, stage: Stage) -> None:
    ground = set_ground(session, stage)
    _, [pupil] = accepted(session, ground, 0)
    with pytest.raises(OfAGroup):
        at_stake(session, pupil.application_id, NOW)
    with pytest.raises(OfAGroup):
        let_go(session, pupil.application_id)
