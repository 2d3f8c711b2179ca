"""Scores from a spreadsheet: XLSX or CSV, all or nothing, each mistake named by row and column.

A row names the columns: `nomor` (the registration number), and `tes`, `wawancara` or both; titles
may stand above it. A cell holds points of 100, with a comma or a dot; `absen` for whoever did not
come; nothing where there is nothing to be written yet.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from intake.applications.numbers import plain_number
from intake.applications.rows import ApplicationState
from intake.lists.cells import UNSTORED
from intake.lists.errors import BadSheet
from intake.lists.headings import (
    NUMBERS,
    Headings,
    check_width,
    columns_of,
    find_headings,
    plain_heading,
)
from intake.lists.spreadsheets import NoTable, Row, rows_of
from intake.selection.errors import NoScore
from intake.selection.scores import WHOLE, Mark, record_marks
from storage.models import Application

NUMBER = "number"
NAMES = {
    "test": ("tes", "test", "nilai tes", "nilai test", "skor tes"),
    "interview": ("wawancara", "interview", "nilai wawancara", "nilai interview", "skor wawancara"),
}
HEADINGS: Headings = {
    NUMBER: (*NUMBERS, "nomor", "number"),
    # Each name by itself: two that mean the same part are one too many.
    **{name: (name,) for names in NAMES.values() for name in names},
}
COLUMNS = {name: part for part, names in NAMES.items() for name in names}
ABSENT = (
    "absen", "tidak hadir", "tdk hadir", "tak hadir", "tidak datang", "alpa", "absent",
)  # fmt: skip
_POINTS = re.compile(r"(\d{1,3})(?:[.,](\d{1,2})0*)? ?%?")


@dataclass(frozen=True, slots=True)
class Mistake:
    row: int
    """As the spreadsheet counts."""
    column: str
    kind: str
    """`no_columns`, `no_number`, `twice`, `no_score`, `formula` (its result was never stored),
    `stranger` (no application of this class), `gone` (no longer in the selection), `double` or
    `wide` as of `intake.lists.errors.BadSheet`, or a kind of `intake.lists.spreadsheets.NoTable`.
    """
    found: str


class BadScoreFile(Exception):
    """Nothing was taken of it. `mistakes`: all of them."""

    def __init__(self, mistakes: Sequence[Mistake]) -> None:
        super().__init__(len(mistakes))
        self.mistakes = mistakes


@dataclass(frozen=True, slots=True)
class ScoreSheet:
    """What a file says; of whom it speaks is not looked at yet."""

    marks: Sequence[Mark]
    column: str
    """How it calls the registration number."""
    rows: Mapping[str, int]
    """Where each number stands."""


def read_scores(content: bytes) -> ScoreSheet:
    """Raises BadScoreFile."""
    try:
        rows = rows_of(content) or [Row(1, ())]
        at = find_headings(rows, HEADINGS)
        columns = columns_of(rows[at], HEADINGS)
        names = _names(columns)
        check_width(rows[at], rows[at + 1 :])
    except NoTable as error:
        row = int(error.found) if error.kind == "quote" else 1
        raise BadScoreFile([Mistake(row, "", error.kind, error.found)]) from None
    except BadSheet as error:
        row = int(error.found) if error.why == "wide" else 1
        raise BadScoreFile([Mistake(row, "", error.why, error.found)]) from None
    if NUMBER not in names or len(names) == 1:
        found = ", ".join(filter(None, rows[at].cells))
        raise BadScoreFile([Mistake(rows[at].number, "", "no_columns", found)])
    where = {part: columns[name] for part, name in names.items()}
    told = {part: plain_heading(rows[at].cells[place]) for part, place in where.items()}
    return _Reading(rows[at + 1 :], where, told).sheet()


def _names(columns: Mapping[str, int]) -> dict[str, str]:
    """What stands for the number and each part. Raises BadSheet: `double`."""
    found: dict[str, str] = {}
    for name in columns:
        part = COLUMNS.get(name, name)
        if part in found:
            raise BadSheet("double", f"{found[part]}, {name}")
        found[part] = name
    return found


class _Reading:
    """Rows being read; what is wrong with them is gathered. `columns` and `names`: where the number
    and each part stand, and how they are headed.
    """

    def __init__(
        self, rows: Sequence[Row], columns: Mapping[str, int], names: Mapping[str, str]
    ) -> None:
        self._rows, self._columns, self._names = rows, columns, names
        self._mistakes, self._where = list[Mistake](), dict[str, int]()

    def sheet(self) -> ScoreSheet:
        """Raises BadScoreFile."""
        marks = [mark for row in self._rows for mark in self._marks(row)]
        if self._mistakes:
            raise BadScoreFile(self._mistakes)
        return ScoreSheet(marks, self._names[NUMBER], self._where)

    def _marks(self, row: Row) -> list[Mark]:
        told = {part: _cell(row, at) for part, at in self._columns.items()}
        if not any(told.values()):
            return []
        written = told.pop(NUMBER)
        number = written if written == UNSTORED else plain_number(written)
        if wrong := _wrong_number(number, self._where):
            self._wrong(row, NUMBER, wrong, number)
            return []
        self._where[number] = row.number
        found = (self._mark(row, number, part, score) for part, score in told.items())
        return [mark for mark in found if mark is not None]

    def _mark(self, row: Row, number: str, part: str, told: str) -> Mark | None:
        """None for an empty cell."""
        if not told:
            return None
        try:
            return mark_of(number, part, told)
        except NoScore:
            kind = "formula" if told == UNSTORED else "no_score"
            self._wrong(row, part, kind, told)
            return None

    def _wrong(self, row: Row, column: str, kind: str, found: str) -> None:
        self._mistakes.append(Mistake(row.number, self._names[column], kind, found))


def _cell(row: Row, at: int) -> str:
    return row.cells[at] if at < len(row.cells) else ""


def _wrong_number(number: str, seen: Mapping[str, int]) -> str | None:
    if not number:
        return "no_number"
    if number == UNSTORED:
        return "formula"
    return "twice" if number in seen else None


def record_scores(
    session: Session,
    class_id: int,
    sheet: ScoreSheet,
    *,
    actor: str,
    by: int | None = None,
    now: datetime,
) -> int:
    """Write all of a class's, or none; returns how many were new or other than before.

    Raises BadScoreFile where it names somebody who is not in the class's selection, and whatever
    `intake.selection.scores.record_marks` does.
    """
    query = select(Application.number, Application.state).where(Application.class_id == class_id)
    states = dict(session.execute(query).all())
    mistakes = [
        Mistake(row, sheet.column, "gone" if number in states else "stranger", number)
        for number, row in sheet.rows.items()
        if states.get(number) != ApplicationState.SUBMITTED
    ]
    if mistakes:
        raise BadScoreFile(mistakes)
    return record_marks(session, sheet.marks, class_id=class_id, actor=actor, by=by, now=now)


def mark_of(number: str, part: str, told: str) -> Mark:
    """ "81,25", or "absen". Raises NoScore."""
    if " ".join(told.lower().replace(".", " ").split()) in ABSENT:
        return Mark(number, part, attended=False)
    score = read_points(told)
    if score is None:
        raise NoScore(told)
    return Mark(number, part, score=score)


def read_points(told: str) -> int | None:
    """Hundredths of a point: "81,25" is 8125, as is "81.25%"; None for what is no number between 0
    and 100, or is finer.
    """
    found = _POINTS.fullmatch(told.strip())
    if found is None:
        return None
    score = int(found[1]) * 100 + int((found[2] or "").ljust(2, "0"))
    return score if score <= WHOLE else None
