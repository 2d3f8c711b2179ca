"""What this room refuses. Every error carries facts for the face, which chooses the words."""

from datetime import date

Fact = str | int | date


class BadAnswer(Exception):
    """What was sent can't be taken as the answer; `facts` say what is wrong with it.

    The facts are kept out of the exception's own text, since that may reach a log.
    """

    def __init__(self, **facts: Fact) -> None:
        super().__init__()
        self.facts = facts


class NoSuchAccount(Exception):
    """No account has this id; it may have been erased meanwhile."""


class OutdatedConsent(Exception):
    """The consent given is to a text that has changed since it was shown."""


class UnknownLanguage(Exception):
    """Not a language that Jawara speaks."""


class UnknownStream(Exception):
    """No cluster of programmes has this id."""


class ImpossibleHour(Exception):
    """An hour at which reminders can't be sent, or too many hours ahead."""


class EmptyQuietHours(Exception):
    """Quiet hours that begin when they end, or that have only one of the two."""


class BadInvitation(Exception):
    """A link for staff that never was, has been used, or is too old."""


class NoSuchSchool(Exception):
    """No school of this name is known here. `name`: as it was asked for."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class SchoolKnown(Exception):
    """A school of this name is there already. `name`: which."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class ConsentMissing(Exception):
    """The use of data was not agreed to, or not as it is worded now."""


class Ak1NotADate(BadAnswer):
    """No date of a card can be read from it."""


class Ak1InFuture(BadAnswer):
    """A card can't have been issued yet. Fact: `issued_on`."""


class Ak1Expired(BadAnswer):
    """The card is not valid any more. Facts: `issued_on`, and `ended_on`, since when."""


class BadNik(BadAnswer):
    """The text is no NIK."""


class NotDigits(BadNik):
    """Something else than digits stands in it. Fact: `strange`, those characters."""


class WrongLength(BadNik):
    """A NIK has 16 digits. Fact: `given`, how many there were."""


class ImpossibleDate(BadNik):
    """The digits 7–12 are no date. Facts: `day`, `month`, as they stand there."""


class ZeroSerial(BadNik):
    """The last four digits are 0000, which is never given out."""


class FutureBirth(BadNik):
    """Its holder would still have to be born, or be very old. Fact: `born_on`, the later date."""


class ChildsNik(BadNik):
    """Its holder is a small child. Fact: `born_on`."""


class BadPhone(BadAnswer):
    """The text is no mobile number that people can be called on."""


class PhoneNotDigits(BadPhone):
    """Something else than a number stands in it. Fact: `strange`, those characters."""


class PhoneTooShort(BadPhone):
    """Fact: `given`, the digits counted as if written from the 0 on."""


class PhoneTooLong(BadPhone):
    """Fact: `given`, the digits counted as if written from the 0 on."""


class Landline(BadPhone):
    """A fixed line, which gets no messages. Fact: `prefix`, its area code."""


class NotMobile(BadPhone):
    """Long enough, but mobile numbers begin with 08 or +62 8."""


class ForeignPhone(BadPhone):
    """A number of another country, typed: taken only from a shared contact."""


class BadName(BadAnswer):
    """The text is no person's name."""


class NameTooShort(BadName):
    """Fact: `least`, the letters it must have."""


class NameTooLong(BadName):
    """Facts: `given` and `most`, in characters."""


class NameWithDigits(BadName):
    """Fact: `digits`, the ones in it."""


class NameWithSymbols(BadName):
    """Emoji and other signs that no identity card bears. Fact: `strange`, those characters."""


class NameIsLink(BadName):
    """A web or mail address, or a Telegram @name."""


class NameIsCommand(BadName):
    """It begins with a slash, as commands do."""


class UnknownEducation(BadAnswer):
    """No level of schooling is named in it."""


class UnknownRegion(BadAnswer):
    """No regency, city or district of Banten is named in it."""


class AmbiguousRegion(BadAnswer):
    """Several regions bear that name: `candidates` are their codes, to be asked back."""

    def __init__(self, candidates: tuple[str, ...]) -> None:
        super().__init__()
        self.candidates = candidates
