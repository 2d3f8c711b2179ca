"""The table of bad days, at full length and in short."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from benchmarks.chaos import clocks, deaths, troubles
from benchmarks.chaos.town import Town

ELSEWHERE = ZoneInfo("Europe/Berlin")


@dataclass(frozen=True)
class Scenario:
    """`play` is given the town and its sizes: people first, then what it counts in."""

    name: str
    about: str
    play: Callable[..., None]
    full: tuple[Any, ...]
    quick: tuple[Any, ...]

    def run(self, town: Town, *, quick: bool) -> None:
        self.play(town, *(self.quick if quick else self.full))


FEW, SOME = (150,), (1000,)

SCENARIOS = (
    Scenario("errors", "bursts of 500 and of bare 502", troubles.errors, SOME, FEW),
    Scenario(
        "timeouts", "answers that never come", troubles.timeouts, (500, 60, 300.0), (150, 20, 1.0)
    ),
    Scenario("resets", "lines that break", troubles.resets, SOME, FEW),
    Scenario("ceilings", "storms of 429", troubles.ceilings, (600, 150), (150, 100)),
    Scenario("refusals", "blocked and deactivated users", troubles.refusals, SOME, FEW),
    Scenario("slowness", "answers that take seconds", troubles.slowness, SOME, FEW),
    Scenario("outages", "the database is away", deaths.outages, (2000, 2, 12.0), (300, 1, 2.0)),
    Scenario("kills", "SIGKILL again and again", deaths.kills, (10_000, 22, 2.5), (300, 2, 0.5)),
    Scenario(
        "corrections", "SIGKILL amid edits and deletions", deaths.corrections, (600, 3), (150, 1)
    ),
    Scenario("standby", "SIGKILL, another takes over", deaths.standby, (1500, 4), (300, 1)),
    Scenario("jumps", "the clock jumps", clocks.jumps, SOME, (200,)),
    Scenario("naps", "the machine sleeps", clocks.naps, (1000, 4), (200, 1)),
    Scenario("succession", "one sleeps, another takes over", clocks.succession, SOME, (200,)),
    Scenario(
        "summer",
        "summer time begins and ends",
        clocks.summer_time,
        (160, ELSEWHERE),
        (32, ELSEWHERE),
    ),
)
