"""Where a job is: from free text to a region of Banten, or to a country.

A district tells more than a bare name, since people write "Cikupa, Tangerang" for a place that
lies in the regency, not in the city; the order of trust is that of `_RANKS`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from vacancies.phrases import Found, Phrasebook, data_of, words

HOME = "ID"
_RANKS = ("named", "districts", "elsewhere", "loose", "abroad")
_LONGEST = 1_000


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """`region`: four digits, None outside of Banten; `country`: two letters of ISO 3166."""

    region: str | None
    country: str


@dataclass(frozen=True, slots=True)
class _Meaning:
    rank: str
    region: str | None = None
    country: str = HOME


def locate(text: str) -> Whereabouts:
    """The best guess for a place as people write it; in doubt somewhere in Indonesia."""
    found = list(_places().find(words(text[:_LONGEST])))
    for rank in _RANKS:
        same = [one for one in found if one.meaning.rank == rank]
        if same:
            meaning = _choose(rank, same)
            return Whereabouts(meaning.region, meaning.country)
    return Whereabouts(None, HOME)


def country_of(text: str) -> str | None:
    """The country that a name or a code of two letters stands for; None where it is neither."""
    text = text.strip()
    if len(text) == 2 and text.isascii() and text.isalpha():
        return text.upper()
    for found in _countries().find(words(text[:_LONGEST])):
        return found.meaning
    return None


def remote_place() -> str:
    """What stands as the place of a job done from anywhere."""
    return str(data_of("places")["remote"])


def _choose(rank: str, found: list[Found[_Meaning]]) -> _Meaning:
    # An address ends with its town: "Jl. Raya Serang KM 10, Tangerang" lies in Tangerang.
    return found[-1 if rank == "loose" else 0].meaning


@cache
def _places() -> Phrasebook[_Meaning]:
    return Phrasebook(dict(_phrases(data_of("places"))))


@cache
def _countries() -> Phrasebook[str]:
    names = data_of("places")["countries"]
    return Phrasebook({name: code for code, given in names.items() for name in given})


def _phrases(data: Any) -> Iterator[tuple[str, _Meaning]]:
    for code, names in data["countries"].items():
        if code != HOME:
            yield from ((name, _Meaning("abroad", None, code)) for name in names)
    yield from ((name, _Meaning("elsewhere")) for name in data["elsewhere"])
    for code, kinds in data["regions"].items():
        for rank, names in kinds.items():
            yield from ((name, _Meaning(rank, code)) for name in names)
