"""What is refused of schools and their groups, named for what happened."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Mistake:
    """Of a list: where, and what. The headings are row 1. Of a form: `row` is 0."""

    row: int
    column: str
    kind: str
    """With words in `schools-mistake-…`."""
    found: str = ""


class BadPupilList(Exception):
    """Nothing was taken of it. `mistakes`: all of them."""

    def __init__(self, mistakes: Sequence[Mistake]) -> None:
        super().__init__(len(mistakes))
        self.mistakes = tuple(mistakes)


class BadGroupForm(BadPupilList):
    """The facts of a group could not be read."""


class NoSuchGroup(Exception):
    """None with this number, or none that is theirs to see."""


class NoSuchPupil(Exception):
    """No such pupil in a group of theirs."""


class PupilHasPhone(Exception):
    """They have tied a phone to their place, and erase what is kept of them there."""


class BadPupilCode(Exception):
    """There is no such code, or it was used."""


class TooManyPupils(Exception):
    """More pupils than places. `given`: how many; `free`: how many there is room for."""

    def __init__(self, given: int, free: int) -> None:
        super().__init__(given, free)
        self.given, self.free = given, free


class TooFewPlaces(Exception):
    """`held`: so many are taken, and can't be less."""

    def __init__(self, held: int) -> None:
        super().__init__(held)
        self.held = held


class GroupStands(Exception):
    """A group in `state` does not let itself be moved so."""

    def __init__(self, state: str) -> None:
        super().__init__(state)
        self.state = state


class GroupOver(Exception):
    """The group has ended: nothing is sent for it or changed. `ends_on`: its last day."""

    def __init__(self, ends_on: date) -> None:
        super().__init__(ends_on)
        self.ends_on = ends_on
