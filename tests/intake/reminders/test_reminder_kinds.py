"""The table of reminders: when its moments are, and that no line of it is forgotten elsewhere."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.letters import LETTERS
from intake.reminders.kinds import KINDS, Anchor, Kind, Span, When
from people.months import months_later
from tests.cast import WIB

NOON = datetime(2025, 8, 31, 12, tzinfo=WIB)


def test_a_moment_is_told_in_months_days_hours_and_by_the_local_clock() -> None:
    span = Span(NOON, NOON.replace(hour=16))
    told = {
        When(): NOON,
        When(hours=-24): datetime(2025, 8, 30, 12, tzinfo=WIB),
        When(days=-1, at=18): datetime(2025, 8, 30, 18, tzinfo=WIB),
        When(6, days=-7, at=9): datetime(2026, 2, 21, 9, tzinfo=WIB),
        When(hours=-24, from_end=True): datetime(2025, 8, 30, 16, tzinfo=WIB),
    }
    assert {when: when.of(span, WIB) for when in told} == told
    assert When(from_end=True).of(Span(NOON), WIB) is None


def test_an_hour_of_the_clock_is_that_hour_where_clocks_are_put_back() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    monday = Span(datetime(2026, 10, 26, 7, 30, tzinfo=berlin))
    assert When(days=-1, at=18).of(monday, berlin) == datetime(2026, 10, 25, 17, tzinfo=UTC)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2025, 8, 31), 6, date(2026, 2, 28)),
        (date(2024, 2, 29), 24, date(2026, 2, 28)),
        (date(2025, 12, 15), 1, date(2026, 1, 15)),
        (date(2026, 2, 28), -6, date(2025, 8, 28)),
    ],
)
def test_a_shorter_month_ends_where_it_ends(day: date, months: int, expected: date) -> None:
    assert months_later(day, months) == expected


def test_what_could_never_be_of_use_is_not_planned() -> None:
    early = Span(NOON.replace(hour=5))
    assert Kind("morning", Anchor.TEST, When(at=6)).term(early, WIB) is None
    short = Span(NOON, NOON.replace(hour=20))
    last_call = When(hours=-24, from_end=True)
    assert Kind("last", Anchor.TEST, last_call, (When(from_end=True),)).term(short, WIB) is None


def test_each_kind_has_its_letter() -> None:
    assert {kind.name for kind in KINDS} - set(LETTERS) == set()
