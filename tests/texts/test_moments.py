"""Dates, times and money as people write them."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from texts import speaker
from texts.moments import WIB, clock, day, day_of, moment, near, rupiah, short_day, span, zone_name

ID, EN = speaker("id"), speaker("en")
MONDAY = date(2025, 11, 24)
MORNING = datetime(2025, 11, 24, 7, 30, tzinfo=WIB)


def test_a_day_is_written_in_full() -> None:
    assert day(MONDAY, "id") == "Senin, 24 November 2025"
    assert day(MONDAY, "en") == "Monday, 24 November 2025"


def test_a_short_day_fits_on_a_button() -> None:
    assert [short_day(MONDAY, "id"), short_day(MONDAY, "en")] == ["Sen, 24 Nov", "Mon, 24 Nov"]


def test_the_day_is_the_local_one() -> None:
    late = datetime(2025, 11, 23, 17, 30, tzinfo=UTC)
    assert day_of(late, "id") == "Senin, 24 November 2025"
    assert day_of(late, "id", ZoneInfo("UTC")) == "Minggu, 23 November 2025"


@pytest.mark.parametrize(
    ("last", "indonesian", "english"),
    [
        (MONDAY, "24 Nov 2025", "24 Nov 2025"),
        (date(2025, 11, 28), "24–28 Nov 2025", "24–28 Nov 2025"),
        (date(2025, 12, 5), "24 Nov – 5 Des 2025", "24 Nov – 5 Dec 2025"),
        (date(2026, 1, 9), "24 Nov 2025 – 9 Jan 2026", "24 Nov 2025 – 9 Jan 2026"),
    ],
)
def test_a_span_says_nothing_twice(last: date, indonesian: str, english: str) -> None:
    told = [span(MONDAY, last, language) for language in ("id", "en")]
    assert [text.replace("\u2009", " ") for text in told] == [indonesian, english]


def test_hours_have_a_point_and_two_digits() -> None:
    assert clock(MORNING) == "07.30"
    assert clock(MORNING, ZoneInfo("Asia/Jayapura")) == "09.30"
    assert clock(datetime(2025, 11, 24, 17, 5, tzinfo=UTC)) == "00.05"


def test_a_moment_is_day_hour_and_zone() -> None:
    assert moment(MORNING, ID) == "Senin, 24 November 2025, pukul 07.30 WIB"
    assert moment(MORNING, EN) == "Monday, 24 November 2025, 07.30 WIB"
    assert moment(MORNING, ID, ZoneInfo("Asia/Makassar")).endswith("pukul 08.30 WITA")


@pytest.mark.parametrize(
    ("hour", "today", "tomorrow"),
    [
        (0, "pagi ini, 00.00 WIB", "besok pagi, 00.00 WIB"),
        (10, "pagi ini, 10.00 WIB", "besok pagi, 10.00 WIB"),
        (11, "siang ini, 11.00 WIB", "besok siang, 11.00 WIB"),
        (14, "siang ini, 14.00 WIB", "besok siang, 14.00 WIB"),
        (15, "sore ini, 15.00 WIB", "besok sore, 15.00 WIB"),
        (17, "sore ini, 17.00 WIB", "besok sore, 17.00 WIB"),
        (18, "nanti malam, 18.00 WIB", "besok malam, 18.00 WIB"),
        (23, "nanti malam, 23.00 WIB", "besok malam, 23.00 WIB"),
    ],
)
def test_today_and_tomorrow_are_said_as_people_say_them(
    hour: int, today: str, tomorrow: str
) -> None:
    then = MORNING.replace(hour=hour, minute=0)
    assert near(then, MORNING, ID) == today
    assert near(then + timedelta(days=1), MORNING, ID) == tomorrow


@pytest.mark.parametrize("days", [-1, 2, 365])
def test_other_days_are_written_in_full(days: int) -> None:
    then = MORNING + timedelta(days=days)
    assert near(then, MORNING, ID) == moment(then, ID)


def test_tomorrow_is_tomorrow_by_the_local_calendar() -> None:
    evening = datetime(2025, 11, 24, 23, 50, tzinfo=WIB)
    assert near(evening + timedelta(minutes=20), evening, EN) == "tomorrow morning, 00.10 WIB"


def test_zones_have_their_indonesian_names() -> None:
    zones = ("Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura", "Europe/London")
    told = [zone_name(ZoneInfo(zone)) for zone in zones]
    assert told == ["WIB", "WITA", "WIT", "Europe/London"]


@pytest.mark.parametrize(
    ("amount", "written"), [(0, "Rp 0"), (950, "Rp 950"), (4_900_000, "Rp 4.900.000")]
)
def test_money_is_grouped_by_points(amount: int, written: str) -> None:
    assert rupiah(amount) == written
