"""Buttons of "my schedule"."""

from dataclasses import dataclass

from bot.callbacks import Press


@dataclass(frozen=True)
class OpenSchedule(Press, code="sch"):
    """One's applications, and the meetings of one's classes."""


@dataclass(frozen=True)
class TurnSchedule(Press, code="schp"):
    """Another page of one's applications, counted from 0."""

    page: int


@dataclass(frozen=True)
class OpenScheduleBelow(Press, code="schb"):
    """The schedule as a message of its own: the one with the button is worth keeping."""


@dataclass(frozen=True)
class OpenApplication(Press, code="ap"):
    application_id: int


@dataclass(frozen=True)
class AskWithdraw(Press, code="aw"):
    """Withdraw an application, which asks once more."""

    application_id: int


@dataclass(frozen=True)
class WithdrawApplication(Press, code="aww"):
    application_id: int


@dataclass(frozen=True)
class SendCalendar(Press, code="ics"):
    """All meetings as a file for the phone's calendar."""
