"""Buttons by which graduates say what has become of them."""

from dataclasses import dataclass

from bot.callbacks import Press


@dataclass(frozen=True)
class TellOutcome(Press, code="out"):
    """An answer of `intake.outcomes`, to the question that came so many months after."""

    application_id: int
    months: int
    answer: str
