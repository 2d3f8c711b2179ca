"""Tests, interviews and daftar ulang: who is reminded when, and told of a move."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from intake.reminders.planning import Planned
from intake.withdrawing import withdraw
from storage.models import Application, Notice, WaveStage
from tests.cast import BUDI, NOW, SITI, Stage
from tests.intake.reminders.planning import DAY, MINUTE, notices, plan, take_in, the_notice
from tests.intake.reminders.stages import (
    ENDS,
    INTERVIEW,
    OPENS,
    TEST,
    account_id_of,
    add_relative,
    add_stages,
    is_sent,
    move,
    submitted,
    terms,
)

EVENING = TEST.replace(hour=18) - DAY
MORNING = TEST.replace(hour=6)
HOUR = timedelta(hours=1)


@pytest.fixture
def staged(session: Session, stage: Stage) -> Stage:
    add_stages(session, stage)
    return stage


def every_minute_of_interest(session: Session) -> list[tuple[str, datetime, datetime]]:
    """What is planned where the clock stops at every hour of the wave's selection."""
    at = EVENING - DAY
    while at <= ENDS:
        plan(session, at, since=at - HOUR)
        at += HOUR
    return terms(session)


def test_an_applicant_is_reminded_the_evening_before_and_on_the_morning(
    session: Session, staged: Stage
) -> None:
    application_id = submitted(session, SITI, staged.class_id)
    talk = INTERVIEW.replace(hour=18) - DAY, INTERVIEW.replace(hour=6)
    assert every_minute_of_interest(session) == [
        ("test_evening", EVENING, MORNING),
        ("test_morning", MORNING, TEST),
        ("interview_evening", talk[0], talk[1]),
        ("interview_morning", talk[1], INTERVIEW),
    ]
    stage = session.scalars(select(WaveStage).where(WaveStage.kind == "test")).one()
    evening = the_notice(session, "test_evening")
    assert evening.facts == {
        "application_id": application_id,
        "stage_id": stage.id,
        "revision": 0,
    }
    assert (evening.key, evening.lane) == (f"test_evening:{application_id}:0", 1)


def test_whoever_is_admitted_hears_that_daftar_ulang_opens_and_ends(
    session: Session, staged: Stage
) -> None:
    take_in(session, BUDI, staged.class_id)
    meetings = ("meeting_evening", "meeting_soon")
    told = [term for term in every_minute_of_interest(session) if term[0] not in meetings]
    assert told == [
        ("reregistration_open", OPENS, ENDS - DAY),
        ("reregistration_ends", ENDS - DAY, ENDS),
    ]


def test_admitted_after_it_has_opened_one_hears_of_it_at_the_next_thorough_look(
    session: Session, staged: Stage
) -> None:
    take_in(session, BUDI, staged.class_id, now=OPENS + HOUR)
    assert plan(session, OPENS + 2 * HOUR).reminders == 1
    assert [kind for kind, _ in notices(session)] == ["reregistration_open"]


@pytest.mark.parametrize(
    ("hours", "expected"),
    [
        (20, [("reregistration_open", 0, 20)]),
        (30, [("reregistration_open", 0, 6), ("reregistration_ends", 6, 30)]),
        (96, [("reregistration_open", 0, 48), ("reregistration_ends", 72, 96)]),
        (None, [("reregistration_open", 0, 48)]),
    ],
)
def test_a_short_daftar_ulang_or_one_without_an_end_is_told_of_once(
    session: Session,
    staged: Stage,
    hours: float | None,
    expected: list[tuple[str, float, float]],
) -> None:
    """Expected: the kind, when it is due and when it expires, in hours after the opening."""
    take_in(session, BUDI, staged.other_class_id)
    stage = session.scalars(select(WaveStage).where(WaveStage.kind == "reregistration")).one()
    stage.ends_at = None if hours is None else OPENS + timedelta(hours=hours)
    session.flush()
    for day in range(6):
        plan(session, OPENS + day * DAY)
    found = terms(session)
    assert [(kind, (due - OPENS) / HOUR, (end - OPENS) / HOUR) for kind, due, end in found] == (
        expected
    )


def test_a_test_before_six_in_the_morning_is_reminded_of_the_evening_before_alone(
    session: Session, staged: Stage
) -> None:
    submitted(session, SITI, staged.class_id)
    early = TEST.replace(hour=5, minute=30)
    move(session, staged, "test", early, NOW)
    plan(session, early + MINUTE, since=EVENING - MINUTE)
    assert terms(session) == [("test_evening", EVENING, early)]


def test_those_who_withdrew_applied_late_or_are_in_already_are_not_reminded(
    session: Session, staged: Stage
) -> None:
    gone = submitted(session, SITI, staged.class_id)
    withdraw(session, gone, account_id_of(session, SITI), reason=None, now=NOW)
    late = session.get_one(Application, submitted(session, BUDI, staged.class_id))
    late.changed_at = EVENING + MINUTE
    session.flush()
    assert not plan(session, EVENING + 2 * MINUTE)
    assert plan(session, MORNING).reminders == 1


