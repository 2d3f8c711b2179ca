"""What is refused about a bed, named for what is in the way."""

from datetime import datetime


class NoDormitory(Exception):
    """The wave's provider has none, as far as anybody has told."""


class NoSeat(Exception):
    """Only who has a seat can have a bed. `state`: where the application stands."""

    def __init__(self, state: str) -> None:
        super().__init__(state)
        self.state = state


class BedsClosed(Exception):
    """The training has begun: nobody can ask for one any more. `at`: since when."""

    def __init__(self, at: datetime | None) -> None:
        super().__init__(at)
        self.at = at


class BedsUnknown(Exception):
    """Nobody has told how many beds there are, so none can be granted."""


class NoBedFree(Exception):
    """All of the part that is theirs are granted."""


class NoBed(Exception):
    """They have no bed that could be given back."""
