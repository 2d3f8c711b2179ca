"""A person's timetable: the meetings of the classes they are in, also as a calendar file."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_URL, uuid5

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from catalog.waves import is_called
from intake.applications.rows import ApplicationState
from people.accounts import account_of
from storage.models import Application, CourseClass, Meeting, Place, Programme, Wave

if TYPE_CHECKING:
    from icalendar import Alarm, Event

PRODUCT = "-//Jawara//Jadwal pelatihan//ID"


@dataclass(frozen=True, slots=True)
class MeetingView:
    id: int
    class_id: int
    number: int
    topic: str | None
    starts_at: datetime
    ends_at: datetime
    cancelled: bool
    revision: int
    moved_from: datetime | None
    programme_slug: str
    programme_title: str
    wave_title: str
    wave_code: str
    place_name: str | None
    place_address: str | None
    example: bool

    @property
    def summary(self) -> str:
        """What the event is called; only words of the catalogue are in it."""
        return f"{self.programme_title} ({self.number})" + (f": {self.topic}" if self.topic else "")

    @property
    def place(self) -> str | None:
        """Name and address in a line, as a map finds it."""
        return ", ".join(filter(None, (self.place_name, self.place_address))) or None


def my_meetings(
    session: Session,
    account_id: int,
    *,
    since: datetime | None = None,
    until: datetime | None = None,
) -> list[MeetingView]:
    """Meetings, cancelled ones too, of classes in which an applicant of the account is admitted.

    Those that end after `since` and begin before `until`, in the order of their begin.
    """
    chosen = _selection(account_id)
    if since is not None:
        chosen = chosen.where(Meeting.ends_at > since)
    if until is not None:
        chosen = chosen.where(Meeting.starts_at < until)
    return [MeetingView(**row._mapping) for row in session.execute(chosen)]


def calendar(session: Session, account_id: int, *, now: datetime) -> bytes:
    """All meetings as an iCalendar file (RFC 5545), times in UTC.

    Read again by the same calendar it moves and strikes out events: a meeting keeps its UID, and
    SEQUENCE counts its changes. The phone reminds as many hours ahead as the person wished.
    """
    from icalendar import Calendar  # 0.2 s and 3 MB that only those pay who ask for a file

    account = account_of(session, account_id)
    ahead = None if account.reminders_muted else account.hours_before
    file = Calendar()
    file.add("prodid", PRODUCT)
    file.add("version", "2.0")
    file.add("method", "PUBLISH")
    file.add("x-wr-calname", "Jawara")
    for meeting in my_meetings(session, account_id):
        file.add_component(_event(meeting, ahead, now))
    return bytes(file.to_ical())


def find_class_meetings(
    session: Session, programme_slug: str, number: int, *, wave: str | None = None
) -> list[tuple[str, Meeting]]:
    """For staff, who know a meeting by its programme and number: those of unfinished waves, each
    with its wave's code; `wave` narrows them to one at most (`is_called`).
    """
    chosen = (
        select(Wave.code, Meeting)
        .join(CourseClass, Meeting.class_id == CourseClass.id)
        .join(Wave, CourseClass.wave_id == Wave.id)
        .join(Programme, CourseClass.programme_id == Programme.id)
        .where(Programme.slug == programme_slug, Meeting.number == number)
        .order_by(Wave.code)
    )
    if wave is None:
        chosen = chosen.where(Wave.state != "finished")
    else:
        chosen = chosen.where(is_called(wave))
    return [(code, meeting) for code, meeting in session.execute(chosen)]


def _event(meeting: MeetingView, ahead: int | None, now: datetime) -> "Event":
    from icalendar import Event

    event = Event()
    # Wave, programme and number stay when the catalogue is loaded anew; ids might not.
    name = f"jawara/{meeting.wave_code}/{meeting.programme_slug}/{meeting.number}"
    event.add("uid", str(uuid5(NAMESPACE_URL, name)))
    event.add("dtstamp", now.astimezone(UTC))
    event.add("dtstart", meeting.starts_at)
    event.add("dtend", meeting.ends_at)
    event.add("summary", meeting.summary)
    event.add("sequence", meeting.revision)
    event.add("status", "CANCELLED" if meeting.cancelled else "CONFIRMED")
    if meeting.place is not None:
        event.add("location", meeting.place)
    if ahead is not None and not meeting.cancelled:
        event.add_component(_alarm(meeting, ahead))
    return event


def _alarm(meeting: MeetingView, ahead: int) -> "Alarm":
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", meeting.summary)
    alarm.add("trigger", -timedelta(hours=ahead))
    return alarm


def _selection(account_id: int) -> Select[*tuple[Any, ...]]:
    """A meeting is held in its own place, else in its class's, else in its programme's."""
    place_id = func.coalesce(Meeting.place_id, CourseClass.place_id, Programme.place_id)
    admitted = select(Application.class_id).where(
        Application.account_id == account_id, Application.state == ApplicationState.ADMITTED
    )
    return (
        select(
            Meeting.id,
            Meeting.class_id,
            Meeting.number,
            Meeting.topic,
            Meeting.starts_at,
            Meeting.ends_at,
            Meeting.cancelled,
            Meeting.revision,
            Meeting.moved_from,
            Programme.slug.label("programme_slug"),
            Programme.title.label("programme_title"),
            Wave.title.label("wave_title"),
            Wave.code.label("wave_code"),
            Place.name.label("place_name"),
            Place.address.label("place_address"),
            Wave.example,
        )
        .join(CourseClass, Meeting.class_id == CourseClass.id)
        .join(Programme, CourseClass.programme_id == Programme.id)
        .join(Wave, CourseClass.wave_id == Wave.id)
        .outerjoin(Place, Place.id == place_id)
        .where(Meeting.class_id.in_(admitted))
        .order_by(Meeting.starts_at, Meeting.id)
    )
