"""Mobile numbers in Indonesia, as people write them, kept in international form."""

import re
import unicodedata

from people.errors import (
    ForeignPhone,
    Landline,
    NotMobile,
    PhoneNotDigits,
    PhoneTooLong,
    PhoneTooShort,
)

SHORTEST, LONGEST = 10, 13
"""Digits of a mobile number written from the 0 on: 0812 3456 78 to 0812 3456 78901."""

_PREFIX = re.compile(
    r"^\s*(no|nomor|nomer|hp|wa|tel|telp|telepon|phone)\b(\s*(hp|wa|saya|telp|telepon)\b)*\.?\s*[:=]?",
    re.IGNORECASE,
)
_SEPARATORS = " .-_()/\u00a0\u2010\u2011\u2012\u2013\u2014\u200b\u202a\u202c\u2060\t\n"
_AREA = re.compile(r"0(21|22|24|31|[2-79]\d\d)")
"""Area codes of fixed lines: three digits in the largest cities, four elsewhere."""


def parse_phone(text: str) -> str:
    """A typed mobile number in the form +628…, from 08…, 628…, +62 8… or 8….

    Raises PhoneNotDigits, PhoneTooShort, PhoneTooLong, Landline, NotMobile or
    ForeignPhone.
    """
    national = _national(_PREFIX.sub("", unicodedata.normalize("NFKC", text)))
    if len(national) > LONGEST:
        raise PhoneTooLong(given=len(national))
    if area := _AREA.match(national):
        raise Landline(prefix=area.group())
    if len(national) < SHORTEST:
        raise PhoneTooShort(given=len(national))
    if not national.startswith("08"):
        raise NotMobile
    return f"+62{national[1:]}"


def parse_contact(number: str) -> str:
    """The number of a contact shared through Telegram, which has checked it: of any country.

    Telegram gives it in international form, with the plus or without. Raises PhoneNotDigits.
    """
    return f"+{_digits(number.strip().removeprefix('+'))}"


def mask_phone(number: str) -> str:
    """+62812•••••678: what may be shown of a number in international form."""
    return f"{number[:6]}{'•' * (len(number) - 9)}{number[-3:]}"


def _national(text: str) -> str:
    """The digits from the 0 on, whichever way the country was written."""
    written = text.strip()
    digits = _digits(written.removeprefix("+"))
    if written.startswith("+") or digits.startswith("00"):
        digits = digits.removeprefix("00")
        if not digits.startswith("62"):
            raise ForeignPhone
    if digits.startswith("62") and len(digits) > LONGEST - 4:
        return f"0{digits[2:].removeprefix('0')}"
    return f"0{digits}" if digits.startswith("8") else digits


def _digits(text: str) -> str:
    kept = [sign for sign in text if sign not in _SEPARATORS]
    strange = "".join(dict.fromkeys(sign for sign in kept if not sign.isdecimal()))
    if strange or not kept:
        raise PhoneNotDigits(strange=strange[:10])
    return "".join(str(unicodedata.decimal(sign)) for sign in kept)
