"""Lists as people really make them: other headings, titles above, several sheets, odd files."""

import io
import zipfile
from collections.abc import Callable, Sequence
from datetime import date

import pytest
from openpyxl import Workbook

from intake.lists.errors import BadSheet
from intake.lists.headings import Headings, plain_heading
from intake.lists.sheets import Line, read_content, read_date

HEADINGS: Headings = {
    "number": ("nomor pendaftaran", "no pendaftaran", "nomor"),
    "day": ("tanggal lahir", "tgl lahir"),
    "points": ("nilai",),
}
NEEDED = ("number", "points")
Cells = Sequence[str | float | date | None]


def read(content: bytes) -> list[Line]:
    return read_content(content, HEADINGS, NEEDED)


def cells(content: bytes) -> list[tuple[int, str, str]]:
    return [(line.number, line.under("number"), line.under("points")) for line in read(content)]


def refused(content: bytes) -> tuple[str, str]:
    with pytest.raises(BadSheet) as raised:
        read(content)
    return raised.value.why, raised.value.found


def workbook(*rows: Cells, change: Callable[[Workbook], None] = lambda _: None) -> bytes:
    book, file = Workbook(), io.BytesIO()
    for row in rows:
        book.worksheets[0].append(list(row))
    change(book)
    book.save(file)
    return file.getvalue()


def test_titles_may_stand_above_the_headings_and_rows_keep_their_numbers() -> None:
    book = workbook(
        ["DAFTAR NILAI"],
        [],
        ["No.", "No. Pendaftaran *", "Nilai (0-100)"],
        [1, "A", 7],
    )
    assert cells(book) == [(4, "A", "7")]
    text = b"Daftar, nilai\n\nNO;NOMOR\xa0PENDAFTARAN;nilai \n1;A;7,5\n"
    assert cells(text) == [(4, "A", "7,5")]


@pytest.mark.parametrize(
    ("cell", "heading"),
    [
        ("No.\nPendaftaran", "no pendaftaran"),
        (" Kelas / Jurusan ", "kelas/jurusan"),
        ("TGL_LAHIR:", "tgl lahir"),
        ("L/P", "l/p"),
    ],
)
def test_headings_are_known_however_they_are_written(cell: str, heading: str) -> None:
    assert plain_heading(cell) == heading


def test_brackets_that_tell_how_to_fill_it_in_are_no_part_of_a_heading() -> None:
    [line] = read(b"nomor;tanggal lahir (hari/bulan/tahun);nilai (wajib)\nA;1/2/2009;7\n")
    assert line.cells == {"number": "A", "day": "1/2/2009", "points": "7"}
    assert refused(b"nomor;nilai (lama)\nA;7\n") == ("nilai", "")


def test_the_heading_that_is_trusted_most_is_taken_whatever_the_order() -> None:
    assert cells(b"Nomor;Nomor Pendaftaran;Nilai\n1;A;7\n") == [(2, "A", "7")]


def test_a_heading_that_stands_twice_is_refused() -> None:
    assert refused(b"nomor;nilai;Nilai\nA;7;8\n") == ("double", "nilai")


def test_the_column_that_is_lacking_is_named_where_the_others_are() -> None:
    assert refused(b"Daftar siswa\nnomor;tanggal lahir\nA;1/2/2009\n") == ("nilai", "")


def test_rows_without_anything_in_a_known_column_are_passed_over() -> None:
    assert cells(b"no;nomor;nilai\n1;A;7\n2;;\n;;\n") == [(2, "A", "7")]


def test_a_comma_too_many_is_no_second_cell() -> None:
    assert refused(b"nomor,nilai\nA,7\nB,81,25\n") == ("wide", "3")
    assert cells(b'nomor,nilai\nA,"81,25"\nB,7,\n') == [(2, "A", "81,25"), (3, "B", "7")]
    assert cells(workbook(["nomor", "nilai"], ["A", 7, "susulan"])) == [(2, "A", "7")]


def test_a_quotation_mark_that_is_not_closed_swallows_no_rows() -> None:
    assert refused(b'nomor;nama;nilai\nA;Siti "Iti";7\nB;"Budi;8\nC;Rina;9\n') == ("quote", "3")


