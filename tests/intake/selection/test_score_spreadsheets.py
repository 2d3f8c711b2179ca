"""Scores as spreadsheets really hold them: empty rows, what formulas make, and what is no table."""

import io
import re
import zipfile
from collections.abc import Sequence

import pytest
from openpyxl import Workbook
from sqlalchemy import select
from sqlalchemy.orm import Session

from intake.selection.score_files import BadScoreFile, Mistake, read_scores, record_scores
from intake.selection.scores import Mark
from intake.withdrawing import withdraw
from storage.models import Assessment
from tests.cast import BUDI, NOW, RINA, SITI, WIB, Stage, apply


def workbook(*rows: Sequence[str | float | None]) -> bytes:
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
    assert read_scores(content).marks == [
        Mark("A-1", "test", score=80_00),
        Mark("A-2", "test", score=81_00),
    ]


def test_what_a_formula_makes_of_a_number_is_that_number() -> None:
    content = workbook(["nomor", "tes"], ["A-1", 81.30000000000001])
    assert read_scores(content).marks == [Mark("A-1", "test", score=81_30)]


def test_a_cell_without_an_end_is_unreadable() -> None:
    with pytest.raises(BadScoreFile) as raised:
        read_scores(b"nomor;tes\nA-1;" + b"x" * 200_000)
    assert raised.value.mistakes == [Mistake(1, "", "unreadable", "CSV")]


def test_a_formula_whose_result_was_never_stored_is_no_empty_cell() -> None:
    content = workbook(["nomor", "tes", "wawancara"], ["A-1", "=40+41", 70], ["A-2", 80, "=B3"])
    with pytest.raises(BadScoreFile) as raised:
        read_scores(content)
    assert [(each.row, each.column, each.kind) for each in raised.value.mistakes] == [
        (2, "tes", "formula"),
        (3, "wawancara", "formula"),
    ]


def test_a_formula_is_worth_what_excel_has_stored_and_an_empty_text_is_an_empty_cell() -> None:
    content = workbook(["nomor", "tes", "wawancara"], ["A-1", "=40+41", '=IF(B2>90,1,"")'])
    stored = stored_in(content, {"B2": "<v>81</v>", "C2": "<v></v>"})
    assert read_scores(stored).marks == [Mark("A-1", "test", score=81_00)]


def test_a_file_as_people_head_and_fill_it_in_is_understood() -> None:
    content = (
        "Nilai seleksi, gelombang 2\n\nNo;No. Pendaftaran;Nama;Wawancara ;Nilai Tes (0-100)\n"
        "1;pbk 2025–2 – 0147;Siti;TDK. HADIR;81,250\n2;'PBK.2025.2.0148;Budi;;81.5%\n3;;;;\n"
    )
    sheet = read_scores(content.encode())
    assert sheet.marks == [
        Mark("PBK-2025-2-0147", "test", score=81_25),
        Mark("PBK-2025-2-0147", "interview", attended=False),
        Mark("PBK-2025-2-0148", "test", score=81_50),
    ]
    assert (sheet.column, sheet.rows["PBK-2025-2-0148"]) == ("no pendaftaran", 5)


@pytest.mark.parametrize(
    "told", ["-", "1e1", "8_0", "81,", ",5", "81.333", "+80", "-1", "101", "100,01", "8 0", "#N/A"]
)
def test_what_could_be_another_score_is_refused(told: str) -> None:
    with pytest.raises(BadScoreFile) as raised:
        read_scores(f"nomor;tes\nA-1;{told}\n".encode())
    assert raised.value.mistakes == [Mistake(2, "tes", "no_score", told)]


@pytest.mark.parametrize(
    ("content", "mistake"),
    [
        (b"nomor;tes;nilai tes\nA-1;1;2", Mistake(1, "", "double", "tes, nilai tes")),
        (b"nomor,tes,wawancara\nA-1,81,25,70", Mistake(2, "", "wide", "2")),
        (b'nomor;tes\nA-1;80\nA-2;"81\nA-3;82', Mistake(3, "", "quote", "3")),
        (b"nomor;nama;tes\nA-1;;80\n;Rata-rata;80", Mistake(3, "nomor", "no_number", "")),
        (b"Nilai\nnomor;nama\nA-1;Siti", Mistake(2, "", "no_columns", "nomor, nama")),
        (b"", Mistake(1, "", "no_columns", "")),
    ],
)
def test_no_number_is_guessed_and_no_row_lost(content: bytes, mistake: Mistake) -> None:
    with pytest.raises(BadScoreFile) as raised:
        read_scores(content)
    assert raised.value.mistakes == [mistake]


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7\n", "unreadable"),
        (b"\xff\xd8\xff\xe0", "unreadable"),
        (b"nomor;tes\nA-1;\x0080\xff", "unreadable"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 100, "old_excel"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "locked"),
        (b"nomor;tes\n" + b" " * 3_000_000, "too_big"),
    ],
)
def test_what_a_file_is_shows_its_content(content: bytes, kind: str) -> None:
    with pytest.raises(BadScoreFile) as raised:
        read_scores(content)
    assert [each.kind for each in raised.value.mistakes] == [kind]


def test_a_small_archive_that_fills_the_memory_is_not_unpacked() -> None:
    file = io.BytesIO(workbook(["nomor", "tes"]))
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet2.xml", b" " * 50_000_000)
    with pytest.raises(BadScoreFile) as raised:
        read_scores(file.getvalue())
    assert [each.kind for each in raised.value.mistakes] == ["too_big"]


def test_what_excel_calls_unicode_text_is_read() -> None:
    content = "nomor\ttes\nA-1\t81,25\n".encode("utf-16")
    assert read_scores(content).marks == [Mark("A-1", "test", score=81_25)]


def test_who_is_not_in_the_selection_is_named_by_row(session: Session, stage: Stage) -> None:
    here, gone = (apply(session, each, stage.class_id) for each in (SITI, BUDI))
    elsewhere = apply(session, RINA, stage.other_class_id)
    withdraw(session, gone.id, gone.account_id, reason=None, now=NOW, zone=WIB)
    people = here, gone, elsewhere
    sheet = read_scores(workbook(["Nomor", "Tes"], *((each.number, 80.0) for each in people)))
    with pytest.raises(BadScoreFile) as raised:
        record_scores(session, stage.class_id, sheet, actor="Sri", now=NOW)
    assert raised.value.mistakes == [
        Mistake(3, "nomor", "gone", gone.number),
        Mistake(4, "nomor", "stranger", elsewhere.number),
    ]
    assert session.scalars(select(Assessment)).all() == []


def stored_in(content: bytes, values: dict[str, str]) -> bytes:
    """The workbook as Excel saves it: each formula with its result, an empty text marked so."""
    source, target = zipfile.ZipFile(io.BytesIO(content)), io.BytesIO()
    with source, zipfile.ZipFile(target, "w") as archive:
        for name in source.namelist():
            data = source.read(name)
            if name == "xl/worksheets/sheet1.xml":
                text = data.decode()
                for cell, value in values.items():
                    kind = ' t="str"' if value == "<v></v>" else ""
                    pattern = rf'<c r="{cell}"([^>]*)>(<f>.*?</f>)<v ?/?>(</v>)?'
                    text = re.sub(pattern, rf'<c r="{cell}"{kind}\1>\2{value}', text)
                data = text.encode()
            archive.writestr(name, data)
    return target.getvalue()
