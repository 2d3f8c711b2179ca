"""Nights in which clocks are changed: lessons on the morning after, and people who sleep."""

from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from itertools import product
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from benchmarks.chaos import load
from benchmarks.chaos.audit import Count
from benchmarks.chaos.telegram import Message
from storage.models import Account, Applicant, Application, CourseClass, Meeting
from storage.vault import vault_of

QUIET = (None, (time(21), time(6)), (time(1, 30), time(2, 30)), (time(2, 15), time(7)))
HOURS_BEFORE = (2, 7, 8, 24)
WISHES = tuple(product(QUIET, HOURS_BEFORE))
EVENING, LESSON = time(18), time(9)
KINDS = ("meeting_evening", "meeting_soon")
EACH = 2  # the evening before, and some hours before


def changes(zone: ZoneInfo, after: datetime) -> list[date]:
    """The days of the next two changes of this zone's clocks."""
    days = [after.date() + timedelta(days=count) for count in range(1, 400)]
    found = [day for day in days if _offset(day, zone) != _offset(day + timedelta(days=1), zone)]
    return found[:2]


def hops(day: date, zone: ZoneInfo) -> list[datetime]:
    """The moments to look at, from the day before on: closely around the change."""
    eve, dawn = day - timedelta(days=1), datetime.combine(day, time(1), zone).astimezone(UTC)
    before = [datetime.combine(eve, time(hour, 5), zone) for hour in (8, 10, 18)]
    around = [dawn + timedelta(minutes=35 * count) for count in range(5)]
    after = [datetime.combine(day, time(hour, 5), zone) for hour in (6, 7)]
    return [*before, *around, *after]


def planned(day: date, zone: ZoneInfo, chats: range, now: datetime) -> int:
    """How many reminders of that day's lesson are due by now, those put off included."""
    starts_at = datetime.combine(day, LESSON, zone).astimezone(UTC)
    evening = datetime.combine(day - timedelta(days=1), EVENING, zone)
    wishes = (WISHES[number % len(WISHES)] for number in range(len(chats)))
    return sum(
        (evening <= now) + (starts_at - timedelta(hours=hours) <= now) for _quiet, hours in wishes
    )


def hold_lesson(session: Session, day: date, zone: ZoneInfo) -> str:
    """One on that day, in the class of all; returns the words of its reminders."""
    topic = f"uji-malam-{day:%m%d}"
    starts_at = datetime.combine(day, LESSON, zone).astimezone(UTC)
    meeting = Meeting(class_id=_class(session).id, number=900 + day.month, topic=topic)
    meeting.starts_at, meeting.ends_at = starts_at, starts_at + timedelta(hours=3)
    session.add(meeting)
    return topic


def enrol(session: Session, now: datetime) -> None:
    """Every account gets a seat, and wishes of its own."""
    class_ = _class(session)
    accounts = session.scalars(select(Account).order_by(Account.id)).all()
    for number, account in enumerate(accounts):
        quiet, hours = WISHES[number % len(WISHES)]
        account.quiet_from, account.quiet_until = quiet or (None, None)
        account.hours_before = hours
        session.add(_application(session, account, class_, now))


def note(count: Count, zone: ZoneInfo, chats: range, messages: list[Message]) -> None:
    """Add a night to the count: who got too few or too many reminders, and who was woken up."""
    times = Counter(message.chat_id for message in messages)
    count.messages += EACH * len(chats)
    count.accepted += len(messages)
    count.lost += sum(max(0, EACH - times[chat]) for chat in chats)
    count.duplicates += sum(max(0, times[chat] - EACH) for chat in chats)
    for message in messages:
        quiet, _hours = WISHES[(message.chat_id - load.FIRST_ID) % len(WISHES)]
        clock = datetime.fromtimestamp(message.at, zone).time()
        if quiet is not None and _within(clock, *quiet):
            count.wrong.append(f"{message.chat_id} was written to at {clock}, quiet {quiet}")


def _within(clock: time, start: time, end: time) -> bool:
    return start <= clock < end if start < end else clock >= start or clock < end


def _offset(day: date, zone: ZoneInfo) -> timedelta | None:
    return datetime.combine(day, time(0), zone).utcoffset()


def _class(session: Session) -> CourseClass:
    """One that has no lessons but ours."""
    others = select(Meeting.class_id).where(Meeting.number < 900)
    found = select(CourseClass).where(CourseClass.id.not_in(others)).order_by(CourseClass.id)
    class_ = session.scalars(found).first()
    assert class_ is not None
    return class_


def _application(
    session: Session, account: Account, class_: CourseClass, now: datetime
) -> Application:
    vault, nik = vault_of(session), f"36730512{account.id:08d}"
    applicant = Applicant(
        account_id=account.id,
        name_sealed=vault.seal("Uji"),
        nik_sealed=vault.seal(nik),
        nik_print=vault.fingerprint(nik),
        phone_sealed=vault.seal("+6281100000000"),
        born_on=date(2001, 3, 12),
        sex="m",
        education="smk",
        domicile="3673",
        created_at=now,
        updated_at=now,
    )
    return Application(
        number=f"UJI-{account.id}",
        applicant=applicant,
        account_id=account.id,
        class_id=class_.id,
        wave_id=class_.wave_id,
        nik_print=applicant.nik_print,
        state="admitted",
        submitted_at=now,
        changed_at=now,
    )
