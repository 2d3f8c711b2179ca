"""Buttons of the AK1 card."""

from bot.callbacks import Press


class OpenAk1(Press, code="ak1"):
    """The date on one's card; the question for it where none is kept."""


class AskAk1(Press, code="ak1a"):
    """Tell another date."""


class Ak1Today(Press, code="ak1t"):
    """It was issued today."""


class ForgetAk1(Press, code="ak1f"):
    """Keep the date no longer, and remind of nothing."""
