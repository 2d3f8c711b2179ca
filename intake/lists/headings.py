"""Where a list begins and what its columns are called, as people head their tables."""

import re
from collections.abc import Collection, Mapping, Sequence

from intake.lists.errors import BadSheet
from intake.lists.spreadsheets import Row

Headings = Mapping[str, tuple[str, ...]]
"""By column: what it may be headed, in order of trust. Other columns are left alone."""
NUMBERS = (
    "nomor pendaftaran", "no pendaftaran", "nomor registrasi", "no registrasi", "nomor peserta",
    "no peserta", "registration number",
)  # fmt: skip
"""What people call the number of a registration."""
ROWS_LOOKED_AT = 15
"""Titles, dates and names of a school may stand above the headings."""

_HOW_TO = re.compile(r"\([^()]*[\d/][^()]*\)|\(wajib\)", re.IGNORECASE)
"""How to fill it in, and no part of its name: (L/P), (0-100), (hari/bulan/tahun)."""


def plain_heading(cell: str) -> str:
    """Small letters, single spaces: "No. Pendaftaran *" is "no pendaftaran"."""
    words = re.sub(r"[^\w/]+|_", " ", cell.lower())
    return re.sub(r" ?/ ?", "/", " ".join(words.split()))


def find_headings(rows: Sequence[Row], headings: Headings) -> int:
    """At which of these rows the columns are named: the one that names the most."""
    known = [len(_columns(row.cells, headings)) for row in rows[:ROWS_LOOKED_AT]]
    return known.index(max(known))


def columns_of(head: Row, headings: Headings) -> dict[str, int]:
    """Where each column stands, of those that the row names. Raises BadSheet: `double`."""
    found = _columns(head.cells, headings)
    for name, places in found.values():
        if len(places) > 1:
            raise BadSheet("double", name)
    return {column: places[0] for column, (_, places) in found.items()}


def _columns(cells: Sequence[str], headings: Headings) -> dict[str, tuple[str, list[int]]]:
    """By column: the name that is trusted the most, and where it stands."""
    known = {name for names in headings.values() for name in names}
    told = [_heading(cell, known) for cell in cells]
    found: dict[str, tuple[str, list[int]]] = {}
    for column, names in headings.items():
        name = next((name for name in names if name in told), None)
        if name is not None:
            found[column] = name, [at for at, each in enumerate(told) if each == name]
    return found


def _heading(cell: str, known: Collection[str]) -> str:
    whole = plain_heading(cell)
    return whole if whole in known else plain_heading(_HOW_TO.sub(" ", cell))


def check_width(head: Row, rows: Sequence[Row]) -> None:
    """81,25 between commas is two cells, and shifts what follows. Raises BadSheet: `wide`."""
    for row in rows:
        if row.typed and any(row.cells[len(head.cells) :]):
            raise BadSheet("wide", str(row.number))
