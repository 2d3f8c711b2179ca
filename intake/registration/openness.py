"""Whether a class takes registrations at a moment."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from catalog.errors import NoSuchClass
from intake.registration.errors import NotYetOpen, RegistersElsewhere, RegistrationClosed
from storage.models import CourseClass, Programme, Wave
from storage.models.waves import FIRST_COME

# Whoever registers asks this several times: built once, and past the ORM.
_ENTRANCE = (
    select(
        Wave.id.label("wave_id"),
        Wave.state,
        Wave.registration_opens_at,
        Wave.registration_closes_at,
        Wave.starts_on,
        Wave.mode,
        Programme.entry,
        Programme.id.label("programme_id"),
        Programme.title,
        Programme.cluster_id,
    )
    .join(CourseClass, CourseClass.wave_id == Wave.id)
    .join(Programme, CourseClass.programme_id == Programme.id)
    .where(CourseClass.id == bindparam("class_id"))
)


@dataclass(frozen=True, slots=True)
class Entrance:
    """What decides it, of the class's wave and programme."""

    wave_id: int
    state: str
    opens_at: datetime | None
    closes_at: datetime | None
    entry: str
    first_come: bool = False
    """Whoever registers has a seat while there is one: nobody is selected."""


@dataclass(frozen=True, slots=True)
class Way:
    """Into which class it leads."""

    entrance: Entrance
    programme_id: int
    programme_title: str
    cluster_id: int
    starts_on: date | None
    """When the training does."""


def find_entrance(session: Session, class_id: int) -> Entrance:
    """Raises NoSuchClass."""
    return find_way(session, class_id).entrance


def find_way(session: Session, class_id: int) -> Way:
    """Raises NoSuchClass."""
    session.flush()  # a connection, unlike a query, does not see what is still to be written
    row = session.connection().execute(_ENTRANCE, {"class_id": class_id}).first()
    if row is None:
        raise NoSuchClass(class_id)
    dates = row.registration_opens_at, row.registration_closes_at
    entrance = Entrance(row.wave_id, row.state, *dates, row.entry, row.mode == FIRST_COME)
    return Way(entrance, row.programme_id, row.title, row.cluster_id, row.starts_on)


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
