"""Sentences that are understood wherever words are: "cek sertifikat 12/UPTD/2026"."""

import re
from dataclasses import dataclass
from datetime import date

from intake.certificate_lists import KINDS
from intake.certificate_rows import CertificateKind
from intake.sheets import read_date

_CHECK = re.compile(
    r"(?:tolong\s+)?(?:cek|periksa|verifikasi|check|verify)\s+(?:keaslian\s+|the\s+)?"
    r"(?:sertifikat|certificate)\b\s*(?:nomor|nomer|no\b\.?|number)?\s*:?\s*(?P<number>.*)",
    re.IGNORECASE | re.DOTALL,
)
_ISSUE = re.compile(
    r"(?:terbit|terbitkan|issue)\s+(?P<trainee>\S+)\s+(?P<kind>bnsp|balai|internal)\s+"
    r"(?P<number>\S.*?)(?:\s+(?P<day>\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d\d-\d\d))?\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Issue:
    """A certificate that staff say is there. `trainee`: the registration number."""

    trainee: str
    kind: CertificateKind
    number: str
    issued_on: date | None


def number_to_check(text: str) -> str | None:
    """The number of a certificate that is asked about; "" where none is named."""
    found = _CHECK.fullmatch(text.strip())
    return None if found is None else found["number"].strip(" ?.")


def certificate_to_issue(text: str) -> Issue | None:
    found = _ISSUE.fullmatch(text.strip())
    if found is None:
        return None
    try:
        issued_on = read_date(found["day"]) if found["day"] else None
    except ValueError:
        return None
    return Issue(found["trainee"], KINDS[found["kind"].lower()], found["number"], issued_on)
