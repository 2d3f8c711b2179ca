"""Selection: scores, a list drawn up the same each time, moves by two people, results for all."""

from collections.abc import Sequence
from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from catalog.selection import SelectionRules
from intake.applications.errors import DeadlinePast, NoSuchApplication, NotPossible
from intake.seats.seats import hold_class
from intake.selection.errors import (
    AlreadyAnnounced,
    BadScore,
    NobodyScored,
    NobodyToRank,
    NoRanking,
    NoReason,
    NoSuchOverride,
    NotOnTheList,
    OutOfRange,
    OverridesPending,
    ResultsScheduled,
    SamePerson,
    ScoresChanged,
    StandsThere,
    UnknownPart,
)
from intake.selection.overrides import approve_override, ask_override, reasons_of
from intake.selection.ranking import rank_applicants, ranked
from intake.selection.results import (
    announce,
    classes_to_announce,
    schedule_results,
    take_back_results,
)
from intake.selection.scores import Mark, record_marks
from intake.selection.standings import standing_of
from intake.withdrawing import withdraw
from storage.models import (
    Application,
    ApplicationChange,
    AssessmentChange,
    Notice,
    Ranking,
    Wave,
)
from tests.cast import NOW, SITI, WIB, Person, Stage, apply, set_stage

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
AT = NOW + DAY


@pytest.fixture
def stage(session: Session) -> Stage:
    return set_stage(session, capacity=2)


def people(session: Session, stage: Stage, count: int) -> list[str]:
    """So many have applied, one minute after the other; their numbers."""
    return [
        apply(
            session,
            Person(8100 + n, "Siti Aminah", f"367301450199{n:04d}", SITI.phone, "smk", "3673"),
            stage.class_id,
            now=NOW + n * timedelta(minutes=1),
        ).number
        for n in range(1, count + 1)
    ]


def score(
    session: Session, number: str, test: int | None, interview: int | None, *, late: bool = False
) -> None:
    """Points of 100; None: absent."""
    marks = [
        Mark(number, part, points is not None, None if points is None else points * 100)
        for part, points in (("test", test), ("interview", interview))
    ]
    record_marks(session, marks, actor="Sri", now=NOW + (2 if late else 1) * HOUR)


def draw(session: Session, stage: Stage) -> Ranking:
    held = hold_class(session, stage.class_id, WIB)
    return rank_applicants(session, held, actor="Sri", now=NOW + HOUR)


def order(session: Session, ranking: Ranking) -> list[str]:
    return [line.number[-4:] for line in ranked(session, ranking.id)]


def go_out(session: Session, stage: Stage) -> int:
    held = hold_class(session, stage.class_id, WIB)
    schedule_results(session, held, at=AT, actor="Sri", now=NOW + HOUR)
    session.expire_all()
    return announce(session, stage.class_id, now=AT, zone=WIB)


def states(session: Session) -> Sequence[str]:
    return session.scalars(select(Application.state).order_by(Application.number)).all()


def test_the_list_follows_the_weighted_points(session: Session, stage: Stage) -> None:
    rules = SelectionRules(weights={"test": 70, "interview": 30})
    session.get_one(Wave, stage.wave_id).selection = rules.to_json()
    for number, points in zip(
        people(session, stage, 3), ((60, 90), (70, 70), (80, 50)), strict=True
    ):
        score(session, number, *points)
    drawn = draw(session, stage)
    assert order(session, drawn) == ["0003", "0002", "0001"]
    assert [line.total for line in ranked(session, drawn.id)] == [71_00, 70_00, 69_00]


def test_ties_are_broken_by_test_then_interview_then_arrival(
    session: Session, stage: Stage
) -> None:
    points = ((70, 70), (70, 70), (80, 60), (60, 80))
    for number, marks in zip(people(session, stage, 4), points, strict=True):
        score(session, number, *marks)
    assert order(session, draw(session, stage)) == ["0003", "0001", "0002", "0004"]


