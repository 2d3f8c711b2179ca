"""Dates in feeds: ISO 8601, with or without a time, with or without a zone."""

import re
from datetime import UTC, date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

WIB = ZoneInfo("Asia/Jakarta")
LAST_MOMENT = time(23, 59, 59)
YEARS = range(2000, 2101)

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_LONG_FRACTION = re.compile(r"(\.\d{6})\d+")


class NoDate(Exception):
    """Not a date of this century in ISO 8601."""


def read_start(value: Any) -> datetime:
    """A moment; a bare date is its first one, and what has no zone is WIB. Raises NoDate."""
    return _read(value, time())


def read_end(value: Any) -> datetime:
    """As `read_start`, but a bare date is its last moment: a deadline includes its day."""
    return _read(value, LAST_MOMENT)


def _read(value: Any, at: time) -> datetime:
    if not isinstance(value, str) or len(value) > 40:
        raise NoDate
    text = _LONG_FRACTION.sub(r"\1", value.strip())
    try:
        if _DATE.fullmatch(text):
            moment = datetime.combine(date.fromisoformat(text), at, WIB)
        else:
            moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise NoDate from error
    if moment.year not in YEARS:
        raise NoDate
    return (moment if moment.tzinfo else moment.replace(tzinfo=WIB)).astimezone(UTC)
