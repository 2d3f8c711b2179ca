"""The NIK, Indonesia's national identity number, and what its 16 digits hold.

1–6 the region that first issued it, 7–12 the birthday as DDMMYY (for women the day plus 40),
13–16 a serial. The region stays when its holder moves, so no NIK is refused for its region.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import Literal

from people.errors import (
    ChildsNik,
    FutureBirth,
    ImpossibleDate,
    NotDigits,
    WrongLength,
    ZeroSerial,
)

LENGTH = 16
WOMENS_DAY = 40
YOUNGEST = 10
OLDEST = 90
"""Years of age between which the two digits of a year are read: 10 to 90 leave no doubt."""

_PREFIX = re.compile(r"^\s*(nik|no\.?\s*ktp|ktp)(\s+saya)?\s*[:=.]?\s*", re.IGNORECASE)
_SEPARATORS = " .-_,/\u00a0\u2010\u2011\u2012\u2013\u2014\u200b\t\n"


@dataclass(frozen=True, slots=True, repr=False)
class Nik:
    digits: str
    region_code: str
    """Six digits: province, regency or city, district."""
    born_on: date
    sex: Literal["f", "m"]
    serial: str


def parse_nik(text: str, *, today: date) -> Nik:
    """Read a NIK as people type it, with spaces, dots or dashes between the digits.

    Raises NotDigits, WrongLength, ImpossibleDate, ZeroSerial, FutureBirth or ChildsNik.
    """
    digits = _digits_of(text)
    if len(digits) != LENGTH:
        raise WrongLength(given=len(digits))
    if digits[12:] == "0000":
        raise ZeroSerial
    day = int(digits[6:8])
    sex: Literal["f", "m"] = "f" if day > WOMENS_DAY else "m"
    born_on = _birthday(day - WOMENS_DAY if sex == "f" else day, digits, today)
    return Nik(digits, digits[:6], born_on, sex, digits[12:])


def mask_nik(digits: str) -> str:
    """3671••••••••0003: what may be shown of a NIK."""
    return f"{digits[:4]}{'•' * (len(digits) - 8)}{digits[-4:]}"


def _digits_of(text: str) -> str:
    bare = _PREFIX.sub("", unicodedata.normalize("NFKC", text))
    kept = [sign for sign in bare if sign not in _SEPARATORS]
    strange = "".join(dict.fromkeys(sign for sign in kept if not sign.isdecimal()))
    if strange:
        raise NotDigits(strange=strange[:10])
    return "".join(str(unicodedata.decimal(sign)) for sign in kept)


def _birthday(day: int, digits: str, today: date) -> date:
    month, year = int(digits[8:10]), int(digits[10:12])
    try:
        # Leap years agree in both centuries but for 1900, which is too long ago to matter.
        late = date(2000 + year, month, day)
    except ValueError:
        raise ImpossibleDate(day=int(digits[6:8]), month=month) from None
    if _age(late, today) >= YOUNGEST:
        return late
    early = late.replace(year=1900 + year) if year else late
    if _age(early, today) <= OLDEST:
        return early
    raise FutureBirth(born_on=late) if late > today else ChildsNik(born_on=late)


def _age(born_on: date, today: date) -> int:
    return today.year - born_on.year - ((today.month, today.day) < (born_on.month, born_on.day))
