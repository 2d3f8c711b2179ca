"""Days and years of birth, as people type them."""

import re
from datetime import date

from people.ak1 import MONTHS

OLDEST = 100
"""Years. Nobody older joins a training: it is a slip."""

_TOKEN = re.compile(r"\d+|[a-z]+")


def parse_born(text: str, *, today: date) -> tuple[date, date] | None:
    """The first and the last day that it can mean: one day ("5 Jan 1999"), or a year ("1999").

    None where it is neither, or lies ahead, or too long ago.
    """
    parts = [word for word in _TOKEN.findall(text.lower()) if word.isdigit() or word in MONTHS]
    if len(parts) == 1 and len(parts[0]) == len("05011999"):
        parts = [parts[0][:2], parts[0][2:4], parts[0][4:]]
    if len(parts) == 1 and len(parts[0]) == 4:
        year = int(parts[0])
        return (_plausible(year, today) and (date(year, 1, 1), date(year, 12, 31))) or None
    born_on = _day(parts, today) if len(parts) == 3 else None
    return None if born_on is None or born_on > today else (born_on, born_on)


def _day(parts: list[str], today: date) -> date | None:
    first, second, third = parts
    if len(first) == 4 and first.isdigit():
        first, third = third, first
    elif first in MONTHS:
        first, second = second, first
    try:
        year = _full(third, today)
        found = date(year, MONTHS.get(second) or int(second), int(first))
    except ValueError:
        return None
    return found if _plausible(year, today) else None


def _full(year: str, today: date) -> int:
    """Of two digits, the latest year that is not ahead. Raises ValueError."""
    if len(year) == 4:
        return int(year)
    if len(year) != 2:
        raise ValueError(year)
    late = 2000 + int(year)
    return late if late <= today.year else late - 100


def _plausible(year: int, today: date) -> bool:
    return today.year - OLDEST <= year <= today.year
