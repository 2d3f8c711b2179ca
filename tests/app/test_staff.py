"""`jawara staff`, on a database of its own."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy.orm import Session
from typer.testing import CliRunner

from app.commands.staff import cli
from intake.applications.rows import application_by_number
from intake.applications.steps import OF_GUARDIAN
from intake.registration.submissions import submit
from storage.models import Meeting
from tests.cast import (
    BUDI,
    DINI,
    FIRST_MEETING,
    KEY,
    NOW,
    SITI,
    Stage,
    add_meetings,
    add_next_wave,
    apply,
    fill_in,
    open_database,
    reply,
    set_rules,
    set_stage,
    welcome,
)

Staff = Callable[..., tuple[int, str, str]]


@contextmanager
def transaction(url: str) -> Iterator[Session]:
    with closing(open_database(url)) as database, database.transaction() as session:
        yield session


@pytest.fixture
def stage(sqlite_url: str) -> Stage:
    with transaction(sqlite_url) as session:
        stage = set_stage(session, capacity=1)
        apply(session, SITI, stage.class_id)
        apply(session, BUDI, stage.class_id)
        return stage


@pytest.fixture
def staff(sqlite_url: str, tmp_path: Path) -> Staff:
    """Exit code, output and errors of a command."""
    settings = {
        "JAWARA_HOME": str(tmp_path / "home"),
        "JAWARA_DATABASE_URL": sqlite_url,
        "JAWARA_KEY": KEY,
    }

    def run(*words: str) -> tuple[int, str, str]:
        done = CliRunner().invoke(cli, words, env=settings)
        return done.exit_code, done.stdout, done.stderr

    return run


def stored_meetings(url: str, stage: Stage) -> list[Meeting]:
    with transaction(url) as session:
        return [session.get_one(Meeting, meeting_id) for meeting_id in stage.meeting_ids]


def test_staff_admit_until_the_class_is_full(sqlite_url: str, stage: Stage, staff: Staff) -> None:
    first = staff("admit", "PBK-2025-3-0001", "--by", "Ibu Sri")
    second = staff("admit", "PBK-2025-3-0002")
    unknown = staff("admit", "PBK-2025-3-0003")
    assert first == (0, "PBK-2025-3-0001 is admitted to Las SMAW A, Gelombang 3\n", "")
    again = "jawara: PBK-2025-3-0001 is admitted already: nothing has changed\n"
    assert staff("admit", "PBK-2025-3-0001") == (1, "", again)
    assert second == (1, "", "jawara: all 1 seats of this class are taken\n")
    assert unknown == (1, "", "jawara: there is no application PBK-2025-3-0003\n")
    with transaction(sqlite_url) as session:
        assert application_by_number(session, "PBK-2025-3-0001").state == "admitted"


def test_staff_see_applications_with_masked_niks(stage: Stage, staff: Staff) -> None:
    code, listed, _ = staff("applications", "las-smaw-a", "--wave", "pbk-2025-3")
    sent = "submitted     2025-11-17 10:00  las-smaw-a"
    assert (code, listed.splitlines()) == (
        0,
        [
            f"PBK-2025-3-0001  {sent}  Siti Aminah  3673••••••••0003",
            f"PBK-2025-3-0002  {sent}  Budi Santoso  3674••••••••0002",
            "2 in all",
        ],
    )
    assert staff("applications") == (1, "", "jawara: name a programme or a --wave\n")


def test_a_seat_is_given_back_once_and_its_application_still_listed(
    sqlite_url: str, stage: Stage, staff: Staff
) -> None:
    assert staff("admit", "PBK-2025-3-0001")[0] == 0
    give = ("let-go", "PBK-2025-3-0001", "--why", "Sudah bekerja")
    assert staff(*give)[0] == 0
    code, _, refused = staff(*give)
    assert (code, refused.count("was given back already, at 20")) == (1, 1)
    _, listed, _ = staff("applications", "las-smaw-a")
    assert listed.splitlines()[-1] == "2 in all, 1 of them still in it"
    with transaction(sqlite_url) as session:
        assert application_by_number(session, "PBK-2025-3-0001").state == "withdrawn"


def test_staff_see_whose_guardian_agreed_and_what_an_application_was_judged_by(
    sqlite_url: str, stage: Stage, staff: Staff
) -> None:
    with transaction(sqlite_url) as session:
        set_rules(session, stage.other_class_id, ("age", {"min": 15}), ("idle", {}))
        dini = welcome(session, DINI)
        fill_in(session, DINI, dini, stage.other_class_id)
        for step, text in zip(OF_GUARDIAN, ("ibu", "Aminah", "ya"), strict=True):
            reply(session, dini, step, text)
        submit(session, dini, update_id=None, now=NOW)
    _, listed, _ = staff("applications", "las-gmaw")
    assert listed.splitlines()[0] == (
        "PBK-2025-3-0003  submitted     2025-11-17 10:00  las-gmaw  Dini Lestari  3673••••••••0004"
        "  with mother Aminah's consent"
    )
    code, explained, _ = staff("verdict", "pbk-2025-3-0003")
    assert (code, explained.splitlines()) == (
        0,
        [
            ("PBK-2025-3-0003  incomplete, judged 2025-11-17 10:00  with mother Aminah's consent"),
            "  met         Aturan age  (aturan-1.las-gmaw, version 1; Contoh, 2025-11-01)",
            "  unknown     Aturan idle  (aturan-2.las-gmaw, version 1; Contoh, 2025-11-01)",
        ],
    )
    assert staff("verdict", "X-1") == (1, "", "jawara: there is no application X-1\n")


def test_staff_move_and_cancel_meetings(sqlite_url: str, stage: Stage, staff: Staff) -> None:
    moved = staff("move-meeting", "las-smaw-a", "1", "2025-12-08 09:00")
    cancelled = staff("cancel-meeting", "las-smaw-a", "2")
    again = staff("cancel-meeting", "las-smaw-a", "2")
    assert moved == (0, "las-smaw-a, meeting 1 now begins 2025-12-08 09:00\n", "")
    assert cancelled == (0, "las-smaw-a, meeting 2 is cancelled\n", "")
    assert again == (0, "las-smaw-a, meeting 2 was cancelled already\n", "")
    first, second, _ = stored_meetings(sqlite_url, stage)
    begins = FIRST_MEETING + timedelta(days=7, hours=1, minutes=30)
    assert (first.starts_at, first.ends_at) == (begins, begins + timedelta(hours=7, minutes=45))
    assert (first.revision, second.revision, second.cancelled) == (1, 1, True)


def test_staff_close_a_registration_and_open_it_again(stage: Stage, staff: Staff) -> None:
    code = "PBK-2025-3"
    assert staff("close-wave", code) == (0, f"{code} takes no registrations any more\n", "")
    status, out, told = staff("open-wave", code, "2025-01-01 16:00")
    assert (status, out) == (1, "")
    assert told.startswith(f"jawara: {code} is closed, or its end is past: name one still to come")
    assert staff("close-wave", "PBK-1") == (1, "", "jawara: there is no wave PBK-1\n")


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (
            ("move-meeting", "las-smaw-a", "1", "tomorrow"),
            "'tomorrow' is no time; write it as \"2026-11-25 09:00\"",
        ),
        (
            ("cancel-meeting", "las-smaw-a", "9"),
            "las-smaw-a has no meeting 9 in a wave still to come",
        ),
    ],
)
def test_a_mistake_is_told_in_one_line(
    stage: Stage, staff: Staff, words: tuple[str, ...], why: str
) -> None:
    assert staff(*words) == (1, "", f"jawara: {why}\n")


def test_a_meeting_of_several_waves_asks_which(sqlite_url: str, stage: Stage, staff: Staff) -> None:
    with transaction(sqlite_url) as session:
        add_meetings(session, add_next_wave(session, stage), None, [FIRST_MEETING])
    code, _, why = staff("cancel-meeting", "las-smaw-a", "1")
    assert (code, why) == (
        1,
        "jawara: several waves have it, name one with --wave: PBK-2025-3, PBK-2026-1\n",
    )
    assert staff("cancel-meeting", "las-smaw-a", "1", "--wave", "pbk-2026-1")[0] == 0
