"""What reaches people unasked, one function a kind of notice.

Each re-reads the truth and raises Moot where there is nothing left to tell. Each carries a way to
get fewer of its kind; results and changes have none, as they are never muted.
"""

from collections.abc import Callable
from typing import Any

from sqlalchemy import Row, bindparam, func, select
from sqlalchemy.orm import Session, aliased, joinedload

from bot import broadcast_letters, letters_intake, letters_seats, letters_training
from bot.context import House
from bot.keyboards import Row as Buttons
from bot.keyboards import button, in_columns
from bot.outgoing import Outgoing
from bot.presses.courses import OpenClass, TellMe
from bot.presses.registration import ResumeDraft, StartRegistration
from bot.presses.schedule import OpenApplication, OpenScheduleBelow
from bot.presses.settings import OpenReminderSettings
from bot.screens import Screen
from bot.views.vacancies import vacancy_letter
from notices.sender import Letter, Moot
from storage.models import Application, CourseClass, Meeting, Place, Programme
from texts import Speaker
from texts.moments import moment, near

Writer = Callable[[Session, Letter, Speaker, House], Screen | Outgoing]
SharedWriter = Callable[[Session, int, str], Outgoing | None]
"""From a broadcast's id and a language; None where there is nothing to tell any more."""


def reminder(session: Session, letter: Letter, t: Speaker, house: House) -> Screen:
    """A class meeting tomorrow, or in some hours."""
    meeting = _meeting(session, letter)
    if meeting.cancelled or meeting.revision != letter.facts["revision"]:
        raise Moot("the meeting was moved or cancelled")
    if meeting.starts_at <= house.now():
        raise Moot("the meeting has begun")
    text = t(
        "letter-meeting",
        programme=meeting.programme,
        when=near(meeting.starts_at, house.now(), t, house.zone),
        place=_place(meeting, t),
        topic=meeting.topic or "none",
    )
    return Screen(text, [_schedule(t), _fewer(t)])


def meeting_moved(session: Session, letter: Letter, t: Speaker, house: House) -> Screen:
    meeting = _meeting(session, letter)
    if meeting.revision != letter.facts["revision"]:
        raise Moot("it was moved once more")
    before = meeting.moved_from
    text = t(
        "letter-meeting-moved",
        programme=meeting.programme,
        before="none" if before is None else moment(before, t, house.zone),
        when=moment(meeting.starts_at, t, house.zone),
        place=_place(meeting, t),
    )
    return Screen(text, [_schedule(t)])


def meeting_cancelled(session: Session, letter: Letter, t: Speaker, house: House) -> Screen:
    meeting = _meeting(session, letter)
    if not meeting.cancelled:
        raise Moot("it takes place after all")
    when = moment(meeting.starts_at, t, house.zone)
    text = t("letter-meeting-cancelled", programme=meeting.programme, when=when)
    return Screen(text, [_schedule(t)])


def draft_closing(session: Session, letter: Letter, t: Speaker, house: House) -> Screen:
    """A registration left half done, a day before it closes."""
    class_ = _class(session, letter.facts["class_id"])
    closes_at = class_.wave.registration_closes_at
    if closes_at is None or closes_at <= house.now():
        raise Moot("the registration has closed")
    text = t(
        "letter-draft-closing",
        programme=class_.programme.title,
        when=near(closes_at, house.now(), t, house.zone),
    )
    return Screen(text, [[button(t.plain("letter-resume"), ResumeDraft())], _fewer(t)])


def admitted(session: Session, letter: Letter, t: Speaker, house: House) -> Screen:
    application = session.get(Application, letter.facts["application_id"])
    if application is None or application.state != "admitted":
        raise Moot("no longer admitted")
    class_ = _class(session, application.class_id)
    text = t("letter-admitted", programme=class_.programme.title, number=application.number)
    see = button(t.plain("letter-see-application"), OpenApplication(application.id))
    return Screen(text, [[see], _schedule(t)])


def registration_open(session: Session, letter: Letter, t: Speaker, house: House) -> Screen:
    class_ = _class(session, letter.facts["class_id"])
    closes_at = class_.wave.registration_closes_at
    if class_.wave.state != "open" or (closes_at is not None and closes_at <= house.now()):
        raise Moot("the registration has closed")
    text = t(
        "letter-registration-open",
        programme=class_.programme.title,
        wave=class_.wave.title,
        closes="none" if closes_at is None else moment(closes_at, t, house.zone),
    )
    ways = [
        button(t.plain("letter-see-class"), OpenClass(class_.id)),
        button(t.plain("letter-tell-no-more"), TellMe(class_.programme_id, wanted=False)),
    ]
    if class_.programme.entry == "jawara":
        ways.insert(0, button(t.plain("letter-register"), StartRegistration(class_.id)))
    return Screen(text, in_columns(ways, 1))


def _meeting(session: Session, letter: Letter) -> Any:
    asked = {"meeting": letter.facts["meeting_id"]}
    meeting = session.connection().execute(MEETING, asked).one_or_none()
    if meeting is None:
        raise Moot("the meeting is gone")
    return meeting


def _class(session: Session, class_id: int) -> CourseClass:
    query = select(CourseClass).options(
        joinedload(CourseClass.programme),
        joinedload(CourseClass.wave),
        joinedload(CourseClass.place),
    )
    class_ = session.scalar(query.where(CourseClass.id == class_id))
    if class_ is None:
        raise Moot("the class is gone")
    return class_


def _place(meeting: Row[Any], t: Speaker) -> str:
    return meeting.place or t.plain("letter-place-unknown")


def _schedule(t: Speaker) -> Buttons:
    return [button(t.plain("letter-see-schedule"), OpenScheduleBelow())]


def _fewer(t: Speaker) -> Buttons:
    return [button(t.plain("letter-fewer"), OpenReminderSettings())]


# Columns rather than objects: at its ceiling the courier writes hundreds of these a second.
OWN_PLACE = aliased(Place)
MEETING = (
    select(
        *(Meeting.revision, Meeting.cancelled, Meeting.starts_at, Meeting.moved_from),
        *(Meeting.topic, Programme.title.label("programme")),
        func.coalesce(OWN_PLACE.name, Place.name).label("place"),
    )
    .join_from(Meeting, CourseClass, Meeting.class_id == CourseClass.id)
    .join(CourseClass.programme)
    .join(CourseClass.place, isouter=True)
    .join(OWN_PLACE, Meeting.place_id == OWN_PLACE.id, isouter=True)
    .where(Meeting.id == bindparam("meeting"))
)

LETTERS: dict[str, Writer] = {
    "meeting_evening": reminder,
    "meeting_soon": reminder,
    "meeting_moved": meeting_moved,
    "meeting_cancelled": meeting_cancelled,
    "draft_closing": draft_closing,
    "admitted": admitted,
    "registration_open": registration_open,
    "vacancies": vacancy_letter,
    **letters_intake.OF_INTAKE,
    **letters_seats.OF_SEATS,
    **letters_training.OF_TRAINING,
    **broadcast_letters.TO_STAFF,
}

# Their words follow from facts and language alone: those of a meeting are written once for its
# class, and sent to each of it.
ALIKE = frozenset(
    {
        "meeting_evening",
        "meeting_soon",
        "meeting_moved",
        "meeting_cancelled",
        "draft_closing",
        "registration_open",
    }
)

# What is the same for all who read one language: written once, then sent to each. The functions
# are read through `Database.read_shared`, so they say which tables they read (`storage.memory`).
SHARED_LETTERS: dict[str, SharedWriter] = {**broadcast_letters.SHARED}
