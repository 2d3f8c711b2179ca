"""Finding known phrases in free text: whole words, the longest phrase first."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Generic, TypeVar

import yaml

T = TypeVar("T")
_WORD = re.compile(r"[a-z0-9]+")


def words(text: str) -> list[str]:
    """Lower-case ASCII words and numbers, accents and punctuation gone."""
    folded = unicodedata.normalize("NFKD", text).lower()
    return _WORD.findall("".join(c for c in folded if not unicodedata.combining(c)))


@cache
def data_of(name: str) -> Any:
    """The content of `vacancies/data/NAME.yaml`."""
    return yaml.safe_load((files("vacancies") / "data" / f"{name}.yaml").read_bytes())


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A phrase that stands at words[start:end], and what it means."""

    start: int
    end: int
    meaning: T


class Phrasebook(Generic[T]):
    """Phrases and what each means. A later phrase of the same words takes the earlier's place."""

    def __init__(self, meanings: Mapping[str, T]) -> None:
        self._meanings = {tuple(words(phrase)): meaning for phrase, meaning in meanings.items()}
        self._longest = max(map(len, self._meanings), default=0)

    def find(self, text: Sequence[str]) -> Iterator[Found[T]]:
        """Phrases in the order of the words given; none of them overlap."""
        start = 0
        while start < len(text):
            found = self._at(text, start)
            if found is not None:
                yield found
            start = found.end if found is not None else start + 1

    def _at(self, text: Sequence[str], start: int) -> Found[T] | None:
        for length in range(min(self._longest, len(text) - start), 0, -1):
            phrase = tuple(text[start : start + length])
            if phrase in self._meanings:
                return Found(start, start + length, self._meanings[phrase])
        return None
