"""Buttons to the first screen and to help."""

from bot.callbacks import Press


class OpenMenu(Press, code="menu"):
    """The first screen, from anywhere."""


class OpenHelp(Press, code="help"):
    """What Jawara can do, and how to reach a person."""
