"""Bad days in short: what `make chaos` does for a quarter of an hour, on both databases."""

from collections.abc import Iterator
from contextlib import contextmanager

from benchmarks.chaos.deaths import kills
from benchmarks.chaos.playing import play
from benchmarks.chaos.scenarios import Scenario
from benchmarks.chaos.town import Outage

PEOPLE, LIVES = 200, 2


def test_killed_workers_lose_nothing_and_double_only_reminders_that_were_under_way(
    database_url: str,
) -> None:
    @contextmanager
    def fresh() -> Iterator[tuple[str, Outage]]:
        yield database_url, _never

    short = Scenario("kills", "", kills, full=(), quick=(PEOPLE, LIVES, 0.3))
    result = play(short, "", fresh, quick=True)
    assert (result.lost, result.cast_twice, result.wrong) == (0, 0, ())
    assert (result.messages, result.kills) == (2 * PEOPLE, LIVES)
    assert result.twice <= result.bound <= LIVES * result.at_most
    assert 0 < result.at_most <= 64
    assert 0 < result.uncertain <= LIVES * 64
    assert result.good


def _never(length_s: float) -> None:
    raise AssertionError("nobody takes this database away")
