"""Levels of schooling, from the words people use for them."""

import re
from enum import StrEnum
from types import MappingProxyType

from people.errors import UnknownEducation


class Education(StrEnum):
    """The highest level that was finished, from the lowest up."""

    NONE = "none"
    SD = "sd"
    SMP = "smp"
    SMA = "sma"
    SMK = "smk"
    D1 = "d1"
    D2 = "d2"
    D3 = "d3"
    S1 = "s1"
    S2 = "s2"

    @property
    def rank(self) -> int:
        """0 to 8; general and vocational senior schools stand on one step."""
        return _RANKS[self]


_RANKS = MappingProxyType(
    {
        Education.NONE: 0,
        Education.SD: 1,
        Education.SMP: 2,
        Education.SMA: 3,
        Education.SMK: 3,
        Education.D1: 4,
        Education.D2: 5,
        Education.D3: 6,
        Education.S1: 7,
        Education.S2: 8,
    }
)

_BELOW = MappingProxyType(
    {
        Education.SD: Education.NONE,
        Education.SMP: Education.SD,
        Education.SMA: Education.SMP,
        Education.SMK: Education.SMP,
        Education.S2: Education.S1,
    }
)
"""What somebody has finished who did not finish this; for D1 to S1 it is the senior school."""

_WORDS = MappingProxyType(
    {
        Education.SD: "sd|sr|mi|ibtidaiyah|sekolah dasar|paket a|elementary|primary school",
        Education.SMP: "smp|sltp|mts|mtsn|smpn|tsanawiyah|paket b|junior high school|"
        "sekolah menengah pertama",
        Education.SMA: "sma|smu|slta|ma|man|sman|aliyah|paket c|senior high school|high school|"
        "sekolah menengah atas",
        Education.SMK: "smk|stm|smea|smkn|smkk|mak|sekolah menengah kejuruan|vocational school",
        Education.D1: "d1|diploma satu|diploma 1",
        Education.D2: "d2|diploma dua|diploma 2",
        Education.D3: "d3|diii|diploma|diploma tiga|diploma 3|ahli madya|akademi",
        Education.S1: "s1|d4|sarjana|strata satu|sarjana terapan|diploma empat|diploma 4|kuliah|"
        "universitas|bachelor",
        Education.S2: "s2|s3|magister|master|pascasarjana|doktor|doctor",
    }
)

_LEVELS = MappingProxyType(
    {word: level for level, words in _WORDS.items() for word in words.split("|")}
)
_PHRASES = re.compile(
    r"\b("
    + "|".join(sorted(map(re.escape, _LEVELS), key=len, reverse=True))
    + r")(?:\s*(?:n|negeri)?\s*\d+)?\b"
)
_NOTHING = re.compile(
    r"\b((tidak|tdk|gak?|nggak|ngga|enggak|belum|blm|tak|never) (pernah )?(sekolah|school)|"
    r"tidak ada|tanpa ijazah|none|no school|teu sakola|ora sekolah)\b"
)
_UNFINISHED = re.compile(
    r"\b(tidak|tdk|gak?|nggak|ngga|enggak|belum|blm|tak|putus|drop ?out|do|masih|keluar|not)\b"
)
_TYPO_SCORE = 80
_SHORTEST_TYPO = 5


def parse_education(text: str) -> Education:
    """The level that a phrase names: "lulusan stm", "Paket C", "blm lulus sma" (which is SMP).

    Raises UnknownEducation.
    """
    phrase = _tidy(text)
    if phrase == Education.NONE.value or _NOTHING.search(phrase):
        return Education.NONE
    level = _named(phrase)
    if level is None:
        raise UnknownEducation
    return _BELOW.get(level, Education.SMA) if _UNFINISHED.search(phrase) else level


def _tidy(text: str) -> str:
    """Small letters, single spaces, "D-3", "S 1" and "s.m.k." in one piece."""
    phrase = re.sub(r"\b((?:[a-z]\.){2,}[a-z]?)", _without_dots, text.lower())
    phrase = re.sub(r"[^a-z0-9]+", " ", phrase).strip()
    phrase = re.sub(r"\b([ds]) ?(iii|ii|iv|i)\b", _in_digits, phrase)
    return re.sub(r"\b([ds]) ([1-4])\b", r"\1\2", phrase)


def _without_dots(found: re.Match[str]) -> str:
    return found[0].replace(".", "") + " "


def _in_digits(found: re.Match[str]) -> str:
    return found[1] + {"i": "1", "ii": "2", "iii": "3", "iv": "4"}[found[2]]


def _named(phrase: str) -> Education | None:
    """The highest level in it, since people list their schools; else the nearest spelling."""
    levels = [_LEVELS[found] for found in _PHRASES.findall(phrase)]
    if levels:
        return max(levels, key=lambda level: (level.rank, level is Education.SMK))
    from rapidfuzz import fuzz, process  # 3 MB for words spelt otherwise than we know

    long_words = [word for word in _LEVELS if len(word) >= _SHORTEST_TYPO]
    for word in [phrase, *phrase.split()]:
        if len(word) >= _SHORTEST_TYPO:
            best = process.extractOne(word, long_words, scorer=fuzz.ratio, score_cutoff=_TYPO_SCORE)
            if best is not None:
                return _LEVELS[best[0]]
    return None
