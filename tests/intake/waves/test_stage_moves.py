"""A wave goes through its stages: each move once, on record, by the clock or by hand."""

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from catalog.stages import add_stage, move_stage
from intake.documents.papers import mark_missing
from intake.reminders.planning import plan_reminders
from intake.seats.offers import open_offer
from intake.waves.moves import move_wave
from intake.waves.timelines import Standing, timeline_of, waves_to_move
from storage.models import Application, Notice, Ranking, Wave
from tests.cast import CLOSES_AT, NOW, WIB, Stage, set_stage
from tests.intake.waves.wave_stage import (
    CERTIFICATES,
    CHECKED,
    CONFIRMED,
    DAY,
    HOUR,
    INTERVIEW,
    PAPERS,
    RESULTS,
    TEST,
    add_staff,
    by_hand,
    moves,
    score_all,
    set_timeline,
    tick,
    told,
)

TRAINING = datetime(2025, 12, 15, 0, tzinfo=WIB)
OVER = datetime(2026, 1, 1, 0, tzinfo=WIB)


def here(session: Session, wave: Stage) -> tuple[str | None, str | None]:
    timeline = timeline_of(session, wave.wave_id)
    leg, following = timeline.here, timeline.following
    return (None if leg is None else leg.kind, None if following is None else following.kind)


def test_a_wave_goes_through_its_stages_each_on_record(session: Session, wave: Stage) -> None:
    assert here(session, wave) == ("registration", "papers")
    ahead: list[tuple[datetime, tuple[str | None, str | None]]] = [
        (CLOSES_AT, (None, "papers")),
        (PAPERS, ("papers", "test")),
        (CHECKED, (None, "test")),
        (TEST, ("test", "interview")),
        (TEST + 8 * HOUR, (None, "interview")),
        (INTERVIEW, ("interview", "results")),
    ]
    for now, stands in ahead:
        tick(session, now)
        assert here(session, wave) == stands
    score_all(session, wave.class_id, INTERVIEW + HOUR)
    ahead = [
        (RESULTS, (None, "reregistration")),
        (RESULTS + 4 * HOUR, ("reregistration", "training")),
        (CONFIRMED, (None, "training")),
        (TRAINING, ("training", "certificates")),
        (OVER, (None, "certificates")),
        (CERTIFICATES, (None, None)),
    ]
    for now, stands in ahead:
        tick(session, now)
        tick(session, now)
        assert here(session, wave) == stands
    clock = "jawara"
    assert moves(session, wave.wave_id) == [
        ("registration", "ended", clock), ("papers", "began", clock), ("papers", "ended", clock),
        ("test", "invited", clock), ("test", "began", clock), ("test", "ended", clock),
        ("interview", "began", clock), ("results", "warned", clock),
        ("interview", "ended", clock), ("results", "began", clock), ("results", "ended", clock),
        ("reregistration", "began", clock), ("reregistration", "ended", clock),
        ("training", "began", clock), ("training", "ended", clock),
        ("certificates", "began", clock), ("certificates", "ended", clock),
    ]  # fmt: skip
    assert waves_to_move(session, CERTIFICATES + DAY) == []


def test_after_an_outage_all_is_made_up_in_order_and_nothing_stale_is_told(
    session: Session, wave: Stage
) -> None:
    tick(session, OVER)
    tick(session, OVER)
    assert [(kind, move) for kind, move, _ in moves(session, wave.wave_id)] == [
        ("registration", "ended"), ("training", "began"), ("training", "ended"),
        ("papers", "began"), ("papers", "ended"), ("test", "invited"), ("test", "began"),
        ("test", "ended"), ("interview", "began"), ("results", "warned"),
        ("interview", "ended"), ("results", "began"),
        ("reregistration", "began"), ("reregistration", "ended"),
    ]  # fmt: skip
    pending = select(Notice.kind).where(Notice.state == "pending")
    assert session.scalars(pending).all() == []
    assert [state for _, state in told(session, "invited")] == ["expired"] * 3


def test_staff_of_the_provider_hear_that_papers_are_to_be_checked(
    session: Session, wave: Stage
) -> None:
    set_stage(session, name="-2")
    everywhere = add_staff(session, 7102, None)
    stranger = session.scalars(select(Wave.provider_id).where(Wave.id != wave.wave_id)).first()
    add_staff(session, 7103, stranger)
    tick(session, PAPERS)
    assert len(told(session, "staff_papers")) == 2
    assert (everywhere, "pending") in told(session, "staff_papers")
    tick(session, PAPERS + HOUR)
    assert len(told(session, "staff_papers")) == 2


def test_who_waits_for_the_selection_is_invited_once_papers_are_checked(
    session: Session, wave: Stage
) -> None:
    numbers = session.scalars(select(Application.number).order_by(Application.id)).all()
    mark_missing(session, numbers[1], ["ktp"], until=None, actor="Sri", now=NOW)
    first = select(Application).order_by(Application.id).limit(1)
    session.scalars(first).one().state = "withdrawn"
    tick(session, CHECKED - HOUR)
    assert told(session, "invited") == []
    tick(session, CHECKED)
    tick(session, CHECKED + HOUR)
    assert [state for _, state in told(session, "invited")] == ["pending"] * 2


