"""The questions of a registration, in their order, and the answers given to them."""

from dataclasses import asdict, dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from catalog.facts import full_years


class Step(StrEnum):
    NAME = "name"
    NIK = "nik"
    BIRTHDAY = "birthday"
    PHONE = "phone"
    EDUCATION = "education"
    DOMICILE = "domicile"
    GUARDIAN = "guardian"
    GUARDIAN_NAME = "guardian-name"
    GUARDIAN_CONSENT = "guardian-consent"
    REVIEW = "review"


OF_GUARDIAN = (Step.GUARDIAN, Step.GUARDIAN_NAME, Step.GUARDIAN_CONSENT)
"""Asked of those under 18 alone."""
STEPS = tuple(step for step in Step if step not in OF_GUARDIAN)
"""What everybody is asked."""
QUESTIONS = STEPS[:-1]
ADULT = 18
"""Years of age from which nobody else's consent is needed."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What is known so far; None where the question was not answered yet."""

    name: str | None = None
    nik: str | None = None
    birthday: str | None = None
    """`right`, once the birthday that the NIK holds was confirmed."""
    phone: str | None = None
    """In international form: +62…"""
    education: str | None = None
    domicile: str | None = None
    born_on: date | None = None
    sex: str | None = None
    """`f` or `m`. Both come from the NIK."""
    minor: bool | None = None
    """True for somebody under 18 on the day on which this was looked at."""
    guardian: str | None = None
    """`mother`, `father` or `guardian`."""
    guardian_name: str | None = None
    guardian_consent: str | None = None
    """When the guardian said yes: ISO 8601."""

    def __repr__(self) -> str:
        known = [step.value for step in self.questions if self.to(step) is not None]
        return f"<answers to {', '.join(known) or 'nothing yet'}>"

    @property
    def steps(self) -> tuple[Step, ...]:
        """What this person is asked, in order, the review last: "Langkah 3 dari 7"."""
        return tuple(Step) if self.minor else STEPS

    @property
    def questions(self) -> tuple[Step, ...]:
        return self.steps[:-1]

    def to(self, step: Step) -> str | None:
        """The answer to one question."""
        value: str | None = getattr(self, _field(step))
        return value

    def first_open(self) -> Step:
        """The first question without an answer; the review once there is none."""
        return next((step for step in self.questions if self.to(step) is None), Step.REVIEW)

    def on(self, today: date) -> "Answers":
        """The same, looked at on a day: whether a guardian is needed."""
        minor = (self.born_on is not None and full_years(self.born_on, today) < ADULT) or None
        return self if minor == self.minor else replace(self, minor=minor)

    def with_answer(self, step: Step, value: str) -> "Answers":
        changed: dict[str, Any] = {_field(step): value}
        return replace(self, **changed)

    def to_json(self) -> dict[str, Any]:
        known = {name: value for name, value in asdict(self).items() if value is not None}
        return known | ({"born_on": self.born_on.isoformat()} if self.born_on else {})

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> "Answers":
        born_on = stored.get("born_on")
        return cls(**stored | ({"born_on": date.fromisoformat(born_on)} if born_on else {}))


def _field(step: Step) -> str:
    return step.value.replace("-", "_")
