"""Sentences that are understood wherever words are: "cek sertifikat 12/UPTD/2026"."""

import re
from dataclasses import dataclass
from datetime import date

from intake.lists.sheets import read_date
from intake.placement.promise_rows import PlacementState
from intake.selection.score_files import COLUMNS
from intake.training.certificate_lists import KINDS
from intake.training.certificate_rows import CertificateKind

_CHECK = re.compile(
    r"(?:tolong\s+)?(?:cek|periksa|verifikasi|check|verify)\s+(?:keaslian\s+|the\s+)?"
    r"(?:sertifikat|certificate)\b\s*(?:nomor|nomer|no\b\.?|number)?\s*:?\s*(?P<number>.*)",
    re.IGNORECASE | re.DOTALL,
)
_PHONE = re.compile(
    r"(?:saya\s+|mau\s+)*(?:ganti|tukar|pindah|pindahkan|change|new)\s+(?:nomor|nomer|no|hp|hape|"
    r"telepon|phone|number)(?:\s+(?:hp|hape|baru|phone))?|(?:hp|hape|phone)\s*(?:saya\s+)?"
    r"(?:hilang|rusak|baru|dicuri|lost|stolen|broken)|(?:lost|stolen|broken)\s+(?:my\s+)?phone",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\s+(?P<number>[a-z0-9]+(?:-[a-z0-9]+)*-\d{4,})\s*", re.IGNORECASE)
_OFFER = re.compile(
    r"(?:tolong\s+)?(?:cek|periksa|check)\s+(?:this\s+)?(?:tawaran|offer|(?:loker|lowongan)\s+ini)\b"
    r"(?:\s+ini\b)?\s*:?\s*(?P<offer>.*)",
    re.IGNORECASE | re.DOTALL,
)
_ISSUE = re.compile(
    r"(?:terbit|terbitkan|issue)\s+(?P<trainee>\S+)\s+(?P<kind>bnsp|balai|internal|resmi|official)\s+"
    r"(?P<number>\S.*?)(?:\s+(?P<day>\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d\d-\d\d))?\s*",
    re.IGNORECASE,
)
_SCORE = re.compile(
    r"(?:catat\s+)?(?:nilai|score)\s+(?P<number>\S+)\s+(?P<part>tes|test|wawancara|interview)\s+"
    r"(?P<told>\S+(?:\s+hadir)?)\s*",
    re.IGNORECASE,
)
_MOVE = re.compile(r"(?P<number>\S+)\s+(?P<rank>\d{1,6})\s+(?P<reason>\S.*)", re.DOTALL)


@dataclass(frozen=True)
class ScoreLine:
    """A score that staff note. `part`: `test` or `interview`; `told`: points, or "absen"."""

    number: str
    part: str
    told: str


@dataclass(frozen=True)
class MoveLine:
    """Who is to stand at which rank, and why."""

    number: str
    to_rank: int
    reason: str


_VERB = re.compile(
    r"(?:catat\s+)?(?P<verb>nilai|score|terbit|terbitkan|issue|salur|salurkan|place)"
    r"(?:\s+(?:[a-z0-9]+-)*\d{4,}\b.*)?",
    re.IGNORECASE | re.DOTALL,
)
_HOW = {
    "nilai": "score",
    "terbit": "issue",
    "terbitkan": "issue",
    "salur": "place",
    "salurkan": "place",
}
_PLACE = re.compile(
    r"(?:salur|salurkan|place)\s+(?P<trainee>\S+)\s+(?P<state>bekerja|kerja|working|kenal|introduced)"
    r"(?:\s+(?:di|ke|at|to))?\s+(?P<company>(?!\d[\d./-]*(?:\s|$))\S.*?)"
    r"(?:\s+(?P<day>\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d\d-\d\d))?"
    r"(?:\s+(?:rp\.?\s*)?(?P<wage>\d{6,9}|\d{1,3}(?:\.\d{3}){1,2}))?\s*",
    re.IGNORECASE,
)
_DAY = re.compile(r"\d[/.-]\d{1,2}[/.-]\d")
_INTRODUCED = ("kenal", "introduced")


@dataclass(frozen=True)
class Issue:
    """A certificate that staff say is there. `trainee`: the registration number."""

    trainee: str
    kind: CertificateKind
    number: str
    issued_on: date | None


@dataclass(frozen=True)
class Placed:
    """Where a graduate works, or was introduced to, as staff say. `wage`: rupiah a month."""

    trainee: str
    state: PlacementState
    company: str
    since: date | None
    wage: int | None


def number_to_check(text: str) -> str | None:
    """The number of a certificate that is asked about; "" where none is named."""
    found = _CHECK.fullmatch(text.strip())
    return None if found is None else found["number"].strip(" ?.")


def phone_to_change(text: str) -> str | None:
    """The number in "hp hilang PBK-2025-3-0001", "" in "ganti hp"; None: it says neither."""
    found = _PHONE.match(text.strip())
    if found is None:
        return None
    rest = text.strip()[found.end() :]
    if not rest.strip(" .!"):
        return ""
    number = _NUMBER.fullmatch(rest)
    return None if number is None else number["number"]


def offer_to_check(text: str) -> str | None:
    """The offer that somebody wants looked at; "" where they have pasted none."""
    found = _OFFER.fullmatch(text.strip())
    return None if found is None else found["offer"].strip()


def certificate_to_issue(text: str) -> Issue | None:
    found = _ISSUE.fullmatch(text.strip())
    if found is None:
        return None
    try:
        issued_on = read_date(found["day"]) if found["day"] else None
    except ValueError:
        return None
    return Issue(found["trainee"], KINDS[found["kind"].lower()], found["number"], issued_on)


def half_said(text: str) -> str | None:
    """`score`, `issue` or `place`: what staff began to note of somebody, in whichever form."""
    found = _VERB.fullmatch(text.strip())
    if found is None:
        return None
    verb = found["verb"].lower()
    return _HOW.get(verb, verb)


def score_to_note(text: str) -> ScoreLine | None:
    found = _SCORE.fullmatch(text.strip())
    if found is None:
        return None
    return ScoreLine(found["number"], COLUMNS[found["part"].lower()], found["told"])


def move_asked(text: str) -> MoveLine | None:
    """ "0009 3 Afirmasi penyandang disabilitas"."""
    found = _MOVE.fullmatch(text.strip())
    if found is None:
        return None
    return MoveLine(found["number"], int(found["rank"]), found["reason"])


def placement_to_record(text: str) -> Placed | None:
    found = _PLACE.fullmatch(text.strip())
    if found is None or _DAY.search(found["company"]):  # what follows the day is no wage
        return None
    try:
        since = read_date(found["day"]) if found["day"] else None
    except ValueError:
        return None
    introduced = found["state"].lower() in _INTRODUCED
    return Placed(
        found["trainee"],
        PlacementState.INTRODUCED if introduced else PlacementState.PLACED,
        found["company"],
        since,
        int(found["wage"].replace(".", "")) if found["wage"] else None,
    )
