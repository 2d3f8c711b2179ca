"""The facts of a group as a teacher types them: a line each, headed by what it is."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from intake.lists.sheets import read_date
from intake.schools.errors import BadGroupForm, Mistake

LABELS: Mapping[str, tuple[str, ...]] = {
    "host": ("tempat", "place"),
    "address": ("alamat", "address"),
    "starts_on": ("mulai", "from"),
    "ends_on": ("selesai", "until"),
    "places": ("jumlah tempat", "places"),
    "school_supervisor": ("pembimbing sekolah", "school supervisor"),
    "host_supervisor": ("pembimbing industri", "host supervisor"),
}
"""How a line may be headed, the first in Indonesian, the second in English."""
LONGEST: Mapping[str, int] = {
    "host": 120, "address": 200, "school_supervisor": 80, "host_supervisor": 80,
}  # fmt: skip
MOST_PLACES = 500
LONGEST_STAY = 366
"""Days."""


@dataclass(frozen=True, slots=True)
class GroupFacts:
    host: str
    address: str
    starts_on: date
    ends_on: date
    places: int
    school_supervisor: str
    host_supervisor: str


def read_form(text: str, *, today: date) -> GroupFacts:
    """Raises BadGroupForm."""
    told, mistakes = _lines(text), list[Mistake]()
    words = {key: _text(told, key, most, mistakes) for key, most in LONGEST.items()}
    starts_on, ends_on = (_day(told, key, mistakes) for key in ("starts_on", "ends_on"))
    places = _places(told, mistakes)
    if starts_on is not None and ends_on is not None:
        if ends_on < starts_on:
            mistakes.append(Mistake(0, "ends_on", "before-start"))
        elif ends_on < today:
            mistakes.append(Mistake(0, "ends_on", "past"))
        elif (ends_on - starts_on).days > LONGEST_STAY:
            mistakes.append(Mistake(0, "ends_on", "too-far"))
    if mistakes:
        raise BadGroupForm(mistakes)
    assert starts_on is not None
    assert ends_on is not None
    return GroupFacts(starts_on=starts_on, ends_on=ends_on, places=places, **words)


def _lines(text: str) -> dict[str, str]:
    """What follows each label; a line without one is left alone."""
    known = {label: key for key, labels in LABELS.items() for label in labels}
    told: dict[str, str] = {}
    for line in text.splitlines():
        label, colon, rest = line.partition(":")
        key = known.get(" ".join(label.lower().split()))
        if colon and key is not None:
            told[key] = " ".join(rest.split())
    return told


def _text(told: Mapping[str, str], key: str, most: int, mistakes: list[Mistake]) -> str:
    value = told.get(key, "")
    if not value:
        mistakes.append(Mistake(0, key, "missing"))
    elif len(value) > most:
        mistakes.append(Mistake(0, key, "too-long", value[:40]))
    return value


def _day(told: Mapping[str, str], key: str, mistakes: list[Mistake]) -> date | None:
    value = told.get(key, "")
    try:
        return read_date(value)
    except ValueError:
        mistakes.append(Mistake(0, key, "date" if value else "missing", value[:40]))
        return None


def _places(told: Mapping[str, str], mistakes: list[Mistake]) -> int:
    value = told.get("places", "")
    found = re.fullmatch(r"(\d{1,3})(?:\s+\w+)?", value)
    places = int(found[1]) if found else 0
    if not 0 < places <= MOST_PLACES:
        mistakes.append(Mistake(0, "places", "places" if value else "missing", value[:40]))
    return places
