"""Scores as spreadsheets really hold them: empty rows, what formulas make, and what is no table."""

import io

import pytest
from openpyxl import Workbook

from intake.score_files import BadScoreFile, Mistake, read_scores
from intake.scores import Mark


def workbook(*rows: list[str | float | None]) -> bytes:
    book = Workbook()
    sheet = book.worksheets[0]
    for at, row in enumerate(rows, start=1):
        for column, value in enumerate(row, start=1):
            sheet.cell(at, column, value)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def test_an_empty_row_is_passed_over() -> None:
    content = workbook(["nomor", "tes"], ["A-1", 80], [None, None], ["A-2", 81])
    assert read_scores(content) == [
        Mark("A-1", "test", score=80_00),
        Mark("A-2", "test", score=81_00),
    ]


def test_what_a_formula_makes_of_a_number_is_that_number() -> None:
    content = workbook(["nomor", "tes"], ["A-1", 81.30000000000001])
    assert read_scores(content) == [Mark("A-1", "test", score=81_30)]


def test_a_cell_without_an_end_is_unreadable() -> None:
    with pytest.raises(BadScoreFile) as raised:
        read_scores(b"nomor;tes\nA-1;" + b"x" * 200_000)
    assert raised.value.mistakes == [Mistake(1, "", "unreadable", "Error")]