def test_who_was_invited_hears_of_a_test_or_interview_that_is_moved(
    session: Session, wave: Stage
) -> None:
    tick(session, CHECKED)
    for notice in session.scalars(select(Notice).where(Notice.kind == "invited")):
        notice.state, notice.settled_at = "sent", CHECKED
    session.flush()
    move_stage(session, wave.wave_id, "interview", starts_at=INTERVIEW + DAY, now=CHECKED + HOUR)
    session.flush()
    for later in (2, 3):
        plan_reminders(session, CHECKED + later * HOUR, WIB)
        assert len(told(session, "stage_moved")) == 3


def test_lists_that_are_ready_go_out_at_their_minute(session: Session, wave: Stage) -> None:
    score_all(session, wave.class_id, INTERVIEW + HOUR)
    tick(session, RESULTS - DAY)
    near = session.scalars(select(Notice).where(Notice.kind == "staff_results_near")).one()
    assert near.facts["unready"] == []
    assert session.scalars(select(Ranking.state)).all() == ["drawn"]
    tick(session, RESULTS)
    assert session.scalars(select(Ranking.state)).all() == ["announced"]
    assert told(session, "staff_results_late") == []
    tick(session, RESULTS + HOUR)
    assert timeline_of(session, wave.wave_id).standing("results") is Standing.DONE
    siti = session.scalars(select(Application.id).order_by(Application.id)).first()
    offer = open_offer(session, siti or 0)
    assert offer is not None
    assert offer.deadline == CONFIRMED


def test_staff_hear_a_day_before_and_when_due_of_lists_that_are_not_ready(
    session: Session, wave: Stage
) -> None:
    tick(session, RESULTS - DAY)
    tick(session, RESULTS)
    for kind in ("staff_results_near", "staff_results_late"):
        notice = session.scalars(select(Notice).where(Notice.kind == kind)).one()
        assert notice.facts["unready"] == [wave.class_id]
    score_all(session, wave.class_id, RESULTS + HOUR)
    tick(session, RESULTS + 2 * HOUR)
    assert session.scalars(select(Ranking.state)).all() == ["drawn"]
    assert timeline_of(session, wave.wave_id).standing("results") is Standing.LATE
    by_hand(session, wave, "results", now=RESULTS + 2 * HOUR)
    for later in (2, 3):
        tick(session, RESULTS + later * HOUR)
    assert session.scalars(select(Ranking.state)).all() == ["announced"]
    assert moves(session, wave.wave_id)[-2:] == [
        ("results", "announced", "staff:Sri"),
        ("results", "ended", "jawara"),
    ]


def test_a_list_that_is_days_late_waits_for_staff(session: Session, wave: Stage) -> None:
    score_all(session, wave.class_id, INTERVIEW + HOUR)
    tick(session, RESULTS + 2 * DAY)
    assert session.scalars(select(Ranking.state)).all() == ["drawn"]
    assert len(told(session, "staff_results_late")) == 1


def test_certificates_are_asked_for_after_the_training(session: Session, wave: Stage) -> None:
    tick(session, CERTIFICATES)
    assert [state for _, state in told(session, "staff_certificates")] == ["pending"]


def test_a_stage_that_is_moved_after_it_began_begins_once_more(
    session: Session, wave: Stage
) -> None:
    tick(session, TEST)
    move_stage(session, wave.wave_id, "test", starts_at=TEST + DAY, now=TEST + HOUR)
    session.flush()
    assert here(session, wave) == (None, "test")
    tick(session, TEST + DAY)
    assert here(session, wave) == ("test", "interview")
    assert len(told(session, "invited")) == 3


def test_a_wave_without_exams_or_dates_has_no_storms(session: Session) -> None:
    wave = set_stage(session, name="-4")
    tick(session, NOW)
    add_stage(session, wave.wave_id, "papers", starts_at=PAPERS, actor="staff:Sri", now=NOW)
    tick(session, PAPERS)
    assert [(kind, move) for kind, move, _ in moves(session, wave.wave_id)] == [
        ("papers", "added"), ("registration", "ended"), ("papers", "began"),
    ]  # fmt: skip


def test_two_clocks_at_once_move_it_once(session: Session, wave: Stage) -> None:
    tick(session, PAPERS)
    before = session.scalar(select(func.count(Notice.id)))
    assert move_wave(session, wave.wave_id, now=PAPERS, zone=WIB) == 0
    assert session.scalar(select(func.count(Notice.id))) == before


def test_a_wave_with_stages_and_no_applicants_moves_quietly(session: Session) -> None:
    wave = set_stage(session, name="-6")
    set_timeline(session, wave)
    for now in (RESULTS, CERTIFICATES):
        tick(session, now)
    assert session.scalar(select(func.count(Notice.id))) == 0
    assert timeline_of(session, wave.wave_id).next is None
