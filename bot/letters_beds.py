"""Letters of the dormitory: a bed is granted, taken back by staff, or a place on its reserve.

As in `bot.letters`, each re-reads the truth, and is Moot where it is another by now.
"""

from collections.abc import Callable

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.context import House
from bot.keyboards import button
from bot.letters_intake import name_in_family
from bot.presses.beds import OpenBed
from bot.screens import Screen
from intake.beds.houses import BedState
from intake.beds.rows import bed_of
from notices.sender import Letter, Moot
from storage.models import Application, BedChange
from texts import Speaker


def bed_granted(session: Session, letter: Letter, t: Speaker, house: House) -> Screen:
    return _letter(session, letter, t, house, BedState.GRANTED)


def bed_reserve(session: Session, letter: Letter, t: Speaker, house: House) -> Screen:
    return _letter(session, letter, t, house, BedState.RESERVE)


def bed_let_go(session: Session, letter: Letter, t: Speaker, house: House) -> Screen:
    return _letter(session, letter, t, house, BedState.NOT_NEEDED)


def _letter(session: Session, letter: Letter, t: Speaker, house: House, state: BedState) -> Screen:
    application = session.get(Application, letter.facts["application_id"])
    bed = None if application is None else bed_of(session, application.id, house.now())
    if application is None or bed is None or bed.state is not state:
        raise Moot("the bed stands elsewhere, or the seat is gone")
    text = t(
        f"beds-letter-{state.value}",
        name=name_in_family(session, application),
        programme=application.course_class.programme.title,
        number=application.number,
        place=bed.place or 0,
        why=_why(session, t, application.id),
    )
    return Screen(text, [[button(t.plain("beds-see"), OpenBed(application.id))]])


def _why(session: Session, t: Speaker, application_id: int) -> str:
    """One of the desk's, in their language, or as staff wrote it; what happens in its turn needs
    no reason.
    """
    changes = select(BedChange.reason).where(BedChange.application_id == application_id)
    reason = session.scalar(changes.order_by(BedChange.id.desc()).limit(1))
    key = f"beds-why-{reason}"
    return t.plain(key) if t.knows(key) else reason or "none"


OF_BEDS: dict[str, Callable[[Session, Letter, Speaker, House], Screen]] = {
    "bed_granted": bed_granted,
    "bed_reserve": bed_reserve,
    "bed_let_go": bed_let_go,
}
"""A part of `bot.letters.LETTERS`."""
