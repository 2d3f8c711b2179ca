"""The staff's desk: who was at a meeting, seen and put right."""

from datetime import UTC, datetime, timedelta

from telegram import Update

from bot.context import Turn
from bot.presses.attendance import (
    AskExcuse,
    ListAttendanceClasses,
    ListMeetings,
    MarkAttendance,
    OpenRecord,
    OpenRoll,
    TakeLate,
)
from bot.rights import name_of, rights_of
from bot.screens import show
from bot.views import attendance as views
from bot.views.cards import scan_screen
from intake.training import attendance
from intake.training.attendance import mark
from intake.training.attendance_rows import (
    AttendanceState,
    Record,
    meetings_until,
    one_record,
    roll_of,
)
from intake.training.trainees import taught_classes

AHEAD = timedelta(days=1)
"""Tomorrow's meeting is there, too: who is excused says so before."""


async def list_classes(update: Update, turn: Turn) -> None:
    found = await turn.house.database.read(taught_classes, await rights_of(turn))
    held = [each for each in found if each.meetings]
    page = turn.pressed(ListAttendanceClasses).page
    await show(update, turn, views.classes_screen(turn.t, held, page))


async def list_meetings(update: Update, turn: Turn) -> None:
    press, house = turn.pressed(ListMeetings), turn.house
    until = house.now() + AHEAD
    found = await house.database.read(
        meetings_until, press.class_id, await rights_of(turn), until=until
    )
    screen = views.meetings_screen(turn.t, press.class_id, found, press.page, house.zone)
    await show(update, turn, screen)


async def open_roll(update: Update, turn: Turn) -> None:
    press, house = turn.pressed(OpenRoll), turn.house
    roll = await house.database.read(
        roll_of, press.meeting_id, await rights_of(turn), now=house.now()
    )
    await show(update, turn, views.roll_screen(turn.t, roll, press.page, house.zone))


async def open_record(update: Update, turn: Turn) -> None:
    press = turn.pressed(OpenRecord)
    record = await _record(turn, press.application_id, press.meeting_id)
    await show(update, turn, views.record_screen(turn.t, record, turn.house.zone))


async def ask_excuse(update: Update, turn: Turn) -> None:
    press = turn.pressed(AskExcuse)
    record = await _record(turn, press.application_id, press.meeting_id)
    await show(update, turn, views.excuse_screen(turn.t, record))


async def mark_one(update: Update, turn: Turn) -> None:
    """Back to the roll, where the next one is marked."""
    press, house = turn.pressed(MarkAttendance), turn.house
    record = await _mark(turn, press.application_id, press.meeting_id, press.state, press.why)
    roll = await house.database.read(
        roll_of, press.meeting_id, await rights_of(turn), now=house.now()
    )
    page = views.page_with(roll, press.application_id)
    name, state = record.trainee.short_name, views.state_words(turn.t, record)
    toast = turn.t.plain("attendance-marked", name=name, state=state)
    await show(update, turn, views.roll_screen(turn.t, roll, page, house.zone), toast=toast)


async def take_late(update: Update, turn: Turn) -> None:
    """A scanned card, for a meeting that is over."""
    press, house = turn.pressed(TakeLate), turn.house
    taken = await house.database.write(
        attendance.take_late,
        press.application_id,
        press.meeting_id,
        await rights_of(turn),
        scanned_at=datetime.fromtimestamp(press.minute * 60, UTC),
        actor=await name_of(turn),
        by=turn.account.id,
        now=house.now(),
    )
    await show(update, turn, scan_screen(turn.t, taken, house.now(), house.zone))


async def _mark(turn: Turn, application_id: int, meeting_id: int, state: str, why: str) -> Record:
    house = turn.house
    return await house.database.write(
        mark,
        application_id,
        meeting_id,
        AttendanceState(state),
        await rights_of(turn),
        reason=why,
        actor=await name_of(turn),
        by=turn.account.id,
        now=house.now(),
        zone=house.zone,
    )


async def _record(turn: Turn, application_id: int, meeting_id: int) -> Record:
    house, rights = turn.house, await rights_of(turn)
    return await house.database.read(
        one_record, application_id, meeting_id, rights, now=house.now()
    )
