"""What a school writes: a group's facts and a list of pupils, each mistake named."""

import io
from datetime import date

import pytest
from openpyxl import Workbook

from intake.lists.errors import BadSheet
from intake.schools.errors import BadGroupForm, BadPupilList
from intake.schools.forms import read_form
from intake.schools.pupil_lists import read_pupils
from tests.intake.schools.school import FACTS, HEADS, TODAY, nik_of, row_of, sheet

FORM = """
Tempat: PT Contoh Logam
Alamat: Jalan Raya Serang Km 12, Cikande
Mulai: 12/01/2026
Selesai: 10/04/2026
Jumlah tempat: 3 siswa
Pembimbing sekolah: Bu Wati
Pembimbing industri: Pak Joko
"""


def mistakes(rows: bytes) -> list[tuple[int, str, str, str]]:
    with pytest.raises(BadPupilList) as caught:
        read_pupils(rows, today=TODAY)
    return [(each.row, each.column, each.kind, each.found) for each in caught.value.mistakes]


def test_a_form_is_read_and_its_mistakes_are_named() -> None:
    assert read_form(FORM, today=TODAY) == FACTS
    with pytest.raises(BadGroupForm) as caught:
        read_form("Tempat: PT X\nMulai: besok\nSelesai: 1/1/2020\nJumlah tempat: 0", today=TODAY)
    assert [(each.column, each.kind) for each in caught.value.mistakes] == [
        ("address", "missing"),
        ("school_supervisor", "missing"),
        ("host_supervisor", "missing"),
        ("starts_on", "date"),
        ("places", "places"),
    ]
    for line, kind in (("Selesai: 1/1/2026", "before-start"), ("Selesai: 1/6/2027", "too-far")):
        with pytest.raises(BadGroupForm) as caught:
            read_form(f"{FORM}{line}", today=TODAY)
        assert [each.kind for each in caught.value.mistakes] == [kind]


def test_each_mistake_of_a_list_has_its_row_and_column() -> None:
    rows = sheet(
        row_of(0, sex="P"),
        row_of(1, nik="123", born="kemarin"),
        row_of(2, guardian="", consent=""),
        row_of(3),
        row_of(4, nik=nik_of(4)),
        row_of(5, born="16/01/2009", study=""),
    )
    assert mistakes(rows) == [
        (2, "sex", "not-of-nik", "L"),
        (3, "nik", "nik", ""),
        (3, "born", "date", "kemarin"),
        (4, "guardian", "guardian", ""),
        (4, "consent", "consent", ""),
        (6, "nik", "twice", "5"),
        (7, "study", "missing", ""),
        (7, "born", "not-of-nik", "15/01/2009"),
    ]
    with pytest.raises(BadSheet, match="nama"):
        read_pupils(b"siswa;nik\nA;1\n", today=TODAY)


def test_a_nik_that_excel_has_rounded_is_no_nik() -> None:
    """It keeps fifteen digits: …0012 has become …0010, the NIK of somebody else."""
    kept, rounded = int(nik_of(11)), int(nik_of(10))
    book = Workbook()
    assert book.active is not None
    for row in (HEADS, row_of(0), row_of(1)):
        book.active.append(row)
    book.active["B2"], book.active["B3"] = kept, rounded
    content = io.BytesIO()
    book.save(content)
    assert mistakes(content.getvalue()) == [(3, "nik", "nik", "")]


def test_an_adult_needs_no_guardian() -> None:
    born = date(2007, 1, 15)
    row = row_of(0, nik=nik_of(1, born), born="15/01/2007", guardian="", relation="", consent="")
    [pupil] = read_pupils(sheet(row), today=TODAY)
    assert (pupil.minor, pupil.guardian) == (False, "")


def test_a_list_as_a_school_keeps_it_is_understood() -> None:
    book = Workbook()
    for row in (
        ["Daftar Peserta Didik"],
        ["SMKN 1 Contoh"],
        [],
        ["No", "Nama Peserta Didik", "JK", "Tanggal Lahir (hari/bulan/tahun)", "NIK (16 angka)",
         "Rombel Saat Ini", "Nama Wali", "Hubungan", "Izin Wali"],
        [1, "Ahmad", "L", "15 Januari 2009", nik_of(1), "XI Las 1", "Aminah", "Ibu kandung", True],
        [2, "Budi", "Laki - laki", date(2009, 1, 15), f"'{nik_of(2)}", "XI", "Ani", "", "Ya."],
        [3],
    ):  # fmt: skip
        book.worksheets[0].append(row)
    content = io.BytesIO()
    book.save(content)
    pupils = read_pupils(content.getvalue(), today=TODAY)
    assert [(each.row, each.nik, each.sex, each.relation) for each in pupils] == [
        (5, nik_of(1), "m", "mother"),
        (6, nik_of(2), "m", "guardian"),
    ]


def test_the_column_of_sex_may_be_headed_as_we_tell_it() -> None:
    heads = [{"jenis kelamin": "Jenis kelamin (L/P)"}.get(head, head) for head in HEADS]
    content = sheet(row_of(0)).replace(";".join(HEADS).encode(), ";".join(heads).encode())
    assert [each.sex for each in read_pupils(content, today=TODAY)] == ["m"]
