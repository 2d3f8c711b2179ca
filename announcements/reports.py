"""The report of a broadcast as a file: CSV, or a workbook.

The CSV is made for spreadsheets in Indonesia: UTF-8 with a byte order mark, without which Excel
reads it in an old code page, and semicolons, which Excel expects where decimals have a comma.
"""

import asyncio
import csv
import itertools
import re
import time
from collections.abc import Iterable, Iterator
from datetime import datetime, tzinfo
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from announcements.broadcast_rows import find
from announcements.formatting import plain
from announcements.presses import presses_of
from announcements.report_lines import Line, report
from notices.batches import progress
from storage.database import Database
from texts import Speaker

__all__ = ["Line", "make_report", "report", "write_csv", "write_xlsx"]

SHEET_ROWS = 1_000_000
"""A sheet of Excel holds 1,048,576."""
FORMULA = ("=", "+", "-", "@", "\t", "\r")
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
LONGEST_CELL = 32_000
BREATH = 20
COLUMNS = ("account", "state", "sent-at", "error", "pressed", "later")
COUNTERS = ("written", "sent", "blocked", "failed", "expired", "cancelled", "uncertain", "left")

Cell = str | int | datetime | None


async def make_report(
    database: Database, broadcast_id: int, file: Path, t: Speaker, zone: tzinfo
) -> int:
    """Write the file, a workbook if it is called .xlsx and CSV otherwise, in a thread.

    Returns the number of recipients. Raises NoSuchBroadcast.
    """
    return await asyncio.to_thread(_make, database, broadcast_id, file, t, zone)


def write_csv(session: Session, broadcast_id: int, file: Path, t: Speaker, zone: tzinfo) -> int:
    cells, count = _Cells(session, broadcast_id, t, zone), 0
    with file.open("w", encoding="utf-8-sig", newline="") as opened:
        writer = csv.writer(opened, delimiter=";")
        writer.writerow(cells.headings)
        for line in _at_ease(report(session, broadcast_id)):
            writer.writerow(cells.row(line))
            count += 1
    return count


def write_xlsx(session: Session, broadcast_id: int, file: Path, t: Speaker, zone: tzinfo) -> int:
    """A sheet that sums up, then as many as the recipients need."""
    cells, lines = _Cells(session, broadcast_id, t, zone), report(session, broadcast_id)
    with file.open("wb") as opened:
        # Imported here: it costs each start 0.1 s and 6 MB, and few of them write a workbook.
        from openpyxl import Workbook

        book, count = Workbook(write_only=True), 0
        summary = book.create_sheet(t.plain("report-summary"))
        for facts in _summary(session, broadcast_id, t):
            summary.append(facts)
        for number in itertools.count(1):
            sheet = book.create_sheet(t.plain("report-sheet", number=number))
            written = _fill_sheet(sheet, cells, itertools.islice(lines, SHEET_ROWS))
            count += written
            if written < SHEET_ROWS:
                break
        book.save(opened)
    return count


def _fill_sheet(sheet: Any, cells: "_Cells", lines: Iterable[Line]) -> int:
    sheet.append(cells.headings)
    count = 0
    for line in _at_ease(lines):
        sheet.append(cells.row(line))
        count += 1
    return count


def _make(database: Database, broadcast_id: int, file: Path, t: Speaker, zone: tzinfo) -> int:
    write = write_xlsx if file.suffix.lower() == ".xlsx" else write_csv
    with database.snapshot() as session:
        return write(session, broadcast_id, file, t, zone)


def _at_ease(lines: Iterable[Line]) -> Iterator[Line]:
    """Leaves the interpreter to others now and then: to live answers, in the thread beside."""
    for number, line in enumerate(lines):
        if number % BREATH == 0:
            time.sleep(0)
        yield line


class _Cells:
    """Turns lines into rows of cells."""

    def __init__(self, session: Session, broadcast_id: int, t: Speaker, zone: tzinfo) -> None:
        self.t, self.zone = t, zone
        self.buttons = [button.caption for button in find(session, broadcast_id).buttons]
        self.headings = [t.plain(f"report-{name}") for name in COLUMNS]
        self._states: dict[str, str] = {}

    def row(self, line: Line) -> list[Cell]:
        sent_at = None
        if line.sent_at is not None:  # without a zone: a spreadsheet knows none
            sent_at = line.sent_at.astimezone(self.zone).replace(tzinfo=None, microsecond=0)
        return [
            line.account_id,
            self._state(line.state),
            sent_at,
            harmless(line.error or ""),
            harmless(", ".join(self.buttons[place] for place in line.pressed)),
            "" if line.later is None else self._state(line.later),
        ]

    def _state(self, state: str) -> str:
        if state not in self._states:
            self._states[state] = self.t.plain(f"report-state-{state}")
        return self._states[state]


def harmless(text: str) -> str:
    """As text, never as a formula that a spreadsheet would work out."""
    shown = CONTROL.sub(" ", text)[:LONGEST_CELL]
    return f"'{shown}" if shown.startswith(FORMULA) else shown


def _summary(session: Session, broadcast_id: int, t: Speaker) -> Iterator[list[Cell]]:
    view, presses = find(session, broadcast_id), presses_of(session, broadcast_id)
    counted = None if view.batch_id is None else progress(session, view.batch_id)
    yield [t.plain("report-number"), view.id]
    yield [t.plain("report-text"), harmless(plain(view.html))]
    for name in COUNTERS:
        yield [t.plain(f"report-count-{name}"), getattr(counted, name, 0)]
    yield [t.plain("report-count-pressed"), presses.people]
    for place, button in enumerate(view.buttons):
        yield [harmless(button.caption), presses.by_button.get(place, 0)]
