"""When a broadcast is to start, as staff write it: "besok 08.00", "1/12/2026 08.00", "sekarang"."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

DAYS_AHEAD = {
    "hariini": 0, "nanti": 0, "today": 0, "besok": 1, "tomorrow": 1, "lusa": 2,
}  # fmt: skip
WEEKDAYS = {
    "senin": 0, "monday": 0, "selasa": 1, "tuesday": 1, "rabu": 2, "wednesday": 2, "kamis": 3,
    "thursday": 3, "jumat": 4, "friday": 4, "sabtu": 5, "saturday": 5, "minggu": 6, "sunday": 6,
}  # fmt: skip
MONTHS = (
    ("jan",), ("feb", "peb"), ("mar",), ("apr",), ("mei", "may"), ("jun",), ("jul",),
    ("agu", "ags", "aug"), ("sep",), ("okt", "oct"), ("nov", "nop"), ("des", "dec"),
)  # fmt: skip
AT_ONCE = frozenset(("sekarang", "sekarangjuga", "langsung", "now"))
NOISE = re.compile(r"\b(?:pukul|jam|pkl|tanggal|tgl|hari(?! ini)|wib|wita|wit|at|on)\b")
FULL_HOUR = re.compile(r"\b(?:pukul|jam|pkl) ?(\d{1,2})(?![\d.:])")
PART_OF_DAY = re.compile(r"\b(pagi|siang|sore|malam)\b")
AFTERNOON = {"siang": range(1, 4), "sore": range(1, 7), "malam": range(6, 12)}
"""Hours that are counted from noon with that word: "3 sore" is 15.00."""
CLOCK = re.compile(r"(?<![\d/.:-])(\d{1,2})[.:](\d{2})(?![\d/.:])")
NUMBERS = re.compile(r"(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}))?")
NAMED = re.compile(r"(\d{1,2}) ?([a-z]{3})[a-z]*(?: (\d{4}))?")
LONGEST_AHEAD = timedelta(days=366)


class BadTime(Exception):
    """Not a day and an hour that could be meant."""


class PastTime(Exception):
    """That moment, `when`, has gone by."""

    def __init__(self, when: datetime) -> None:
        super().__init__(when)
        self.when = when


class FarTime(Exception):
    """More than a year ahead: most likely a slip."""


def is_now(text: str) -> bool:
    return re.sub(r"[^a-z]", "", text.lower()) in AT_ONCE


def read_time(text: str, now: datetime, zone: ZoneInfo) -> datetime:
    """The moment that is meant, in UTC, by the clock of `zone`; an hour alone is the next such.

    Raises BadTime, PastTime, FarTime.
    """
    clock, rest = _split(text.lower().replace(",", " "))
    today = now.astimezone(zone).date()
    moments = [datetime.combine(day, clock, zone).astimezone(UTC) for day in _days(rest, today)]
    ahead = [moment for moment in moments if moment > now]
    if not ahead:
        raise PastTime(moments[-1])
    if ahead[0] - now > LONGEST_AHEAD:
        raise FarTime
    return ahead[0]


def _split(text: str) -> tuple[time, str]:
    """The hour, and what is left of the text: the day. Raises BadTime."""
    told = NOISE.sub(" ", FULL_HOUR.sub(r"\1.00", text))
    part = PART_OF_DAY.search(told)
    told = " ".join(PART_OF_DAY.sub(" ", told, count=1).split())
    found = CLOCK.search(told)
    if found is None:
        raise BadTime
    hour = int(found[1])
    if part is not None and hour in AFTERNOON.get(part[1], ()):
        hour += 12
    rest = f"{told[: found.start()]} {told[found.end() :]}"
    return _clock(hour, int(found[2])), " ".join(rest.split())


def _days(text: str, today: date) -> Iterator[date]:
    """What may be meant, the nearest first. Raises BadTime where it is no day."""
    word = re.sub(r"[^a-z]", "", text)
    if not text:
        yield from (today, today + timedelta(days=1))
    elif text.replace(" ", "").isalpha() and word in DAYS_AHEAD:
        yield today + timedelta(days=DAYS_AHEAD[word])
    elif text.isalpha() and word in WEEKDAYS:
        ahead = (WEEKDAYS[word] - today.weekday()) % 7
        yield from (today + timedelta(days=ahead), today + timedelta(days=ahead + 7))
    else:
        yield from _dates(text, today)


def _dates(text: str, today: date) -> Iterator[date]:
    numbers, named = NUMBERS.fullmatch(text), NAMED.fullmatch(text)
    if numbers is not None:
        day, month, year = int(numbers[1]), int(numbers[2]), numbers[3]
    elif named is not None:
        day, month, year = int(named[1]), _month(named[2]), named[3]
    else:
        raise BadTime
    years = (today.year, today.year + 1) if year is None else (int(year),)
    yield from (_date(each, month, day) for each in years)


def _month(name: str) -> int:
    for number, spellings in enumerate(MONTHS, 1):
        if name in spellings:
            return number
    raise BadTime


def _date(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise BadTime from None


def _clock(hour: int, minute: int) -> time:
    try:
        return time(hour, minute)
    except ValueError:
        raise BadTime from None
