"""Buttons by which graduates say what has become of them."""

from bot.callbacks import Press


class TellOutcome(Press, code="out"):
    """An answer of `intake.placement.outcomes`, to the question that came so many months after."""

    application_id: int
    months: int
    answer: str
