"""Taking attendance: on time, late, twice, afterwards, by the wrong hands; and putting it right."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from catalog.errors import NoSuchMeeting
from intake.applications.errors import OtherProvider, ReasonMissing
from intake.training.attendance import Scan, scan_card, take_late
from intake.training.attendance_rows import AttendanceState, meetings_until, one_record, roll_of
from intake.training.errors import MeetingAhead, MeetingNotHeld, NoTrainee
from intake.training.trainees import list_trainees, taught_classes
from intake.withdrawing import withdraw
from people.staff import EVERYWHERE, Role, StaffRight
from storage.models import AttendanceChange, Meeting
from tests.cast import BUDI, FIRST_MEETING, NOW, SITI, WIB, Stage, set_stage
from tests.intake.reminders.planning import call_off
from tests.intake.training.trainees import (
    DAY,
    ELSEWHERE,
    END,
    MINUTE,
    counted,
    note,
    scan,
    take_in,
    token_of,
)

PRESENT, LATE, EXCUSED, ABSENT, OPEN = AttendanceState


def changes(session: Session) -> list[tuple[str, str | None, str | None, str | None]]:
    rows = session.scalars(select(AttendanceChange).order_by(AttendanceChange.id))
    return [(one.actor, one.from_state, one.to_state, one.reason) for one in rows]


def late(
    session: Session, application_id: int, meeting_id: int, scanned_at: datetime, now: datetime
) -> Scan:
    return take_late(
        session, application_id, meeting_id, EVERYWHERE,
        scanned_at=scanned_at, actor="Bu Ratna", now=now,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("after", "state", "minutes"),
    [
        (timedelta(minutes=-100), PRESENT, None),
        (timedelta(minutes=-5), PRESENT, None),
        (timedelta(minutes=5), PRESENT, None),
        (timedelta(minutes=5, seconds=1), LATE, 5),
        (timedelta(minutes=20), LATE, 20),
        (timedelta(hours=7), LATE, 420),
    ],
)
def test_a_scan_takes_the_meeting_of_now(
    session: Session, stage: Stage, after: timedelta, state: AttendanceState, minutes: int | None
) -> None:
    siti = take_in(session, SITI, stage.class_id)
    taken = scan(session, token_of(session, siti), FIRST_MEETING + after)
    assert taken.record is not None
    assert (taken.already, taken.record.meeting_number) == (False, 1)
    assert (taken.record.state, taken.record.minutes_late) == (state, minutes)
    assert taken.record.recorded_at == FIRST_MEETING + after
    assert changes(session) == [("staff:Bu Ratna", None, state.value, "card scanned")]


def test_a_second_scan_changes_nothing(session: Session, stage: Stage) -> None:
    siti = take_in(session, SITI, stage.class_id)
    token = token_of(session, siti)
    first = scan(session, token, FIRST_MEETING)
    second = scan(session, token, FIRST_MEETING + 60 * MINUTE)
    assert (second.already, second.record) == (True, first.record)
    assert len(changes(session)) == 1


def test_who_was_excused_and_comes_all_the_same_is_there(session: Session, stage: Stage) -> None:
    siti = take_in(session, SITI, stage.class_id)
    note(session, siti, stage.meeting_ids[0], EXCUSED, NOW, "sick")
    taken = scan(session, token_of(session, siti), FIRST_MEETING)
    assert taken.record is not None
    assert (taken.record.state, taken.record.reason) == (PRESENT, None)
    assert changes(session)[-1][1:3] == ("excused", "present")


def test_a_late_scan_asks_for_which_meeting(session: Session, stage: Stage) -> None:
    siti = take_in(session, SITI, stage.class_id)
    token = token_of(session, siti)
    evening = FIRST_MEETING + DAY + timedelta(hours=10)
    asked = scan(session, token, evening)
    assert asked.record is None
    assert [each.number for each in asked.choices] == [2, 1]
    taken, again = (
        late(session, siti.id, asked.choices[1].id, evening, evening + delay)
        for delay in (60 * MINUTE, DAY)
    )
    assert taken.record is not None
    assert (taken.record.state, taken.record.recorded_at) == (PRESENT, evening)
    assert (again.already, again.record) == (True, taken.record)
    with pytest.raises(MeetingNotHeld):  # it was ahead when the card was scanned
        late(session, siti.id, stage.meeting_ids[2], evening, evening + 2 * DAY)
    with pytest.raises(MeetingNotHeld):  # and this one was long over
        late(session, siti.id, stage.meeting_ids[1], END + 10 * DAY, END + 10 * DAY)
    assert scan(session, token, END + 10 * DAY).choices == []
    assert [each.number for each in scan(session, token, END + 7 * DAY).choices] == [3, 2]


def test_before_the_first_meeting_there_is_nothing_to_take(session: Session, stage: Stage) -> None:
    siti = take_in(session, SITI, stage.class_id)
    asked = scan(session, token_of(session, siti), FIRST_MEETING - DAY)
    assert (asked.record, asked.choices) == (None, [])


def test_a_cancelled_meeting_is_not_taken(session: Session, stage: Stage) -> None:
    siti = take_in(session, SITI, stage.class_id)
    call_off(session, stage.meeting_ids[0], NOW)
    session.flush()
    assert scan(session, token_of(session, siti), FIRST_MEETING).record is None
    with pytest.raises(MeetingNotHeld):
        note(session, siti, stage.meeting_ids[0], PRESENT, END)


def test_staff_of_another_provider_take_nothing(session: Session, stage: Stage) -> None:
    with pytest.raises(OtherProvider):  # nor where nobody has a seat yet
        roll_of(session, stage.meeting_ids[0], ELSEWHERE, now=NOW)
    siti = take_in(session, SITI, stage.class_id)
    token, meeting_id = token_of(session, siti), stage.meeting_ids[0]
    with pytest.raises(OtherProvider):
        scan_card(session, token, ELSEWHERE, actor="X", now=FIRST_MEETING, zone=WIB)
    with pytest.raises(OtherProvider):
        roll_of(session, meeting_id, ELSEWHERE, now=NOW)
    with pytest.raises(OtherProvider):
        one_record(session, siti.id, meeting_id, ELSEWHERE, now=NOW)
    with pytest.raises(OtherProvider):
        meetings_until(session, stage.class_id, ELSEWHERE, until=END)
    with pytest.raises(OtherProvider):
        list_trainees(session, stage.class_id, ELSEWHERE)
    assert taught_classes(session, ELSEWHERE) == []
    assert changes(session) == []


def test_staff_of_its_provider_see_the_class(session: Session, stage: Stage) -> None:
    other = set_stage(session, name="-2")
    take_in(session, SITI, stage.class_id)
    take_in(session, BUDI, other.class_id)
    ours = frozenset({StaffRight(Role.STAFF, stage.provider_id)})
    [taught] = taught_classes(session, ours)
    assert (taught.id, taught.trainees, taught.meetings) == (stage.class_id, 1, 3)
    assert taught.certificates == ("internal", "bnsp")
    assert len(taught_classes(session, EVERYWHERE)) == 2


def test_who_has_given_up_is_taken_no_more(session: Session, stage: Stage) -> None:
    siti = take_in(session, SITI, stage.class_id)
    token = token_of(session, siti)
    withdraw(session, siti.id, siti.account_id, reason=None, now=NOW)
    with pytest.raises(NoTrainee):
        scan(session, token, FIRST_MEETING)


def test_staff_put_right_what_is_written(session: Session, stage: Stage) -> None:
    siti, meeting_id = take_in(session, SITI, stage.class_id), stage.meeting_ids[0]
    note(session, siti, meeting_id, PRESENT, END)
    late = note(session, siti, meeting_id, LATE, END)
    excused = note(session, siti, meeting_id, EXCUSED, END, "  rapat   desa ")
    again = note(session, siti, meeting_id, EXCUSED, END + MINUTE, "rapat desa")
    absent = note(session, siti, meeting_id, ABSENT, END)
    note(session, siti, meeting_id, ABSENT, END)
    assert (late.minutes_late, excused.reason, again) == (None, "rapat desa", excused)
    assert absent.recorded_at is None
    assert [change[1:] for change in changes(session)] == [
        (None, "present", None),
        ("present", "late", None),
        ("late", "excused", "rapat desa"),
        ("excused", None, None),
    ]


def test_an_excuse_wants_a_reason_and_may_come_before(session: Session, stage: Stage) -> None:
    siti, meeting_id = take_in(session, SITI, stage.class_id), stage.meeting_ids[0]
    with pytest.raises(ReasonMissing):
        note(session, siti, meeting_id, EXCUSED, NOW, "  ")
    assert note(session, siti, meeting_id, EXCUSED, NOW, "sick").state is EXCUSED
    with pytest.raises(MeetingAhead) as raised:
        note(session, siti, meeting_id, PRESENT, FIRST_MEETING - DAY)
    assert raised.value.starts_at == FIRST_MEETING


def test_a_meeting_of_another_class_is_none_of_theirs(session: Session, stage: Stage) -> None:
    siti = take_in(session, SITI, stage.other_class_id)
    for meeting_id in (stage.meeting_ids[0], 10**6):
        with pytest.raises(MeetingNotHeld):
            note(session, siti, meeting_id, PRESENT, END)
    with pytest.raises(NoSuchMeeting):
        roll_of(session, 10**6, EVERYWHERE, now=NOW)


def test_the_roll_is_by_name_and_absent_is_who_has_no_record_in_the_end(
    session: Session, stage: Stage
) -> None:
    siti = take_in(session, SITI, stage.class_id)
    take_in(session, BUDI, stage.class_id)
    scan(session, token_of(session, siti), FIRST_MEETING)
    during, after = (
        roll_of(session, stage.meeting_ids[0], EVERYWHERE, now=moment)
        for moment in (END - MINUTE, END)
    )
    assert [record.trainee.name for record in during.records] == [BUDI.name, SITI.name]
    assert [record.state for record in during.records] == [OPEN, PRESENT]
    assert [record.state for record in after.records] == [ABSENT, PRESENT]
    assert (after.count(ABSENT), after.programme_title) == (1, "Las SMAW A")


def test_a_tally_counts_what_was_held_since_one_has_a_seat(session: Session, stage: Stage) -> None:
    siti = take_in(session, SITI, stage.class_id)
    budi = take_in(session, BUDI, stage.class_id, FIRST_MEETING + MINUTE)
    token = token_of(session, siti)
    scan(session, token, FIRST_MEETING)
    scan(session, token, FIRST_MEETING + DAY + 20 * MINUTE)
    after = END + 2 * DAY
    mine, his = counted(session, siti, after), counted(session, budi, after)
    assert (mine.present, mine.late, mine.excused, mine.absent, mine.counted) == (1, 1, 0, 1, 3)
    assert [day.isoformat() for day in mine.absent_on] == ["2025-12-03"]
    assert (his.absent, his.counted) == (2, 2)


def test_where_attendance_is_not_taken_nobody_is_absent(session: Session, stage: Stage) -> None:
    siti = take_in(session, SITI, stage.class_id)
    assert counted(session, siti, END + 5 * DAY).counted == 0
    note(session, siti, stage.meeting_ids[1], PRESENT, END + DAY)
    assert counted(session, siti, END + 5 * DAY).absent == 1  # the third; the first is before it


def test_meetings_are_listed_from_the_latest_without_cancelled_ones(
    session: Session, stage: Stage
) -> None:
    take_in(session, SITI, stage.class_id)
    call_off(session, stage.meeting_ids[1], NOW)
    session.flush()
    found = meetings_until(session, stage.class_id, EVERYWHERE, until=END + 5 * DAY)
    assert [meeting.number for meeting in found] == [3, 1]
    assert session.get_one(Meeting, stage.meeting_ids[1]).cancelled
