"""Meetings of a class into their table; a changed time or place is a move that people hear of."""

from typing import Any

from sqlalchemy import select

from catalog.load.desk import Desk
from catalog.load.hands import Within, said, takes
from catalog.meetings import reschedule, set_cancelled
from catalog.schema import ClassEntry, MeetingEntry
from storage.models import Meeting


def put_meetings(desk: Desk, class_id: int, written: ClassEntry, place: tuple[str, int]) -> None:
    """Found by their numbers. One that is no longer written stays as it is, and is reported.

    `place`: the slug of the wave, and which of its classes this is.
    """
    wave, nth = place
    there = select(Meeting).where(Meeting.class_id == class_id).order_by(Meeting.number)
    meetings = {meeting.number: meeting for meeting in desk.session.scalars(there)}
    for n, entry in enumerate(written.meetings):
        place_id = desk.id_or_none("places", entry.place or written.place)
        meeting = meetings.pop(entry.number, None)
        if meeting is None:
            _add(desk, class_id, entry, place_id)
        else:
            within = ("classes", nth, "meetings", n)
            _change(desk, meeting, entry, place_id, (wave, within))
    desk.report.left += [f"{wave}/{written.programme}/{number}" for number in meetings]


def _add(desk: Desk, class_id: int, entry: MeetingEntry, place_id: int | None) -> None:
    loaded = said(_facts(entry, place_id))
    desk.session.add(
        Meeting(
            class_id=class_id,
            place_id=place_id,
            loaded=loaded,
            **entry.model_dump(exclude={"place"}),
        )
    )
    desk.report.added["meetings"] += 1


def _change(
    desk: Desk,
    meeting: Meeting,
    entry: MeetingEntry,
    place_id: int | None,
    place: tuple[str, Within],
) -> None:
    renamed = meeting.topic != entry.topic
    meeting.topic = entry.topic
    moved = turned = False
    if takes(desk, *place, meeting, _facts(entry, place_id)):
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


def _facts(entry: MeetingEntry, place_id: int | None) -> dict[str, Any]:
    """What staff may change by hand as well."""
    return entry.model_dump(include={"starts_at", "ends_at", "cancelled"}) | {"place_id": place_id}
