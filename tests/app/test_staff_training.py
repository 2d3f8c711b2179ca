"""`jawara staff attendance`, `card`, `certificate`, `certificates`, and roles of one provider."""

import asyncio
import re
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from sqlalchemy import select
from sqlalchemy.orm import Session
from typer.testing import CliRunner

from app.commands.staff import cli
from intake.training.attendance_rows import AttendanceState, roll_of
from intake.training.certificate_rows import certificates_of
from people.accounts import find_account
from people.staff import EVERYWHERE, StaffRight, roles_of
from storage.models import AttendanceChange, Meeting, Notice, Wave
from tests.app.processes import NOBODY
from tests.cast import BUDI, KEY, NOW, SITI, Stage, apply, open_database, set_stage
from tests.intake.training.trainees import take_in
from tests.simulator import TOKEN, running_emulator

Staff = Callable[..., tuple[int, str, str]]
FIRST, SECOND = "PBK-2025-3-0001", "PBK-2025-3-0002"


@contextmanager
def transaction(url: str) -> Iterator[Session]:
    with closing(open_database(url)) as database, database.transaction() as session:
        yield session


@pytest.fixture
def stage(sqlite_url: str) -> Stage:
    """Siti is in the class, Budi has applied; its first meeting was yesterday."""
    yesterday = datetime.now(UTC) - timedelta(days=1)
    with transaction(sqlite_url) as session:
        stage = set_stage(session)
        take_in(session, SITI, stage.class_id)
        apply(session, BUDI, stage.class_id)
        meeting = session.get_one(Meeting, stage.meeting_ids[0])
        meeting.starts_at, meeting.ends_at = yesterday, yesterday + timedelta(hours=8)
        for ahead, meeting_id in enumerate(stage.meeting_ids[1:], 1):
            meeting = session.get_one(Meeting, meeting_id)
            meeting.starts_at = datetime.now(UTC) + timedelta(days=ahead)
            meeting.ends_at = meeting.starts_at + timedelta(hours=8)
        return stage


@pytest.fixture
def staff(sqlite_url: str, stage: Stage, tmp_path: Path) -> Staff:
    """Exit code, output and errors of a command."""
    settings = {
        "JAWARA_HOME": str(tmp_path / "home"),
        "JAWARA_DATABASE_URL": sqlite_url,
        "JAWARA_KEY": KEY,
    }

    def run(*words: str, **more: str) -> tuple[int, str, str]:
        assert stage.class_id
        done = CliRunner().invoke(cli, words, env={**settings, **more})
        return done.exit_code, done.stdout, done.stderr

    return run


def test_attendance_on_paper_is_put_in_and_listed(
    sqlite_url: str, stage: Stage, staff: Staff
) -> None:
    code, listed, _ = staff("attendance", "las-smaw-a", "1")
    assert (code, listed.splitlines()[1:]) == (
        0,
        [f"{FIRST}  -         Siti Aminah", "0 present, 0 late, 0 excused, 0 absent"],
    )
    for words, line in (
        (("--present", FIRST), "present   Siti Aminah"),
        (("--late", FIRST, "--minutes", "20"), "late      Siti Aminah, 20 minutes"),
        (("--excused", FIRST, "--why", "rapat desa"), "excused   Siti Aminah, rapat desa"),
    ):
        code, listed, _ = staff("attendance", "las-smaw-a", "1", *words, "--by", "Bu Ratna")
        assert code == 0
        assert listed.splitlines()[1].startswith(f"{FIRST}  {line}, recorded 20")
    with transaction(sqlite_url) as session:
        [record] = roll_of(session, stage.meeting_ids[0], EVERYWHERE, now=NOW).records
        actors = session.scalars(select(AttendanceChange.actor)).all()
    assert (record.state, record.reason) == (AttendanceState.EXCUSED, "rapat desa")
    assert actors == ["staff:Bu Ratna"] * 3
    assert staff("attendance", "las-smaw-a", "1", "--absent", FIRST)[0] == 0


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("1", "--present", "PBK-1"), "there is no application PBK-1"),
        (("1", "--present", SECOND), f"{SECOND} has no seat in a class"),
        (("1", "--excused", FIRST), "say --why somebody is excused"),
        (("9",), "las-smaw-a has no meeting 9 in a wave still to come"),
    ],
)
def test_a_mistake_about_attendance_is_told_in_one_line(
    staff: Staff, words: tuple[str, ...], why: str
) -> None:
    assert staff("attendance", "las-smaw-a", *words) == (1, "", f"jawara: {why}\n")


