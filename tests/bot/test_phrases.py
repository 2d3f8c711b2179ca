"""Sentences about certificates, as people and staff write them."""

from datetime import date

import pytest

from bot.phrases import Issue, certificate_to_issue, number_to_check
from intake.certificate_rows import CertificateKind

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
