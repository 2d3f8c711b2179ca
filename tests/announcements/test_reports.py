"""The report of a broadcast, as a spreadsheet opens it."""

import csv
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from announcements import report_lines
from announcements.broadcasts import (
    add_button,
    begin_draft,
    find,
    pause,
    submit,
    write_text,
)
from announcements.buttons import Button
from announcements.errors import NoSuchBroadcast
from announcements.jobs import correct, jobs_of
from announcements.presses import press
from announcements.recipients import fill_job_step
from announcements.report_lines import Line
from announcements.reports import harmless, make_report, report, write_csv, write_xlsx
from storage.database import Database
from storage.models import Batch, Notice
from tests.announcements.crowd import SRI, TEXT, add_people, fill, start, write_draft
from tests.notices.post_office import NOON, WIB
from texts import speaker

SENT_AT = datetime(2025, 11, 24, 12, 0)  # noqa: DTZ001 - a spreadsheet's, which has no zone
ENDS: list[dict[str, Any]] = [
    {"state": "sent", "message_id": 1, "settled_at": NOON},
    {"state": "failed", "last_error": "blocked", "settled_at": NOON},
    {"state": "failed", "last_error": "=1+1", "settled_at": NOON},
    {"state": "uncertain", "last_error": "timeout"},
    {"state": "sent", "message_id": 5, "settled_at": NOON},
    {},
]


@pytest.fixture
def told(session: Session) -> tuple[int, list[int]]:
    """A broadcast that came to six people in as many ways, and their accounts."""
    add_people(session, len(ENDS))
    draft = begin_draft(session, None, actor=SRI, now=NOON)
    write_text(session, draft.id, html=TEXT)
    add_button(session, draft.id, Button("link", "Daftar", "https://pelatihan.example"))
    add_button(session, draft.id, Button("join", "=Ikut"))
    submit(session, draft.id, actor=SRI, start_at=None, approve_above=9, now=NOON)
    fill(session, draft.id)
    # In the order in which they were written, which is PostgreSQL's own within a step.
    people = list(session.scalars(select(Notice.account_id).order_by(Notice.id)))
    for account_id, end in zip(people, ENDS, strict=True):
        if end:
            notice = update(Notice).where(Notice.account_id == account_id)
            session.execute(notice.values(**end))
    counters = {"sent": 2, "blocked": 1, "failed": 1, "uncertain": 1}
    session.execute(update(Batch).values(**counters))
    for account_id, place in ((people[0], 0), (people[0], 1), (people[4], 1)):
        press(session, draft.id, account_id, place, NOON)
    return draft.id, people


def test_every_recipient_has_a_line_with_what_became_of_them(
    session: Session, told: tuple[int, list[int]]
) -> None:
    broadcast_id, people = told
    assert list(report(session, broadcast_id)) == [
        Line(people[0], "sent", NOON, None, (0, 1), None),
        Line(people[1], "blocked", None, "blocked", (), None),
        Line(people[2], "failed", None, "=1+1", (), None),
        Line(people[3], "uncertain", None, "timeout", (), None),
        Line(people[4], "sent", NOON, None, (1,), None),
        Line(people[5], "pending", None, None, (), None),
    ]


def test_what_was_corrected_says_so(session: Session, told: tuple[int, list[int]]) -> None:
    broadcast_id, people = told
    pause(session, broadcast_id, actor=SRI, now=NOON)
    correct(session, broadcast_id, html="Lain", actor=SRI, now=NOON)
    [job] = jobs_of(session, broadcast_id)
    fill_job_step(session, job.id, most=99, now=NOON)
    mended = update(Notice).where(Notice.batch_id == job.batch_id)
    session.execute(mended.where(Notice.account_id == people[4]).values(state="sent"))
    lines = [(line.account_id, line.state, line.later) for line in report(session, broadcast_id)]
    assert lines[:5] == [
        (people[0], "sent", None),
        (people[1], "blocked", None),
        (people[2], "failed", None),
        (people[3], "uncertain", None),
        (people[4], "sent", "corrected"),
    ]


