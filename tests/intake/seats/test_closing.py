"""The training begins: whoever waited for a seat until then is told once, and waits no longer."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from intake.seats.closing import classes_to_close, close_class
from storage.models import Application, ApplicationChange, Notice, Ranking, Wave, WaveStage
from tests.cast import BUDI, NOW, RINA, SITI, WIB, Stage, apply, set_stage

BEGUN = datetime(2025, 12, 1, 8, tzinfo=WIB)


@pytest.fixture
def stage(session: Session) -> Stage:
    """Siti is admitted, Budi on the reserve, Rina has applied and is on no list."""
    stage = set_stage(session, capacity=1)
    for person, state, place in (
        (SITI, "admitted", None),
        (BUDI, "reserve", 1),
        (RINA, "submitted", None),
    ):
        sent = apply(session, person, stage.class_id)
        application = session.get_one(Application, sent.id)
        application.state, application.reserve_no = state, place
    session.flush()
    return stage


def put(session: Session, stage: Stage, state: str) -> None:
    session.get_one(Wave, stage.wave_id).state = state
    session.flush()


def announced(session: Session, stage: Stage) -> None:
    facts = {"rules": {}, "fingerprint": "", "drawn_by": "staff:Sri", "drawn_at": NOW}
    session.add(Ranking(class_id=stage.class_id, state="announced", **facts))
    session.flush()


def closed(session: Session, now: datetime = BEGUN) -> list[str]:
    """The states after a look at what is to be closed."""
    for class_id in classes_to_close(session, now):
        close_class(session, class_id, now=now, zone=WIB)
    return list(session.scalars(select(Application.state).order_by(Application.id)))


def test_before_the_training_everybody_goes_on_waiting(session: Session, stage: Stage) -> None:
    announced(session, stage)
    put(session, stage, "closed")
    assert closed(session, NOW) == ["admitted", "reserve", "submitted"]


def test_the_reserve_ends_with_the_beginning_and_is_told_once(
    session: Session, stage: Stage
) -> None:
    put(session, stage, "running")
    for _ in range(2):
        assert closed(session) == ["admitted", "not_selected", "submitted"]
    assert session.scalars(select(Notice.kind)).all() == ["no_seat"]
    ends = select(ApplicationChange.from_state, ApplicationChange.actor).where(
        ApplicationChange.to_state == "not_selected"
    )
    assert session.execute(ends).all() == [("reserve", "jawara")]


def test_a_training_that_is_dated_to_the_hour_begins_at_that_hour(
    session: Session, stage: Stage
) -> None:
    training = WaveStage(
        wave_id=stage.wave_id, kind="training", starts_at=BEGUN, source_id=stage.source_id
    )
    session.add(training)
    put(session, stage, "closed")
    assert closed(session, BEGUN - timedelta(seconds=1)) == ["admitted", "reserve", "submitted"]
    assert closed(session, BEGUN) == ["admitted", "not_selected", "submitted"]


def test_who_was_beside_an_announced_list_hears_of_it_too(session: Session, stage: Stage) -> None:
    announced(session, stage)
    put(session, stage, "running")
    assert closed(session) == ["admitted", "not_selected", "not_selected"]
    assert session.scalars(select(Notice.kind)).all() == ["no_seat", "no_seat"]


def test_who_waited_for_a_list_that_never_came_hears_when_the_wave_is_over(
    session: Session, stage: Stage
) -> None:
    put(session, stage, "finished")
    assert closed(session) == ["admitted", "not_selected", "not_selected"]
