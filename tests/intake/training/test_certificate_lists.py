"""A class's certificates from a list: workbook or CSV, all of it or nothing."""

from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook
from sqlalchemy.orm import Session

from intake.lists.errors import BadSheet
from intake.lists.sheets import Mistake, read_date, read_sheet
from intake.training.certificate_lists import HEADINGS, put_list
from intake.training.certificate_rows import CertificateKind, CertificateState, certificates_of
from people.staff import EVERYWHERE
from tests.cast import BUDI, NOW, RINA, SITI, Stage
from tests.intake.training.trainees import END, take_in

HEADS = [names[0] for names in HEADINGS.values()]
FIRST, SECOND = "PBK-2025-3-0001", "PBK-2025-3-0002"


@pytest.fixture
def people(session: Session, stage: Stage) -> list[int]:
    """Siti and Budi are in the class, Rina in another."""
    people = [take_in(session, one, stage.class_id).id for one in (SITI, BUDI)]
    take_in(session, RINA, stage.other_class_id)
    return people


def put(
    session: Session, stage: Stage, file: Path, now: datetime = END
) -> tuple[int, list[Mistake]]:
    return put_list(session, stage.class_id, file, EVERYWHERE, actor="Bu Ratna", now=now)


def said(mistakes: list[Mistake]) -> list[tuple[int, str, str]]:
    return [(one.row, one.column, type(one.error).__name__) for one in mistakes]


def test_a_workbook_of_a_class_is_taken(
    session: Session, stage: Stage, people: list[int], tmp_path: Path
) -> None:
    book, file = Workbook(), tmp_path / "las.xlsx"
    sheet = book.worksheets[0]
    sheet.append(["Nama", *(head.capitalize() for head in HEADS)])
    sheet.append(["Siti", FIRST, "BNSP", "terbit", 12345, date(2025, 12, 1)])
    sheet.append([])
    sheet.append(["Budi", SECOND.lower(), "bnsp", "Tidak lulus"])
    sheet.append(["Budi", SECOND, "balai", None, "8/UPTD/2025"])
    book.save(file)
    assert put(session, stage, file) == (3, [])
    assert put(session, stage, file) == (3, [])  # once more: nothing changes
    siti, budi = (certificates_of(session, one) for one in people)
    assert [(one.state, one.number, one.issued_on) for one in siti] == [
        (CertificateState.NONE, None, None),
        (CertificateState.ISSUED, "12345", date(2025, 12, 1)),
    ]
    assert [(one.kind, one.state, one.number) for one in budi] == [
        (CertificateKind.INTERNAL, CertificateState.ISSUED, "8/UPTD/2025"),
        (CertificateKind.BNSP, CertificateState.FAILED, None),
    ]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8", "cp1252"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_a_csv_is_read_as_spreadsheets_write_it(
    session: Session, stage: Stage, people: list[int], tmp_path: Path, encoding: str, delimiter: str
) -> None:
    heads = ["nama", "registration number", "certificate", "result"]
    rows = [heads, ["É", FIRST, "bnsp", "passed"]]
    file = tmp_path / "las.csv"
    file.write_text("\r\n".join(delimiter.join(row) for row in rows), encoding=encoding)
    assert put(session, stage, file) == (1, [])
    assert certificates_of(session, people[0])[1].state is CertificateState.PASSED


def test_every_mistake_is_named_by_row_and_column(
    session: Session, stage: Stage, people: list[int], tmp_path: Path
) -> None:
    assert people
    lines = [
        ";".join(HEADS),
        f"{FIRST};bnsp;lulsu",
        f"{FIRST};sim;lulus",
        f"{FIRST};bnsp;terbit;12;besok",
        "PBK-2025-3-0003;bnsp;lulus",
        f"{SECOND};bnsp;tidak lulus",
        f"{SECOND};bnsp;lulus",
        f"{SECOND};balai;terbit;",
        f"{FIRST};balai;;",
        f"{FIRST};bnsp;terbit;12;1-12-2035",
    ]
    file = tmp_path / "las.csv"
    file.write_text("\n".join(lines), encoding="utf-8")
    taken, mistakes = put(session, stage, file)
    assert said(mistakes) == [
        (2, "result", "BadCell"),
        (3, "kind", "BadCell"),
        (4, "date", "BadCell"),
        (5, "trainee", "BadCell"),
        (7, "trainee", "BadCell"),
        (8, "number", "BadCertificateNumber"),
        (10, "date", "CertificateAhead"),
    ]
    assert taken == 1


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("las.xlsx", b"no workbook", "unreadable"),
        ("las.csv", b"", "empty"),
        ("las.csv", b"nomor pendaftaran;sertifikat;hasil\n", "empty"),
        ("las.csv", b"nomor pendaftaran;hasil\nPBK;lulus", "sertifikat"),
        ("las.csv", b"nama;sertifikat\nSiti;bnsp", "nomor pendaftaran"),
    ],
)
def test_what_is_no_list_says_so(
    session: Session, stage: Stage, tmp_path: Path, name: str, content: bytes, why: str
) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    with pytest.raises(BadSheet) as raised:
        put(session, stage, file)
    assert raised.value.why == why


def test_a_formula_that_was_never_worked_out_is_no_empty_cell(
    session: Session, stage: Stage, tmp_path: Path
) -> None:
    book, file = Workbook(), tmp_path / "las.xlsx"
    page = book.worksheets[0]
    page.append(["Nomor pendaftaran", "Sertifikat", "Hasil"])
    page.append(["PBK-2025-3-0001", "bnsp", '="lu"&"lus"'])
    book.save(file)
    with pytest.raises(BadSheet) as raised:
        put(session, stage, file)
    assert raised.value.why == "formula"


def test_a_file_that_is_not_there_can_not_be_read(tmp_path: Path) -> None:
    with pytest.raises(BadSheet):
        read_sheet(tmp_path / "las.csv", HEADINGS, [])


@pytest.mark.parametrize("text", ["2025-12-01", "1/12/2025", "01-12-2025", " 1.12.2025 "])
def test_dates_are_read_as_staff_write_them(text: str) -> None:
    assert read_date(text) == date(2025, 12, 1)


@pytest.mark.parametrize("text", ["", "besok", "31/11/2025", "1/12/25"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the text itself is all that it says
        read_date(text)


def test_before_the_training_each_row_is_refused(
    session: Session, stage: Stage, people: list[int], tmp_path: Path
) -> None:
    assert people
    file = tmp_path / "las.csv"
    file.write_text(f"nomor pendaftaran,sertifikat,hasil\n{FIRST},bnsp,lulus\n{SECOND},bnsp,\n")
    _, mistakes = put(session, stage, file, NOW)
    assert said(mistakes) == [(2, "result", "TrainingAhead")]
