"""Dates in feeds."""

from datetime import UTC, datetime
from typing import Any

import pytest

from vacancies.dates import NoDate, read_end, read_start


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2025-11-24T16:00:00+07:00", datetime(2025, 11, 24, 9, tzinfo=UTC)),
        ("2025-11-24T09:00:00Z", datetime(2025, 11, 24, 9, tzinfo=UTC)),
        ("2025-11-24T16:00", datetime(2025, 11, 24, 9, tzinfo=UTC)),
        ("2025-11-24T09:00:00.123456789Z", datetime(2025, 11, 24, 9, 0, 0, 123456, UTC)),
        (" 2025-11-24 ", datetime(2025, 11, 24, 16, 59, 59, tzinfo=UTC)),
    ],
)
def test_a_deadline_is_wib_unless_it_says_otherwise_and_includes_its_day(
    text: str, moment: datetime
) -> None:
    assert read_end(text) == moment


def test_a_day_begins_at_midnight_wib() -> None:
    assert read_start("2025-11-24") == datetime(2025, 11, 23, 17, tzinfo=UTC)


@pytest.mark.parametrize(
    "value",
    [None, 5, "", "besok", "24/11/2025", "2025-02-30", "0001-01-01", "9999-12-31T23:59:59-12:00",
     "2025-11-24T09:00:00+99:99", "2" * 50, ["2025-11-24"]],
)  # fmt: skip
def test_what_is_no_date_is_said_to_be_none(value: Any) -> None:
    with pytest.raises(NoDate):
        read_end(value)
