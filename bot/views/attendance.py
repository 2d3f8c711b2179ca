"""The staff's desk: classes, meetings, the roll of one, and one trainee's record."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from telegram import InlineKeyboardButton

from bot.keyboards import button, in_columns, ways_back
from bot.presses.attendance import (
    AskExcuse,
    ListAttendanceClasses,
    ListMeetings,
    MarkAttendance,
    OpenRecord,
    OpenRoll,
)
from bot.presses.staff import OpenStaff
from bot.screens import Screen
from bot.views.paging import desk_page, page_of, turning
from bot.views.vacancies import short
from intake.training.attendance import EXCUSES
from intake.training.attendance_rows import AttendanceState, Record, Roll
from intake.training.trainees import TaughtClass
from storage.models import Meeting
from texts import Safe, Speaker
from texts.moments import clock, moment, short_day

LONGEST_CAPTION, LONGEST_NAME = 44, 26


def classes_screen(t: Speaker, classes: Sequence[TaughtClass], page: int) -> Screen:
    if not classes:
        return Screen(t("attendance-no-class"), [ways_back(t, OpenStaff())])
    size = desk_page(len(classes))
    shown, page = page_of(classes, page, size)
    ways = [button(class_caption(each), ListMeetings(each.id, 0)) for each in shown]
    turns = turning(t, page, len(classes), ListAttendanceClasses, size)
    return Screen(
        t("attendance-classes"), [*in_columns(ways, 1), *turns, ways_back(t, OpenStaff())]
    )


def class_caption(taught: TaughtClass) -> str:
    return short(f"{taught.programme_title} · {taught.wave_code}", LONGEST_CAPTION)


def meetings_screen(
    t: Speaker, class_id: int, meetings: Sequence[Meeting], page: int, zone: ZoneInfo
) -> Screen:
    back = ways_back(t, ListAttendanceClasses(0))
    if not meetings:
        return Screen(t("attendance-no-meeting"), [back])
    size = desk_page(len(meetings))
    shown, page = page_of(meetings, page, size)
    ways = [button(meeting_caption(t, each, zone), OpenRoll(each.id, 0)) for each in shown]
    turns = turning(t, page, len(meetings), lambda number: ListMeetings(class_id, number), size)
    return Screen(t("attendance-meetings"), [*in_columns(ways, 1), *turns, back])


def roll_screen(t: Speaker, roll: Roll, page: int, zone: ZoneInfo) -> Screen:
    size = desk_page(len(roll.records))
    shown, page = page_of(roll.records, page, size)
    text = t(
        "attendance-roll",
        programme=roll.programme_title,
        number=roll.number,
        when=moment(roll.starts_at, t, zone),
        cancelled="yes" if roll.cancelled else "no",
        **{state.value: roll.count(state) for state in AttendanceState},
    )
    ways = [] if roll.cancelled else [_line(t, record) for record in shown]
    turns = turning(
        t, page, len(roll.records), lambda number: OpenRoll(roll.meeting_id, number), size
    )
    back = ways_back(t, ListMeetings(roll.class_id, 0))
    return Screen(text, [*in_columns(ways, 1), *turns, back])


def record_screen(t: Speaker, record: Record, zone: ZoneInfo) -> Screen:
    trainee = record.trainee
    text = t(
        "attendance-record",
        name=trainee.name,
        number=trainee.number,
        programme=trainee.programme_title,
        meeting=record.meeting_number,
        state=record_words(t, record, zone),
    )
    marks = [
        button(t.plain(f"attendance-mark-{state.value}"), _mark(record, state))
        for state in (AttendanceState.PRESENT, AttendanceState.LATE, AttendanceState.ABSENT)
    ]
    excuse = AskExcuse(trainee.application_id, record.meeting_id)
    marks.insert(2, button(t.plain("attendance-mark-excused"), excuse))
    back = ways_back(t, OpenRoll(record.meeting_id, 0))
    return Screen(text, [*in_columns(marks), back])


def excuse_screen(t: Speaker, record: Record) -> Screen:
    """Why: by one tap."""
    text = t("attendance-ask-excuse", name=record.trainee.name, meeting=record.meeting_number)
    whys = [
        button(t.plain(f"attendance-why-{why}"), _mark(record, AttendanceState.EXCUSED, why))
        for why in EXCUSES
    ]
    back = OpenRecord(record.trainee.application_id, record.meeting_id)
    return Screen(text, [*in_columns(whys), ways_back(t, back)])


def page_with(roll: Roll, application_id: int) -> int:
    """The page of the roll on which somebody stands."""
    places = [record.trainee.application_id for record in roll.records]
    return places.index(application_id) // desk_page(len(places)) if application_id in places else 0


def record_words(t: Speaker, record: Record, zone: ZoneInfo) -> Safe:
    """hadir 07.25; terlambat 20 menit; izin (sakit); the day too, where it is another one."""
    at, begins = record.recorded_at, record.starts_at.astimezone(zone)
    day = "none"
    if at is not None and at.astimezone(zone).date() != begins.date():
        day = short_day(at.astimezone(zone).date(), t.language)
    return t(
        f"attendance-told-{record.state.value}",
        clock="none" if at is None else clock(at, zone),
        day=day,
        minutes="none" if record.minutes_late is None else record.minutes_late,
        why=_why(t, record.reason),
    )


def state_words(t: Speaker, record: Record) -> str:
    return t.plain(f"attendance-state-{record.state.value}")


def _why(t: Speaker, reason: str | None) -> str:
    key = f"attendance-why-{reason}"
    return t.plain(key).lower() if t.knows(key) else reason or "none"


def _line(t: Speaker, record: Record) -> InlineKeyboardButton:
    name = short(record.trainee.name, LONGEST_NAME)
    press = OpenRecord(record.trainee.application_id, record.meeting_id)
    return button(f"{name} · {state_words(t, record)}", press)


def _mark(record: Record, state: AttendanceState, why: str = "") -> MarkAttendance:
    return MarkAttendance(record.trainee.application_id, record.meeting_id, state.value, why)


def meeting_caption(t: Speaker, meeting: Meeting, zone: ZoneInfo) -> str:
    day = short_day(meeting.starts_at.astimezone(zone).date(), t.language)
    return t.plain("attendance-meeting", number=meeting.number, day=day)
