"""Buttons of the staff's menu."""

from bot.callbacks import Press


class OpenStaff(Press, code="sf"):
    """What staff can do; to everybody else it is a button like any unknown one."""


class OpenStaffMore(Press, code="sfm"):
    """What they need less often."""


class ListUntold(Press, code="sfu"):
    """Offers and results that have reached nobody, page by page from 0."""

    page: int
