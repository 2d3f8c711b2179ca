"""When a broadcast is to start, as staff write it."""

from datetime import datetime, timedelta

import pytest

from bot.conversations.broadcast_times import BadTime, FarTime, PastTime, is_now, read_time
from tests.cast import NOW, WIB

# NOW is Monday, 17 November 2025, 10.00 WIB.


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("besok 08.00", "2025-11-18 08:00"),
        ("Besok, pukul 08:00 WIB", "2025-11-18 08:00"),
        ("besok pagi 08.00", "2025-11-18 08:00"),
        ("besok jam 8 pagi", "2025-11-18 08:00"),
        ("nanti jam 3 sore", "2025-11-17 15:00"),
        ("besok malam 7.15", "2025-11-18 19:15"),
        ("besok malam 19.15", "2025-11-18 19:15"),
        ("lusa jam 7.30", "2025-11-19 07:30"),
        ("hari ini 15.00", "2025-11-17 15:00"),
        ("nanti 15.00", "2025-11-17 15:00"),
        ("15.00", "2025-11-17 15:00"),
        ("09.00", "2025-11-18 09:00"),
        ("jumat 08.00", "2025-11-21 08:00"),
        ("hari senin pukul 08.00", "2025-11-24 08:00"),
        ("senin 11.00", "2025-11-17 11:00"),
        ("1/12/2025 08.00", "2025-12-01 08:00"),
        ("1-12-2025 08.00", "2025-12-01 08:00"),
        ("01.12.2025 08.00", "2025-12-01 08:00"),
        ("08.00 1/12/2025", "2025-12-01 08:00"),
        ("1/12 08.00", "2025-12-01 08:00"),
        ("2/1 08.00", "2026-01-02 08:00"),
        ("tanggal 1 Desember 2025 pukul 08.00", "2025-12-01 08:00"),
        ("1 des 08.00", "2025-12-01 08:00"),
        ("3 Agustus 2026, 23.59", "2026-08-03 23:59"),
        ("tomorrow at 08:00", "2025-11-18 08:00"),
    ],
)
def test_days_and_hours_as_people_write_them(text: str, meant: str) -> None:
    read = read_time(text, NOW, WIB)
    assert read.utcoffset() == timedelta(0)
    assert read.astimezone(WIB).strftime("%Y-%m-%d %H:%M") == meant


@pytest.mark.parametrize(
    "text",
    [
        "",
        "besok",
        "08",
        "pagi",
        "25.00",
        "31/2/2026 08.00",
        "1 foo 08.00",
        "12.60",
    ],
)
def test_what_is_no_moment_is_none(text: str) -> None:
    with pytest.raises(BadTime):
        read_time(text, NOW, WIB)


def test_what_has_gone_by_is_told_as_such() -> None:
    with pytest.raises(PastTime) as caught:
        read_time("17/11/2025 09.59", NOW, WIB)
    assert caught.value.when == datetime(2025, 11, 17, 9, 59, tzinfo=WIB)
    with pytest.raises(PastTime):
        read_time("hari ini 10.00", NOW, WIB)


def test_what_is_more_than_a_year_ahead_is_a_slip() -> None:
    with pytest.raises(FarTime):
        read_time("1/12/2027 08.00", NOW, WIB)


def test_at_once_has_its_words() -> None:
    assert [is_now(text) for text in ("Sekarang", "langsung!", "now", "besok")] == [
        True, True, True, False,
    ]  # fmt: skip
