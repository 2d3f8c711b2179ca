"""Reading the words that staff keep in `catalog/data/vocabulary/*.yaml`.

Each file may hold any of these sections; sections of the same name add up over all files.

entries      list of {for: [slugs], KIND: [phrases], …}; KIND is one of KINDS
particles    words without meaning of their own, left out before anything is compared
fillers      words that say nothing about a programme (courtesy, places, names)
intents      words that say one wants to learn or work, but not what
synonyms     {word: [words that mean the same]}
short_forms  {chat spelling: what it stands for}
trades       trades that nobody here offers
ordinary     everyday words that must not be mistaken for a programme's word
elsewhere    phrases that are about something else, though a word in them looks like ours
pairs        list of {any: [words], beside: [words]}: all combinations are elsewhere phrases

particles, fillers, intents, trades, ordinary and elsewhere are mappings of a free heading
(a language, a subject) to a list.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

import yaml

from catalog.search.normalise import tokenise
from catalog.search.vocabulary import WORD_SECTIONS, Entry, Vocabulary, VocabularyError

DATA = Path(__file__).parents[1] / "data" / "vocabulary"

# How sure one is of a programme when a phrase of this kind is met, out of 100. Hints alone stay
# below the threshold of the search: they count when two meet, or beside a stronger word.
KINDS: dict[str, float] = {
    "names": 100.0,
    "words": 92.0,
    "jobs": 92.0,
    "tools": 92.0,
    "sundanese": 92.0,
    "javanese": 92.0,
    "english": 92.0,
    "slips": 88.0,
    "broad": 80.0,
    "hints": 42.0,
}
_V = TypeVar("_V")


def load_vocabulary(folder: Path = DATA) -> Vocabulary:
    """Read every file of `folder`; raises VocabularyError for a section of the wrong shape."""
    vocabulary = Vocabulary()
    for path in sorted(folder.glob("*.yaml")):
        _add_file(vocabulary, path)
    return vocabulary


def _add_file(vocabulary: Vocabulary, path: Path) -> None:
    # Every scalar stays text: "no", "on" and "2" are words here, not booleans or numbers.
    try:
        content = yaml.load(path.read_bytes(), Loader=yaml.CBaseLoader)  # noqa: S506 - texts only
    except yaml.YAMLError as error:
        raise VocabularyError(f"{path.name}: not readable as YAML: {error}") from error
    for section, value in _mapping(content, path.name).items():
        _add_section(vocabulary, section, value, f"{path.name}: {section}")


def _add_section(vocabulary: Vocabulary, section: str, value: Any, where: str) -> None:
    if section == "entries":
        vocabulary.entries += [_entry(item, f"{where}[{n}]") for n, item in _items(value, where)]
    elif section == "pairs":
        vocabulary.pairs += [_pair(item, f"{where}[{n}]") for n, item in _items(value, where)]
    elif section in WORD_SECTIONS:
        for word, heading in _grouped(value, where):
            vocabulary.words[section].setdefault(word, f"{where}.{heading}")
    elif section == "synonyms":
        for word, meaning in _grouped(value, where):
            _put(vocabulary.synonyms, word, meaning, f"{where}.{meaning}")
    elif section == "short_forms":
        for short, meaning in _mapping(value, where).items():
            _put(vocabulary.short_forms, short, str(meaning), f"{where}.{short}")
    else:
        raise VocabularyError(f"{where}: unknown section")


def _entry(item: Any, where: str) -> Entry:
    fields = _mapping(item, where)
    slugs = tuple(_texts(fields.get("for"), f"{where}.for"))
    phrases: dict[str, float] = {}
    for kind, value in fields.items():
        if kind == "for":
            continue
        if kind not in KINDS:
            raise VocabularyError(f"{where}.{kind}: unknown kind, not one of {', '.join(KINDS)}")
        for phrase in _texts(value, f"{where}.{kind}"):
            _put(phrases, phrase, KINDS[kind], f"{where}.{kind}")
    return Entry(slugs, phrases, where)


def _pair(item: Any, where: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    fields = _mapping(item, where)
    if set(fields) != {"any", "beside"}:
        raise VocabularyError(f"{where}: needs 'any' and 'beside'")
    return (
        tuple(_texts(fields["any"], f"{where}.any")),
        tuple(_texts(fields["beside"], f"{where}.beside")),
    )


def _put(target: dict[str, _V], word: str, value: _V, where: str) -> None:
    """Languages share words, so the same twice is no mistake; two meanings are."""
    if target.setdefault(word, value) != value:
        raise VocabularyError(f"{where}: {word!r} is there before, with another meaning")


def _grouped(value: Any, where: str) -> Iterator[tuple[str, str]]:
    for heading, words in _mapping(value, where).items():
        for word in _texts(words, f"{where}.{heading}"):
            yield word, heading


def _mapping(value: Any, where: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise VocabularyError(f"{where}: should be a mapping")
    return value


def _items(value: Any, where: str) -> Iterator[tuple[int, Any]]:
    if not isinstance(value, list):
        raise VocabularyError(f"{where}: should be a list")
    return enumerate(value)


def _texts(value: Any, where: str) -> list[str]:
    texts = []
    for n, text in _items(value, where):
        if not isinstance(text, str) or not tokenise(text):
            raise VocabularyError(f"{where}[{n}]: should be a word or a phrase")
        texts.append(text.lower())
    return texts
