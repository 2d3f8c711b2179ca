"""Buttons of a seat that is offered, and of the list it was given out by."""

from bot.callbacks import Press


class ConfirmSeat(Press, code="sy"):
    application_id: int


class AskDecline(Press, code="sn"):
    """Let the seat go, which asks once more."""

    application_id: int


class DeclineSeat(Press, code="snn"):
    application_id: int


class ShowStanding(Press, code="sr"):
    """One's rank, points, and how many seats there were."""

    application_id: int


class ShowChances(Press, code="sc"):
    """Open classes that fit whoever got no seat."""

    application_id: int