def test_nobody_was_at_a_meeting_still_to_come(staff: Staff) -> None:
    code, _, why = staff("attendance", "las-smaw-a", "3", "--present", FIRST)
    assert code == 1
    assert why.startswith("jawara: it begins 20")


async def test_a_card_is_drawn_for_printing(staff: Staff, tmp_path: Path) -> None:
    file = tmp_path / "card.png"
    async with running_emulator() as address:
        told = await asyncio.to_thread(
            staff, "card", FIRST, str(file), JAWARA_API_URL=address, JAWARA_TOKEN=TOKEN
        )
    code, link, why = told
    assert (code, why) == (0, "")
    assert re.match(r"https://t\.me/\w+\?start=h_[a-z2-7]{24}\n", link)
    assert [found.text for found in zxingcpp.read_barcodes(Image.open(file))] == [link.strip()]


def test_a_card_is_a_trainees(staff: Staff, tmp_path: Path) -> None:
    no_seat = f"jawara: {SECOND} has no seat in a class, and so no card\n"
    assert staff("card", SECOND) == (1, "", no_seat)
    assert staff("card", "PBK-1") == (1, "", "jawara: there is no application PBK-1\n")
    code, _, why = staff("card", FIRST, str(tmp_path / "x.png"))
    unasked = (
        "jawara: the bot's name can't be asked now, and the code needs it; jawara doctor says what "
        "is wrong, then draw it again\n"
    )
    assert (code, why) == (1, unasked)
    nobody = {"JAWARA_API_URL": f"http://{NOBODY}", "JAWARA_TOKEN": TOKEN}
    assert staff("card", FIRST, str(tmp_path / "x.png"), **nobody) == (1, "", unasked)
    assert not (tmp_path / "x.png").exists()


def test_a_certificate_goes_its_way(sqlite_url: str, staff: Staff) -> None:
    told = f"{FIRST}  bnsp      "
    assert staff("certificate", FIRST, "bnsp", "--failed") == (
        0,
        f"{told}failed  Siti Aminah\n",
        "",
    )
    assert staff("certificate", FIRST, "bnsp", "--passed") == (
        0,
        f"{told}passed  Siti Aminah\n",
        "",
    )
    issued = staff("certificate", FIRST, "bnsp", "--issue", "12/2026", "--on", "2025-12-01")
    line = f"{told}issued  Siti Aminah  12/2026  2025-12-01\n"
    assert issued == (0, line, "")
    none = f"{FIRST}  internal  none    Siti Aminah\n"
    assert staff("certificates", "las-smaw-a") == (0, f"{none}{line}2 in all\n", "")
    with transaction(sqlite_url) as session:
        kinds = session.scalars(select(Notice.kind).where(Notice.kind == "certificate")).all()
    assert len(kinds) == 3


def test_no_certificate_before_the_training(
    sqlite_url: str, stage: Stage, staff: Staff, tmp_path: Path
) -> None:
    ahead = datetime.now(UTC) + timedelta(days=30)
    with transaction(sqlite_url) as session:
        session.get_one(Wave, stage.wave_id).starts_on = ahead.date()
        meeting = session.get_one(Meeting, stage.meeting_ids[0])
        meeting.starts_at, meeting.ends_at = ahead, ahead + timedelta(hours=8)
    early = "where it has begun earlier, first jawara staff advance"
    why = f"the training begins {ahead:%Y-%m-%d}; {early}"
    refused = (1, "", f"jawara: {why}\n")
    assert staff("certificate", FIRST, "bnsp", "--passed") == refused
    assert staff("certificate", FIRST, "bnsp", "--issue", "12/2026") == refused
    file = tmp_path / "list.csv"
    file.write_text(f"nomor pendaftaran,sertifikat,hasil\n{FIRST},bnsp,lulus\n")
    code, _, told = staff("certificates", "las-smaw-a", str(file))
    assert (code, told.splitlines()[0]) == (1, f'row 2, "hasil": {why}')


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ((FIRST, "bnsp"), "say one of --passed, --failed, --issue"),
        ((FIRST, "bnsp", "--passed", "--failed"), "say one of --passed, --failed, --issue"),
        (
            (FIRST, "bnsp", "--passed", "--on", "2025-12-01"),
            "--on is the date of a certificate: it goes with --issue",
        ),
        ((SECOND, "bnsp", "--passed"), f"{SECOND} has no seat in a class"),
        (("PBK-1", "bnsp", "--passed"), "there is no application PBK-1"),
        (
            (FIRST, "bnsp", "--issue", "--"),
            "no number of a certificate: up to 64 letters and digits",
        ),
    ],
)
def test_a_mistake_about_a_certificate_is_told_in_one_line(
    staff: Staff, words: tuple[str, ...], why: str
) -> None:
    assert staff("certificate", *words) == (1, "", f"jawara: {why}\n")


