"""A whole class's certificates from a list: all of it or nothing, mistakes by row and column."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from sqlalchemy.orm import Session

from intake.applications.errors import ReasonMissing
from intake.applications.numbers import plain_number
from intake.lists.errors import BadCell
from intake.lists.headings import NUMBERS, Headings
from intake.lists.sheets import Line, Mistake, read_date, read_sheet
from intake.training.certificate_rows import CertificateKind, CertificateState
from intake.training.certificates import decide
from intake.training.errors import (
    BadCertificateNumber,
    CertificateAhead,
    CertificateNumberTaken,
    CertificateStands,
    NoSuchCertificate,
    TrainingAhead,
)
from intake.training.trainees import list_trainees
from people.staff import StaffRight

HEADINGS: Headings = {
    "trainee": NUMBERS,
    "kind": ("sertifikat", "certificate"),
    "result": ("hasil", "result"),
    "number": ("nomor sertifikat", "no sertifikat", "certificate number"),
    "date": ("tanggal", "tanggal terbit", "tgl terbit", "tgl", "date"),
    "reason": ("alasan", "reason"),
}
NEEDED = ("trainee", "kind")
KINDS = {
    "internal": CertificateKind.INTERNAL,
    "balai": CertificateKind.INTERNAL,
    "bnsp": CertificateKind.BNSP,
    "resmi": CertificateKind.OFFICIAL,
    "official": CertificateKind.OFFICIAL,
}
RESULTS = {
    "lulus": CertificateState.PASSED,
    "passed": CertificateState.PASSED,
    "tidak lulus": CertificateState.FAILED,
    "belum lulus": CertificateState.FAILED,
    "failed": CertificateState.FAILED,
    "terbit": CertificateState.ISSUED,
    "issued": CertificateState.ISSUED,
}
COLUMN_OF: Mapping[type[Exception], str] = {
    NoSuchCertificate: "kind",
    CertificateStands: "result",
    TrainingAhead: "result",
    ReasonMissing: "reason",
    BadCertificateNumber: "number",
    CertificateAhead: "date",
    CertificateNumberTaken: "number",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """What one row says."""

    row: int
    number: str
    kind: CertificateKind
    state: CertificateState
    certificate: str
    issued_on: date | None
    reason: str


def put_list(
    session: Session,
    class_id: int,
    file: Path,
    rights: frozenset[StaffRight],
    *,
    actor: str,
    now: datetime,
) -> tuple[int, list[Mistake]]:
    """How many rows were taken, and what is wrong: where anything is, the caller keeps nothing.

    Raises BadSheet, OtherProvider.
    """
    lines = read_sheet(file, HEADINGS, NEEDED)
    ids = {one.number: one.application_id for one in list_trainees(session, class_id, rights)}
    seen: set[tuple[str, CertificateKind]] = set()
    taken, mistakes = 0, list[Mistake]()
    for line in lines:
        try:
            entry = _entry(line)
            if entry is None:
                continue
            application_id = _application(entry, ids, seen)
        except _Wrong as wrong:
            mistakes.append(wrong.mistake)
            continue
        try:
            _decide(session, application_id, entry, rights, actor, now)
        except tuple(COLUMN_OF) as error:
            mistakes.append(Mistake(line.number, COLUMN_OF[type(error)], error))
        else:
            taken += 1
    return taken, mistakes


class _Wrong(Exception):
    def __init__(self, line: int, column: str, why: str, value: str) -> None:
        super().__init__(why)
        self.mistake = Mistake(line, column, BadCell(why, value))


def _entry(line: Line) -> Entry | None:
    """None for a row in which nothing is decided yet."""
    certificate, result = line.under("number"), " ".join(line.under("result").lower().split())
    if not certificate and not result:
        return None
    kind = KINDS.get(line.under("kind").lower())
    if kind is None:
        raise _Wrong(line.number, "kind", "kind", line.under("kind"))
    state = RESULTS.get(result or "terbit")
    if state is None:
        raise _Wrong(line.number, "result", "result", result)
    return Entry(
        line.number,
        plain_number(line.under("trainee")),
        kind,
        state,
        certificate,
        _date(line) if state is CertificateState.ISSUED else None,
        line.under("reason"),
    )


def _date(line: Line) -> date | None:
    written = line.under("date")
    try:
        return read_date(written) if written else None
    except ValueError:
        raise _Wrong(line.number, "date", "date", written) from None


def _application(
    entry: Entry, ids: Mapping[str, int], seen: set[tuple[str, CertificateKind]]
) -> int:
    if entry.number not in ids:
        raise _Wrong(entry.row, "trainee", "stranger", entry.number)
    if (entry.number, entry.kind) in seen:
        raise _Wrong(entry.row, "trainee", "twice", entry.number)
    seen.add((entry.number, entry.kind))
    return ids[entry.number]


def _decide(
    session: Session,
    application_id: int,
    entry: Entry,
    rights: frozenset[StaffRight],
    actor: str,
    now: datetime,
) -> None:
    decide(
        session,
        application_id,
        entry.kind,
        entry.state,
        rights,
        number=entry.certificate or None,
        issued_on=entry.issued_on,
        reason=entry.reason,
        actor=actor,
        now=now,
    )
