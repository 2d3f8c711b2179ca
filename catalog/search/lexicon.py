"""Every known word with what it is to the search, and the phrases made of them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum

from catalog.search.normalise import tokenise
from catalog.search.vocabulary import Vocabulary

_Strengths = dict[frozenset[str], dict[str, float]]


class Kind(IntEnum):
    """What a word is; where it is several things, the higher one holds."""

    UNKNOWN = 0
    ORDINARY = 1
    TRADE = 2
    PART = 3
    FILLER = 4
    INTENT = 5
    CONTENT = 6
    PARTICLE = 7


@dataclass(frozen=True)
class Phrase:
    """Words that together lead to programmes (`strengths`: slug → 0–100), or away (empty)."""

    words: frozenset[str]
    strengths: Mapping[str, float]


@dataclass(frozen=True)
class Lexicon:
    """`kinds` knows each word as typed, `canonical` its meaning, `joined` words run together,
    `companions` which meanings make one of our phrases with a given one."""

    kinds: Mapping[str, Kind]
    canonical: Mapping[str, str]
    short_forms: Mapping[str, tuple[str, ...]]
    joined: Mapping[str, tuple[str, ...]]
    phrases: Mapping[str, tuple[Phrase, ...]]
    companions: Mapping[str, frozenset[str]]

    @classmethod
    def build(cls, vocabulary: Vocabulary) -> "Lexicon":
        kinds = _kinds(vocabulary)
        particles = frozenset(w for w, kind in kinds.items() if kind is Kind.PARTICLE)
        canonical = vocabulary.synonyms

        def words_of(phrase: str) -> tuple[str, ...]:
            tokens = tokenise(phrase)
            bare = [canonical.get(t, t) for t in tokens if t not in particles]
            return tuple(bare or tokens)

        strengths = _strengths(vocabulary, words_of)
        for phrase in _elsewhere(vocabulary):
            strengths.setdefault(frozenset(words_of(phrase)), {})
        shorts = {s: tuple(tokenise(m)) for s, m in vocabulary.short_forms.items()}
        return cls(
            kinds,
            canonical,
            shorts,
            _joined(vocabulary, kinds),
            _anchored(strengths),
            _companions(strengths),
        )


def _kinds(vocabulary: Vocabulary) -> dict[str, Kind]:
    kinds: dict[str, Kind] = {}

    def note(words: Iterable[str], kind: Kind) -> None:
        for word in words:
            kinds[word] = max(kind, kinds.get(word, Kind.UNKNOWN))

    for section, kind in (
        ("ordinary", Kind.ORDINARY),
        ("trades", Kind.TRADE),
        ("fillers", Kind.FILLER),
        ("intents", Kind.INTENT),
        ("particles", Kind.PARTICLE),
    ):
        note((w for text in vocabulary.words[section] for w in tokenise(text)), kind)
    for phrase in _elsewhere(vocabulary):
        note(tokenise(phrase), Kind.ORDINARY)
    for entry in vocabulary.entries:
        for phrase in entry.phrases:
            words = tokenise(phrase)
            note(words, Kind.CONTENT if len(words) == 1 else Kind.PART)
    for word, meaning in vocabulary.synonyms.items():
        note([word], kinds.get(meaning, Kind.ORDINARY))
    return kinds


def _elsewhere(vocabulary: Vocabulary) -> Iterable[str]:
    yield from vocabulary.words["elsewhere"]
    for some, others in vocabulary.pairs:
        yield from (f"{word} {other}" for word in some for other in others)


def _strengths(vocabulary: Vocabulary, words_of: Callable[[str], tuple[str, ...]]) -> _Strengths:
    strengths: _Strengths = {}
    for entry in vocabulary.entries:
        for phrase, strength in entry.phrases.items():
            known = strengths.setdefault(frozenset(words_of(phrase)), {})
            for place, slug in enumerate(entry.slugs):
                # The order within an entry decides between programmes it fits equally well.
                known[slug] = max(known.get(slug, 0.0), strength - place * 0.5)
    return strengths


def _joined(vocabulary: Vocabulary, kinds: Mapping[str, Kind]) -> dict[str, tuple[str, ...]]:
    joined: dict[str, tuple[str, ...]] = {}
    for entry in vocabulary.entries:
        for phrase in entry.phrases:
            words = tokenise(phrase)
            if 1 < len(words) <= 4 and "".join(words) not in kinds:
                joined["".join(words)] = tuple(words)
    return joined


def _companions(strengths: _Strengths) -> dict[str, frozenset[str]]:
    companions: dict[str, set[str]] = {}
    for words, by_slug in strengths.items():
        if by_slug and len(words) > 1:
            for word in words:
                companions.setdefault(word, set()).update(words)
    return {word: frozenset(others - {word}) for word, others in companions.items()}


def _anchored(
    strengths: _Strengths,
) -> dict[str, tuple[Phrase, ...]]:
    """Each phrase under its rarest word, so that a common one does not drag in hundreds."""
    uses: dict[str, int] = {}
    for words in strengths:
        for word in words:
            uses[word] = uses.get(word, 0) + 1
    anchored: dict[str, list[Phrase]] = {}
    for words, by_slug in strengths.items():
        rarest = min(words, key=lambda word: (uses[word], word))
        anchored.setdefault(rarest, []).append(Phrase(words, by_slug))
    return {word: tuple(phrases) for word, phrases in anchored.items()}
