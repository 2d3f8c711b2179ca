"""Buttons of the AK1 card."""

from dataclasses import dataclass

from bot.callbacks import Press


@dataclass(frozen=True)
class OpenAk1(Press, code="ak1"):
    """The date on one's card; the question for it where none is kept."""


@dataclass(frozen=True)
class AskAk1(Press, code="ak1a"):
    """Tell another date."""


@dataclass(frozen=True)
class Ak1Today(Press, code="ak1t"):
    """It was issued today."""


@dataclass(frozen=True)
class ForgetAk1(Press, code="ak1f"):
    """Keep the date no longer, and remind of nothing."""
