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


class NoTrainee(Exception):
    """Whoever this was has no seat in a class, or not any more."""


class OtherProvider(Exception):
    """The class is another provider's than those for whom this member of staff may act."""


class NoSuchCard(Exception):
    """No card has this code."""


class CardReplaced(Exception):
    """The card was lost, and another one is valid. `replaced_at`: since when."""

    def __init__(self, replaced_at: datetime) -> None:
        super().__init__(replaced_at)
        self.replaced_at = replaced_at


class MeetingNotHeld(Exception):
    """The meeting is cancelled, or of another class: nobody was there."""


class MeetingAhead(Exception):
    """Nobody has been there yet. `starts_at`: when it begins."""

    def __init__(self, starts_at: datetime) -> None:
        super().__init__(starts_at)
        self.starts_at = starts_at


class ReasonMissing(Exception):
    """This wants to be explained: why somebody is excused, or a decision taken back."""


class NoSuchCertificate(Exception):
    """The programme gives no certificate of this kind. `kind`: which."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


class CertificateStands(Exception):
    """A certificate in `state` can't become `wanted`."""

    def __init__(self, state: str, wanted: str) -> None:
        super().__init__(state, wanted)
        self.state, self.wanted = state, wanted


class BadCertificateNumber(Exception):
    """Not what is printed on a certificate: nothing, too long, or no letter or digit in it."""


class CertificateNumberTaken(Exception):
    """Somebody else's certificate of this kind has it. `number`: as it was given."""

    def __init__(self, number: str) -> None:
        super().__init__(number)
        self.number = number


class BadSheet(Exception):
    """A file is no list that can be read. `why`: `unreadable`, `empty`, or a column it lacks."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class BadCell(Exception):
    """A list's cell can't be taken. `why`: `kind`, `result`, `date`, `stranger` or `twice`."""

    def __init__(self, why: str, value: str) -> None:
        super().__init__(why, value)
        self.why, self.value = why, value


class ClassFull(Exception):
    """Every seat is taken. `capacity`: how many there are."""

    def __init__(self, capacity: int) -> None:
        super().__init__(capacity)
        self.capacity = capacity
