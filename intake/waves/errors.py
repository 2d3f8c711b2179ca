"""What staff are refused as they move a wave on, named for what is in the way."""

from collections.abc import Mapping


class NothingToMove(Exception):
    """All of it is done. `kind`: of which stage; None: of the wave."""

    def __init__(self, kind: str | None) -> None:
        super().__init__(kind)
        self.kind = kind


class OutOfOrder(Exception):
    """Something else comes first. `kind` and `move`: what."""

    def __init__(self, kind: str, move: str) -> None:
        super().__init__(kind, move)
        self.kind, self.move = kind, move


class ResultsNotReady(Exception):
    """Some classes' lists can't go out. `titles`: of their programmes; `why`: the error of each."""

    def __init__(self, titles: str, why: Mapping[str, Exception]) -> None:
        super().__init__(titles)
        self.titles, self.why = titles, why


class ResultsOnTheirWay(Exception):
    """Every list has its minute: the stage ends by itself as soon as the last one is out."""
