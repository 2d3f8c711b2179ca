"""Reminders of meetings: what is planned when, and for whom."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from intake.reminders.planning import Planned, plan_reminders
from storage.models import Application, Meeting, Notice
from tests.cast import (
    BUDI,
    FIRST_MEETING,
    NOW,
    SITI,
    Stage,
    apply,
)
from tests.intake.reminders.planning import (
    DAY,
    EVENING,
    MINUTE,
    SOON,
    account_of,
    notices,
    plan,
    take_in,
    the_notice,
)


def test_the_evening_before_and_two_hours_before_each_once(session: Session, stage: Stage) -> None:
    budi = take_in(session, BUDI, stage.class_id)
    assert not plan(session, EVENING - MINUTE)
    assert plan(session, EVENING) == Planned(reminders=1, changes=0, outdated=0)
    assert not plan(session, EVENING + MINUTE)
    assert not plan(session, SOON - MINUTE)
    assert plan(session, SOON).reminders == 1
    assert not plan(session, SOON)
    evening, soon = the_notice(session, "meeting_evening"), the_notice(session, "meeting_soon")
    assert (evening.due_at, evening.expires_at) == (EVENING, SOON)
    assert (soon.due_at, soon.expires_at) == (SOON, FIRST_MEETING)
    assert soon.facts == evening.facts == {"meeting_id": stage.meeting_ids[0], "revision": 0}
    assert soon.key == f"soon:{stage.meeting_ids[0]}:0:{budi}"
    assert (soon.account_id, soon.lane) == (budi, 1)


def test_only_those_in_the_class_are_reminded(session: Session, stage: Stage) -> None:
    take_in(session, BUDI, stage.other_class_id)
    apply(session, SITI, stage.class_id)
    assert not plan(session, EVENING)


def test_two_of_a_family_on_one_phone_get_one_reminder(session: Session, stage: Stage) -> None:
    siti = take_in(session, SITI, stage.class_id)
    # Our form lets one account apply once in a wave; the tables may hold a family.
    hers = session.scalars(select(Application)).one()
    session.add(
        Application(
            number="PBK-2025-3-0099",
            applicant_id=hers.applicant_id,
            account_id=siti,
            class_id=stage.class_id,
            wave_id=stage.wave_id,
            nik_print="f" * 64,
            state="admitted",
            submitted_at=NOW,
            changed_at=NOW,
        )
    )
    assert plan(session, EVENING).reminders == 1


@pytest.mark.parametrize(
    ("evening_hour", "hours_before", "expected"),
    [
        (20, 5, [("meeting_evening", 13, 19.5), ("meeting_soon", 19.5, 24.5)]),
        (None, 2, [("meeting_soon", 22.5, 24.5)]),
        (18, None, [("meeting_evening", 11, 24.5)]),
        (None, None, []),
    ],
)
def test_each_person_chooses_which_and_how_early(
    session: Session,
    stage: Stage,
    evening_hour: int | None,
    hours_before: int | None,
    expected: list[tuple[str, float, float]],
) -> None:
    """Expected: the kind, when it is due and when it expires, in hours of 30 November UTC."""
    take_in(session, BUDI, stage.class_id)
    account = account_of(session, BUDI)
    account.evening_hour, account.hours_before = evening_hour, hours_before
    plan(session, FIRST_MEETING - MINUTE)
    midnight = datetime(2025, 11, 30, tzinfo=UTC)
    found = session.scalars(select(Notice).where(Notice.kind != "admitted").order_by(Notice.id))
    assert [
        (one.kind, (one.due_at - midnight) / DAY * 24, (one.expires_at - midnight) / DAY * 24)
        for one in found
    ] == expected


def test_a_wish_changed_at_the_last_moment_counts(session: Session, stage: Stage) -> None:
    take_in(session, BUDI, stage.class_id)
    plan(session, EVENING - MINUTE)
    account_of(session, BUDI).evening_hour = 21
    assert not plan(session, EVENING)
    assert plan(session, EVENING + timedelta(hours=3)).reminders == 1


def test_what_was_missed_comes_late_but_never_both_together(session: Session, stage: Stage) -> None:
    take_in(session, BUDI, stage.class_id)
    plan(session, SOON + MINUTE)
    assert notices(session) == [("meeting_evening", "expired"), ("meeting_soon", "pending")]


def test_somebody_reminded_a_day_before_gets_the_evening_as_the_later_one(
    session: Session, stage: Stage
) -> None:
    take_in(session, BUDI, stage.class_id)
    account_of(session, BUDI).hours_before = 24
    plan(session, EVENING + MINUTE)
    assert notices(session) == [("meeting_evening", "pending"), ("meeting_soon", "expired")]


def test_what_can_help_nobody_any_more_is_on_record_for_three_days_and_no_longer(
    session: Session, stage: Stage
) -> None:
    take_in(session, BUDI, stage.class_id)
    third = FIRST_MEETING + 2 * DAY
    plan(session, third + timedelta(days=2, hours=20))
    found = session.scalars(select(Notice).where(Notice.kind == "meeting_soon")).all()
    assert [(one.facts["meeting_id"], one.state, one.last_error) for one in found] == [
        (stage.meeting_ids[2], "expired", "missed")
    ]


def test_a_quick_look_finds_what_became_due_and_a_long_one_what_was_missed(
    session: Session, stage: Stage
) -> None:
    take_in(session, BUDI, stage.class_id)
    assert not plan(session, EVENING + MINUTE, since=EVENING + MINUTE / 2)
    assert plan(session, EVENING + MINUTE, since=EVENING - MINUTE).reminders == 1
    assert not plan(session, SOON + MINUTE, since=SOON + MINUTE / 2)
    assert plan(session, SOON + MINUTE).reminders == 1


def test_whoever_gets_a_seat_after_a_reminder_was_due_is_not_sent_it(
    session: Session, stage: Stage
) -> None:
    take_in(session, BUDI, stage.class_id, now=EVENING + MINUTE)
    assert not plan(session, EVENING + 2 * MINUTE)
    assert plan(session, SOON).reminders == 1


def test_an_evening_is_at_six_by_the_local_clock_where_the_clocks_are_put_back(
    session: Session, stage: Stage
) -> None:
    berlin = ZoneInfo("Europe/Berlin")
    monday = datetime(2026, 10, 26, 7, 30, tzinfo=berlin)
    take_in(session, BUDI, stage.class_id)
    meeting = session.get_one(Meeting, stage.meeting_ids[0])
    meeting.starts_at, meeting.ends_at = monday, monday + timedelta(hours=2)
    plan_reminders(session, monday - MINUTE, berlin)
    evening = the_notice(session, "meeting_evening")
    assert evening.due_at == datetime(2026, 10, 25, 17, tzinfo=UTC)
