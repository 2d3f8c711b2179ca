"""Reading typed tokens as known words: spelt right, run together, torn apart, or slipped."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from catalog.search.affixes import stems
from catalog.search.guessing import Guesser, nearest_companion
from catalog.search.lexicon import Kind, Lexicon
from catalog.search.normalise import plainer_spellings

# Guessing costs most of the time of a search; a long text is understood without its odd words.
MAX_GUESSES = 8
# Slips forgiven beside a companion word, by what the word seemed to be on its own.
_CONTEXT_PATIENCE = {Kind.UNKNOWN: 0.96, Kind.ORDINARY: 0.56}


@dataclass(frozen=True)
class Word:
    """A token understood: its meaning, what kind of word it is, and how surely (0–1)."""

    meaning: str
    kind: Kind
    confidence: float
    typed: str


class Reader:
    """Immutable once built; reads are safe from any thread."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._guesser = Guesser(lexicon)

    def read(self, tokens: Sequence[str]) -> list[Word]:
        """The words in order, particles and bare numbers left out."""
        words: list[Word] = []
        guesses = 0
        i = 0
        while i < len(tokens):
            token = tokens[i]
            plain = self._plainly(token)
            found = self._with_next(tokens, i, plain) or plain
            if found is not plain:
                i += 1
            if found is None and guesses < MAX_GUESSES:
                guesses += 1
                found = self._run_together(token) or self._guess(token)
            words += [replace(word, typed=token) for word in found or _unknown(token)]
            i += 1
        return self._in_context([word for word in words if word.kind is not Kind.PARTICLE])

    def _in_context(self, words: list[Word]) -> list[Word]:
        """`pola bju`, `mesin jahat`: beside a known word, its companion is worth a bolder guess."""
        guesses = 0
        for i, word in enumerate(words):
            if word.kind in _CONTEXT_PATIENCE and len(word.typed) > 1 and guesses < MAX_GUESSES:
                guesses += 1
                words[i] = self._companion(word, words[max(0, i - 2) : i + 3]) or word
        return words

    def _companion(self, word: Word, around: Sequence[Word]) -> Word | None:
        for other in around:
            known = self._lexicon.companions.get(other.meaning)
            if known and other is not word:
                found = nearest_companion(word.typed, known, _CONTEXT_PATIENCE[word.kind])
                if found:
                    kind = self._lexicon.kinds.get(found, Kind.PART)
                    return Word(found, kind, 0.85, word.typed)
        return None

    def _plainly(self, token: str) -> list[Word] | None:
        if found := self._known(token, 1.0):
            return found
        for spelling in plainer_spellings(token):
            if found := self._known(spelling, 0.97):
                return found
        for spelling in (token, *plainer_spellings(token)):
            for stem in stems(spelling):
                kind = self._lexicon.kinds.get(stem, Kind.UNKNOWN)
                # Of an everyday word only the plain ending is trusted: belasan, sabunnya.
                if kind >= Kind.TRADE or (kind and spelling.startswith(stem)):
                    return self._known(stem, 0.95)
        return None

    def _known(self, word: str, confidence: float) -> list[Word] | None:
        lexicon = self._lexicon
        kind = lexicon.kinds.get(word)
        if kind is not None:
            return [Word(lexicon.canonical.get(word, word), kind, confidence, word)]
        parts = lexicon.short_forms.get(word) or lexicon.joined.get(word)
        if parts is None:
            return None
        return [known for part in parts for known in self._known(part, confidence) or ()]

    def _with_next(
        self, tokens: Sequence[str], i: int, plain: list[Word] | None
    ) -> list[Word] | None:
        """`men jahit`, `ani masi`: torn apart by a stray space."""
        if i + 1 == len(tokens):
            return None
        both = tokens[i] + tokens[i + 1]
        enough = 5 if plain is None else 7
        if len(both) < enough or self._lexicon.kinds.get(both) is not Kind.CONTENT:
            return None
        return self._known(both, 0.95)

    def _run_together(self, token: str) -> list[Word] | None:
        """`kursusjahit`: at least two known words, one of which means something."""
        if not 6 <= len(token) <= 40:
            return None
        cut = self._cuts(token)
        # Three letters are found by chance in many a word; a longer piece must vouch for them.
        if cut is None or (min(map(len, cut)) == 3 and max(map(len, cut)) < 5):
            return None
        words = [word for piece in cut for word in self._known(piece, 0.95) or ()]
        return words if any(w.kind in (Kind.CONTENT, Kind.PART) for w in words) else None

    def _cuts(self, token: str) -> list[str] | None:
        """The fewest pieces of at least three letters that are all known."""
        kinds = self._lexicon.kinds
        best: list[list[str] | None] = [[]] + [None] * len(token)
        for end in range(3, len(token) + 1):
            for start in range(max(0, end - 14), end - 2):
                before = best[start]
                piece = token[start:end]
                kind = kinds.get(piece, Kind.UNKNOWN)
                if before is None or kind < Kind.PART:
                    continue
                if kind is Kind.PARTICLE and len(piece) == 3:
                    continue
                chosen = best[end]
                if chosen is None or len(before) + 1 < len(chosen):
                    best[end] = [*before, piece]
        return best[-1]

    def _guess(self, token: str) -> list[Word] | None:
        if not token.isalpha() or len(token) < 3:
            return None
        found = self._guesser.nearest(token)
        if found:
            return self._known(found[0], 1.0 - found[1])
        return self._partly_slipped(token)

    def _partly_slipped(self, token: str) -> list[Word] | None:
        """`kursusjhait`: one known end, and a slip in the rest."""
        if not 9 <= len(token) <= 30:
            return None
        for cut in range(4, len(token) - 3):
            for known, rest in ((token[:cut], token[cut:]), (token[cut:], token[:cut])):
                if self._lexicon.kinds.get(known, Kind.UNKNOWN) < Kind.FILLER:
                    continue
                found = self._guesser.nearest(rest)
                if found and self._lexicon.kinds.get(found[0]) is Kind.CONTENT:
                    guessed = self._known(found[0], 0.95 - found[1]) or []
                    return guessed + (self._known(known, 0.95) or [])
        return None


def _unknown(token: str) -> list[Word]:
    return [] if token.isdigit() else [Word(token, Kind.UNKNOWN, 1.0, token)]
