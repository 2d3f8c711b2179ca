"""Meetings (pertemuan): the dated lessons of a class, moved and cancelled.

Each change that people must hear of raises the meeting's `revision`: what was planned for an
earlier revision no longer holds.
"""

from datetime import datetime

from sqlalchemy.orm import Session, joinedload

from catalog.errors import MeetingEndsTooEarly, NoSuchMeeting
from storage.models import Meeting


def find_meeting(session: Session, meeting_id: int) -> Meeting:
    """With its place loaded. Raises NoSuchMeeting."""
    meeting = session.get(Meeting, meeting_id, options=[joinedload(Meeting.place)])
    if meeting is None:
        raise NoSuchMeeting(meeting_id)
    return meeting


def move_meeting(
    session: Session,
    meeting_id: int,
    *,
    starts_at: datetime,
    ends_at: datetime,
    place_id: int | None = None,
    now: datetime,
) -> bool:
    """Give a meeting another time; `place_id` None leaves it where it is. False: nothing changed.

    Raises NoSuchMeeting, MeetingEndsTooEarly.
    """
    meeting = find_meeting(session, meeting_id)
    place = meeting.place_id if place_id is None else place_id
    return reschedule(meeting, starts_at=starts_at, ends_at=ends_at, place_id=place, now=now)


def cancel_meeting(session: Session, meeting_id: int, *, now: datetime) -> bool:
    """False: it was cancelled already. Raises NoSuchMeeting."""
    return set_cancelled(find_meeting(session, meeting_id), True, now=now)


def reschedule(
    meeting: Meeting,
    *,
    starts_at: datetime,
    ends_at: datetime,
    place_id: int | None,
    now: datetime,
) -> bool:
    """Time and place of a meeting, as a new revision; False where they are the same already.

    `moved_from` is the start before this change, also where only the end or the place is another.
    """
    if ends_at <= starts_at:
        raise MeetingEndsTooEarly
    if (meeting.starts_at, meeting.ends_at, meeting.place_id) == (starts_at, ends_at, place_id):
        return False
    meeting.moved_from = meeting.starts_at
    meeting.starts_at, meeting.ends_at, meeting.place_id = starts_at, ends_at, place_id
    _revise(meeting, now)
    return True


def set_cancelled(meeting: Meeting, cancelled: bool, *, now: datetime) -> bool:
    """Cancel a meeting or hold it after all, as a new revision; False where it is so already."""
    if meeting.cancelled == cancelled:
        return False
    meeting.cancelled = cancelled
    _revise(meeting, now)
    return True


def _revise(meeting: Meeting, now: datetime) -> None:
    meeting.revision += 1
    meeting.changed_at = now
