"""Classes: one programme in one wave. People apply to a class."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import BindParameter, bindparam, func, select
from sqlalchemy.orm import Session, contains_eager, joinedload, selectinload

from catalog.errors import NoSuchClass
from catalog.waves import AT_NOW, takes_registrations
from storage.models import CourseClass, Programme, Wave
from texts.moments import WIB

_WANTED: BindParameter[int] = bindparam("wanted")
_CLASSES = (
    select(CourseClass)
    .join(CourseClass.wave)
    .options(
        contains_eager(CourseClass.wave).options(
            joinedload(Wave.provider), joinedload(Wave.source)
        ),
        joinedload(CourseClass.programme),
        joinedload(CourseClass.place),
        joinedload(CourseClass.source),
    )
)
_STAGES = selectinload(CourseClass.wave, Wave.stages)
_ONE = _CLASSES.where(CourseClass.id == _WANTED).options(_STAGES)
_OF_PROGRAMME = _CLASSES.where(CourseClass.programme_id == _WANTED)
_OPEN = (
    select(CourseClass.id, Programme.title, Wave.registration_closes_at)
    .join(CourseClass.wave)
    .join(CourseClass.programme)
    .where(takes_registrations(AT_NOW))
    .order_by(
        Wave.registration_closes_at.is_(None),
        Wave.registration_closes_at,
        Programme.position,
        CourseClass.id,
    )
)
_OPEN_OF_PROGRAMME = _OPEN.where(CourseClass.programme_id == _WANTED).limit(1)
_OPEN_COUNT = (
    select(func.count(CourseClass.id)).join(CourseClass.wave).where(takes_registrations(AT_NOW))
)


@dataclass(frozen=True, slots=True)
class OpenClassLine:
    """A class that takes registrations. `closes_at` None: no end is set."""

    id: int
    title: str
    """Of its programme."""
    closes_at: datetime | None


def classes_of_programme(session: Session, programme_id: int) -> list[CourseClass]:
    """Newest first: what is to come, what runs, and the history. Waves and places are loaded."""
    found = session.scalars(_OF_PROGRAMME, {"wanted": programme_id})
    return sorted(found, key=_newness, reverse=True)


def open_classes(session: Session, now: datetime) -> list[OpenClassLine]:
    """Every class that takes registrations, the one that closes first at the head."""
    return [OpenClassLine(*row) for row in session.execute(_OPEN, {"now": now})]


def count_open_classes(session: Session, now: datetime) -> int:
    return session.scalar(_OPEN_COUNT, {"now": now}) or 0


def open_class(session: Session, programme_id: int, now: datetime) -> OpenClassLine | None:
    """The class of a programme that takes registrations; of several, the one that closes first."""
    row = session.execute(_OPEN_OF_PROGRAMME, {"wanted": programme_id, "now": now}).first()
    return None if row is None else OpenClassLine(*row)


def find_class(session: Session, class_id: int) -> CourseClass:
    """With programme, wave (its stages, provider, source), place and source loaded.

    Raises NoSuchClass.
    """
    found = session.scalar(_ONE, {"wanted": class_id})
    if found is None:
        raise NoSuchClass(class_id)
    return found


def _newness(one: CourseClass) -> tuple[date, int]:
    """When its wave begins; a planned one without a date lies ahead of all others."""
    wave = one.wave
    if wave.starts_on:
        return wave.starts_on, one.id
    if wave.registration_opens_at:
        return wave.registration_opens_at.astimezone(WIB).date(), one.id
    if wave.state == "planned":
        return date.max, one.id
    return wave.source.published_on or date.min, one.id
