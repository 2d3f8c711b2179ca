"""Buttons of "my schedule"."""

from bot.callbacks import Press


class OpenSchedule(Press, code="sch"):
    """One's applications, and the meetings of one's classes."""


class TurnSchedule(Press, code="schp"):
    """Another page of one's applications, counted from 0."""

    page: int


class OpenScheduleBelow(Press, code="schb"):
    """The schedule as a message of its own: the one with the button is worth keeping."""


class OpenApplication(Press, code="ap"):
    application_id: int


class AskWithdraw(Press, code="aw"):
    """Withdraw an application, which asks once more."""

    application_id: int


class WithdrawApplication(Press, code="aww"):
    application_id: int


class SendCalendar(Press, code="ics"):
    """All meetings as a file for the phone's calendar."""
