"""From the words people use for where they live to a region of Banten."""

import re
from types import MappingProxyType

from people.errors import AmbiguousRegion, UnknownRegion
from people.places import DISTRICTS, REGION_NAMES, SHARED_NAMES
from people.regions import REGIONS

_TYPO_SCORE = 84
_SHORTEST_TYPO = 5
_OPENING = re.compile(
    r"^(saya |aku |sy )?(tinggal |domisili |alamat )?(di |daerah |dari )?(kecamatan |kec )?"
)


def _index() -> dict[str, tuple[str, ...]]:
    """Each name, without its spaces, with the regions it may mean."""
    names: dict[str, tuple[str, ...]] = {}
    for table in (DISTRICTS, REGION_NAMES):
        for code, words in table.items():
            for word in words.split("|"):
                key = word.replace(" ", "")
                names[key] = (*names.get(key, ()), code)
    return names | dict(SHARED_NAMES) | {code: (code,) for code in REGIONS}


_NAMES = MappingProxyType(_index())
_LONG_NAMES = tuple(name for name in _NAMES if len(name) >= _SHORTEST_TYPO)
_LONGEST_NAME = 4
"""Words."""
_ELSEWHERE = frozenset({"semarang", "serdang"})
"""Well-known places that look like slips of one of ours."""


def parse_region(text: str) -> str:
    """The code of a region: from the code itself, its name, a district's, or a slip of either.

    Raises AmbiguousRegion ("serang", "tangerang", "curug") with the codes to choose from, and
    UnknownRegion.
    """
    candidates = find_regions(text)
    if not candidates:
        raise UnknownRegion
    if len(candidates) > 1:
        raise AmbiguousRegion(candidates)
    return candidates[0]


def find_regions(text: str) -> tuple[str, ...]:
    """Every region that the words may mean; a longer name in them counts before a shorter one."""
    words = _words(text)
    return _exactly(words) or _nearly(words)


def _words(text: str) -> list[str]:
    small = re.sub(r"[^a-z0-9]+", " ", text.lower()).strip()
    return _OPENING.sub("", small).split()


def _exactly(words: list[str]) -> tuple[str, ...]:
    """Several names narrow one another: "curug, kota serang" is one region, not two."""
    found: list[tuple[str, ...]] = []
    for length in range(min(_LONGEST_NAME, len(words)), 0, -1):
        for start in range(len(words) - length + 1):
            regions = _NAMES.get("".join(words[start : start + length]))
            if regions:
                found.append(regions)
    if not found:
        return ()
    agreed = [code for code in found[0] if all(code in other for other in found[1:])]
    return tuple(agreed) or found[0]


def _nearly(words: list[str]) -> tuple[str, ...]:
    from rapidfuzz import fuzz, process  # 3 MB for words spelt otherwise than we know

    whole = "".join(words)
    for guess in dict.fromkeys([whole, *words]):
        if len(guess) < _SHORTEST_TYPO or guess in _ELSEWHERE:
            continue
        best = process.extractOne(guess, _LONG_NAMES, scorer=fuzz.ratio, score_cutoff=_TYPO_SCORE)
        if best is not None:
            return _NAMES[best[0]]
    return ()
