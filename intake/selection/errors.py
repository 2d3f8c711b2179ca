"""What staff are refused in a selection, named for what happened; the faces word it."""

from datetime import datetime


class UnknownPart(Exception):
    """Not a part of any selection. `part`: what was named."""

    def __init__(self, part: str) -> None:
        super().__init__(part)
        self.part = part


class BadScore(Exception):
    """Not between 0 and 100 points, or of somebody who was not there. `score`: hundredths."""

    def __init__(self, score: int) -> None:
        super().__init__(score)
        self.score = score


class NoScore(Exception):
    """Neither points nor a word for an absence. `told`: what was written."""

    def __init__(self, told: str) -> None:
        super().__init__(told)
        self.told = told


class NobodyScored(Exception):
    """No score and no absence is written down of anybody in the class."""


class NobodyToRank(Exception):
    """Nobody is in this class's selection."""


class NoRanking(Exception):
    """No ranked list has been drawn up for this class."""


class AlreadyAnnounced(Exception):
    """The results are out, and what was told stays. `at`: since when."""

    def __init__(self, at: datetime | None) -> None:
        super().__init__(at)
        self.at = at


class NoCapacity(Exception):
    """Nobody has told how many seats this class has."""


class ScoresChanged(Exception):
    """Somebody's score is newer than the ranked list."""


class NotOnTheList(Exception):
    """People have applied since the list was drawn up. `count`: how many."""

    def __init__(self, count: int) -> None:
        super().__init__(count)
        self.count = count


class ResultsScheduled(Exception):
    """The list is about to be announced as it is. `at`: when."""

    def __init__(self, at: datetime | None) -> None:
        super().__init__(at)
        self.at = at


class OverridesPending(Exception):
    """Moves on the list wait for a second person. `count`: how many."""

    def __init__(self, count: int) -> None:
        super().__init__(count)
        self.count = count


class TrainingBegun(Exception):
    """Results of a class whose training has begun give nobody a seat. `at`: when it begins."""

    def __init__(self, at: datetime | None) -> None:
        super().__init__(at)
        self.at = at


class NotScheduled(Exception):
    """No minute is set for these results, so there is none to take back."""


class ListChanged(Exception):
    """The list is another one than whoever wants to announce it has looked at."""


class NoReason(Exception):
    """Whoever moves somebody on a ranked list must say why."""


class OutOfRange(Exception):
    """Nobody can be moved to this rank. `rank`: the one that was given; `last`: the last that those
    have who passed.
    """

    def __init__(self, rank: int, last: int) -> None:
        super().__init__(rank, last)
        self.rank, self.last = rank, last


class StandsThere(Exception):
    """Asked to be moved to the `rank` at which they stand."""

    def __init__(self, rank: int) -> None:
        super().__init__(rank)
        self.rank = rank


class NotPassed(Exception):
    """Below the mark, or absent: another rank would give no seat. `number`: of which application"""

    def __init__(self, number: str) -> None:
        super().__init__(number)
        self.number = number


class OverrideSettled(Exception):
    """A move on the list was decided already. `state`: `approved` or `refused`."""

    def __init__(self, state: str) -> None:
        super().__init__(state)
        self.state = state


class NotApprover(Exception):
    """Of this provider, they can't be the second person."""


class NoSuchOverride(Exception):
    """No move with this number, or one of a list that was drawn up anew since."""


class SamePerson(Exception):
    """Who asked for something can't be the second person who approves it."""
