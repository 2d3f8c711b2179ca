"""Whether a class takes registrations at a moment."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from catalog.errors import NoSuchClass
from intake.errors import (
    NotYetOpen,
    RegistersElsewhere,
    RegistrationClosed,
)
from storage.models import CourseClass, Programme, Wave


@dataclass(frozen=True, slots=True)
class Entrance:
    """What decides it, of the class's wave and programme."""

    wave_id: int
    state: str
    opens_at: datetime | None
    closes_at: datetime | None
    entry: str


def find_entrance(session: Session, class_id: int) -> Entrance:
    """Raises NoSuchClass."""
    row = session.execute(
        select(
            Wave.id,
            Wave.state,
            Wave.registration_opens_at,
            Wave.registration_closes_at,
            Programme.entry,
        )
        .join(CourseClass, CourseClass.wave_id == Wave.id)
        .join(Programme, CourseClass.programme_id == Programme.id)
        .where(CourseClass.id == class_id)
    ).first()
    if row is None:
        raise NoSuchClass(class_id)
    return Entrance(*row)


def check_open(entrance: Entrance, now: datetime) -> None:
    """Raises RegistersElsewhere, NotYetOpen or RegistrationClosed."""
    if entrance.entry != "jawara":
        raise RegistersElsewhere(entrance.entry)
    if entrance.state == "planned":
        raise NotYetOpen(entrance.opens_at)
    if entrance.state != "open" or (entrance.closes_at and now >= entrance.closes_at):
        raise RegistrationClosed(entrance.closes_at)
    if entrance.opens_at and now < entrance.opens_at:
        raise NotYetOpen(entrance.opens_at)


def is_open(entrance: Entrance, now: datetime) -> bool:
    try:
        check_open(entrance, now)
    except (RegistersElsewhere, RegistrationClosed):
        return False
    return True
