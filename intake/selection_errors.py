"""What staff are refused in a selection, named for what happened; the command line words it."""

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


class NoReason(Exception):
    """Whoever moves somebody on a ranked list must say why."""


class OutOfRange(Exception):
    """The list has no such rank. `rank`: the one that was given."""

    def __init__(self, rank: int) -> None:
        super().__init__(rank)
        self.rank = rank


class NoSuchOverride(Exception):
    """No move with this number, or one of a list that was drawn up anew since."""


class SamePerson(Exception):
    """Who asked for something can't be the second person who approves it."""
