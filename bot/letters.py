"""What reaches people unasked, one function a kind of notice.

Each re-reads the truth and raises Moot where there is nothing left to tell. Each carries a way to
get fewer of its kind; results and changes have none, as they are never muted.
"""

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import Row, bindparam, func, select
from sqlalchemy.orm import Session, aliased, joinedload

from bot import (
    broadcast_letters,
    letters_beds,
    letters_intake,
    letters_phones,
    letters_promises,
    letters_schools,
    letters_seats,
    letters_selection,
    letters_stages,
    letters_training,
)
from bot.context import House
from bot.keyboards import Row as Buttons
from bot.keyboards import button, in_columns
from bot.outgoing import Outgoing
from bot.presses.courses import OpenClass, TellMe
from bot.presses.people import WishInvitations
from bot.presses.registration import ResumeDraft, StartRegistration, UseInvitation
from bot.presses.schedule import OpenScheduleBelow
from bot.presses.settings import OpenReminderSettings
from bot.screens import Screen
from bot.views.schedule import names_together
from bot.views.vacancies import vacancy_letter
from catalog.waves import registration_is_open
from intake.applications.applicants import called_on_shared, names_on
from intake.applications.errors import NoSuchApplicant
from intake.registration.draft_rows import find_draft
from intake.registration.invitations import KIND as INVITED
from intake.registration.invitations import is_invited
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
        name=_attending(session, letter, t),
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
        name=_attending(session, letter, t),
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
    name = _attending(session, letter, t)
    text = t("letter-meeting-cancelled", programme=meeting.programme, when=when, name=name)
    return Screen(text, [_schedule(t)])


def draft_closing(session: Session, letter: Letter, t: Speaker, house: House) -> Screen:
    """A registration left half done, a day before it closes."""
    class_ = _class(session, letter.facts["class_id"])
    closes_at = class_.wave.registration_closes_at
    if closes_at is None or closes_at <= house.now():
        raise Moot("the registration has closed")
    text = t(
        "letter-draft-closing",
        name=_registering(session, letter),
        programme=class_.programme.title,
        when=near(closes_at, house.now(), t, house.zone),
    )
    return Screen(text, [[button(t.plain("letter-resume"), ResumeDraft())], _fewer(t)])


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


def invited(session: Session, letter: Letter, t: Speaker, house: House) -> Screen:
    """To whoever got no seat before: their programme takes registrations, and they hear first."""
    class_, applicant_id = _class(session, letter.facts["class_id"]), letter.facts["applicant_id"]
    if not registration_is_open(class_.wave, house.now()):
        raise Moot("the registration has closed")
    try:
        holds = is_invited(session, letter.account_id, applicant_id, class_, now=house.now())
    except NoSuchApplicant:
        raise Moot("the person is gone") from None
    if not holds:
        raise Moot("they do not wish it, are registered, or a rule says no")
    closes_at = class_.wave.registration_closes_at
    text = t(
        "letter-invited",
        name=called_on_shared(session, letter.account_id, applicant_id) or "none",
        programme=class_.programme.title,
        wave=class_.wave.title,
        closes="none" if closes_at is None else moment(closes_at, t, house.zone),
    )
    ways = [
        button(t.plain("letter-invited-use"), UseInvitation(class_.id, applicant_id)),
        button(t.plain("letter-see-class"), OpenClass(class_.id)),
        button(t.plain("invitations-stop"), WishInvitations(applicant_id, wanted=False)),
    ]
    return Screen(text, in_columns(ways, 1))


def _meeting(session: Session, letter: Letter) -> Any:
    asked = {"meeting": letter.facts["meeting_id"]}
    meeting = session.connection().execute(MEETING, asked).one_or_none()
    if meeting is None:
        raise Moot("the meeting is gone")
    return meeting


def _attending(session: Session, letter: Letter, t: Speaker) -> str:
    """Which of several people on this phone are in the class; "none" where there is but one."""
    if not letter.facts.get("shared"):
        return "none"
    query = select(Application.applicant_id).join(Meeting, Meeting.class_id == Application.class_id)
    theirs = Application.account_id == letter.account_id, Application.state == "admitted"
    of_it = query.where(Meeting.id == letter.facts["meeting_id"], *theirs)
    called = names_on(session, [letter.account_id])
    names = [called[each] for each in session.scalars(of_it)]
    if not names:
        raise Moot("nobody on this phone is in the class any more")
    return names_together(t, names)


def _registering(session: Session, letter: Letter) -> str:
    """Whose registration is half done, where several people share the phone."""
    if not letter.facts.get("shared"):
        return "none"
    draft = find_draft(session, letter.account_id)
    return (draft.called if draft is not None else None) or "none"


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

_OF_ALL: dict[str, Writer] = {
    "meeting_evening": reminder,
    "meeting_soon": reminder,
    "meeting_moved": meeting_moved,
    "meeting_cancelled": meeting_cancelled,
    "draft_closing": draft_closing,
    "registration_open": registration_open,
    INVITED: invited,
    "vacancies": vacancy_letter,
}
PARTS: tuple[Mapping[str, Writer], ...] = (
    _OF_ALL,
    letters_intake.OF_INTAKE,
    letters_beds.OF_BEDS,
    letters_seats.OF_SEATS,
    letters_stages.OF_STAGES,
    letters_selection.OF_SELECTION,
    letters_training.OF_TRAINING,
    letters_promises.OF_PROMISES,
    letters_phones.OF_PHONES,
    letters_schools.OF_SCHOOLS,
    broadcast_letters.TO_STAFF,
)
"""No kind stands in two of them."""
LETTERS: dict[str, Writer] = {kind: one for part in PARTS for kind, one in part.items()}

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


def is_alike(letter: Letter) -> bool:
    """Whether its words are those of all letters of its kind, facts and language."""
    return letter.kind in ALIKE and not letter.facts.get("shared")


# What is the same for all who read one language: written once, then sent to each. The functions
# are read through `Database.read_shared`, so they say which tables they read (`storage.memory`).
SHARED_LETTERS: dict[str, SharedWriter] = {**broadcast_letters.SHARED}
