"""Quiet hours, over midnight, over nothing, and where clocks are put forward and back."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notices.quiet import QuietHours, awake_before, quiet_end, told_at

WIB = ZoneInfo("Asia/Jakarta")
BERLIN = ZoneInfo("Europe/Berlin")
NIGHT = (time(21), time(6))


def wib(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2025, 11, day, hour, minute, tzinfo=WIB)


@pytest.mark.parametrize(
    ("moment", "end"),
    [
        (wib(24, 20, 59), None),
        (wib(24, 21), wib(25, 6)),
        (wib(24, 23, 59), wib(25, 6)),
        (wib(25, 0), wib(25, 6)),
        (wib(25, 5, 30), wib(25, 6)),
        (wib(25, 6), None),
        (wib(25, 12), None),
    ],
)
def test_a_night_lasts_over_midnight(moment: datetime, end: datetime | None) -> None:
    assert quiet_end(moment, NIGHT, WIB) == end


def test_a_deadline_that_is_told_at_night_runs_from_the_morning() -> None:
    assert told_at(wib(24, 23), NIGHT, WIB) == wib(25, 6)
    assert told_at(wib(24, 12), NIGHT, WIB) == wib(24, 12)
    assert told_at(wib(24, 23), (None, None), WIB) == wib(24, 23)


@pytest.mark.parametrize(
    ("deadline", "moved"),
    [
        (wib(24, 16), wib(24, 16)),
        (wib(24, 22), wib(24, 22)),  # its last two hours begin at 20.00
        (wib(24, 23, 30), wib(25, 8)),
        (wib(25, 3, 30), wib(25, 8)),
        (wib(25, 6), wib(25, 8)),
        (wib(25, 8), wib(25, 8)),
    ],
)
def test_the_last_hours_before_a_deadline_begin_awake(deadline: datetime, moved: datetime) -> None:
    assert awake_before(deadline, timedelta(hours=2), NIGHT, WIB) == moved


def test_a_quiet_noon_lies_within_one_day() -> None:
    noon = (time(12), time(13, 30))
    assert quiet_end(wib(24, 11, 59), noon, WIB) is None
    assert quiet_end(wib(24, 12, 15), noon, WIB) == wib(24, 13, 30)
    assert quiet_end(wib(24, 13, 30), noon, WIB) is None


@pytest.mark.parametrize("hours", [(time(6), time(6)), (None, time(6)), (time(21), None)])
def test_equal_or_missing_times_are_no_quiet_hours(hours: QuietHours) -> None:
    assert quiet_end(wib(24, 23), hours, WIB) is None


def test_an_end_that_comes_twice_is_the_one_still_ahead() -> None:
    second_half_past_two = datetime(2025, 10, 26, 1, 30, tzinfo=UTC)
    moment = datetime(2025, 10, 26, 1, 15, tzinfo=UTC)
    assert quiet_end(moment, (time(22), time(2, 30)), BERLIN) == second_half_past_two


def test_an_end_that_the_clocks_leap_over_comes_with_the_leap() -> None:
    moment = datetime(2025, 3, 29, 23, tzinfo=UTC)
    assert quiet_end(moment, (time(22), time(2, 30)), BERLIN) == datetime(
        2025, 3, 30, 1, 30, tzinfo=UTC
    )


@given(
    moment=st.integers(0, 3 * 365 * 24 * 60).map(lambda m: wib(1, 0) + timedelta(minutes=m)),
    hours=st.tuples(st.times(), st.times()),
    zone=st.sampled_from([WIB, BERLIN, ZoneInfo("America/New_York"), ZoneInfo("Asia/Kathmandu")]),
)
def test_an_end_is_ahead_within_a_day_and_not_quiet_itself(
    moment: datetime, hours: tuple[time, time], zone: ZoneInfo
) -> None:
    end = quiet_end(moment, hours, zone)
    if end is not None:
        assert timedelta(0) < end - moment <= timedelta(hours=25)
        assert end.tzinfo is UTC
