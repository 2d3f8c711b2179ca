"""Attendance as it is shown: a class's meetings, the roll of one, and what a trainee's comes to.

Absent is never written: it is who has no record when a meeting has ended. Meetings that were
cancelled, or that began before somebody had their seat, do not count for them; nor does any that
began before attendance was first taken in the class, as where it is not taken nobody is absent.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from enum import StrEnum

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from catalog.errors import NoSuchMeeting
from intake.training.errors import MeetingNotHeld
from intake.training.trainees import Trainee, find_trainee, list_trainees, trainee_for
from people.staff import StaffRight
from storage.models import Attendance, CourseClass, Meeting, Provider, Wave


class AttendanceState(StrEnum):
    PRESENT = "present"
    LATE = "late"
    EXCUSED = "excused"
    ABSENT = "absent"
    """Nothing is recorded, and the meeting has ended."""
    OPEN = "open"
    """Nothing is recorded, which says nothing: not yet over, or it does not count for them."""


@dataclass(frozen=True, slots=True)
class Record:
    """What is known of one trainee at one meeting."""

    trainee: Trainee
    meeting_id: int
    meeting_number: int
    starts_at: datetime
    state: AttendanceState
    minutes_late: int | None = None
    reason: str | None = None
    recorded_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Roll:
    """One meeting and all who have a seat, by name."""

    meeting_id: int
    class_id: int
    programme_title: str
    number: int
    starts_at: datetime
    cancelled: bool
    records: Sequence[Record]

    def count(self, state: AttendanceState) -> int:
        return sum(record.state is state for record in self.records)


@dataclass(frozen=True, slots=True)
class Tally:
    """How often somebody was there. `allowed`: absences, as wave or provider have it."""

    present: int
    late: int
    excused: int
    absent_on: tuple[date, ...]
    allowed: int | None

    @property
    def absent(self) -> int:
        return len(self.absent_on)

    @property
    def counted(self) -> int:
        return self.present + self.late + self.excused + self.absent


def tally(session: Session, application_id: int, *, now: datetime, zone: tzinfo) -> Tally:
    """Raises NoTrainee."""
    trainee = find_trainee(session, application_id)
    meetings = select(Meeting).where(Meeting.class_id == trainee.class_id)
    held = session.scalars(meetings.where(Meeting.cancelled.is_(False)).order_by(Meeting.starts_at))
    written = _written(session, Attendance.application_id == application_id)
    began = _began(session, trainee.class_id)
    records = [
        _record(trainee, each, written.get((application_id, each.id)), began, now) for each in held
    ]
    states = [record.state for record in records]
    return Tally(
        present=states.count(AttendanceState.PRESENT),
        late=states.count(AttendanceState.LATE),
        excused=states.count(AttendanceState.EXCUSED),
        absent_on=tuple(_days(records, zone)),
        allowed=absences_allowed(session, trainee.class_id),
    )


def roll_of(
    session: Session, meeting_id: int, rights: frozenset[StaffRight], *, now: datetime
) -> Roll:
    """Raises NoSuchMeeting, OtherProvider."""
    meeting = session.get(Meeting, meeting_id)
    if meeting is None:
        raise NoSuchMeeting(meeting_id)
    trainees = list_trainees(session, meeting.class_id, rights)
    written = _written(session, Attendance.meeting_id == meeting_id)
    began = _began(session, meeting.class_id)
    records = [
        _record(each, meeting, written.get((each.application_id, meeting_id)), began, now)
        for each in trainees
    ]
    return Roll(
        meeting.id,
        meeting.class_id,
        session.get_one(CourseClass, meeting.class_id).programme.title,
        meeting.number,
        meeting.starts_at,
        meeting.cancelled,
        records,
    )


def record_of(session: Session, trainee: Trainee, meeting: Meeting, *, now: datetime) -> Record:
    written = session.get(Attendance, (trainee.application_id, meeting.id))
    return _record(trainee, meeting, written, _began(session, trainee.class_id), now)


def one_record(
    session: Session,
    application_id: int,
    meeting_id: int,
    rights: frozenset[StaffRight],
    *,
    now: datetime,
) -> Record:
    """Raises NoTrainee, OtherProvider, MeetingNotHeld."""
    trainee = trainee_for(session, application_id, rights)
    meeting = session.get(Meeting, meeting_id)
    if meeting is None or meeting.cancelled or meeting.class_id != trainee.class_id:
        raise MeetingNotHeld
    return record_of(session, trainee, meeting, now=now)


def meetings_until(
    session: Session, class_id: int, rights: frozenset[StaffRight], *, until: datetime
) -> Sequence[Meeting]:
    """Those that begin before `until`, the latest first, and no cancelled one.

    Raises OtherProvider.
    """
    list_trainees(session, class_id, rights)
    begun = Meeting.starts_at < until, Meeting.cancelled.is_(False)
    chosen = select(Meeting).where(Meeting.class_id == class_id, *begun)
    return session.scalars(chosen.order_by(Meeting.starts_at.desc(), Meeting.id.desc())).all()


def absences_allowed(session: Session, class_id: int) -> int | None:
    """As the class's wave says, else its provider."""
    row = session.execute(
        select(Wave.absences_allowed, Provider.absences_allowed)
        .join_from(CourseClass, Wave, CourseClass.wave_id == Wave.id)
        .join(Provider, Wave.provider_id == Provider.id)
        .where(CourseClass.id == class_id)
    ).one()
    of_wave, of_provider = row
    return of_provider if of_wave is None else of_wave


def _began(session: Session, class_id: int) -> datetime | None:
    """When the first meeting began of which anything is recorded."""
    first = select(func.min(Meeting.starts_at)).where(Meeting.class_id == class_id)
    return session.scalar(first.join(Attendance, Attendance.meeting_id == Meeting.id))


def _written(session: Session, condition: ColumnElement[bool]) -> dict[tuple[int, int], Attendance]:
    found = session.scalars(select(Attendance).where(condition))
    return {(one.application_id, one.meeting_id): one for one in found}


def _record(
    trainee: Trainee,
    meeting: Meeting,
    written: Attendance | None,
    began: datetime | None,
    now: datetime,
) -> Record:
    """`began`: the first meeting at which attendance was taken in the class."""
    if written is None:
        counts = began is not None and meeting.starts_at >= max(began, trainee.since)
        ended = counts and not meeting.cancelled and meeting.ends_at <= now
        state = AttendanceState.ABSENT if ended else AttendanceState.OPEN
        return Record(trainee, meeting.id, meeting.number, meeting.starts_at, state)
    return Record(
        trainee,
        meeting.id,
        meeting.number,
        meeting.starts_at,
        AttendanceState(written.state),
        written.minutes_late,
        written.reason,
        written.recorded_at,
    )


def _days(records: Iterable[Record], zone: tzinfo) -> Iterable[date]:
    for record in records:
        if record.state is AttendanceState.ABSENT:
            yield record.starts_at.astimezone(zone).date()
