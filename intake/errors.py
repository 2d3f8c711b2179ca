"""What this room refuses, named for what happened; the face turns it into words."""

from datetime import datetime
from typing import TYPE_CHECKING

from people.errors import BadAnswer
from people.errors import ConsentMissing as ConsentMissing

if TYPE_CHECKING:
    from intake.drafts import DraftView
    from intake.steps import Step


class RegistrationClosed(Exception):
    """The wave takes no registrations now. `closed_at`: since when, where that is known."""

    def __init__(self, closed_at: datetime | None) -> None:
        super().__init__(closed_at)
        self.closed_at = closed_at


class NotYetOpen(RegistrationClosed):
    """It will take them. `opens_at`: from when, where that is known; `closed_at` is None."""

    def __init__(self, opens_at: datetime | None) -> None:
        super().__init__(None)
        self.opens_at = opens_at


class RegistersElsewhere(Exception):
    """The programme does not register here. `entry`: how one gets in (Programme.entry)."""

    def __init__(self, entry: str) -> None:
        super().__init__(entry)
        self.entry = entry


class NoDraft(Exception):
    """This account has no registration under way."""


class OtherDraftOpen(Exception):
    """Another class's registration is under way: `draft`. One at a time."""

    def __init__(self, draft: "DraftView") -> None:
        super().__init__(draft.id)
        self.draft = draft


class OtherQuestionOpen(Exception):
    """The answer is to another question than the one that is open: see `draft.step`."""

    def __init__(self, draft: "DraftView") -> None:
        super().__init__(draft.step)
        self.draft = draft


class AnswersMissing(Exception):
    """Not everything was answered. `step`: the first question that is open."""

    def __init__(self, step: "Step") -> None:
        super().__init__(step)
        self.step = step


class AlreadyApplied(Exception):
    """One live application a person and wave. `number`: which; None where it is not the asker's."""

    def __init__(self, number: str | None) -> None:
        super().__init__(number)
        self.number = number


class NeitherYesNorNo(BadAnswer):
    """A question to be answered with yes or no was answered with neither."""


class NoSuchApplication(Exception):
    """None with this id or number, or none of this account's."""


class NotPossible(Exception):
    """An application in state `state` can't become `wanted`."""

    def __init__(self, state: str, wanted: str) -> None:
        super().__init__(state, wanted)
        self.state, self.wanted = state, wanted


class UnknownPaper(Exception):
    """Not a kind of paper that applications ask for. `papers`: what was named, as it was."""

    def __init__(self, papers: str) -> None:
        super().__init__(papers)
        self.papers = papers


class NothingSent(Exception):
    """What was never sent in the chat can't have been unreadable. `paper`: which."""

    def __init__(self, paper: str) -> None:
        super().__init__(paper)
        self.paper = paper


class DeadlinePast(Exception):
    """A deadline must lie ahead. `until`: the one that was given."""

    def __init__(self, until: datetime) -> None:
        super().__init__(until)
        self.until = until


class UnknownOutcome(Exception):
    """Not an answer to what has become of somebody, or not to a question that is asked."""


class ClassFull(Exception):
    """Every seat is taken. `capacity`: how many there are."""

    def __init__(self, capacity: int) -> None:
        super().__init__(capacity)
        self.capacity = capacity
