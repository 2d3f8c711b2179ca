"""Staff move a wave on by hand: the next move alone, on record, or what to do instead."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from catalog.errors import NoSuchStage, NoSuchWave, WaveCannotMove
from intake.applications.errors import OtherProvider
from intake.seats.seats import hold_class
from intake.selection.errors import NoRanking, ScoresChanged
from intake.selection.ranking import rank_applicants
from intake.selection.results import schedule_results
from intake.selection.scores import Mark, record_marks
from intake.waves.errors import NothingToMove, OutOfOrder, ResultsNotReady, ResultsOnTheirWay
from intake.waves.moves import advance
from intake.waves.timelines import waves_of
from people.staff import EVERYWHERE, Role, StaffRight
from storage.models import Application, StageMove, Wave
from tests.cast import CLOSES_AT, NOW, SITI, WIB, Stage, set_stage
from tests.intake.reminders.planning import account_of
from tests.intake.waves.wave_stage import (
    CHECKED,
    DAY,
    HOUR,
    INTERVIEW,
    RESULTS,
    by_hand,
    moves,
    score_all,
    tick,
    told,
)


def test_staff_make_the_next_move_early_and_the_clock_does_not_repeat_it(
    session: Session, wave: Stage
) -> None:
    done = [by_hand(session, wave) for _ in range(3)]
    assert [(step.kind, step.move) for step in done] == [
        ("registration", "ended"), ("papers", "began"), ("papers", "ended"),
    ]  # fmt: skip
    assert session.get_one(Wave, wave.wave_id).state == "closed"
    tick(session, CHECKED)
    assert moves(session, wave.wave_id) == [
        ("registration", "ended", "staff:Sri"),
        ("papers", "began", "staff:Sri"),
        ("papers", "ended", "staff:Sri"),
        ("test", "invited", "jawara"),
    ]
    assert len(told(session, "staff_papers")) == 1
    reasons = session.scalars(select(StageMove.reason).order_by(StageMove.id)).all()
    assert list(reasons) == ["Hujan", "Hujan", "Hujan", None]


@pytest.mark.parametrize("stage_by_stage", [True, False])
def test_nobody_is_warned_of_results_that_are_out_already(
    session: Session, wave: Stage, stage_by_stage: bool
) -> None:
    """By the stage's own move, or class by class."""
    tick(session, INTERVIEW)
    score_all(session, wave.class_id, INTERVIEW)
    early = RESULTS - DAY - HOUR
    if stage_by_stage:
        by_hand(session, wave, now=early)  # the interview's end
        by_hand(session, wave, "results", now=early)
    else:
        held = hold_class(session, wave.class_id, WIB)
        schedule_results(session, held, at=early, actor="Sri", now=early)
    for now in (early, RESULTS - DAY, RESULTS, RESULTS + HOUR):
        tick(session, now)
    made = [(kind, move) for kind, move, _ in moves(session, wave.wave_id) if kind == "results"]
    assert made == [("results", "began"), ("results", "ended")]
    assert told(session, "staff_results_near") == []


def test_what_is_not_its_turn_or_not_ready_is_refused(session: Session, wave: Stage) -> None:
    with pytest.raises(OutOfOrder) as early:
        by_hand(session, wave, "papers")
    assert (early.value.kind, early.value.move) == ("registration", "ended")
    with pytest.raises(OutOfOrder):
        by_hand(session, wave, "papers", move="ended")
    with pytest.raises(NothingToMove):
        by_hand(session, wave, "registration", move="began")
    with pytest.raises(NoSuchWave):
        advance(session, 999_999, rights=EVERYWHERE, actor="staff:Sri", why=None, now=NOW, zone=WIB)
    others = frozenset({StaffRight(Role.STAFF, wave.provider_id + 1)})
    with pytest.raises(OtherProvider):
        by_hand(session, wave, rights=others)
    for _ in range(8):
        by_hand(session, wave)
    with pytest.raises(ResultsNotReady) as unready:
        by_hand(session, wave, "results")
    assert [type(why) for why in unready.value.why.values()] == [NoRanking]
    assert moves(session, wave.wave_id)[-1][:2] == ("interview", "ended")


def test_a_score_that_is_newer_than_the_list_holds_it(session: Session, wave: Stage) -> None:
    score_all(session, wave.class_id, NOW)
    number = session.scalars(select(Application.number).order_by(Application.id)).first() or ""
    record_marks(session, [Mark(number, "test", True, 1)], actor="Sri", now=NOW + HOUR)
    for _ in range(8):
        by_hand(session, wave)
    with pytest.raises(ResultsNotReady) as unready:
        by_hand(session, wave, now=NOW + 2 * HOUR)
    assert [type(why) for why in unready.value.why.values()] == [ScoresChanged]
    rank_applicants(
        session, hold_class(session, wave.class_id, WIB), actor="Sri", now=NOW + 2 * HOUR
    )
    by_hand(session, wave, now=NOW + 2 * HOUR)
    with pytest.raises(ResultsOnTheirWay):
        by_hand(session, wave, now=NOW + 2 * HOUR)


def test_training_begins_and_ends_by_hand(session: Session) -> None:
    wave = set_stage(session, name="-3")
    done = [by_hand(session, wave) for _ in range(3)]
    assert [(step.kind, step.move) for step in done] == [
        ("registration", "ended"), ("training", "began"), ("training", "ended"),
    ]  # fmt: skip
    with pytest.raises(NothingToMove):
        by_hand(session, wave)
    with pytest.raises(NoSuchStage):
        by_hand(session, wave, "test")
    assert session.get_one(Wave, wave.wave_id).state == "finished"


def test_a_registration_is_not_opened_against_its_dates(session: Session, wave: Stage) -> None:
    session.get_one(Wave, wave.wave_id).state = "planned"
    with pytest.raises(WaveCannotMove):
        by_hand(session, wave, "registration", now=CLOSES_AT + HOUR)


def test_staff_see_the_waves_of_their_provider(session: Session, wave: Stage) -> None:
    other = set_stage(session, name="-5")
    theirs = frozenset({StaffRight(Role.STAFF, wave.provider_id)})
    assert [one.id for one in waves_of(session, theirs)] == [wave.wave_id]
    assert {one.id for one in waves_of(session, EVERYWHERE)} == {wave.wave_id, other.wave_id}
    assert account_of(session, SITI).id