def test_whoever_missed_a_part_or_the_mark_comes_last(session: Session, stage: Stage) -> None:
    rules = SelectionRules(pass_mark=50)
    session.get_one(Wave, stage.wave_id).selection = rules.to_json()
    points: tuple[tuple[int | None, int | None], ...] = ((100, None), (40, 40), (55, 50))
    for number, marks in zip(people(session, stage, 3), points, strict=True):
        score(session, number, *marks)
    lines = ranked(session, draw(session, stage).id)
    assert [(line.number[-4:], line.passed) for line in lines] == [
        ("0003", True),
        ("0001", False),
        ("0002", False),
    ]


def test_drawn_up_again_from_the_same_scores_it_is_the_same(session: Session, stage: Stage) -> None:
    for number in people(session, stage, 3):
        score(session, number, 70, 70)
    first = draw(session, stage).fingerprint
    assert draw(session, stage).fingerprint == first
    assert session.scalars(select(Ranking.state).order_by(Ranking.id)).all() == [
        "replaced",
        "drawn",
    ]


def test_every_writing_of_a_score_is_kept(session: Session, stage: Stage) -> None:
    (number,) = people(session, stage, 1)
    for points in (60, 60, 65):
        score(session, number, points, 70)
    kept = select(AssessmentChange.score).where(AssessmentChange.part == "test")
    assert session.scalars(kept.order_by(AssessmentChange.id)).all() == [60_00, 65_00]


def test_what_is_no_score_is_refused(session: Session, stage: Stage) -> None:
    (number,) = people(session, stage, 1)
    for mark, error in (
        (Mark(number, "essay", score=1), UnknownPart),
        (Mark(number, "test", score=100_01), BadScore),
        (Mark(number, "test", attended=False, score=1), BadScore),
        (Mark("PBK-9-9999", "test", score=1), NoSuchApplication),
    ):
        with pytest.raises(error):
            record_marks(session, [mark], actor="Sri", now=NOW)
    other = stage.other_class_id
    with pytest.raises(NoSuchApplication):
        record_marks(session, [Mark(number, "test")], class_id=other, actor="Sri", now=NOW)


def test_whoever_has_withdrawn_is_neither_scored_nor_ranked(session: Session, stage: Stage) -> None:
    with pytest.raises(NobodyToRank):
        draw(session, stage)
    gone, stays = people(session, stage, 2)
    row = session.scalars(select(Application).where(Application.number == gone)).one()
    withdraw(session, row.id, row.account_id, reason=None, now=NOW, zone=WIB)
    with pytest.raises(NotPossible):
        score(session, gone, 70, 70)
    with pytest.raises(NobodyScored):
        draw(session, stage)
    score(session, stays, 70, 70)
    assert order(session, draw(session, stage)) == [stays[-4:]]


def test_a_move_needs_a_reason_and_a_second_person(session: Session, stage: Stage) -> None:
    numbers = people(session, stage, 3)
    with pytest.raises(NoRanking):
        ask_override(session, numbers[0], to_rank=1, reason="-", actor="A", now=NOW)
    for points, number in enumerate(numbers):
        score(session, number, 70 - points, 70)
    drawn = draw(session, stage)
    with pytest.raises(NoReason):
        ask_override(session, numbers[2], to_rank=1, reason=" ", actor="A", now=NOW)
    for to, refusal in ((0, OutOfRange), (4, OutOfRange), (3, StandsThere)):
        with pytest.raises(refusal):
            ask_override(session, numbers[2], to_rank=to, reason="Alasan", actor="A", now=NOW)
    asked = ask_override(session, numbers[2], to_rank=1, reason="Afirmasi", actor="A", now=NOW)
    assert order(session, drawn) == ["0001", "0002", "0003"]
    with pytest.raises(SamePerson):
        approve_override(session, asked.id, actor="A", now=NOW)
    approve_override(session, asked.id, actor="B", now=NOW)
    assert order(session, drawn) == ["0003", "0001", "0002"]
    assert reasons_of(session, drawn.id) == ["Afirmasi"]
    draw(session, stage)
    with pytest.raises(NoSuchOverride):
        approve_override(session, asked.id, actor="B", now=NOW)


