"""From typed text to plain tokens, and the plainer spellings a token may stand for."""

import re
import sys
import unicodedata
from collections.abc import Iterator

MAX_CHARACTERS = 2_000
MAX_TOKENS = 60
_TOKEN = re.compile(r"[a-z0-9]+")
_LONG_RUN = re.compile(r"(.)\1{2,}")
_DOUBLE = re.compile(r"([a-z])\1")
_SYMBOLS = str.maketrans({"@": "a", "$": "s", "&": " dan ", "'": "", "\u2019": "", "`": ""})
_LEET = str.maketrans("013456789", "oieasgtbg")
_SOUND = (("oe", "u"), ("dj", "j"), ("tj", "c"), ("z", "s"), ("v", "p"), ("f", "p"), ("q", "k"))


def tokenise(text: str) -> list[str]:
    """Lower-case ASCII words and numbers in order, at most MAX_TOKENS; emoji and marks are gone."""
    folded = unicodedata.normalize("NFKD", text[:MAX_CHARACTERS]).lower().translate(_SYMBOLS)
    plain = "".join(c for c in folded if not unicodedata.combining(c))
    # The vocabulary says the same words again and again: one string each, not thousands.
    return [sys.intern(token) for token in _TOKEN.findall(plain)[:MAX_TOKENS]]


def plainer_spellings(token: str) -> Iterator[str]:
    """Spellings that mean the token without guessing: laaas → las, j4hit → jahit, mesin2 → mesin.

    Cheapest change first; the token itself is not among them.
    """
    if token.isdigit():
        return
    word = _LONG_RUN.sub(r"\1\1", token)
    yield from _without_doubling_sign(word)
    if any(c.isdigit() for c in word):
        word = word.translate(_LEET)
    if word != token:
        yield word
    single = _DOUBLE.sub(r"\1", word)
    # One letter doubled is a slip of the thumb; of a short word little else would be left.
    if single != word and (len(single) > 3 or len(word) - len(single) == 1):
        yield single
    if single.endswith("x") and len(single) > 3:
        yield single[:-1]
    sounded = single
    for written, heard in _SOUND:
        sounded = sounded.replace(written, heard)
    if sounded != single:
        yield sounded


def _without_doubling_sign(word: str) -> Iterator[str]:
    """In chat a final 2 doubles the word (anak2), 2an and 2nya likewise."""
    head, sign, tail = word.partition("2")
    if sign and len(head) > 2 and tail in ("", "an", "nya", "x"):
        yield head
