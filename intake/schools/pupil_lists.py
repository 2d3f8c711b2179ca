"""Lists of pupils as schools keep them: a workbook or CSV, each mistake named by row and column."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from catalog.facts import full_years
from intake.applications.errors import UnknownRelation
from intake.applications.guardians import parse_relation
from intake.applications.steps import ADULT
from intake.lists.headings import Headings
from intake.lists.sheets import Line, read_content, read_date
from intake.schools.errors import BadPupilList, Mistake
from people.errors import BadName, BadNik
from people.names import parse_name
from people.nik import Nik, parse_nik

HEADINGS: Headings = {
    "name": ("nama", "nama siswa", "nama lengkap", "nama peserta didik", "name"),
    "nik": ("nik", "no nik", "nomor nik", "nik siswa"),
    "born": ("tanggal lahir", "tgl lahir", "birth date"),
    "sex": ("jenis kelamin", "l/p", "jk", "sex"),
    "study": ("kelas", "kelas/jurusan", "jurusan", "rombel", "rombel saat ini", "class"),
    "guardian": ("nama wali", "wali", "nama orang tua/wali", "guardian"),
    "relation": ("hubungan wali", "hubungan", "hubungan dengan siswa", "relation"),
    "consent": ("izin wali", "surat izin", "surat izin wali", "consent"),
}
NEEDED = ("name", "nik", "born", "sex", "study")
SEXES = {
    "l": "m", "lakilaki": "m", "laki": "m", "lk": "m", "pria": "m", "m": "m",
    "p": "f", "perempuan": "f", "pr": "f", "wanita": "f", "f": "f",
}  # fmt: skip
"""By its letters alone: "Laki - laki" is lakilaki."""
YES = ("ya", "y", "ada", "sudah", "yes", "v", "x", "✓", "✔", "√", "true")
"""A box that is ticked in a spreadsheet is kept as true."""
LONGEST_STUDY = 80
MOST_ROWS = 500

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class PupilEntry:
    """One row, complete."""

    row: int
    born_on: date
    sex: str
    minor: bool
    relation: str
    name: str = field(repr=False)
    nik: str = field(repr=False)
    study: str = field(repr=False)
    guardian: str = field(repr=False)


def read_pupils(content: bytes, *, today: date) -> list[PupilEntry]:
    """All of them, or none: raises BadPupilList, and BadSheet for what is no list at all."""
    lines = read_content(content, HEADINGS, NEEDED)
    if len(lines) > MOST_ROWS:
        raise BadPupilList([Mistake(lines[-1].number, "name", "too-many", str(MOST_ROWS))])
    mistakes, entries, seen = list[Mistake](), list[PupilEntry](), dict[str, int]()
    for line in lines:
        entry = _Row(line, today, mistakes).read()
        if entry is None:
            continue
        if entry.nik in seen:
            mistakes.append(Mistake(line.number, "nik", "twice", str(seen[entry.nik])))
        seen.setdefault(entry.nik, line.number)
        entries.append(entry)
    if mistakes:
        raise BadPupilList(mistakes)
    return entries


class _Row:
    """One row being read; what is wrong with it is added to the mistakes."""

    def __init__(self, line: Line, today: date, mistakes: list[Mistake]) -> None:
        self._line, self._today, self._mistakes = line, today, mistakes
        self._good = True

    def read(self) -> PupilEntry | None:
        name = self._take("name", parse_name, (BadName,), "name")
        nik = self._take("nik", lambda told: parse_nik(told, today=self._today), (BadNik,), "nik")
        born = self._take("born", read_date, (ValueError,), "date")
        sex = self._take("sex", _sex, (KeyError,), "sex")
        study = self._take("study", _short, (ValueError,), "too-long")
        if nik is not None:
            self._compare(nik, born, sex)
        minor = born is not None and full_years(born, self._today) < ADULT
        guardian, relation = self._guardian(minor)
        if not (self._good and name and nik and born and sex and study):
            return None
        return PupilEntry(
            row=self._line.number, born_on=born, sex=sex, minor=minor, relation=relation,
            name=name, nik=nik.digits, study=study, guardian=guardian,
        )  # fmt: skip

    def _compare(self, nik: Nik, born: date | None, sex: str | None) -> None:
        """The NIK holds both once more: where they differ, one of them is a slip."""
        if born is not None and born != nik.born_on:
            self._wrong("born", "not-of-nik", f"{nik.born_on:%d/%m/%Y}")
        if sex is not None and sex != nik.sex:
            self._wrong("sex", "not-of-nik", "P" if nik.sex == "f" else "L")

    def _guardian(self, minor: bool) -> tuple[str, str]:
        """Name and relation; of whoever is under 18 the school must hold the consent."""
        if not minor:
            return "", ""
        guardian = self._take("guardian", parse_name, (BadName,), "name", "guardian")
        told = self._cell("relation") or "wali"
        relation = "guardian"
        try:
            relation = parse_relation(told)
        except UnknownRelation:
            self._wrong("relation", "relation", told)
        if self._cell("consent").lower().strip(".! ") not in YES:
            self._wrong("consent", "consent")
        return guardian or "", relation

    def _take(
        self,
        column: str,
        read: Callable[[str], T],
        errors: tuple[type[Exception], ...],
        kind: str,
        missing: str = "missing",
    ) -> T | None:
        told = self._cell(column)
        if not told:
            self._wrong(column, missing)
            return None
        try:
            return read(told)
        except errors:
            self._wrong(column, kind, "" if column == "nik" else told[:40])
            return None

    def _cell(self, column: str) -> str:
        return self._line.under(column)

    def _wrong(self, column: str, kind: str, found: str = "") -> None:
        self._good = False
        self._mistakes.append(Mistake(self._line.number, column, kind, found))


def _sex(told: str) -> str:
    return SEXES[re.sub("[^a-z]", "", told.lower())]


def _short(told: str) -> str:
    if len(told) > LONGEST_STUDY:
        raise ValueError(told)
    return told
