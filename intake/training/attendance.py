"""Taking attendance: by a scanned card, by a tap, at the command line. Each change is recorded."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from intake.applications.changes import by_staff
from intake.applications.errors import ReasonMissing
from intake.training.attendance_rows import AttendanceState, Record, record_of
from intake.training.cards import check_card
from intake.training.errors import MeetingAhead, MeetingNotHeld
from intake.training.trainees import Trainee, hold_trainee
from people.staff import StaffRight
from storage.models import Attendance, AttendanceChange, Meeting

GRACE = timedelta(minutes=5)
"""So long a queue at the door takes; whoever is scanned later than that is late."""
LATE_SCANS = timedelta(days=7)
"""For how long after it a meeting can still be chosen for a scanned card."""
EXCUSES = ("sick", "family", "duty", "other")
"""Reasons that can be tapped, each with words in `attendance-why-…`; others are staff's own."""
WRITTEN = (AttendanceState.PRESENT, AttendanceState.LATE, AttendanceState.EXCUSED)
REASON_LENGTH = 200


@dataclass(frozen=True, slots=True)
class Scan:
    """What a scanned card has brought: a record, or the meetings it may be meant for."""

    trainee: Trainee
    record: Record | None = None
    already: bool = False
    """It was recorded before, and nothing has changed."""
    choices: Sequence[Meeting] = ()
    """The latest first; none where the class has not met within `LATE_SCANS`."""


@dataclass(frozen=True, slots=True)
class _Said:
    """What is to be recorded, since when it is known, and why."""

    state: AttendanceState
    at: datetime
    why: str | None
    minutes_late: int | None = None


def scan_card(
    session: Session,
    token: str,
    rights: frozenset[StaffRight],
    *,
    actor: str,
    by: int | None = None,
    now: datetime,
    zone: tzinfo,
) -> Scan:
    """Take the holder's attendance at the meeting of now, or of later today.

    Raises NoSuchCard, CardReplaced, NoTrainee, OtherProvider.
    """
    trainee = hold_trainee(session, check_card(session, token), rights)
    meeting = _meeting_of_now(session, trainee.class_id, now, zone)
    if meeting is None:
        return Scan(trainee, choices=_lately(session, trainee.class_id, now))
    before = record_of(session, trainee, meeting, now=now)
    if before.state in (AttendanceState.PRESENT, AttendanceState.LATE):
        return Scan(trainee, before, already=True)
    late = now - meeting.starts_at
    state = AttendanceState.LATE if late > GRACE else AttendanceState.PRESENT
    minutes = int(late.total_seconds()) // 60 if state is AttendanceState.LATE else None
    said = _Said(state, now, "card scanned", minutes)
    return Scan(trainee, _write(session, before, meeting, said, by_staff(actor, by), now))


def take_late(
    session: Session,
    application_id: int,
    meeting_id: int,
    rights: frozenset[StaffRight],
    *,
    scanned_at: datetime,
    actor: str,
    by: int | None = None,
    now: datetime,
) -> Scan:
    """Staff have said for which meeting a card was scanned: the record keeps when that was.

    Raises NoTrainee, OtherProvider, MeetingNotHeld (within `LATE_SCANS` before it, too).
    """
    trainee = hold_trainee(session, application_id, rights)
    meeting = _meeting(session, trainee, meeting_id)
    scanned_at = min(scanned_at, now)
    if meeting not in _lately(session, trainee.class_id, scanned_at):
        raise MeetingNotHeld
    before = record_of(session, trainee, meeting, now=now)
    if before.state in (AttendanceState.PRESENT, AttendanceState.LATE):
        return Scan(trainee, before, already=True)
    said = _Said(AttendanceState.PRESENT, scanned_at, "card scanned late")
    return Scan(trainee, _write(session, before, meeting, said, by_staff(actor, by), now))