def test_a_decision_is_taken_back_with_a_reason_only(staff: Staff) -> None:
    staff("certificate", FIRST, "bnsp", "--passed")
    back = staff("certificate", FIRST, "bnsp", "--failed")
    assert back == (1, "", "jawara: this takes back a decision: say why\n")
    assert staff("certificate", FIRST, "bnsp", "--failed", "--why", "salah catat")[0] == 0
    stands = "it is failed and can't be issued; say first that it is passed"
    issued = staff("certificate", FIRST, "bnsp", "--issue", "12")
    assert issued == (1, "", f"jawara: {stands}\n")


def test_a_list_is_taken_whole_or_not_at_all(
    sqlite_url: str, stage: Stage, staff: Staff, tmp_path: Path
) -> None:
    file = tmp_path / "las.csv"
    head = "nomor pendaftaran;sertifikat;hasil;nomor sertifikat\n"
    good = f"{FIRST};bnsp;lulus;\n"
    file.write_text(f"{head}{good}{SECOND};bnsp;lulsu;\n{SECOND};bnsp;lulus;\n", encoding="utf-8")
    code, _, why = staff("certificates", "las-smaw-a", str(file))
    assert (code, why.splitlines()) == (
        1,
        [
            "row 3, \"hasil\": 'lulsu' is no result; write lulus, tidak lulus or terbit",
            f"row 4, \"nomor pendaftaran\": '{SECOND}' has no seat in this class",
            "jawara: 2 to be put right in las.csv; nothing was taken from it",
        ],
    )
    with transaction(sqlite_url) as session:
        [siti] = roll_of(session, stage.meeting_ids[0], EVERYWHERE, now=NOW).records
        states = [one.state for one in certificates_of(session, siti.trainee.application_id)]
        assert states == ["none", "none"]
    file.write_text(head + good, encoding="utf-8")
    assert staff("certificates", "las-smaw-a", str(file)) == (0, "las.csv: 1 taken\n", "")


def test_a_file_that_is_no_list_and_a_class_that_is_none_are_told(
    staff: Staff, tmp_path: Path
) -> None:
    file = tmp_path / "las.xlsx"
    file.write_bytes(b"-")
    unread = staff("certificates", "las-smaw-a", str(file))
    assert unread == (1, "", "jawara: las.xlsx can't be read as a workbook or CSV\n")
    gone = staff("certificates", "las-smaw-a", str(tmp_path / "hasil.csv"))
    assert gone == (1, "", "jawara: hasil.csv is no file\n")
    lacking = tmp_path / "las.csv"
    lacking.write_text("nama;hasil\nSiti;lulus", encoding="utf-8")
    _, _, why = staff("certificates", "las-smaw-a", str(lacking))
    assert why.startswith("jawara: las.csv lacks a column 'nomor pendaftaran'; one row")
    none = staff("certificates", "las-smaw-z")
    assert none == (1, "", "jawara: las-smaw-z has no class\n")


def test_somebody_is_staff_of_one_provider(sqlite_url: str, stage: Stage, staff: Staff) -> None:
    words = ("grant", str(SITI.telegram_id), "--name", "Bu Siti", "--provider")
    assert staff(*words, "uptd")[0] == 0
    assert staff(*words, "sim") == (1, "", "jawara: there is no provider sim\n")
    with transaction(sqlite_url) as session:
        account = find_account(session, SITI.telegram_id)
        assert account is not None
        rights = roles_of(session, account.id)
    assert {right.provider_id for right in rights} == {stage.provider_id}
    assert all(isinstance(right, StaffRight) for right in rights)
    assert "uptd" in staff("list")[1]
