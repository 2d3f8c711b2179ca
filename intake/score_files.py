"""Scores from a spreadsheet: XLSX or CSV, all or nothing, each mistake named by row and column.

The first row names the columns: `nomor` (the registration number), and `tes`, `wawancara` or both.
A cell holds points of 100, with a comma or a dot; `absen` for whoever did not come; nothing where
there is nothing to be written yet.
"""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from intake.scores import WHOLE, Mark

NUMBER = ("nomor", "nomor pendaftaran", "number")
COLUMNS = {"tes": "test", "test": "test", "wawancara": "interview", "interview": "interview"}
ABSENT = ("absen", "tidak hadir", "absent")
MOST_ROWS = 5_000
XLSX = b"PK\x03\x04"


@dataclass(frozen=True, slots=True)
class Mistake:
    row: int
    """As the spreadsheet counts: the names of columns are row 1."""
    column: str
    kind: str
    """`no_columns`, `no_number`, `twice`, `no_score`, `too_many`, `unreadable`."""
    found: str


class BadScoreFile(Exception):
    """Nothing was taken of it. `mistakes`: all of them."""

    def __init__(self, mistakes: Sequence[Mistake]) -> None:
        super().__init__(len(mistakes))
        self.mistakes = mistakes


def read_scores(content: bytes) -> list[Mark]:
    """Raises BadScoreFile."""
    rows = list(_rows(content))
    names = rows[0] if rows else ()
    head = [_cell(names, at).lower() for at in range(len(names))]
    number_at = next((head.index(name) for name in NUMBER if name in head), None)
    parts = {at: COLUMNS[name] for at, name in enumerate(head) if name in COLUMNS}
    if number_at is None or not parts:
        raise BadScoreFile([Mistake(1, "", "no_columns", ", ".join(filter(None, head)))])
    if len(rows) > MOST_ROWS:
        raise BadScoreFile([Mistake(len(rows), "", "too_many", str(len(rows)))])
    marks, mistakes, seen = list[Mark](), list[Mistake](), set[str]()
    for row, cells in enumerate(rows[1:], start=2):
        if not any(_cell(cells, at) for at in range(len(cells))):
            continue
        number = _cell(cells, number_at).upper()
        if not number or number in seen:
            kind = "twice" if number else "no_number"
            mistakes.append(Mistake(row, head[number_at], kind, number))
            continue
        seen.add(number)
        for at, part in parts.items():
            mark = _mark(number, part, _cell(cells, at))
            if isinstance(mark, Mark):
                marks.append(mark)
            elif mark is not None:
                mistakes.append(Mistake(row, head[at], "no_score", mark))
    if mistakes:
        raise BadScoreFile(mistakes)
    return marks


def _mark(number: str, part: str, told: str) -> Mark | str | None:
    """The mark; None for an empty cell; what was told where it is no score."""
    if not told:
        return None
    if told.lower() in ABSENT:
        return Mark(number, part, attended=False)
    score = read_points(told)
    return told if score is None else Mark(number, part, score=score)


def read_points(told: str) -> int | None:
    """Hundredths of a point: "81,25" is 8125; None for what is no number between 0 and 100."""
    try:
        score = Decimal(told.replace(",", ".")) * 100
    except InvalidOperation:
        return None
    whole = score.is_finite() and 0 <= score <= WHOLE and score == score.to_integral_value()
    return int(score) if whole else None


def _cell(cells: Sequence[Any], at: int) -> str:
    value = cells[at] if at < len(cells) else None
    if isinstance(value, float):
        value = float(f"{value:.10g}")  # 81.30000000000001 is what a formula makes of 81.3
    return "" if value is None else str(value).strip()


def _rows(content: bytes) -> Iterator[Sequence[Any]]:
    if not content.startswith(XLSX):
        yield from _csv(content)
        return
    from openpyxl import load_workbook  # 0.2 s that only those pay who bring a spreadsheet

    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        yield from book.worksheets[0].iter_rows(values_only=True, max_row=MOST_ROWS + 1)
    except Exception as error:  # whatever a broken archive makes the library raise
        raise BadScoreFile([Mistake(1, "", "unreadable", type(error).__name__)]) from None


def _csv(content: bytes) -> Iterator[Sequence[Any]]:
    """With semicolons, as Excel in Indonesia writes them, or commas."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    first = text.partition("\n")[0]
    delimiter = ";" if first.count(";") >= first.count(",") else ","
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    except csv.Error as error:
        raise BadScoreFile([Mistake(1, "", "unreadable", type(error).__name__)]) from None
