"""The questions of a registration, in their order, and the answers given to them."""

from dataclasses import asdict, dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any


class Step(StrEnum):
    NAME = "name"
    NIK = "nik"
    BIRTHDAY = "birthday"
    PHONE = "phone"
    EDUCATION = "education"
    DOMICILE = "domicile"
    REVIEW = "review"

    @property
    def position(self) -> int:
        """1 to 7: "Langkah 3 dari 7"."""
        return STEPS.index(self) + 1


STEPS = tuple(Step)
QUESTIONS = STEPS[:-1]


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

    def __repr__(self) -> str:
        known = [step.value for step in QUESTIONS if self.to(step) is not None]
        return f"<answers to {', '.join(known) or 'nothing yet'}>"

    def to(self, step: Step) -> str | None:
        """The answer to one question."""
        value: str | None = getattr(self, step.value)
        return value

    def first_open(self) -> Step:
        """The first question without an answer; the review once there is none."""
        return next((step for step in QUESTIONS if self.to(step) is None), Step.REVIEW)

    def with_answer(self, step: Step, value: str) -> "Answers":
        changed: dict[str, Any] = {step.value: value}
        return replace(self, **changed)

    def to_json(self) -> dict[str, Any]:
        known = {name: value for name, value in asdict(self).items() if value is not None}
        return known | ({"born_on": self.born_on.isoformat()} if self.born_on else {})

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> "Answers":
        born_on = stored.get("born_on")
        return cls(**stored | ({"born_on": date.fromisoformat(born_on)} if born_on else {}))
