"""Letters of groups of pupils: to the pupils' phones, and to the teachers of their school.

As in `bot.letters`, each re-reads the truth, and is Moot where there is nothing left to tell.
"""

from collections.abc import Callable
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session
from telegram import InlineKeyboardButton

from bot.context import House
from bot.keyboards import button
from bot.letters_intake import name_in_family
from bot.presses.schedule import OpenApplication
from bot.presses.schools import OpenGroup, OpenPlacement
from bot.presses.settings import OpenReminderSettings
from bot.screens import Screen
from bot.views.schools import facts_told
from intake.schools.errors import NoSuchGroup
from intake.schools.rows import (
    GroupState,
    GroupView,
    PupilView,
    group_by_id,
    pupil_by_id,
    pupils_of,
)
from notices.sender import Letter, Moot
from storage.models import Application, SchoolChange
from texts import Speaker


def start(session: Session, letter: Letter, t: Speaker, house: House) -> Screen:
    """The first day, a week and an evening before it."""
    group, pupil = _pupil(session, letter)
    if group.facts.starts_on != date.fromisoformat(letter.facts["starts_on"]) or not pupil.live:
        raise Moot("it begins on another day, or without them")
    tomorrow = (group.facts.starts_on - house.today()).days == 1
    facts = {**facts_told(t, group), "name": _name(session, pupil)}
    text = t("letter-school-start", **facts, tomorrow="yes" if tomorrow else "no")
    fewer = [button(t.plain("letter-fewer"), OpenReminderSettings())]
    return Screen(text, [[_see(t, pupil)], fewer])


def changed(session: Session, letter: Letter, t: Speaker, _house: House) -> Screen:
    """Other dates, place or supervisors: all of them as they are now."""
    group, pupil = _pupil(session, letter)
    if str(group.revision) != letter.facts["mark"] or not pupil.live:
        raise Moot("it was changed once more, or is theirs no longer")
    text = t("letter-school-changed", **facts_told(t, group), name=_name(session, pupil))
    return Screen(text, [[_see(t, pupil)]])


def withdrawn(session: Session, letter: Letter, t: Speaker, _house: House) -> Screen:
    group, pupil = _pupil(session, letter)
    facts = {**facts_told(t, group), "name": _name(session, pupil)}
    text = t("letter-school-withdrawn", **facts, number=pupil.number)
    see = button(t.plain("letter-see-application"), OpenApplication(pupil.application_id))
    return Screen(text, [[see]])


def group_accepted(session: Session, letter: Letter, t: Speaker, _house: House) -> Screen:
    group = _group(session, letter)
    if group.state is not GroupState.ACCEPTED:
        raise Moot("it was sent anew")
    text = t("letter-school-accepted-group", **facts_told(t, group), accepted=group.accepted)
    return _to_group(t, group, text)


def group_returned(session: Session, letter: Letter, t: Speaker, _house: House) -> Screen:
    group, change = _group(session, letter), _change(session, letter)
    if change is None or group.state is GroupState.SENT:
        raise Moot("another list has come meanwhile")
    reason = change.detail or ""
    text = t("letter-school-returned-group", **facts_told(t, group), reason=reason)
    return _to_group(t, group, text)


def group_changed(session: Session, letter: Letter, t: Speaker, _house: House) -> Screen:
    group = _group(session, letter)
    if str(group.revision) != letter.facts["mark"]:
        raise Moot("it was changed once more")
    return _to_group(t, group, t("letter-school-changed-group", **facts_told(t, group)))


def group_left(session: Session, letter: Letter, t: Speaker, _house: House) -> Screen:
    """A pupil was withdrawn or erased, by staff, by a colleague, or by themselves."""
    group = _group(session, letter)
    number, name, why = _who_left(session, letter)
    text = t(
        "letter-school-withdrawn-group",
        **facts_told(t, group),
        name=name,
        number=number,
        why=t.plain(key) if t.knows(key := f"schools-why-{why}") else why,
        free=group.free,
    )
    return _to_group(t, group, text)


def _who_left(session: Session, letter: Letter) -> tuple[str, str, str]:
    """The application's number, the first name ("none": it is erased), and why: "own" where they
    did it themselves.
    """
    change = _change(session, letter)
    if change is not None:
        number, _, why = (change.detail or "").partition(": ")
        pupils = pupils_of(session, change.group_id)
        names = [pupil.first_name for pupil in pupils if pupil.number == number]
        return number, next(iter(names), "none"), why
    pupil = pupil_by_id(session, int(letter.facts["mark"].rpartition(":")[2]))
    if pupil is None:
        raise Moot("they are gone")
    return pupil.number, pupil.first_name, "own"


def _change(session: Session, letter: Letter) -> SchoolChange | None:
    mark = letter.facts["mark"]
    if not mark.isdigit():
        return None
    wanted = SchoolChange.id == int(mark), SchoolChange.group_id == letter.facts["group_id"]
    return session.scalar(select(SchoolChange).where(*wanted))


def _pupil(session: Session, letter: Letter) -> tuple[GroupView, PupilView]:
    pupil = pupil_by_id(session, letter.facts["application_id"])
    if pupil is None or pupil.account_id != letter.account_id:
        raise Moot("it is theirs no longer")
    return group_by_id(session, pupil.group_id), pupil


def _group(session: Session, letter: Letter) -> GroupView:
    try:
        return group_by_id(session, letter.facts["group_id"])
    except NoSuchGroup:
        raise Moot("the group is gone") from None


def _name(session: Session, pupil: PupilView) -> str:
    """Whose it is, where several people share the phone."""
    return name_in_family(session, session.get_one(Application, pupil.application_id))


def _see(t: Speaker, pupil: PupilView) -> InlineKeyboardButton:
    return button(t.plain("placements-see"), OpenPlacement(pupil.application_id))


def _to_group(t: Speaker, group: GroupView, text: str) -> Screen:
    return Screen(text, [[button(t.plain("schools-see-group"), OpenGroup(group.id))]])


OF_SCHOOLS: dict[str, Callable[[Session, Letter, Speaker, House], Screen]] = {
    "school_start": start,
    "school_changed": changed,
    "school_withdrawn": withdrawn,
    "school_accepted_group": group_accepted,
    "school_returned_group": group_returned,
    "school_changed_group": group_changed,
    "school_withdrawn_group": group_left,
}
"""A part of `bot.letters.LETTERS`."""
