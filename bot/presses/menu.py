"""Buttons to the first screen and to help."""

from dataclasses import dataclass

from bot.callbacks import Press


@dataclass(frozen=True)
class OpenMenu(Press, code="menu"):
    """The first screen, from anywhere."""


@dataclass(frozen=True)
class OpenHelp(Press, code="help"):
    """What Jawara can do, and how to reach a person."""
