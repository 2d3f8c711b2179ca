"""What is refused about cards, attendance and certificates, named for what happened."""

from datetime import date, datetime


class NoTrainee(Exception):
    """Whoever this was has no seat in a class, or not any more."""


class NoSuchCard(Exception):
    """No card has this code."""


class CardReplaced(Exception):
    """The card was lost, and another one is valid. `replaced_at`: since when."""

    def __init__(self, replaced_at: datetime) -> None:
        super().__init__(replaced_at)
        self.replaced_at = replaced_at


class MeetingNotHeld(Exception):
    """The meeting is cancelled, or of another class: nobody was there."""


class MeetingAhead(Exception):
    """Nobody has been there yet. `starts_at`: when it begins."""

    def __init__(self, starts_at: datetime) -> None:
        super().__init__(starts_at)
        self.starts_at = starts_at


class NoSuchCertificate(Exception):
    """The programme gives no certificate of this kind. `kind`: which."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


class TrainingAhead(Exception):
    """Nobody can have passed yet. `starts_on`: when it begins, None where that is not known;
    `whose`: of a `wave`, or of a school's `group`.
    """

    def __init__(self, starts_on: date | None, whose: str) -> None:
        super().__init__(starts_on, whose)
        self.starts_on, self.whose = starts_on, whose


class CertificateStands(Exception):
    """A certificate in `state` can't become `wanted`."""

    def __init__(self, state: str, wanted: str) -> None:
        super().__init__(state, wanted)
        self.state, self.wanted = state, wanted


class CertificateAhead(Exception):
    """No certificate is of a day to come. `issued_on`: the day that was given."""

    def __init__(self, issued_on: date) -> None:
        super().__init__(issued_on)
        self.issued_on = issued_on


class BadCertificateNumber(Exception):
    """Not what is printed on a certificate: nothing, too long, or no letter or digit in it."""


class CertificateNumberTaken(Exception):
    """Somebody else's certificate of this kind has it. `number`: as it was given."""

    def __init__(self, number: str) -> None:
        super().__init__(number)
        self.number = number
