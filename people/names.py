"""Names of people, as they stand on an identity card."""

import re
import unicodedata

from people.errors import (
    NameIsCommand,
    NameIsLink,
    NameTooLong,
    NameTooShort,
    NameWithDigits,
    NameWithSymbols,
)

SHORTEST, LONGEST = 2, 100

_PREFIX = re.compile(
    r"^(nama(\s+lengkap)?(\s+saya)?(\s+adalah)?(\s*[:=]\s*|\s+)|my\s+name\s+is\s+)(?=\S)",
    re.IGNORECASE,
)
_LINK = re.compile(r"https?:|www\.|t\.me/|@|\.(com|id|net|org|me)\b", re.IGNORECASE)
_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼʻ`´", "'"))
_BETWEEN = " '.,-"
_PARTICLES = frozenset({"bin", "binti"})
"""Son of, daughter of: small letters wherever the rest has capitals."""
_ADDRESSES = frozenset(
    ("bu", "ibu", "pak", "bapak", "bpk", "mas", "mbak", "mba", "sdr", "sdri", "mr", "mrs", "ms")
)
"""How a name is led by whoever speaks of its bearer."""


def parse_name(text: str) -> str:
    """The name with single spaces; written with capitals where it came in small letters or all
    in capitals. One word is a whole name in Indonesia.

    Raises NameIsCommand, NameIsLink, NameWithDigits, NameWithSymbols, NameTooShort, NameTooLong.
    """
    plain = unicodedata.normalize("NFKC", text.translate(_APOSTROPHES))
    name = _PREFIX.sub("", " ".join(plain.split()))
    if name.startswith("/"):
        raise NameIsCommand
    if _LINK.search(name):
        raise NameIsLink
    _refuse_signs(name)
    if sum(map(str.isalpha, name)) < SHORTEST:
        raise NameTooShort(least=SHORTEST)
    if len(name) > LONGEST:
        raise NameTooLong(given=len(name), most=LONGEST)
    return _with_capitals(name)


def same_name(one: str, other: str) -> bool:
    """Whether both may name one person: "Bu Sri", "SRI." and "sri" do."""
    return _bare(one) == _bare(other)


def _bare(name: str) -> list[str]:
    apart = unicodedata.normalize("NFKD", name.translate(_APOSTROPHES))
    letters = "".join(sign for sign in apart if not unicodedata.combining(sign) and sign != "'")
    words = re.findall(r"[^\W_]+", letters.casefold())
    return [word for word in words if word not in _ADDRESSES] or words


def _refuse_signs(name: str) -> None:
    digits = "".join(sign for sign in name if sign.isdecimal())
    if digits:
        raise NameWithDigits(digits=digits[:10])
    strange = "".join(dict.fromkeys(sign for sign in name if not _belongs(sign)))
    if strange:
        raise NameWithSymbols(strange=strange[:10])


def _belongs(sign: str) -> bool:
    return sign in _BETWEEN or unicodedata.category(sign)[0] in "LM"


def _with_capitals(name: str) -> str:
    """SITI BINTI MA'RUF and siti binti ma'ruf become Siti binti Ma'ruf; Siti NH stays."""
    shouted = name.isupper()
    return " ".join(
        _capitalise(word) if shouted or word.islower() else word for word in name.split(" ")
    )


def _capitalise(word: str) -> str:
    small = word.lower()
    if small in _PARTICLES:
        return small
    # After a dot or hyphen too ("S.Pd", "Al-Amin"), but not after an apostrophe ("Nur'aini").
    return re.sub(r"(^|[.,-])([^\W\d_])", lambda found: found[1] + found[2].upper(), small)
