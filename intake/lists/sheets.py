"""Lists that staff keep: a workbook's first sheet or a CSV, as rows of plain text by column.

How a spreadsheet is read, `intake.lists.spreadsheets` knows; how it is headed, `…headings`.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from intake.lists.cells import UNSTORED
from intake.lists.errors import BadSheet
from intake.lists.headings import Headings, check_width, columns_of, find_headings
from intake.lists.spreadsheets import OLD_EXCEL, XLSX, NoTable, Row, rows_of
from people.ak1 import MONTHS

YEARS = range(1900, 2100)
_DATE = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})")
_NAMED = re.compile(r"(\d{1,2})[ .-]*([a-z]+)[ .,-]*(\d{4})")
_ISO = re.compile(r"(\d{4})([/.-])(\d{1,2})\2(\d{1,2})")
_MIDNIGHT = re.compile(r"[ t]00[.:]00([.:]00)?$")
"""What programs write behind a day."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row, numbered as the spreadsheet numbers it. `cells`: by column."""

    number: int
    cells: Mapping[str, str]

    def under(self, column: str) -> str:
        """ "" where the list has no such column."""
        return self.cells.get(column, "")


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong with a cell. `column`: a key of the list's headings."""

    row: int
    column: str
    error: Exception


def read_sheet(file: Path, headings: Headings, needed: Iterable[str]) -> list[Line]:
    """Rows below the headings that have anything in a known column. Raises BadSheet."""
    if not file.is_file():
        raise BadSheet("missing")
    try:
        content = file.read_bytes()
    except OSError as error:
        raise BadSheet("unreadable") from error
    workbook = file.suffix.lower() == ".xlsx"
    return read_content(content, headings, needed, workbook=workbook)


def read_content(
    content: bytes, headings: Headings, needed: Iterable[str], *, workbook: bool = False
) -> list[Line]:
    """The same of a file that came by another way; what it is, its first bytes say. `workbook`: it
    must be one.
    """
    if workbook and not content.startswith((XLSX, OLD_EXCEL)):
        raise BadSheet("unreadable")
    try:
        rows = rows_of(content)
    except NoTable as error:
        raise BadSheet(error.kind, error.found) from error
    if not rows:
        raise BadSheet("empty")
    at = find_headings(rows, headings)
    columns = columns_of(rows[at], headings)
    missing = [column for column in needed if column not in columns]
    if missing:
        raise BadSheet(headings[missing[0]][0])
    return _lines(rows[at], rows[at + 1 :], columns)


def _lines(head: Row, rows: list[Row], columns: Mapping[str, int]) -> list[Line]:
    check_width(head, rows)
    lines = [Line(row.number, _cells(row, columns)) for row in rows]
    lines = [line for line in lines if any(line.cells.values())]
    if not lines:
        raise BadSheet("empty")
    if any(UNSTORED in line.cells.values() for line in lines):
        raise BadSheet("formula")
    return lines


def _cells(row: Row, columns: Mapping[str, int]) -> dict[str, str]:
    return {column: row.cells[at] if at < len(row.cells) else "" for column, at in columns.items()}


def read_date(text: str) -> date:
    """2026-12-01, 1/12/2026, 1.12.2026 or 1 Desember 2026. Raises ValueError."""
    told = _MIDNIGHT.sub("", " ".join(text.lower().split()))
    if found := _ISO.fullmatch(told):
        year, month, day = int(found[1]), int(found[3]), int(found[4])
    elif found := _DATE.fullmatch(told):
        year, month, day = int(found[4]), int(found[3]), int(found[1])
    elif (found := _NAMED.fullmatch(told)) and found[2] in MONTHS:
        year, month, day = int(found[3]), MONTHS[found[2]], int(found[1])
    else:
        raise ValueError(text)
    if year not in YEARS:
        raise ValueError(text)
    return date(year, month, day)
