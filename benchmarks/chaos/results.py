"""What a scenario came to, as a line of the table and as a verdict."""

from dataclasses import asdict, dataclass
from typing import Any

from benchmarks.chaos.audit import MOST_UNRECORDED
from benchmarks.chaos.town import Town

HEADS = {
    "scenario": 11,
    "database": 11,
    "messages": 9,
    "kills": 6,
    "at_most": 8,
    "accepted": 9,
    "lost": 5,
    "twice": 6,
    "bound": 6,
    "cast_twice": 11,
    "uncertain": 10,
    "seconds": 8,
}
NUMBERS_FROM = "messages"


@dataclass(frozen=True)
class Result:
    """`at_most`: the most that any kill left unrecorded. `twice`, within `bound`, and
    `cast_twice`, which must be 0, are duplicates: of reminders, and of the broadcast.
    """

    scenario: str
    database: str
    messages: int
    kills: int
    at_most: int
    accepted: int
    lost: int
    twice: int
    bound: int
    cast_twice: int
    uncertain: int
    seconds: float
    wrong: tuple[str, ...]

    @property
    def good(self) -> bool:
        within = self.twice <= self.bound and self.at_most <= MOST_UNRECORDED
        return within and not (self.lost or self.cast_twice or self.wrong)

    def line(self) -> str:
        told = asdict(self) | {"seconds": f"{self.seconds:.1f}"}
        return _line([str(told[name]) for name in HEADS]) + ("  ok" if self.good else "  BROKEN")

    def figures(self) -> dict[str, Any]:
        return asdict(self) | {"good": self.good}


def head() -> str:
    return _line(list(HEADS)) + "  verdict"


def result_of(scenario: str, database: str, town: Town, seconds: float) -> Result:
    """Raises what reading the two books raises."""
    count, kills = town.count(), town.kills
    return Result(
        scenario=scenario,
        database=database,
        messages=count.messages,
        kills=len(kills.in_flight) + kills.unmeasured,
        at_most=max(kills.in_flight, default=0),
        accepted=count.accepted,
        lost=count.lost,
        twice=count.duplicates,
        bound=kills.bound + count.unanswered,
        cast_twice=count.doubled,
        uncertain=count.uncertain,
        seconds=seconds,
        wrong=tuple(count.wrong),
    )


def _line(cells: list[str]) -> str:
    first = list(HEADS).index(NUMBERS_FROM)
    widths = list(HEADS.values())
    texts = [cell.ljust(width) for cell, width in zip(cells[:first], widths, strict=False)]
    numbers = [cell.rjust(w) for cell, w in zip(cells[first:], widths[first:], strict=True)]
    return " ".join(texts + numbers)
