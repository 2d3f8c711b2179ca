"""A whole class's certificates from a list: all of it or nothing, mistakes by row and column."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from sqlalchemy.orm import Session

from intake.certificate_rows import CertificateKind, CertificateState
from intake.certificates import decide
from intake.errors import (
    BadCell,
    BadCertificateNumber,
    BadSheet,
    CertificateNumberTaken,
    CertificateStands,
    NoSuchCertificate,
    ReasonMissing,
)
from intake.sheets import Line, read_date, read_sheet
from intake.trainees import list_trainees
from people.staff import StaffRight

HEADINGS: Mapping[str, tuple[str, ...]] = {
    "trainee": ("nomor pendaftaran", "registration number"),
    "kind": ("sertifikat", "certificate"),
    "result": ("hasil", "result"),
    "number": ("nomor sertifikat", "certificate number"),
    "date": ("tanggal", "tanggal terbit", "date"),
    "reason": ("alasan", "reason"),
}
"""What a column may be headed; others, such as names, are left alone."""
NEEDED = ("trainee", "kind")
KINDS = {
    "internal": CertificateKind.INTERNAL,
    "balai": CertificateKind.INTERNAL,
    "bnsp": CertificateKind.BNSP,
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
    ReasonMissing: "reason",
    BadCertificateNumber: "number",
    CertificateNumberTaken: "number",
}


@dataclass(frozen=True, slots=True)
class Mistake:
    row: int
    column: str
    """A key of HEADINGS."""
    error: Exception


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
    lines = read_sheet(file)
    _check_headings(lines[0])
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
        taken += 1
    return taken, mistakes


class _Wrong(Exception):
    def __init__(self, line: int, column: str, why: str, value: str) -> None:
        super().__init__(why)
        self.mistake = Mistake(line, column, BadCell(why, value))


def _check_headings(line: Line) -> None:
    for column in NEEDED:
        if not any(heading in line.cells for heading in HEADINGS[column]):
            raise BadSheet(HEADINGS[column][0])


def _entry(line: Line) -> Entry | None:
    """None for a row in which nothing is decided yet."""
    certificate, result = _cell(line, "number"), _cell(line, "result").lower()
    if not certificate and not result:
        return None
    kind = KINDS.get(_cell(line, "kind").lower())
    if kind is None:
        raise _Wrong(line.number, "kind", "kind", _cell(line, "kind"))
    state = RESULTS.get(result or "terbit")
    if state is None:
        raise _Wrong(line.number, "result", "result", result)
    return Entry(
        line.number,
        _cell(line, "trainee").upper(),
        kind,
        state,
        certificate,
        _date(line) if state is CertificateState.ISSUED else None,
        _cell(line, "reason"),
    )


def _date(line: Line) -> date | None:
    written = _cell(line, "date")
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


def _cell(line: Line, column: str) -> str:
    return next((line.cells[each] for each in HEADINGS[column] if each in line.cells), "")
