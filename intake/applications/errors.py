"""What is refused about applications and the people who make them, named for what happened.

The face turns it into words.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from people.errors import BadAnswer

if TYPE_CHECKING:
    from intake.applications.applicants import Person


class AlreadyApplied(Exception):
    """One live application a person and wave. `number`: which; None where it is not the asker's.

    `called`: whose it is, where several people share the phone.
    """

    def __init__(self, number: str | None, called: str | None = None) -> None:
        super().__init__(number)
        self.number = number
        self.called = called


class NoSuchApplicant(Exception):
    """Nobody of that id is known on this account."""


class SeveralKnown(Exception):
    """Several people share this phone: for whom is it? `people`: who is known."""

    def __init__(self, people: "Sequence[Person]") -> None:
        super().__init__(len(people))
        self.people = people


class NeitherYesNorNo(BadAnswer):
    """A question to be answered with yes or no was answered with neither."""


class UnknownRelation(BadAnswer):
    """Not a word for a mother, a father or another guardian."""


class GuardianRefuses(BadAnswer):
    """The guardian did not say yes."""


class NoSuchApplication(Exception):
    """None with this id or number, or none of this account's."""


class NotPossible(Exception):
    """An application in state `state` can't become `wanted`."""

    def __init__(self, state: str, wanted: str) -> None:
        super().__init__(state, wanted)
        self.state, self.wanted = state, wanted


class DeadlinePast(Exception):
    """A deadline must lie ahead. `until`: the one that was given."""

    def __init__(self, until: datetime) -> None:
        super().__init__(until)
        self.until = until


class OtherProvider(Exception):
    """The class is another provider's than those for whom this member of staff may act."""


class ReasonMissing(Exception):
    """This wants to be explained: why somebody is excused, or a decision taken back."""
