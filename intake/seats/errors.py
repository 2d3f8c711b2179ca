"""What is refused about seats and offers, named for what happened."""

from datetime import datetime


class NoOffer(Exception):
    """No seat is offered to this application at present. `state`: where it stands."""

    def __init__(self, state: str) -> None:
        super().__init__(state)
        self.state = state


class NoSeatToGive(Exception):
    """This application has no seat that could be given back. `state`: where it stands."""

    def __init__(self, state: str) -> None:
        super().__init__(state)
        self.state = state


class SeatGivenBack(Exception):
    """It was given back before, and nothing has changed. `at`: when."""

    def __init__(self, at: datetime) -> None:
        super().__init__(at)
        self.at = at


class OfAGroup(Exception):
    """A pupil whom a school has sent is withdrawn from their group, which tells the school."""


class TrainingOver(Exception):
    """The training has ended: whoever had a seat in it has been there, and keeps what it gave."""


class OfferPast(Exception):
    """The offer's deadline is past, whether the seat has gone on already or not."""

    def __init__(self, deadline: datetime) -> None:
        super().__init__(deadline)
        self.deadline = deadline


class ClassFull(Exception):
    """Every seat is taken. `capacity`: how many there are."""

    def __init__(self, capacity: int) -> None:
        super().__init__(capacity)
        self.capacity = capacity
