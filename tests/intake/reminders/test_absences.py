"""Who is warned of their absences, when, and how often."""

from datetime import datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from intake.reminders.absences import WAIT, absence_plans, absences
from intake.reminders.planning import plan_reminders
from intake.training.attendance_rows import AttendanceState
from storage.models import Application, Attendance, Meeting, Notice, Wave
from tests.cast import BUDI, FIRST_MEETING, NOW, SITI, WIB, Stage, add_meetings
from tests.intake.reminders.planning import call_off
from tests.intake.training.trainees import DAY, END, MINUTE, allow, counted, note, take_in

PRESENT, EXCUSED = AttendanceState.PRESENT, AttendanceState.EXCUSED
WARNED = ("absences_reached", "absences_exceeded")


def warnings(session: Session) -> list[tuple[int, str]]:
    """Account and kind, in the order of writing."""
    chosen = select(Notice.account_id, Notice.kind).where(Notice.kind.in_(WARNED))
    return [(who, kind) for who, kind in session.execute(chosen.order_by(Notice.id))]


def plan(session: Session, now: datetime, since: datetime | None = None) -> None:
    plan_reminders(session, now, WIB, since)


def test_each_bound_is_told_once_some_hours_after_the_meeting(
    session: Session, stage: Stage
) -> None:
    allow(session, stage, 1)
    siti, budi = (take_in(session, one, stage.class_id) for one in (SITI, BUDI))
    for day, meeting_id in enumerate(stage.meeting_ids):
        note(session, budi, meeting_id, PRESENT, FIRST_MEETING + day * DAY)
    told = []
    for day in range(3):
        end = END + day * DAY
        for moment in (end, end + WAIT - MINUTE, end + WAIT, end + WAIT + MINUTE):
            plan(session, moment, moment - MINUTE)
            told.append(len(warnings(session)))
    assert told == [0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2]
    account = siti.account_id
    assert warnings(session) == [(account, WARNED[0]), (account, WARNED[1])]
    plan(session, END + 3 * DAY)  # a thorough look finds nothing new
    assert len(warnings(session)) == 2


def test_with_none_allowed_the_first_absence_is_one_too_many(
    session: Session, stage: Stage
) -> None:
    allow(session, stage, 5)
    session.get_one(Wave, stage.wave_id).absences_allowed = 0  # the wave's own goes first
    siti, budi = (take_in(session, one, stage.class_id) for one in (SITI, BUDI))
    note(session, budi, stage.meeting_ids[0], PRESENT, FIRST_MEETING)
    plan(session, END + WAIT)
    assert warnings(session) == [(siti.account_id, WARNED[1])]


def test_without_a_bound_nobody_is_warned(session: Session, stage: Stage) -> None:
    siti, budi = (take_in(session, one, stage.class_id) for one in (SITI, BUDI))
    note(session, budi, stage.meeting_ids[0], PRESENT, FIRST_MEETING)
    plan(session, END + WAIT)
    assert warnings(session) == []
    assert counted(session, siti, END).absent == 1


def test_what_is_put_in_after_the_meeting_counts(session: Session, stage: Stage) -> None:
    allow(session, stage, 1)
    siti, budi = (take_in(session, one, stage.class_id) for one in (SITI, BUDI))
    note(session, budi, stage.meeting_ids[0], PRESENT, FIRST_MEETING)
    plan(session, END + MINUTE)
    note(session, siti, stage.meeting_ids[0], EXCUSED, END + 60 * MINUTE, "sick")
    plan(session, END + WAIT)
    assert warnings(session) == []


def test_a_cancelled_meeting_and_those_before_the_seat_do_not_count(
    session: Session, stage: Stage
) -> None:
    allow(session, stage, 1)
    budi = take_in(session, BUDI, stage.class_id)
    siti = take_in(session, SITI, stage.class_id, FIRST_MEETING + MINUTE)
    for number in (0, 2):
        note(session, budi, stage.meeting_ids[number], PRESENT, END + 2 * DAY)
    call_off(session, stage.meeting_ids[1], NOW)
    session.flush()
    plan(session, END + DAY + WAIT)
    assert warnings(session) == []
    plan(session, END + 2 * DAY + WAIT)
    assert warnings(session) == [(siti.account_id, WARNED[0])]


def test_it_is_one_look_while_no_meeting_has_ended(session: Session, stage: Stage) -> None:
    allow(session, stage, 1)
    take_in(session, SITI, stage.class_id)
    for moment in (NOW, END + WAIT - MINUTE, END + WAIT + MINUTE):
        assert absence_plans(session, moment - timedelta(seconds=2), moment) == []
    assert len(absence_plans(session, END + WAIT - MINUTE, END + WAIT)) == 2


STATES = st.sampled_from([None, AttendanceState.PRESENT, AttendanceState.LATE, EXCUSED])


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    marks=st.lists(st.tuples(STATES, STATES, st.booleans()), min_size=1, max_size=9),
    seated=st.integers(0, 9),
    over=st.integers(0, 9),
)
def test_the_database_counts_absences_as_the_rules_have_it(
    session: Session,
    stage: Stage,
    marks: list[tuple[AttendanceState | None, AttendanceState | None, bool]],
    seated: int,
    over: int,
) -> None:
    """Siti's and Budi's marks at each meeting, and whether it is cancelled; Siti has her seat
    before meeting `seated`, and `over` have ended.
    """
    nested = session.begin_nested()
    morning = FIRST_MEETING + 30 * DAY
    seat = morning + seated * DAY - MINUTE
    budi, siti = (
        take_in(session, BUDI, stage.class_id),
        take_in(session, SITI, stage.class_id, seat),
    )
    session.execute(delete(Attendance))
    session.execute(delete(Meeting).where(Meeting.class_id == stage.class_id))
    starts = [morning + day * DAY for day in range(len(marks))]
    ids = add_meetings(session, stage.class_id, None, starts)
    end = morning + len(marks) * DAY
    for meeting_id, (mine, his, cancelled) in zip(ids, marks, strict=True):
        for who, state in ((siti, mine), (budi, his)):
            if state is not None:
                note(session, who, meeting_id, state, end, "sick")
        session.get_one(Meeting, meeting_id).cancelled = cancelled
    session.flush()
    now = morning + over * DAY - MINUTE
    taken = [day for day, (mine, his, _) in enumerate(marks) if mine or his]
    expected = sum(
        mine is None and not cancelled and day < over and day >= seated and day >= taken[0]
        for day, (mine, _, cancelled) in enumerate(marks)
        if taken
    )
    counted_there = session.scalar(select(absences(now)).where(Application.id == siti.id))
    shown = counted(session, siti, now).absent
    nested.rollback()
    assert (counted_there, shown) == (expected, expected)


@pytest.mark.parametrize("state", [PRESENT, EXCUSED])
def test_nobody_is_absent_twice_at_one_meeting(
    session: Session, stage: Stage, state: AttendanceState
) -> None:
    siti = take_in(session, SITI, stage.class_id)
    note(session, siti, stage.meeting_ids[0], state, END, "sick")
    tallied = counted(session, siti, END)
    assert (tallied.counted, tallied.absent) == (1, 0)
