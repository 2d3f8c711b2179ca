"""Meetings that are moved or cancelled: what becomes of their reminders, and who is told."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from intake.reminders.planning import Planned
from storage.models import Notice
from tests.cast import (
    BUDI,
    FIRST_MEETING,
    Stage,
)
from tests.intake.reminders.planning import (
    DAY,
    EVENING,
    MINUTE,
    call_off,
    move,
    notices,
    plan,
    take_in,
    the_notice,
)


def test_a_meeting_that_is_moved_moves_its_reminders_and_people_are_told(
    session: Session, stage: Stage
) -> None:
    budi = take_in(session, BUDI, stage.class_id)
    meeting_id = stage.meeting_ids[2]
    moved_at = EVENING - DAY
    move(session, meeting_id, moved_at, days=5)
    assert plan(session, moved_at) == Planned(reminders=0, changes=1, outdated=0)
    assert not plan(session, moved_at + MINUTE)
    told = the_notice(session, "meeting_moved")
    assert (told.key, told.lane) == (f"moved:{meeting_id}:1:{budi}", 0)
    assert told.facts == {"meeting_id": meeting_id, "revision": 1}
    assert told.expires_at == FIRST_MEETING + 7 * DAY
    plan(session, FIRST_MEETING + 7 * DAY - MINUTE)
    keys = session.scalars(select(Notice.key).where(Notice.key.contains(f":{meeting_id}:")))
    assert sorted(filter(None, keys)) == [
        f"evening:{meeting_id}:1:{budi}",
        f"moved:{meeting_id}:1:{budi}",
        f"soon:{meeting_id}:1:{budi}",
    ]


def test_moved_twice_only_the_last_move_is_told(session: Session, stage: Stage) -> None:
    take_in(session, BUDI, stage.class_id)
    plan(session, EVENING)
    for turn, state in ((1, "pending"), (2, "cancelled")):
        move(session, stage.meeting_ids[0], EVENING + turn * MINUTE, hours=1)
        assert plan(session, EVENING + turn * MINUTE).outdated == 1
        moves = [state for kind, state in notices(session) if kind == "meeting_moved"]
        assert moves[0] == state
    assert notices(session) == [
        ("meeting_evening", "cancelled"),
        ("meeting_moved", "cancelled"),
        ("meeting_moved", "pending"),
    ]


def test_whoever_came_after_a_move_or_too_late_for_it_is_not_told(
    session: Session, stage: Stage
) -> None:
    take_in(session, BUDI, stage.class_id, now=EVENING)
    move(session, stage.meeting_ids[1], EVENING - MINUTE, hours=1)
    call_off(session, stage.meeting_ids[0], FIRST_MEETING + MINUTE)
    assert plan(session, FIRST_MEETING + MINUTE).changes == 0
