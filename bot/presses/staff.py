"""Buttons of the staff's menu."""

from dataclasses import dataclass

from bot.callbacks import Press


@dataclass(frozen=True)
class OpenStaff(Press, code="sf"):
    """What staff can do; to everybody else it is a button like any unknown one."""


@dataclass(frozen=True)
class ListUntold(Press, code="sfu"):
    """Offers and results that have reached nobody, page by page from 0."""

    page: int
