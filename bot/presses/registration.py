"""Buttons of a registration.

Those that answer or leave a question name it, so that a second tap, or one on an old message,
is known for what it is.
"""

from dataclasses import dataclass

from bot.callbacks import Press


@dataclass(frozen=True)
class StartRegistration(Press, code="reg"):
    class_id: int


@dataclass(frozen=True)
class RegisterAnother(Press, code="rego"):
    """For a second person on the same phone: begins with no answers."""

    class_id: int


@dataclass(frozen=True)
class SwitchDraft(Press, code="rsw"):
    """Drop the registration for one class and begin that for another."""

    class_id: int
    dropped_class_id: int


@dataclass(frozen=True)
class ResumeDraft(Press, code="rd"):
    """Go on with the registration that was put aside."""


@dataclass(frozen=True)
class AnswerWith(Press, code="ra"):
    """`step` is a value of intake.steps.Step, `value` what would be typed."""

    step: str
    value: str


@dataclass(frozen=True)
class KeepAnswer(Press, code="rk"):
    """What was answered before stays as it is."""

    step: str


@dataclass(frozen=True)
class CorrectLine(Press, code="rc"):
    """Ask one question again, from the review."""

    step: str


@dataclass(frozen=True)
class StepBack(Press, code="rb"):
    step: str


@dataclass(frozen=True)
class ParkDraft(Press, code="rl"):
    """ "Lanjut nanti"."""


@dataclass(frozen=True)
class AskCancel(Press, code="rx"):
    """Cancel, which asks once more."""


@dataclass(frozen=True)
class CancelDraft(Press, code="rxx"):
    class_id: int


@dataclass(frozen=True)
class SendRegistration(Press, code="rs"):
    class_id: int


@dataclass(frozen=True)
class OpenForm(Press, code="rgf"):
    """On from the verdict to the form."""

    class_id: int
