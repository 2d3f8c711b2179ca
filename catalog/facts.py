"""What is known of somebody who wants to join: told by themselves, as far as a rule needs it."""

from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Any


class Trait(StrEnum):
    """What a rule may make us ask, in the order in which it is asked."""

    SEX = "trait-sex"
    AGE = "trait-age"
    EDUCATION = "trait-education"
    DOMICILE = "trait-domicile"
    ACTIVITY = "trait-activity"
    HEIGHT = "trait-height"
    VISION = "trait-vision"
    PAPERS = "trait-papers"
    LANGUAGE = "trait-language"
    TERM = "trait-term"


class Activity(StrEnum):
    """What somebody does at present."""

    IDLE = "idle"
    SMK = "smk"
    SCHOOL = "school"
    """Any other school, or studies."""
    WORK = "work"


@dataclass(frozen=True, slots=True)
class Facts:
    """None where nothing is known. Ages and heights may be known as a range only."""

    born_from: date | None = None
    born_to: date | None = None
    """The first and the last day on which they can have been born."""
    sex: str | None = None
    """`f` or `m`."""
    education: str | None = None
    domicile: str | None = None
    activity: str | None = None
    tall_from: int | None = None
    tall_to: int | None = None
    """Centimetres."""
    sees_colours: bool | None = None
    has: tuple[str, ...] = ()
    """Papers (`ktp`) and tests of a language that they have."""
    lacks: tuple[str, ...] = ()
    stays: int | None = None
    """Years for which they are ready to go."""
    stays_not: int | None = None
    """Years that are too many for them."""
    skipped: tuple[str, ...] = ()
    """Traits that they left open this time."""

    def __repr__(self) -> str:
        known = [each.name for each in fields(self) if getattr(self, each.name) not in (None, ())]
        return f"<facts: {', '.join(known) or 'none yet'}>"

    def born_on(self, day: date | None) -> "Facts":
        """The same person, whose birthday is known now; None says nothing new."""
        return self if day is None else replace(self, born_from=day, born_to=day)

    def aged(self, youngest: int, oldest: int, on: date) -> "Facts":
        """Of whom it is known how old they are on a day: full years, both ends included."""
        born_from = years_before(on, oldest + 1) + timedelta(days=1)
        return replace(self, born_from=born_from, born_to=years_before(on, youngest))

    def to_json(self) -> dict[str, Any]:
        known = {each.name: getattr(self, each.name) for each in fields(self)}
        return {
            name: value.isoformat() if isinstance(value, date) else value
            for name, value in known.items()
            if value not in (None, ())
        }

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> "Facts":
        read = {name: _read(name, value) for name, value in stored.items()}
        return cls(**read)


def full_years(born_on: date, on: date) -> int:
    """Somebody's age. Whoever was born on 29 February is a year older on 1 March of most years."""
    had_birthday = (on.month, on.day) >= (born_on.month, born_on.day)
    return on.year - born_on.year - (not had_birthday)


def years_before(day: date, years: int) -> date:
    """The last day of birth of those who are that old on a day."""
    year = day.year - years
    try:
        return day.replace(year=year)
    except ValueError:  # 29 February: whoever was born on 1 March has no birthday yet
        return date(year, 2, 28)


def birthday_of(born_on: date, years: int) -> date:
    """The first day on which somebody is that old."""
    year = born_on.year + years
    try:
        return born_on.replace(year=year)
    except ValueError:
        return date(year, 3, 1)


def _read(name: str, value: Any) -> Any:
    if name in ("born_from", "born_to"):
        return date.fromisoformat(value)
    return tuple(value) if isinstance(value, list) else value
