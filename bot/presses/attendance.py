"""Buttons of the staff's desk: who was at a meeting."""

from bot.callbacks import Press


class ListAttendanceClasses(Press, code="hk"):
    """Classes with trainees and meetings, page by page from 0."""

    page: int


class ListMeetings(Press, code="hm"):
    class_id: int
    page: int


class OpenRoll(Press, code="hr"):
    """Everybody of the class at one meeting."""

    meeting_id: int
    page: int


class OpenRecord(Press, code="ho"):
    """One trainee at one meeting."""

    application_id: int
    meeting_id: int


class MarkAttendance(Press, code="hs"):
    """`state`: an AttendanceState of intake.training; `why` for who is excused."""

    application_id: int
    meeting_id: int
    state: str
    why: str


class AskExcuse(Press, code="hi"):
    """Why somebody is excused."""

    application_id: int
    meeting_id: int


class TakeLate(Press, code="hl"):
    """A card was scanned when no meeting was on: it is meant for this one. `minute`: when that was,
    in minutes since 1970.
    """

    application_id: int
    meeting_id: int
    minute: int