def mark(
    session: Session,
    application_id: int,
    meeting_id: int,
    state: AttendanceState,
    rights: frozenset[StaffRight],
    *,
    minutes_late: int | None = None,
    reason: str | None = None,
    actor: str,
    by: int | None = None,
    now: datetime,
    zone: tzinfo,
) -> Record:
    """What staff say; ABSENT takes away what was recorded. The same said again changes nothing.

    Raises NoTrainee, OtherProvider, MeetingNotHeld, MeetingAhead (where somebody would have been
    there before the day has come), ReasonMissing (for EXCUSED).
    """
    trainee = hold_trainee(session, application_id, rights)
    meeting = _meeting(session, trainee, meeting_id)
    reason = " ".join((reason or "").split())[:REASON_LENGTH] or None
    if state is AttendanceState.EXCUSED and reason is None:
        raise ReasonMissing
    today = now.astimezone(zone).date()
    if state is not AttendanceState.EXCUSED and meeting.starts_at.astimezone(zone).date() > today:
        raise MeetingAhead(meeting.starts_at)
    before = record_of(session, trainee, meeting, now=now)
    if _says(before, state, minutes_late, reason):
        return before
    said = _Said(state, now, reason, minutes_late)
    return _write(session, before, meeting, said, by_staff(actor, by), now)


def _says(
    record: Record, state: AttendanceState, minutes_late: int | None, reason: str | None
) -> bool:
    if state not in WRITTEN:
        return record.recorded_at is None
    if record.state is not state:
        return False
    if state is AttendanceState.LATE:
        return minutes_late in (None, record.minutes_late)
    return state is not AttendanceState.EXCUSED or record.reason == reason


def _write(
    session: Session, before: Record, meeting: Meeting, said: _Said, actor: str, now: datetime
) -> Record:
    """The one way a record changes."""
    trainee, written = before.trainee, said.state in WRITTEN
    key = (trainee.application_id, meeting.id)
    row = session.get(Attendance, key)
    if row is not None and not written:
        session.delete(row)
    elif written:
        row = row or Attendance(application_id=key[0], meeting_id=key[1])
        row.state, row.recorded_at = said.state.value, said.at
        row.minutes_late = said.minutes_late if said.state is AttendanceState.LATE else None
        row.reason = said.why if said.state is AttendanceState.EXCUSED else None
        session.add(row)
    session.add(
        AttendanceChange(
            application_id=key[0],
            meeting_id=key[1],
            at=now,
            actor=actor,
            from_state=before.state.value if before.recorded_at else None,
            to_state=said.state.value if written else None,
            reason=said.why,
        )
    )
    session.flush()
    return record_of(session, trainee, meeting, now=now)


def _meeting(session: Session, trainee: Trainee, meeting_id: int) -> Meeting:
    meeting = session.get(Meeting, meeting_id)
    if meeting is None or meeting.cancelled or meeting.class_id != trainee.class_id:
        raise MeetingNotHeld
    return meeting


def _meeting_of_now(session: Session, class_id: int, now: datetime, zone: tzinfo) -> Meeting | None:
    """Of those that have not ended the first, if it has begun or begins today."""
    ahead = select(Meeting).where(
        Meeting.class_id == class_id, Meeting.cancelled.is_(False), Meeting.ends_at > now
    )
    first = session.scalars(ahead.order_by(Meeting.starts_at, Meeting.id).limit(1)).first()
    if first is None:
        return None
    days = (now.astimezone(zone).date(), first.starts_at.astimezone(zone).date())
    return first if first.starts_at <= now or days[0] == days[1] else None


def _lately(session: Session, class_id: int, now: datetime) -> Sequence[Meeting]:
    held = select(Meeting).where(
        Meeting.class_id == class_id,
        Meeting.cancelled.is_(False),
        Meeting.starts_at <= now,
        Meeting.ends_at > now - LATE_SCANS,
    )
    return session.scalars(held.order_by(Meeting.starts_at.desc(), Meeting.id.desc())).all()
