"""The rows of a spreadsheet as plain text: XLSX or CSV, told apart by content."""

import csv
import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from intake.lists.cells import plain, text_of

MOST_ROWS = 5_000
MOST_BYTES = 2 * 1024 * 1024
MOST_UNPACKED = 40 * 1024 * 1024
"""A workbook is an archive: a small one can hold what fills the memory."""
MOST_COLUMNS = 200
LAST_ROW = 2**20
"""Excel has no more."""
XLSX, OLD_EXCEL = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
LOCKED = "EncryptedPackage".encode("utf-16-le")
"""Stands in a workbook with a password, which looks like an old one from outside."""
WIDE = (b"\xff\xfe", b"\xfe\xff")
"""How Excel begins what it calls Unicode text."""
OTHERS = {b"%PDF": "PDF", b"\xff\xd8\xff": "JPEG", b"\x89PNG": "PNG", b"<": "HTML"}
"""Web pages are often given names that end in .xls."""
DELIMITERS = ";\t,"
"""Commas last: decimals have them as well."""
LINES_LOOKED_AT = 10
_SEPARATOR_LINE = re.compile(r"sep=([;,\t|])[;,\t]*(\r\n?|\n)", re.IGNORECASE)
"""Tells Excel what stands between the cells; Excel does not count it as a row."""


class NoTable(Exception):
    """No spreadsheet that can be read. `kind`: of `too_big`, `too_many` (rows), `old_excel`,
    `locked`, `sheets` (several that look alike), `quote` (one that is not closed) or `unreadable`.
    """

    def __init__(self, kind: str, found: str) -> None:
        super().__init__(kind, found)
        self.kind, self.found = kind, found


@dataclass(frozen=True, slots=True)
class Row:
    """One that is not empty, numbered as the spreadsheet numbers it."""

    number: int
    cells: Sequence[str]
    typed: bool = False
    """In a CSV, where a cell too many is a comma that was meant as a decimal sign."""


def rows_of(content: bytes) -> list[Row]:
    """Raises NoTable."""
    if len(content) > MOST_BYTES:
        raise NoTable("too_big", str(MOST_BYTES // 1024 // 1024))
    if content.startswith(OLD_EXCEL):
        locked = LOCKED in content
        raise NoTable("locked" if locked else "old_excel", "XLSX" if locked else "XLS")
    for beginning, name in OTHERS.items():
        if content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(beginning):
            raise NoTable("unreadable", name)
    rows = list[Row]()
    for row in _workbook(content) if content.startswith(XLSX) else _csv(content):
        if any(row.cells):
            rows.append(row)
        if len(rows) > MOST_ROWS:
            raise NoTable("too_many", str(MOST_ROWS))
    return rows


def _workbook(content: bytes) -> Iterator[Row]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            unpacked = sum(each.file_size for each in archive.infolist())
        if unpacked > MOST_UNPACKED:
            raise NoTable("too_big", str(MOST_UNPACKED // 1024 // 1024))
        yield from _sheet_meant(content)
    except NoTable:
        raise
    except Exception:  # whatever a broken archive makes the library raise
        raise NoTable("unreadable", _name_of(content)) from None


def _name_of(content: bytes) -> str:
    return "ODS" if b"opendocument" in content[:200] else "ZIP"


def _sheet_meant(content: bytes) -> Iterator[Row]:
    """The first that is shown and holds anything; refused where another one is headed alike, since
    nobody could tell that it was left out.
    """
    from openpyxl import load_workbook  # 0.2 s that only those pay who bring a spreadsheet

    stored, written = (
        load_workbook(io.BytesIO(content), read_only=True, data_only=values).worksheets
        for values in (True, False)
    )
    pairs = [pair for pair in zip(stored, written, strict=True) if pair[0].sheet_state == "visible"]
    heads = [(pair, head) for pair in pairs if (head := next(filter(_holds, _rows(*pair)), None))]
    for pair, head in heads[1:]:
        if head.cells == heads[0][1].cells:
            raise NoTable("sheets", f"{heads[0][0][0].title}, {pair[0].title}")
    if heads:
        yield from _rows(*heads[0][0])


def _rows(stored: Any, written: Any) -> Iterator[Row]:
    """Each cell's stored value, and whether it was written as a formula."""
    for sheet in (stored, written):
        sheet.reset_dimensions()  # some programs write a size that is not the sheet's
    pairs = zip(*(sheet.iter_rows(max_row=LAST_ROW) for sheet in (stored, written)), strict=False)
    for number, (values, formulas) in enumerate(pairs, start=1):
        if values:
            told = zip(values[:MOST_COLUMNS], formulas, strict=False)
            yield Row(number, [text_of(*pair) for pair in told])


def _holds(row: Row) -> bool:
    return any(row.cells)


def _csv(content: bytes) -> Iterator[Row]:
    """With semicolons, as Excel in Indonesia writes them, or commas, or tabs."""
    text, number = _decoded(content), 0
    told = _SEPARATOR_LINE.match(text)
    text = text[told.end() :] if told else text
    delimiter = told[1] if told else _delimiter(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for number, cells in enumerate(reader, start=1):
            yield Row(number, [plain(cell) for cell in cells], typed=True)
    except csv.Error:
        quoted = '"' in text
        raise NoTable(*(("quote", str(number + 1)) if quoted else ("unreadable", "CSV"))) from None


def _delimiter(text: str) -> str:
    """What most of the first lines have: a title above the table may lack it."""
    lines = [line for line in text[:100_000].splitlines() if line.strip()][:LINES_LOOKED_AT]
    return max(DELIMITERS, key=lambda sign: sum(sign in line for line in lines))


def _decoded(content: bytes) -> str:
    wide = content.startswith(WIDE)
    try:
        text = content.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError:
        text = "\0" if wide else content.decode("cp1252", errors="replace")
    if "\0" in text:
        raise NoTable("unreadable", "data")
    return text