def test_a_csv_opens_in_a_spreadsheet_of_indonesia(
    session: Session, told: tuple[int, list[int]], tmp_path: Path
) -> None:
    broadcast_id, people = told
    file = tmp_path / "laporan.csv"
    assert write_csv(session, broadcast_id, file, speaker("id"), WIB) == 6
    assert file.read_bytes()[:3] == b"\xef\xbb\xbf"
    with file.open(encoding="utf-8-sig", newline="") as opened:
        rows = list(csv.reader(opened, delimiter=";"))
    assert rows == [
        ["Akun", "Keadaan", "Terkirim pada", "Keterangan", "Tombol yang ditekan", "Sesudahnya"],
        [str(people[0]), "sampai", "2025-11-24 12:00:00", "", "Daftar, =Ikut", ""],
        [str(people[1]), "memblokir bot", "", "blocked", "", ""],
        [str(people[2]), "gagal", "", "'=1+1", "", ""],
        [str(people[3]), "tidak pasti", "", "timeout", "", ""],
        [str(people[4]), "sampai", "2025-11-24 12:00:00", "", "'=Ikut", ""],
        [str(people[5]), "menunggu", "", "", "", ""],
    ]


def test_a_workbook_sums_up_and_lists_everybody(
    session: Session, told: tuple[int, list[int]], tmp_path: Path
) -> None:
    broadcast_id, people = told
    file = tmp_path / "report.xlsx"
    assert write_xlsx(session, broadcast_id, file, speaker("en"), WIB) == 6
    book = load_workbook(file)
    assert book.sheetnames == ["Summary", "Recipients 1"]
    assert list(book["Summary"].values) == [
        ("Broadcast number", broadcast_id),
        ("Text", "Pendaftaran dibuka\nGelombang 3 menerima peserta."),
        ("Recipients", 6),
        ("Delivered", 2),
        ("Blocked the bot", 1),
        ("Failed", 1),
        ("Too late", 0),
        ("Cancelled", 0),
        ("Uncertain", 1),
        ("Waiting", 1),
        ("Pressed a button", 2),
        ("Daftar", 1),
        ("'=Ikut", 2),
    ]
    rows = list(book["Recipients 1"].values)
    assert rows[1:4] == [
        (people[0], "delivered", SENT_AT, None, "Daftar, =Ikut", None),
        (people[1], "blocked the bot", None, "blocked", None, None),
        (people[2], "failed", None, "'=1+1", None, None),
    ]
    assert len(rows) == 7


async def test_the_name_of_the_file_says_what_it_becomes(
    database: Database, tmp_path: Path
) -> None:
    with database.transaction() as session:
        add_people(session, report_lines.PORTION + 3)
        broadcast_id = start(session)
        add_people(session, 2, first=50_000)
        fill(session, broadcast_id)
    for name in ("a.CSV", "b.xlsx"):
        file = tmp_path / name
        count = await make_report(database, broadcast_id, file, speaker("id"), WIB)
        assert count == report_lines.PORTION + 3
    assert (tmp_path / "b.xlsx").read_bytes()[:2] == b"PK"
    with (tmp_path / "a.CSV").open(encoding="utf-8-sig") as opened:
        assert len(opened.readlines()) == 1 + report_lines.PORTION + 3


def test_what_was_not_started_has_no_lines(session: Session) -> None:
    draft = write_draft(session)
    assert list(report(session, draft.id)) == []
    assert find(session, draft.id).batch_id is None
    with pytest.raises(NoSuchBroadcast):
        list(report(session, draft.id + 1))


@pytest.mark.parametrize("text", ["=1+1", "+62", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_nothing_in_a_cell_is_worked_out(text: str) -> None:
    assert harmless(text) == f"'{text}"


def test_a_cell_holds_only_what_a_cell_can_hold() -> None:
    assert harmless("a\x00b\x1f\nc") == "a b \nc"
    assert len(harmless("a" * 40_000)) == 32_000
