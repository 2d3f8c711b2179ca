"""The example feed."""

import json
from datetime import date, timedelta
from importlib.resources import files

from vacancies.dates import WIB
from vacancies.examples import example_feed
from vacancies.jsonld import read_postings
from vacancies.postings import Reading
from vacancies.streams import streams_of

TODAY = date(2025, 11, 17)


def shown(reading: Reading) -> list[tuple[str, set[str], str | None]]:
    return [(p.place, set(streams_of(p.title)), p.region) for p in reading.postings]


def test_the_sample_of_pt_supra_is_read_without_a_mistake() -> None:
    sample = (files("catalog") / "data" / "feeds" / "pt-supra.jsonld").read_bytes()
    reading = read_postings(sample)
    assert reading.mistakes == ()
    assert shown(reading) == [
        ("Pasar Kemis, Kabupaten Tangerang, Banten", {"las"}, "3603"),
        ("Pasar Kemis, Kabupaten Tangerang, Banten", {"manufaktur"}, "3603"),
        ("Pasar Kemis, Kabupaten Tangerang", {"elektro"}, "3603"),
        ("Gresik, Jawa Timur", {"las"}, None),
        ("Gresik, Jawa Timur", {"elektro"}, None),
    ]
    assert {p.closes_at for p in reading.postings} == {None}


def test_the_demos_feed_is_the_sample_with_dates_around_today() -> None:
    reading = read_postings(example_feed(TODAY).encode())
    assert reading.mistakes == ()
    for posting in reading.postings:
        assert posting.posted_at is not None
        assert posting.closes_at is not None
        assert posting.posted_at.astimezone(WIB).date() <= TODAY
        assert posting.closes_at.astimezone(WIB).date() > TODAY + timedelta(days=7)


def test_the_demos_feed_is_the_same_all_day() -> None:
    assert json.loads(example_feed(TODAY)) == json.loads(example_feed(TODAY))
