"""What is refused before an application is sent, named for what happened."""

from datetime import datetime
from typing import TYPE_CHECKING

from people.errors import BadAnswer

if TYPE_CHECKING:
    from intake.applications.steps import Step
    from intake.registration.check_rows import CheckView
    from intake.registration.drafts import DraftView


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