def test_two_of_a_family_on_one_phone_are_both_reminded(session: Session, staged: Stage) -> None:
    add_relative(session, submitted(session, SITI, staged.class_id), "Rahmat Hidayat")
    assert plan(session, EVENING).reminders == 2


def test_a_stage_moved_before_anybody_was_told_moves_its_reminders_in_silence(
    session: Session, staged: Stage
) -> None:
    submitted(session, SITI, staged.class_id)
    move(session, staged, "test", TEST + DAY, EVENING - DAY)
    assert not plan(session, EVENING)
    assert plan(session, EVENING + DAY) == Planned(reminders=1)


def test_who_was_told_the_earlier_time_is_told_the_new_one_once(
    session: Session, staged: Stage
) -> None:
    application_id = submitted(session, SITI, staged.class_id)
    plan(session, EVENING)
    is_sent(session, "test_evening")
    submitted(session, BUDI, staged.class_id)  # who had not been told anything
    move(session, staged, "test", TEST + 2 * DAY, EVENING + HOUR)
    assert plan(session, EVENING + HOUR) == Planned(changes=1)
    assert not plan(session, EVENING + HOUR + MINUTE)
    told = the_notice(session, "stage_moved")
    assert (told.key, told.lane) == (f"stage_moved:test:{application_id}:1", 0)
    assert told.expires_at == TEST + 2 * DAY


def test_what_was_waiting_for_the_earlier_time_is_cancelled(
    session: Session, staged: Stage
) -> None:
    submitted(session, SITI, staged.class_id)
    plan(session, EVENING)
    move(session, staged, "test", TEST + DAY, EVENING + MINUTE)
    since = EVENING + MINUTE
    assert plan(session, EVENING + 2 * MINUTE, since=since) == Planned(outdated=1)
    plan(session, EVENING + DAY)
    assert notices(session) == [("test_evening", "cancelled"), ("test_evening", "pending")]


def test_moved_again_before_the_news_went_out_only_the_last_time_is_told(
    session: Session, staged: Stage
) -> None:
    submitted(session, SITI, staged.class_id)
    plan(session, EVENING)
    is_sent(session, "test_evening")
    for turn in (1, 2):
        move(session, staged, "test", TEST + turn * DAY, EVENING + turn * MINUTE)
        assert plan(session, EVENING + turn * MINUTE).changes == 1
    assert notices(session) == [
        ("test_evening", "sent"),
        ("stage_moved", "cancelled"),
        ("stage_moved", "pending"),
    ]


def test_moved_back_to_the_earlier_time_it_is_reminded_of_anew(
    session: Session, staged: Stage
) -> None:
    submitted(session, SITI, staged.class_id)
    plan(session, EVENING)
    for starts_at in (TEST + DAY, TEST):
        move(session, staged, "test", starts_at, EVENING)
    assert plan(session, EVENING + MINUTE) == Planned(reminders=1, outdated=1)


def test_moved_nearer_late_in_the_evening_nobody_hears_of_it_twice(
    session: Session, staged: Stage
) -> None:
    """Siti was reminded of the interview, Budi of nothing yet; now it is tomorrow."""
    submitted(session, SITI, staged.class_id)
    evening = INTERVIEW.replace(hour=18) - DAY
    plan(session, evening, since=evening - MINUTE)
    is_sent(session, "interview_evening")
    budi = session.get_one(Application, submitted(session, BUDI, staged.other_class_id))
    move(session, staged, "interview", INTERVIEW + 7 * DAY, evening + HOUR)
    move(session, staged, "interview", INTERVIEW + timedelta(hours=2), evening + 2 * HOUR)
    plan(session, evening + 2 * HOUR + MINUTE)
    fresh = select(Notice.account_id, Notice.kind).where(
        Notice.kind.in_(("stage_moved", "interview_evening")), Notice.state == "pending"
    )
    assert sorted(tuple(row) for row in session.execute(fresh)) == sorted(
        [(account_id_of(session, SITI), "stage_moved"), (budi.account_id, "interview_evening")]
    )


def test_a_deadline_that_is_moved_is_told_and_a_tests_end_is_not(
    session: Session, staged: Stage
) -> None:
    take_in(session, BUDI, staged.other_class_id)
    plan(session, OPENS)
    is_sent(session, "reregistration_open")
    stages = {stage.kind: stage for stage in session.scalars(select(WaveStage))}
    move(session, staged, "reregistration", OPENS + HOUR, OPENS + MINUTE)
    assert stages["reregistration"].ends_at == ENDS + HOUR
    assert plan(session, OPENS + MINUTE).changes == 1
    told = the_notice(session, "stage_moved")
    assert told.expires_at.astimezone(UTC) == (ENDS + HOUR).astimezone(UTC)


def test_a_stage_that_is_removed_is_reminded_of_no_more(session: Session, staged: Stage) -> None:
    submitted(session, SITI, staged.class_id)
    session.delete(session.scalars(select(WaveStage).where(WaveStage.kind == "test")).one())
    session.flush()
    assert not plan(session, EVENING)
