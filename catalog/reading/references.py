"""What points from one entry to another, and what there may be only once.

Works on the raw data, so that a wrong reference is told even in an entry that has other mistakes.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from catalog.reading.documents import Document, Where
from catalog.reading.mistakes import guess
from catalog.schema import Catalogue

REFERENCES: dict[str, str] = {
    "places.source": "sources",
    "providers.place": "places",
    "providers.source": "sources",
    "providers.dormitory.source": "sources",
    "programmes.cluster": "clusters",
    "programmes.provider": "providers",
    "programmes.place": "places",
    "programmes.source": "sources",
    "rules.programmes.*": "programmes",
    "rules.source": "sources",
    "waves.provider": "providers",
    "waves.source": "sources",
    "waves.stages.source": "sources",
    "waves.classes.programme": "programmes",
    "waves.classes.place": "places",
    "waves.classes.source": "sources",
    "waves.classes.meetings.place": "places",
    "partners.source": "sources",
    "partners.branches.source": "sources",
    "partners.mous.provider": "providers",
    "partners.mous.clusters.*": "clusters",
    "partners.mous.source": "sources",
    "referrals.provider": "providers",
    "referrals.source": "sources",
    "tracks.programme": "programmes",
    "tracks.kinds.*": "clusters",
    "tracks.source": "sources",
    "tracks.items.known_by.clusters.*": "clusters",
    "tracks.items.source": "sources",
    "cautions.source": "sources",
    "promises.programme": "programmes",
    "promises.provider": "providers",
    "promises.source": "sources",
}
"""Where a slug stands, and the noun it is of. `*` is each item of a list of slugs."""

NAMES = {
    "sources": "sumber",
    "places": "tempat",
    "providers": "penyelenggara",
    "clusters": "kejuruan",
    "programmes": "program",
}

ONCE_EACH: dict[str, str] = {
    "sources.slug": "",
    "places.slug": "",
    "providers.slug": "",
    "clusters.slug": "",
    "programmes.slug": "",
    "rules.slug": "",
    "rules.programmes.*": "rules",
    "waves.slug": "",
    "waves.code": "",
    "waves.stages.kind": "waves",
    "waves.classes.programme": "waves",
    "waves.classes.meetings.number": "waves.classes",
    "partners.slug": "",
    "partners.branches.slug": "",
    "partners.mous.slug": "",
    "referrals.slug": "",
    "tracks.programme": "",
    "tracks.items.slug": "tracks",
    "cautions.slug": "",
    "promises.programme": "",
}
"""What must not be written twice, and within what ("": within the whole catalogue)."""


@dataclass
class Known:
    """What a checked file may point to though it does not hold it: slugs by noun, wave codes."""

    slugs: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    codes: dict[str, str] = field(default_factory=dict)
    """Code to the slug of the wave that has it."""
    rules: set[tuple[str, str]] = field(default_factory=set)
    """Slugs of a rule and of a programme that it is of."""


def known_from(catalogue: Catalogue) -> Known:
    """What another file may point to in this one."""
    known = Known(codes={wave.code: wave.slug for wave in catalogue.waves})
    for noun in NAMES:
        known.slugs[noun] = {entry.slug for entry in getattr(catalogue, noun)}
    known.rules = {(rule.slug, each) for rule in catalogue.rules for each in rule.programmes}
    return known


def check_references(documents: Iterable[Document], known: Known) -> None:
    """Blames each slug that is neither in the documents nor known already."""
    documents = list(documents)
    slugs = {noun: set(known.slugs.get(noun, ())) for noun in NAMES}
    for document in documents:
        for noun in NAMES:
            slugs[noun] |= {str(value) for _, value in find(document.data, f"{noun}.slug")}
    for document in documents:
        for pattern, noun in REFERENCES.items():
            for where, slug in find(document.data, pattern):
                if isinstance(slug, str) and slug not in slugs[noun]:
                    words = f"{NAMES[noun]} {slug!r} tidak ada; pakai slug dari {noun}.yaml."
                    document.blame(where, words + guess(slug, slugs[noun]))
    _check_rules_of_tracks(documents, known)


def check_doubles(documents: Iterable[Document], known: Known) -> None:
    """Blames the second of two that must differ, and names the first."""
    documents = list(documents)
    for pattern, within in ONCE_EACH.items():
        first: dict[tuple[object, ...], str] = {}
        for document in documents:
            for where, value in find(document.data, pattern):
                if value is None or isinstance(value, dict | list):
                    continue
                scope = (document.path, *where[: 2 * len(within.split("."))]) if within else ()
                if earlier := first.get((*scope, value)):
                    name = pattern.split(".")[-2 if pattern.endswith("*") else -1]
                    words = f"{name} {value!r} kembar, sudah ada di {earlier}; ganti atau hapus"
                    document.blame(where, words)
                else:
                    first[*scope, value] = f"{document.path.name}:{document.line_of(where)}"
    _check_codes(documents, known)


def _check_codes(documents: Iterable[Document], known: Known) -> None:
    """A code that another wave of the catalogue has already heads other people's numbers."""
    for document in documents:
        for where, code in find(document.data, "waves.code"):
            wave = dict(find(document.data, "waves.slug")).get((*where[:-1], "slug"))
            owner = known.codes.get(code) if isinstance(code, str) else None
            if owner and owner != wave:
                document.blame(where, f"code {code!r} sudah dipakai gelombang {owner!r}; ganti")


def _check_rules_of_tracks(documents: Iterable[Document], known: Known) -> None:
    """A rule that tells whether somebody has an item is one of the track's own programme."""
    documents = list(documents)
    rules = set(known.rules)
    for document in documents:
        named = dict(find(document.data, "rules.slug"))
        for where, programme in find(document.data, "rules.programmes.*"):
            rules.add((str(named.get((*where[:2], "slug"))), str(programme)))
    for document in documents:
        tracks = dict(find(document.data, "tracks.programme"))
        for where, rule in find(document.data, "tracks.items.known_by.rules.*"):
            programme = str(tracks.get((*where[:2], "programme")))
            if (str(rule), programme) not in rules:
                theirs = {slug for slug, of in rules if of == programme}
                words = f"syarat {rule!r} bukan syarat program {programme!r}; lihat rules.yaml."
                document.blame(where, words + guess(str(rule), theirs))


def find(data: Any, pattern: str, where: Where = ()) -> Iterator[tuple[Where, Any]]:
    """Each value at `waves.classes.place`, through all lists on the way, with the way to it."""
    if isinstance(data, list) and pattern != "*":
        for n, item in enumerate(data):
            yield from find(item, pattern, (*where, n))
    elif isinstance(data, list):
        yield from (((*where, n), item) for n, item in enumerate(data))
    elif pattern == "":
        if data is not None:
            yield where, data
    elif isinstance(data, dict):
        name, _, rest = pattern.partition(".")
        if name in data:
            yield from find(data[name], rest, (*where, name))
