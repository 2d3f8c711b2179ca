"""Sentences about certificates, as people and staff write them."""

from datetime import date

import pytest

from bot.phrases import (
    Issue,
    certificate_to_issue,
    half_said,
    number_to_check,
    phone_to_change,
    placement_to_record,
)
from intake.training.certificate_rows import CertificateKind

NUMBER = "PBK-2025-3-0001"
DONE = f"terbit {NUMBER} bnsp 1"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("cek sertifikat 012/UPTD/2026", "012/UPTD/2026"),
        ("Cek Sertifikat nomor 71102 7212 4 0001234 2026", "71102 7212 4 0001234 2026"),
        ("tolong periksa keaslian sertifikat no. 12", "12"),
        ("check certificate number: 12?", "12"),
        ("cek sertifikat", ""),
        ("sertifikat las", None),
        ("cek jadwal", None),
        ("cek sertifikatnya apa saja", None),
    ],
)
def test_a_certificate_is_asked_about(text: str, number: str | None) -> None:
    assert number_to_check(text) == number


@pytest.mark.parametrize(
    ("text", "kind", "number", "day"),
    [
        (f"terbit {NUMBER} bnsp 7 12 4", CertificateKind.BNSP, "7 12 4", None),
        (f"Terbitkan {NUMBER} Balai 8/2026 1/12/2026", CertificateKind.INTERNAL, "8/2026",
         date(2026, 12, 1)),
        (f"issue {NUMBER} internal 8 2026-12-01 ", CertificateKind.INTERNAL, "8",
         date(2026, 12, 1)),
    ],
)  # fmt: skip
def test_staff_say_that_a_certificate_is_there(
    text: str, kind: CertificateKind, number: str, day: date | None
) -> None:
    assert certificate_to_issue(text) == Issue(NUMBER, kind, number, day)


@pytest.mark.parametrize(
    "text",
    ["terbit", f"terbit {NUMBER}", f"terbit {NUMBER} sim 1", f"{DONE} 31/11/2026"],
)
def test_other_words_are_none_of_it(text: str) -> None:
    assert certificate_to_issue(text) is None


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (f"nilai {NUMBER} tes", "score"),
        (f"Salurkan {NUMBER} bekerja PT Contoh 31/02/2026", "place"),
        ("terbit", "issue"),
        ("nilai jual kursus", None),
        ("place to learn", None),
    ],
)
def test_a_line_that_staff_have_half_said_is_known(text: str, what: str | None) -> None:
    assert half_said(text) == what


@pytest.mark.parametrize(
    "rest",
    [
        "15/12/2026 4900000",
        "4900000",
        "PT X 15/12/2026 500",
        "PT X 15/12/2026 4,9 juta",
        "PT X 15/12/2026 4900000.00",
    ],
)
def test_a_day_or_a_wage_is_no_company(rest: str) -> None:
    assert placement_to_record(f"salur {NUMBER} bekerja {rest}") is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("ganti nomor", ""),
        ("Ganti HP", ""),
        ("saya mau ganti hp", ""),
        ("hp hilang", ""),
        ("HP saya rusak!", ""),
        ("lost my phone", ""),
        (f"hp hilang {NUMBER}", NUMBER),
        ("ganti hp contoh-2026-1-0001", "contoh-2026-1-0001"),
        ("ganti jadwal", None),
        ("hp bagus", None),
        ("hp hilang di pasar", None),
    ],
)
def test_somebody_has_another_phone(text: str, number: str | None) -> None:
    assert phone_to_change(text) == number
