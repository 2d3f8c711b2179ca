"""What this room refuses, named for what happened; the face turns it into words."""

from datetime import datetime
from typing import TYPE_CHECKING

from people.errors import BadAnswer
from people.errors import ConsentMissing as ConsentMissing

if TYPE_CHECKING:
    from intake.check_rows import CheckView
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


class UnknownRelation(BadAnswer):
    """Not a word for a mother, a father or another guardian."""


class GuardianRefuses(BadAnswer):
    """The guardian did not say yes."""


class UnknownSex(BadAnswer):
    """Neither a word for a woman nor for a man."""


class UnknownActivity(BadAnswer):
    """Nothing that somebody does by day could be read from it."""


class UnreadableAge(BadAnswer):
    """Neither an age nor a day or year of birth could be read from it."""


class UnreadableHeight(BadAnswer):
    """No height in centimetres could be read from it."""


class NoCheck(Exception):
    """This account has checked no rules lately, or others than these."""


class OtherTraitOpen(Exception):
    """The answer is to another question of a check than those that are open: see `check`."""

    def __init__(self, check: "CheckView") -> None:
        super().__init__(check.trait)
        self.check = check


class NotEligible(Exception):
    """A rule that still holds says no: see `check`."""

    def __init__(self, check: "CheckView") -> None:
        super().__init__(check.programme_id)
        self.check = check


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


class NoOffer(Exception):
    """No seat is offered to this application at present. `state`: where it stands."""

    def __init__(self, state: str) -> None:
        super().__init__(state)
        self.state = state


class OfferPast(Exception):
    """The offer's deadline is past, whether the seat has gone on already or not."""

    def __init__(self, deadline: datetime) -> None:
        super().__init__(deadline)
        self.deadline = deadline


class ClassFull(Exception):
    """Every seat is taken. `capacity`: how many there are."""

    def __init__(self, capacity: int) -> None:
        super().__init__(capacity)
        self.capacity = capacity


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