def test_results_reach_everybody_at_their_minute_and_once(session: Session, stage: Stage) -> None:
    numbers = people(session, stage, 5)
    points: tuple[int | None, ...] = (90, 85, 80, 75, None)
    for number, mark in zip(numbers, points, strict=True):
        score(session, number, mark, 70)
    draw(session, stage)
    assert go_out(session, stage) == 5
    assert states(session) == ["offered", "offered", "reserve", "reserve", "not_selected"]
    assert announce(session, stage.class_id, now=AT, zone=WIB) == 0
    told = select(Notice.kind).where(Notice.due_at == AT).order_by(Notice.id)
    assert session.scalars(told).all() == [*["offer"] * 2, *["reserve"] * 2, "not_selected"]
    changes = select(ApplicationChange.to_state).where(ApplicationChange.actor == "jawara")
    assert sorted(session.scalars(changes)) == sorted(states(session))
    with pytest.raises(AlreadyAnnounced):
        draw(session, stage)


def test_nothing_goes_out_before_its_minute(session: Session, stage: Stage) -> None:
    score(session, people(session, stage, 1)[0], 70, 70)
    draw(session, stage)
    held = hold_class(session, stage.class_id, WIB)
    schedule_results(session, held, at=AT, actor="Sri", now=NOW + HOUR)
    assert classes_to_announce(session, AT - timedelta(minutes=1)) == []
    assert announce(session, stage.class_id, now=AT - timedelta(minutes=1), zone=WIB) == 0
    assert classes_to_announce(session, AT) == [stage.class_id]


def test_results_wait_until_the_list_is_right(session: Session, stage: Stage) -> None:
    held = hold_class(session, stage.class_id, WIB)
    with pytest.raises(NoRanking):
        schedule_results(session, held, at=AT, actor="Sri", now=NOW)
    first, second = people(session, stage, 2)
    score(session, first, 70, 70)
    score(session, second, 60, 70)
    draw(session, stage)
    with pytest.raises(DeadlinePast):
        schedule_results(session, held, at=NOW - HOUR, actor="Sri", now=NOW)
    asked = ask_override(session, second, to_rank=1, reason="Alasan", actor="A", now=NOW)
    with pytest.raises(OverridesPending):
        schedule_results(session, held, at=AT, actor="Sri", now=NOW)
    approve_override(session, asked.id, actor="B", now=NOW)
    score(session, second, 90, 70, late=True)
    with pytest.raises(ScoresChanged):
        schedule_results(session, held, at=AT, actor="Sri", now=NOW)


def test_nobody_who_came_after_the_list_is_left_beside_it(session: Session, stage: Stage) -> None:
    score(session, people(session, stage, 1)[0], 70, 70)
    draw(session, stage)
    apply(session, SITI, stage.class_id)
    held = hold_class(session, stage.class_id, WIB)
    with pytest.raises(NotOnTheList) as raised:
        schedule_results(session, held, at=AT, actor="Sri", now=NOW + HOUR)
    assert raised.value.count == 1
    draw(session, stage)
    assert go_out(session, stage) == 2


def test_no_score_is_written_that_the_results_would_go_out_without(
    session: Session, stage: Stage
) -> None:
    (number,) = people(session, stage, 1)
    score(session, number, 70, 70)
    draw(session, stage)
    held = hold_class(session, stage.class_id, WIB)
    schedule_results(session, held, at=AT, actor="Sri", now=NOW + HOUR)
    score(session, number, 70, 70, late=True)  # as it stands there already
    with pytest.raises(ResultsScheduled):
        score(session, number, 90, 70, late=True)
    take_back_results(session, held, actor="Sri", now=NOW + HOUR)
    score(session, number, 90, 70, late=True)
    assert classes_to_announce(session, AT) == []


def test_each_sees_their_own_standing_once_it_is_announced(session: Session, stage: Stage) -> None:
    numbers = people(session, stage, 3)
    for points, number in zip((90, 80, 70), numbers, strict=True):
        score(session, number, points, 60)
    draw(session, stage)
    row = session.scalars(select(Application).where(Application.number == numbers[2])).one()
    assert standing_of(session, row.id, row.account_id) is None
    go_out(session, stage)
    seen = standing_of(session, row.id, row.account_id)
    assert seen is not None
    assert (seen.rank, seen.of, seen.seats, seen.total) == (3, 3, 2, 65_00)
    assert (dict(seen.parts), seen.moved) == ({"test": 70_00, "interview": 60_00}, ())
    assert standing_of(session, row.id, row.account_id + 1) is None
