"""First come, first served: seats in the order of arrival, and a waiting list that is real."""

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from intake.applications.rows import application_by_id
from intake.seats.reserve import classes_to_look_at, pass_on
from intake.withdrawing import withdraw
from storage.models import Application, CourseClass, Notice, Wave
from tests.cast import BUDI, NOW, RINA, SITI, WIB, Stage, apply, set_stage


@pytest.fixture
def stage(session: Session) -> Stage:
    stage = set_stage(session, capacity=1)
    mode = update(Wave).where(Wave.id == stage.wave_id).values(mode="first_come")
    session.execute(mode)
    return stage


def test_seats_go_to_the_first_and_everybody_else_knows_their_place(
    session: Session, stage: Stage
) -> None:
    sent = [apply(session, each, stage.class_id) for each in (SITI, BUDI, RINA)]
    assert [(each.state, each.place) for each in sent] == [
        ("admitted", None),
        ("reserve", 1),
        ("reserve", 2),
    ]
    assert session.scalars(select(Notice.kind)).all() == []  # it was said in answer to the tap


def test_who_leaves_the_list_lets_the_others_move_up(session: Session, stage: Stage) -> None:
    _, budi, rina = (apply(session, each, stage.class_id) for each in (SITI, BUDI, RINA))
    withdraw(session, budi.id, budi.account_id, reason=None, now=NOW, zone=WIB)
    assert application_by_id(session, rina.id).place == 1


def test_a_seat_given_up_is_offered_to_the_first_who_waits(session: Session, stage: Stage) -> None:
    siti, budi, _ = (apply(session, each, stage.class_id) for each in (SITI, BUDI, RINA))
    withdraw(session, siti.id, siti.account_id, reason=None, now=NOW, zone=WIB)
    states = session.scalars(select(Application.state).order_by(Application.id)).all()
    assert states == ["withdrawn", "offered", "reserve"]
    told = session.scalars(select(Notice.account_id).where(Notice.kind == "offer")).all()
    assert told == [budi.account_id]


def test_where_no_capacity_is_known_staff_decide(session: Session) -> None:
    stage = set_stage(session, capacity=None)
    mode = update(Wave).where(Wave.id == stage.wave_id).values(mode="first_come")
    session.execute(mode)
    assert apply(session, SITI, stage.class_id).state == "submitted"


def test_who_came_before_the_seats_were_told_is_not_overtaken(session: Session) -> None:
    stage = set_stage(session, capacity=None)
    session.execute(update(Wave).where(Wave.id == stage.wave_id).values(mode="first_come"))
    for person in (SITI, BUDI):
        apply(session, person, stage.class_id)
    session.get_one(CourseClass, stage.class_id).capacity = 1
    session.flush()
    assert apply(session, RINA, stage.class_id).place == 3
    for _ in range(2):
        for class_id in classes_to_look_at(session, NOW):
            pass_on(session, class_id, now=NOW, zone=WIB)
    states = session.scalars(select(Application.state).order_by(Application.id)).all()
    assert states == ["offered", "reserve", "reserve"]
    kinds = select(Notice.kind).where(Notice.kind.in_(["offer", "waiting"]))
    assert sorted(session.scalars(kinds)) == ["offer", "waiting", "waiting"]
