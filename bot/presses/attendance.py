"""Buttons of the staff's desk: who was at a meeting."""

from dataclasses import dataclass

from bot.callbacks import Press


@dataclass(frozen=True)
class ListAttendanceClasses(Press, code="hk"):
    """Classes with trainees and meetings, page by page from 0."""

    page: int


@dataclass(frozen=True)
class ListMeetings(Press, code="hm"):
    class_id: int
    page: int


@dataclass(frozen=True)
class OpenRoll(Press, code="hr"):
    """Everybody of the class at one meeting."""

    meeting_id: int
    page: int


@dataclass(frozen=True)
class OpenRecord(Press, code="ho"):
    """One trainee at one meeting."""

    application_id: int
    meeting_id: int


@dataclass(frozen=True)
class MarkAttendance(Press, code="hs"):
    """`state`: one of `intake.attendance_rows.AttendanceState`; `why` for who is excused."""

    application_id: int
    meeting_id: int
    state: str
    why: str


@dataclass(frozen=True)
class AskExcuse(Press, code="hi"):
    """Why somebody is excused."""

    application_id: int
    meeting_id: int


@dataclass(frozen=True)
class TakeLate(Press, code="hl"):
    """A card was scanned when no meeting was on: it is meant for this one. `minute`: when that was,
    in minutes since 1970.
    """

    application_id: int
    meeting_id: int
    minute: int