@pytest.mark.parametrize("end", ["\r", "\n", "\r\n"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
def test_ends_of_lines_and_encodings_make_no_difference(end: str, encoding: str) -> None:
    text = end.join(("sep=;", "nomor;nilai", "É;7,5", "", "B;8"))
    assert cells(text.encode(encoding)) == [(2, "É", "7,5"), (4, "B", "8")]


def test_what_keeps_a_number_a_text_is_no_part_of_it() -> None:
    text = "nomor;nilai\n'3673;\u200b7\n=\"3674\";8\n'Aisyah;9\n".encode()
    assert [each[1:] for each in cells(text)] == [("3673", "7"), ("3674", "8"), ("'Aisyah", "9")]


def test_numbers_of_a_workbook_are_read_as_it_shows_them() -> None:
    def percent(book: Workbook) -> None:
        book.worksheets[0]["B2"].number_format = "0%"

    book = workbook(
        ["nomor", "nilai"],
        ["A", 0.81],
        ["B", 81.250000000001],
        ["C", 80.0],
        ["D", date(2026, 5, 12)],
        change=percent,
    )
    assert [each[2] for each in cells(book)] == ["81%", "81.25", "80", "2026-05-12"]


def test_a_hidden_sheet_and_an_empty_one_are_passed_over() -> None:
    def hide(book: Workbook) -> None:
        book.worksheets[0].sheet_state = "hidden"
        book.create_sheet("Kosong")
        sheet = book.create_sheet("Nilai")
        sheet.append(["nomor", "nilai"])
        sheet.append(["A", 7])
        book.create_sheet("Catatan").append(["jangan lupa"])

    assert cells(workbook(["nomor", "nilai"], ["lama", 1], change=hide)) == [(2, "A", "7")]


def test_a_second_sheet_of_the_same_columns_is_not_left_out_unseen() -> None:
    def add(book: Workbook) -> None:
        sheet = book.create_sheet("Kelas B")
        sheet.append(["nomor", "nilai"])
        sheet.append(["B", 7])

    book = workbook(["nomor", "nilai"], ["A", 8], change=add)
    assert refused(book) == ("sheets", "Sheet, Kelas B")


def test_a_size_that_is_not_the_sheets_hides_no_columns() -> None:
    source, target = io.BytesIO(workbook(["nomor", "nilai"], ["A", 7])), io.BytesIO()
    with zipfile.ZipFile(source) as archive, zipfile.ZipFile(target, "w") as written:
        for name in archive.namelist():
            written.writestr(name, archive.read(name).replace(b'ref="A1:B2"', b'ref="A1"'))
    assert cells(target.getvalue()) == [(2, "A", "7")]


def test_more_rows_than_are_read_are_refused_and_empty_ones_do_not_count() -> None:
    def frame(book: Workbook) -> None:
        for row in (*range(3, 5_100), 2**20):
            book.worksheets[0].cell(row, 1).number_format = "0.00"

    assert cells(workbook(["nomor", "nilai"], ["A", 7], change=frame)) == [(2, "A", "7")]
    assert cells(b"nomor;nilai\n" + b";\n" * 6_000 + b"A;7\n") == [(6_002, "A", "7")]
    assert refused(b"nomor;nilai\n" + b"A;7\n" * 5_000) == ("too_many", "5000")


def test_a_formula_counts_only_in_a_column_that_is_read() -> None:
    assert cells(workbook(["no", "nomor", "nilai"], ["=ROW()", "A", 7])) == [(2, "A", "7")]
    assert refused(workbook(["nomor", "nilai"], ["A", "=1+6"])) == ("formula", "")


def archive_of(name: str, content: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(name, content)
    return file.getvalue()


@pytest.mark.parametrize(
    ("content", "why", "found"),
    [
        (b"", "empty", ""),
        (b"\xef\xbb\xbf", "empty", ""),
        (b"<html><table><tr><td>nomor", "unreadable", "HTML"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "old_excel", "XLS"),
        (
            b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"),
            "locked",
            "XLSX",
        ),
        (
            archive_of("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
            "unreadable",
            "ODS",
        ),
        (archive_of("foto.jpg", "-"), "unreadable", "ZIP"),
        ("nomor;nilai\nA;7".encode("utf-16") + b"-", "unreadable", "data"),
        ("nomor;nilai\nA;7".encode("utf-16-le"), "unreadable", "data"),
        (b" " * 3_000_000, "too_big", "2"),
    ],
    ids=["nothing", "mark", "page", "old", "locked", "ods", "zip", "odd", "bare", "big"],
)
def test_what_is_no_list_is_called_by_its_name(content: bytes, why: str, found: str) -> None:
    assert refused(content) == (why, found)


@pytest.mark.parametrize(
    "text",
    [
        "2009-01-15", "2009/1/15", "15/01/2009", "15-1-2009", "15 Januari 2009", "15 jan. 2009",
        "15-Jan-2009", "15  JANUARI  2009", "2009-01-15 00:00:00", "15/01/2009 00.00",
    ],
)  # fmt: skip
def test_days_are_read_as_people_write_them(text: str) -> None:
    assert read_date(text) == date(2009, 1, 15)


@pytest.mark.parametrize(
    "text", ["15/01/09", "01/15/2009", "15/01-2009", "15 Januar 2009", "15/01/0209", "39828", "-"]
)
def test_what_could_be_another_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the text itself is all that it says
        read_date(text)
