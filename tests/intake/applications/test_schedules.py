"""One's own timetable, in the chat and in the phone's calendar."""

from datetime import UTC, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from sqlalchemy.orm import Session

from catalog.meetings import cancel_meeting, move_meeting
from intake.applications.schedules import calendar, find_class_meetings, my_meetings
from intake.seats.admitting import admit
from intake.withdrawing import withdraw
from people.accounts import Mute, mute, set_reminders
from storage.models import CourseClass, Meeting, Programme, Wave
from tests.cast import BUDI, FIRST_MEETING, NOW, SITI, Stage, apply, set_stage


@pytest.fixture
def admitted(session: Session, stage: Stage) -> int:
    """Siti's account; she is in the class that has meetings."""
    sent = apply(session, SITI, stage.class_id)
    return admit(session, sent.number, actor="Ibu Sri", now=NOW).account_id


def events(session: Session, account_id: int) -> list[dict[str, object]]:
    """What a calendar reads from the file."""
    file = Calendar.from_ical(calendar(session, account_id, now=NOW))
    assert (file["VERSION"], file["METHOD"]) == ("2.0", "PUBLISH")
    return [
        {
            "uid": str(event["UID"]),
            "start": event.decoded("DTSTART"),
            "end": event.decoded("DTEND"),
            "summary": str(event["SUMMARY"]),
            "place": str(event["LOCATION"]),
            "sequence": event.decoded("SEQUENCE"),
            "status": str(event["STATUS"]),
            "alarms": [alarm.decoded("TRIGGER") for alarm in event.walk("VALARM")],
        }
        for event in file.walk("VEVENT")
    ]


def test_meetings_of_the_class_one_is_in_come_in_order(
    session: Session, stage: Stage, admitted: int
) -> None:
    meetings = my_meetings(session, admitted)
    assert [meeting.id for meeting in meetings] == list(stage.meeting_ids)
    first = meetings[0]
    assert (first.number, first.topic, first.starts_at) == (1, "Materi 1", FIRST_MEETING)
    assert first.place == "UPTD Pelatihan Kerja, Jalan Kencana I No. 20, Jelupang"
    assert first.summary == "Las SMAW A (1): Materi 1"


def test_a_span_of_time_narrows_them(session: Session, stage: Stage, admitted: int) -> None:
    second = FIRST_MEETING + timedelta(days=1)
    found = my_meetings(session, admitted, since=second, until=second + timedelta(days=1))
    assert [meeting.id for meeting in found] == [stage.meeting_ids[1]]
    running = my_meetings(session, admitted, since=FIRST_MEETING + timedelta(hours=1))
    assert [meeting.id for meeting in running] == list(stage.meeting_ids)


def test_only_the_admitted_have_meetings(session: Session, stage: Stage, admitted: int) -> None:
    waiting = apply(session, BUDI, stage.class_id)
    assert my_meetings(session, waiting.account_id) == []
    assert len(my_meetings(session, admitted)) == len(stage.meeting_ids)


def test_whoever_withdraws_has_none_any_more(session: Session, stage: Stage) -> None:
    sent = apply(session, SITI, stage.class_id)
    admit(session, sent.number, actor="Ibu Sri", now=NOW)
    withdraw(session, sent.id, sent.account_id, reason=None, now=NOW)
    assert my_meetings(session, sent.account_id) == []
    assert events(session, sent.account_id) == []


def test_a_meeting_without_a_place_is_where_its_class_or_programme_is(
    session: Session, stage: Stage, admitted: int
) -> None:
    for meeting_id in stage.meeting_ids:
        session.get_one(Meeting, meeting_id).place_id = None
    session.flush()
    assert {meeting.place for meeting in my_meetings(session, admitted)} == {None}
    course_class = session.get_one(CourseClass, stage.class_id)
    session.get_one(Programme, course_class.programme_id).place_id = stage.place_id
    session.flush()
    assert {meeting.place_name for meeting in my_meetings(session, admitted)} == {
        "UPTD Pelatihan Kerja"
    }


def test_a_calendar_reads_each_meeting(session: Session, admitted: int) -> None:
    first, *_, last = events(session, admitted)
    assert first == {
        "uid": first["uid"],
        "start": FIRST_MEETING.astimezone(UTC),
        "end": FIRST_MEETING.astimezone(UTC) + timedelta(hours=7, minutes=45),
        "summary": "Las SMAW A (1): Materi 1",
        "place": "UPTD Pelatihan Kerja, Jalan Kencana I No. 20, Jelupang",
        "sequence": 0,
        "status": "CONFIRMED",
        "alarms": [timedelta(hours=-2)],
    }
    assert last["summary"] == "Las SMAW A (3): Materi 3"


def test_a_moved_or_cancelled_meeting_is_the_same_event_with_a_higher_sequence(
    session: Session, stage: Stage, admitted: int
) -> None:
    before = events(session, admitted)
    later = FIRST_MEETING + timedelta(days=7)
    move_meeting(
        session, stage.meeting_ids[0], starts_at=later, ends_at=later + timedelta(hours=2), now=NOW
    )
    cancel_meeting(session, stage.meeting_ids[1], now=NOW)
    session.flush()
    after = {event["uid"]: event for event in events(session, admitted)}
    moved, cancelled = after[before[0]["uid"]], after[before[1]["uid"]]
    assert (moved["start"], moved["sequence"]) == (later.astimezone(UTC), 1)
    assert (cancelled["status"], cancelled["sequence"]) == ("CANCELLED", 1)
    assert cancelled["alarms"] == []


def test_the_phone_reminds_as_early_as_one_wished(session: Session, admitted: int) -> None:
    set_reminders(session, admitted, evening_hour=18, hours_before=5)
    assert events(session, admitted)[0]["alarms"] == [timedelta(hours=-5)]
    mute(session, admitted, Mute.REMINDERS, True)
    assert events(session, admitted)[0]["alarms"] == []


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    title=st.text(st.characters(codec="utf-8", exclude_categories=["C"]), min_size=1, max_size=120),
    topic=st.text(st.characters(codec="utf-8", exclude_categories=["C"]), max_size=200),
)
def test_any_title_survives_the_file(
    session: Session, stage: Stage, admitted: int, title: str, topic: str
) -> None:
    course_class = session.get_one(CourseClass, stage.class_id)
    session.get_one(Programme, course_class.programme_id).title = title
    session.get_one(Meeting, stage.meeting_ids[0]).topic = topic
    session.flush()
    summary = my_meetings(session, admitted)[0].summary
    assert events(session, admitted)[0]["summary"] == summary
    lines = calendar(session, admitted, now=NOW).split(b"\r\n")
    assert max(map(len, lines)) <= 75


def test_staff_find_a_meeting_by_programme_and_number(session: Session, stage: Stage) -> None:
    set_stage(session, name="-2")
    found = find_class_meetings(session, "las-smaw-a", 2)
    assert [(wave, meeting.id) for wave, meeting in found] == [("PBK-2025-3", stage.meeting_ids[1])]
    session.get_one(Wave, stage.wave_id).state = "finished"
    session.flush()
    assert find_class_meetings(session, "las-smaw-a", 2) == []
    assert len(find_class_meetings(session, "las-smaw-a", 2, wave="pbk-2025-3")) == 1
    assert find_class_meetings(session, "las-smaw-a-2", 2, wave="pbk-2025-3") == []
