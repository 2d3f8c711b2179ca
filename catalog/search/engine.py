"""The search itself: words read, phrases met, programmes weighed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from catalog.search.lexicon import Kind, Lexicon, Phrase
from catalog.search.normalise import tokenise
from catalog.search.reading import Reader, Word
from catalog.search.vocabulary import Vocabulary
from catalog.search.vocabulary_files import load_vocabulary

# Out of 100. Below it, saying that there is nothing is kinder than guessing.
THRESHOLD = 50.0
# How much each word that nothing explains speaks against a find; less where somebody says that
# they want to learn or work, since people then tell their story around it.
_DOUBT, _DOUBT_WITH_INTENT = 0.42, 0.1
_MOST_UNEXPLAINED = 6.0
_UNEXPLAINED = {Kind.PART: 0.8, Kind.UNKNOWN: 1.0, Kind.ORDINARY: 2.2, Kind.TRADE: 2.6}
_ELSEWHERE = 2.2
_FURTHER_FINDS = 0.35
_SLACK = 2


@dataclass(frozen=True)
class Hit:
    """A programme found; `score` is 50–100."""

    slug: str
    title: str
    score: float


@dataclass(frozen=True)
class _Find:
    phrase: Phrase
    places: tuple[int, ...]
    confidence: float


class Searcher:
    """Immutable once built, safe from any thread."""

    def __init__(self, vocabulary: Vocabulary, titles: Mapping[str, str]) -> None:
        self._titles = dict(titles)
        lexicon = Lexicon.build(vocabulary.serving(titles))
        self._phrases = lexicon.phrases
        self._reader = Reader(lexicon)

    @classmethod
    def from_data(cls, titles: Mapping[str, str]) -> "Searcher":
        """`titles` is slug → title of every programme; raises VocabularyError for bad files."""
        return cls(load_vocabulary(), titles)

    def search(self, text: str, limit: int = 5) -> list[Hit]:
        """At most `limit` programmes, best first; empty where nothing fits well enough."""
        words = self._reader.read(tokenise(text))
        finds = list(_choose(self._met(words), len(words)))
        # A phrase said twice is no surer than said once.
        ours = list({f.phrase.words: f for f in reversed(finds) if f.phrase.strengths}.values())
        if not ours:
            return []
        trust = _trust(words, finds, len(ours))
        scores = {slug: score * trust for slug, score in _weigh(ours).items()}
        kept = [slug for slug in _in_turn(ours, scores) if scores[slug] >= THRESHOLD][:limit]
        # A programme shown after another is never said to fit better.
        shown = accumulate((scores[slug] for slug in kept), min)
        return [
            Hit(s, self._titles[s], round(score, 1)) for s, score in zip(kept, shown, strict=True)
        ]

    def _met(self, words: Sequence[Word]) -> Iterator[_Find]:
        places: dict[str, list[int]] = {}
        for place, word in enumerate(words):
            places.setdefault(word.meaning, []).append(place)
        for meaning in places:
            for phrase in self._phrases.get(meaning, ()):
                if len(phrase.words) == 1:
                    for place in places[meaning]:
                        yield _Find(phrase, (place,), words[place].confidence)
                elif all(word in places for word in phrase.words):
                    for start in places[meaning]:
                        near = tuple(
                            min(places[word], key=lambda place: abs(place - start))
                            for word in phrase.words
                        )
                        if max(near) - min(near) < len(near) + _SLACK:
                            yield _Find(phrase, near, min(words[p].confidence for p in near))


def _choose(finds: Iterator[_Find], length: int) -> Iterator[_Find]:
    """Longer phrases first, and no word counts twice."""
    taken = [False] * length
    order = sorted(finds, key=lambda find: (-len(find.places), -find.confidence))
    for find in order:
        if not any(taken[place] for place in find.places):
            for place in find.places:
                taken[place] = True
            yield find


def _trust(words: Sequence[Word], finds: Sequence[_Find], ours: int) -> float:
    """How much of what was said the finds explain: 1.0 is all of it."""
    explained = {words[place].meaning for find in finds for place in find.places}
    ours_words = sum(1 for f in finds if f.phrase.strengths for _ in f.places)
    elsewhere = sum(_ELSEWHERE for find in finds if not find.phrase.strengths)
    unexplained = elsewhere + sum(
        _UNEXPLAINED.get(word.kind, 0.0) for word in words if word.meaning not in explained
    )
    intent = any(word.kind is Kind.INTENT for word in words)
    doubt = _DOUBT_WITH_INTENT if intent else _DOUBT
    return ours_words / (ours_words + doubt * min(unexplained, _MOST_UNEXPLAINED))


def _weigh(finds: Sequence[_Find]) -> dict[str, float]:
    """Each programme's best find, and a share of its further ones, up to 100."""
    found: dict[str, list[float]] = {}
    for find in finds:
        for slug, strength in find.phrase.strengths.items():
            found.setdefault(slug, []).append(strength * find.confidence)
    return {
        slug: min(100.0, max(s) + _FURTHER_FINDS * (sum(s) - max(s))) for slug, s in found.items()
    }


def _in_turn(finds: Sequence[_Find], scores: Mapping[str, float]) -> list[str]:
    """Best first, but each subject met gets its place before a second one of the same subject."""
    queues = [
        sorted(find.phrase.strengths, key=lambda slug: -scores[slug])
        for find in sorted(finds, key=lambda find: -_top(find, scores))
    ]
    order: list[str] = []
    while any(queues):
        for queue in queues:
            while queue and queue[0] in order:
                queue.pop(0)
            if queue:
                order.append(queue.pop(0))
    return order


def _top(find: _Find, scores: Mapping[str, float]) -> float:
    return max(scores[slug] for slug in find.phrase.strengths)
