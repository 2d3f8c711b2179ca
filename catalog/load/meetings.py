"""Meetings of a class into their table; a changed time or place is a move that people hear of."""

from sqlalchemy import select

from catalog.load.desk import Desk
from catalog.meetings import reschedule, set_cancelled
from catalog.schema import ClassEntry, MeetingEntry
from storage.models import Meeting


def put_meetings(desk: Desk, class_id: int, written: ClassEntry, name: str) -> None:
    """Found by their numbers. One that is no longer written stays as it is, and is reported."""
    there = select(Meeting).where(Meeting.class_id == class_id).order_by(Meeting.number)
    meetings = {meeting.number: meeting for meeting in desk.session.scalars(there)}
    for entry in written.meetings:
        place_id = desk.id_or_none("places", entry.place or written.place)
        meeting = meetings.pop(entry.number, None)
        if meeting is None:
            _add(desk, class_id, entry, place_id)
        else:
            _change(desk, meeting, entry, place_id)
    desk.report.left += [f"{name}/{number}" for number in meetings]


def _add(desk: Desk, class_id: int, entry: MeetingEntry, place_id: int | None) -> None:
    facts = entry.model_dump(exclude={"place"})
    desk.session.add(Meeting(class_id=class_id, place_id=place_id, **facts))
    desk.report.added["meetings"] += 1


def _change(desk: Desk, meeting: Meeting, entry: MeetingEntry, place_id: int | None) -> None:
    renamed = meeting.topic != entry.topic
    meeting.topic = entry.topic
    moved = reschedule(
        meeting,
        starts_at=entry.starts_at,
        ends_at=entry.ends_at,
        place_id=place_id,
        now=desk.now,
    )
    turned = set_cancelled(meeting, entry.cancelled, now=desk.now)
    if moved and not entry.cancelled:
        desk.report.moved_meetings.append(meeting.id)
    if turned and entry.cancelled:
        desk.report.cancelled_meetings.append(meeting.id)
    desk.count("meetings", changed=renamed or moved or turned)
