"""Which known word was most likely meant by one that is spelt wrong."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from catalog.search.lexicon import Kind, Lexicon
from catalog.search.slips import is_shortening, skeleton, slip_cost

_SHORTEST, _LONGEST = 4, 26
_MOST_CANDIDATES = 10
_REACH = {4: 1, 5: 1}  # letters of a typed word → edits looked for; 2 up to ten letters, then 3
# Of two words about as near, the one that means something here was meant.
_FARTHER = {Kind.ORDINARY: 0.05, Kind.TRADE: 0.03, Kind.FILLER: 0.02, Kind.INTENT: 0.01}


class Guesser:
    """Immutable once built."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._kinds: Mapping[str, Kind] = lexicon.kinds
        words = [w for w in lexicon.kinds if len(w) >= _SHORTEST and w.isalpha()]
        words += [w for w in lexicon.joined if 8 <= len(w) <= _LONGEST]
        self._alike_ends = _by_ends(words)
        self._alike_length = _by_length(words)
        self._skeletons = _by_skeleton(words)

    def nearest(self, token: str) -> tuple[str, float] | None:
        """The word most likely meant and how doubtful that is (0–0.5), or None."""
        best: tuple[float, float, str] | None = None
        for word, doubt in self._candidates(token):
            kind = self._kinds.get(word, Kind.CONTENT)
            rank = (doubt + _FARTHER.get(kind, 0.0), doubt, word)
            if best is None or rank < best:
                best = rank
        return (best[2], best[1]) if best else None

    def _candidates(self, token: str) -> Iterator[tuple[str, float]]:
        for word in self._skeletons.get(skeleton(token), ()):
            if is_shortening(token, word):
                yield word, 0.04 + 0.02 * (len(word) - len(token))
        if not _SHORTEST <= len(token) <= _LONGEST:
            return
        near = _within_reach(token, self._ends(token))
        if not near:
            near = _within_reach(token, self._alike_length.get(len(token), ()))
        for word in near:
            letters = (len(token) + len(word)) / 2
            limit = _patience(letters)
            cost = slip_cost(token, word, limit)
            if cost <= limit:
                yield word, 0.05 + 0.9 * cost / letters

    def _ends(self, token: str) -> list[str]:
        """Known words that begin or end as the token does: slips rarely hit both ends."""
        alike = self._alike_ends
        return [*alike.get("<" + token[:2], ()), *alike.get(token[-2:] + ">", ())]


def nearest_companion(typed: str, companions: Collection[str], patience: float) -> str | None:
    """The nearest of a few words, all of which would make sense here; `patience` in slips."""
    best: tuple[float, str] | None = None
    for word in companions:
        if abs(len(word) - len(typed)) > 1 or len(word) < 3:
            continue
        if typed[0] != word[0] and typed[-1] != word[-1]:
            continue
        allowed = patience if len(word) > 3 else patience - 0.4
        cost = slip_cost(typed, word, allowed)
        if cost <= allowed and (best is None or (cost, word) < best):
            best = (cost, word)
    return best[1] if best else None


def _reach(length: int) -> int:
    return _REACH.get(length, 2 if length <= 10 else 3)


def _patience(letters: float) -> float:
    """Slips forgiven in a word of so many letters, in the units of slip_cost."""
    return min(0.3 * (letters - 2), 0.25 + 0.15 * letters, 2.6)


def _by_length(words: Sequence[str]) -> dict[int, tuple[str, ...]]:
    lengths: dict[int, list[str]] = {}
    for word in words:
        lengths.setdefault(len(word), []).append(word)
    return {
        n: tuple(w for m in range(n - _reach(n), n + _reach(n) + 1) for w in lengths.get(m, ()))
        for n in range(_SHORTEST, _LONGEST + 1)
    }


def _within_reach(token: str, words: Sequence[str]) -> list[str]:
    from rapidfuzz import process  # 3 MB for words spelt otherwise than we know
    from rapidfuzz.distance import OSA

    found = process.extract(
        token, words, scorer=OSA.distance, score_cutoff=_reach(len(token)), limit=_MOST_CANDIDATES
    )
    return [word for word, _, _ in found]


def _by_ends(words: Sequence[str]) -> dict[str, tuple[str, ...]]:
    ends: dict[str, list[str]] = {}
    for word in words:
        ends.setdefault("<" + word[:2], []).append(word)
        ends.setdefault(word[-2:] + ">", []).append(word)
    return {end: tuple(found) for end, found in ends.items()}


def _by_skeleton(words: Sequence[str]) -> dict[str, tuple[str, ...]]:
    skeletons: dict[str, list[str]] = {}
    for word in words:
        bones = skeleton(word)
        if len(bones) >= 3:
            skeletons.setdefault(bones, []).append(word)
    return {bones: tuple(found) for bones, found in skeletons.items()}
