"""What the search knows: words and phrases by what they are, and their mistakes."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace

from catalog.search.normalise import tokenise

SINGLE_WORD_SECTIONS = ("particles", "fillers", "intents", "trades", "ordinary")
WORD_SECTIONS = (*SINGLE_WORD_SECTIONS, "elsewhere")
TITLE, TITLE_WORD = 100.0, 80.0
"""How sure one is of a programme by its title, and by a word of it that means nothing else."""


class VocabularyError(ValueError):
    """A mistake in the vocabulary files; the message names file, key and word."""


@dataclass(frozen=True)
class Entry:
    """Phrases, each with its strength (0–100), and the programmes meant, likeliest first."""

    slugs: tuple[str, ...]
    phrases: Mapping[str, float]
    where: str


@dataclass
class Vocabulary:
    """Everything the files say, as written. Sets and mappings hold lower-case words."""

    entries: list[Entry] = field(default_factory=list)
    words: dict[str, dict[str, str]] = field(
        default_factory=lambda: {section: {} for section in WORD_SECTIONS}
    )
    synonyms: dict[str, str] = field(default_factory=dict)
    short_forms: dict[str, str] = field(default_factory=dict)
    pairs: list[tuple[tuple[str, ...], tuple[str, ...]]] = field(default_factory=list)

    def serving(self, titles: Mapping[str, str]) -> "Vocabulary":
        """For these programmes (slug → title) alone. Each is found by its title in any case; one
        that the files do not know, also by each word of it that means nothing else.
        """
        entries = [
            replace(entry, slugs=tuple(slug for slug in entry.slugs if slug in titles))
            for entry in self.entries
        ]
        entries += [Entry((slug,), {t.lower(): TITLE}, "titles") for slug, t in titles.items()]
        return replace(self, entries=[*entries, *self._by_words_of(titles)])

    def _by_words_of(self, titles: Mapping[str, str]) -> Iterator[Entry]:
        """A trade that nobody offered is one that somebody offers now."""
        known = {slug for entry in self.entries for slug in entry.slugs}
        taken = {w for entry in self.entries for phrase in entry.phrases for w in tokenise(phrase)}
        for section in ("particles", "fillers", "intents", "ordinary"):
            taken.update(self.words[section])
        for slug in titles.keys() - known:
            own = [word for word in tokenise(titles[slug]) if word not in taken]
            yield Entry((slug,), dict.fromkeys(own, TITLE_WORD), "titles")

    def check(self, slugs: Collection[str]) -> None:
        """Raise VocabularyError for unknown slugs, programmes without words, words at odds."""
        for mistake in mistakes(self, slugs):
            raise VocabularyError(mistake)


def mistakes(vocabulary: Vocabulary, slugs: Collection[str]) -> Iterator[str]:
    """Each mistake in words of its own, naming file, key and word."""
    yield from _wrong_slugs(vocabulary, slugs)
    yield from _several_words(vocabulary)
    yield from _clashes(vocabulary)
    yield from _hollow_phrases(vocabulary)
    for word, meaning in vocabulary.synonyms.items():
        if meaning in vocabulary.synonyms:
            yield f"synonyms.{meaning}: is itself a synonym, so {word!r} leads nowhere"


def _wrong_slugs(vocabulary: Vocabulary, slugs: Collection[str]) -> Iterator[str]:
    for entry in vocabulary.entries:
        for slug in entry.slugs:
            if slug not in slugs:
                yield f"{entry.where}.for: unknown programme {slug!r}"
    wordless = set(slugs) - {slug for entry in vocabulary.entries for slug in entry.slugs}
    if wordless:
        yield f"entries: no words lead to {', '.join(sorted(wordless))}"


def _several_words(vocabulary: Vocabulary) -> Iterator[str]:
    for section in SINGLE_WORD_SECTIONS:
        for word, where in vocabulary.words[section].items():
            if len(tokenise(word)) != 1:
                yield f"{where}: {word!r} is more than one word; phrases go under 'elsewhere'"


def _clashes(vocabulary: Vocabulary) -> Iterator[str]:
    ours = {phrase: entry.where for entry in vocabulary.entries for phrase in entry.phrases}
    seen: dict[str, str] = {}
    for section in SINGLE_WORD_SECTIONS:
        for word, where in vocabulary.words[section].items():
            other = ours.get(word) or seen.get(word)
            if other:
                yield f"{where}: {word!r} is also in {other}"
            seen[word] = where
    for phrase, where in vocabulary.words["elsewhere"].items():
        if phrase in ours:
            yield f"{where}: {phrase!r} is also in {ours[phrase]}"


def _hollow_phrases(vocabulary: Vocabulary) -> Iterator[str]:
    """Phrases of which only one word is left without particles, so that they say too much."""
    phrases = [(phrase, entry.where) for entry in vocabulary.entries for phrase in entry.phrases]
    ours = {vocabulary.synonyms.get(phrase, phrase) for phrase, _ in phrases}
    for phrase, where in phrases:
        word = _all_that_is_left(vocabulary, phrase)
        if word and word not in ours:
            yield f"{where}: without its particles {phrase!r} only says {word!r}"
    for phrase, where in vocabulary.words["elsewhere"].items():
        if _all_that_is_left(vocabulary, phrase) in ours:
            yield f"{where}: without its particles {phrase!r} is one of our own words"


def _all_that_is_left(vocabulary: Vocabulary, phrase: str) -> str | None:
    words = tokenise(phrase)
    left = [word for word in words if word not in vocabulary.words["particles"]]
    return vocabulary.synonyms.get(left[0], left[0]) if len(words) > len(left) == 1 else None
