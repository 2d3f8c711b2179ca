"""Meetings are moved and cancelled as new revisions."""

from datetime import timedelta

import pytest

from catalog.errors import MeetingEndsTooEarly, NoSuchMeeting
from catalog.meetings import cancel_meeting, find_meeting, move_meeting
from storage.database import Database
from tests.cast import FIRST_MEETING, NOW, Stage, set_stage

DAY = timedelta(days=1)
LESSON = timedelta(hours=7, minutes=45)


@pytest.fixture
def stage(empty: Database) -> Stage:
    with empty.transaction() as session:
        return set_stage(session)


def test_a_moved_meeting_is_a_new_revision(empty: Database, stage: Stage) -> None:
    first = stage.meeting_ids[0]
    with empty.transaction() as session:
        meeting = find_meeting(session, first)
        place = meeting.place_id
        starts = FIRST_MEETING + timedelta(hours=5)
        assert move_meeting(session, first, starts_at=starts, ends_at=starts + LESSON, now=NOW)
        assert (meeting.revision, meeting.moved_from) == (1, FIRST_MEETING)
        assert (meeting.starts_at, meeting.place_id) == (starts, place)
        assert not move_meeting(session, first, starts_at=starts, ends_at=starts + LESSON, now=NOW)
        assert meeting.revision == 1


def test_a_cancelled_meeting_is_a_new_revision_once(empty: Database, stage: Stage) -> None:
    with empty.transaction() as session:
        assert cancel_meeting(session, stage.meeting_ids[1], now=NOW) is True
        assert cancel_meeting(session, stage.meeting_ids[1], now=NOW) is False
        assert find_meeting(session, stage.meeting_ids[1]).revision == 1


def test_impossible_moves_are_refused(empty: Database, stage: Stage) -> None:
    with empty.transaction() as session:
        with pytest.raises(MeetingEndsTooEarly):
            move_meeting(
                session,
                stage.meeting_ids[0],
                starts_at=FIRST_MEETING,
                ends_at=FIRST_MEETING,
                now=NOW,
            )
        with pytest.raises(NoSuchMeeting):
            cancel_meeting(session, 999_999, now=NOW)
