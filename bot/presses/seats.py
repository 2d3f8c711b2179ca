"""Buttons of a seat that is offered, and of the list it was given out by."""

from dataclasses import dataclass

from bot.callbacks import Press


@dataclass(frozen=True)
class ConfirmSeat(Press, code="sy"):
    application_id: int


@dataclass(frozen=True)
class AskDecline(Press, code="sn"):
    """Let the seat go, which asks once more."""

    application_id: int


@dataclass(frozen=True)
class DeclineSeat(Press, code="snn"):
    application_id: int


@dataclass(frozen=True)
class ShowStanding(Press, code="sr"):
    """One's rank, points, and how many seats there were."""

    application_id: int
