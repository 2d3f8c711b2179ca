"""Taking Indonesian, Sundanese and Javanese affixes off a word, colloquial ones too."""

from collections.abc import Iterator

SHORTEST_STEM = 4
_SUFFIXES = (
    "nya",
    "annya",
    "kan",
    "an",
    "in",
    "keun",
    "lah",
    "kah",
    "ku",
    "mu",
    "na",
    "ne",
    "ake",
    "aken",
    "i",
    "e",
    "s",
)
# Prefix, and the letters it may have swallowed from the stem ("" where it swallows none).
_PREFIXES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("menge", ("",)),
    ("penge", ("",)),
    ("meng", ("", "k")),
    ("peng", ("", "k")),
    ("meny", ("s",)),
    ("peny", ("s",)),
    ("mem", ("", "p")),
    ("pem", ("", "p")),
    ("men", ("", "t")),
    ("pen", ("", "t")),
    ("nge", ("",)),
    ("nga", ("", "a")),
    ("ng", ("", "k")),
    ("ny", ("s", "c")),
    ("ber", ("",)),
    ("per", ("",)),
    ("ter", ("",)),
    ("me", ("",)),
    ("pe", ("",)),
    ("di", ("",)),
    ("ke", ("",)),
    ("ka", ("",)),
    ("pa", ("",)),
    ("se", ("",)),
    ("m", ("p", "")),
    ("n", ("t", "")),
)


def stems(word: str) -> Iterator[str]:
    """Possible stems, fewest letters taken off first by kind: suffix, prefix, both."""
    shorn = [word[: -len(s)] for s in _SUFFIXES if word.endswith(s) and len(word) > len(s) + 2]
    yield from (stem for stem in shorn if len(stem) >= SHORTEST_STEM)
    for form in (word, *shorn):
        yield from _without_prefix(form)


def _without_prefix(form: str) -> Iterator[str]:
    for prefix, swallowed in _PREFIXES:
        if form.startswith(prefix):
            rest = form[len(prefix) :]
            for letter in swallowed:
                if len(letter + rest) >= SHORTEST_STEM:
                    yield letter + rest
