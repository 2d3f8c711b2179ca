"""The benchmarks of selections, on little: what they claim of the outcome holds here, too."""

from collections.abc import Iterator
from contextlib import contextmanager

from benchmarks import deadline, ranking, rush
from benchmarks.counter import CLASSES, SEATS
from benchmarks.stores import Fresh


def only(url: str) -> Fresh:
    @contextmanager
    def fresh() -> Iterator[str]:
        yield url

    return fresh


def test_a_list_drawn_up_again_is_the_same(database_url: str) -> None:
    told = ranking.measure(only(database_url), 120, rounds=2)
    assert told["the_same_each_time"]


def test_in_a_rush_every_seat_has_one_holder_and_everybody_else_a_place(sqlite_url: str) -> None:
    people = CLASSES * SEATS + 40
    told = rush.measure("sqlite", only(sqlite_url), people, head_start_s=3.0)
    assert (told["holders"], told["all_true_places"]) == (CLASSES * SEATS, True)


def test_at_a_deadline_nobody_is_told_both_yes_and_no(sqlite_url: str) -> None:
    told = deadline.measure("sqlite", only(sqlite_url), waves=1, head_start_s=3.0)
    assert (told["full"], told["true"]) == (True, True)
