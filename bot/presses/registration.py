"""Buttons of a registration.

Those that answer or leave a question name it, so that a second tap, or one on an old message,
is known for what it is.
"""

from bot.callbacks import Press


class StartRegistration(Press, code="reg"):
    class_id: int


class RegisterAnother(Press, code="rego"):
    """For a second person on the same phone: begins with no answers."""

    class_id: int


class RegisterFor(Press, code="rgw"):
    """For this one of several who are known on the phone."""

    class_id: int
    applicant_id: int


class UseInvitation(Press, code="rgi"):
    """To the form, filled in with what is known: it is judged when it is sent, not before."""

    class_id: int
    applicant_id: int


class SwitchDraftFor(Press, code="rswf"):
    """As SwitchDraft, and it is known for whom. `applicant_id` 0: somebody new."""

    class_id: int
    dropped_class_id: int
    applicant_id: int


class SwitchDraft(Press, code="rsw"):
    """Drop the registration for one class and begin that for another."""

    class_id: int
    dropped_class_id: int


class ResumeDraft(Press, code="rd"):
    """Go on with the registration that was put aside."""


class AnswerWith(Press, code="ra"):
    """`step` is a value of intake.applications.steps.Step, `value` what would be typed."""

    step: str
    value: str


class KeepAnswer(Press, code="rk"):
    """What was answered before stays as it is."""

    step: str


class CorrectLine(Press, code="rc"):
    """Ask one question again, from the review."""

    step: str


class StepBack(Press, code="rb"):
    step: str


class ParkDraft(Press, code="rl"):
    """ "Lanjut nanti"."""


class AskCancel(Press, code="rx"):
    """Cancel, which asks once more."""


class CancelDraft(Press, code="rxx"):
    class_id: int


class SendRegistration(Press, code="rs"):
    class_id: int


class OpenForm(Press, code="rgf"):
    """On from the verdict to the form."""

    class_id: int
