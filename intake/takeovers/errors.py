"""What is refused about a take-over of a person by another phone."""

from datetime import datetime


class NoSuchTakeover(Exception):
    """No take-over is open by this code or id: used, refused, withdrawn, too old, or never was."""


class AlreadyOnThisPhone(Exception):
    """The person of that number is on this phone. `number`: of the registration."""

    def __init__(self, number: str) -> None:
        super().__init__(number)
        self.number = number


class TooManyTakeovers(Exception):
    """This phone has asked too often within a day. `until`: when it may ask again."""

    def __init__(self, until: datetime) -> None:
        super().__init__(until)
        self.until = until


class OwnTakeover(Exception):
    """Nobody of staff lets data come to their own phone: a colleague does."""
