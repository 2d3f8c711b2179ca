"""`jawara staff papers`, `move-stage` and `outcomes`, on a database of their own."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session
from typer.testing import CliRunner

from app.commands.staff import cli
from intake.applications.rows import application_by_number
from intake.documents.papers import PAPERS
from intake.placement.outcomes import tell_outcome
from intake.reminders.planning import plan_reminders
from intake.seats.admitting import admit
from storage.models import ApplicationChange, Notice, Wave, WaveStage
from tests.cast import BUDI, KEY, NOW, SITI, WIB, Stage, apply, open_database, set_stage
from tests.intake.reminders.planning import take_in
from tests.intake.reminders.stages import add_stages

Staff = Callable[..., tuple[int, str, str]]
NUMBER = "PBK-2025-3-0001"
AHEAD = datetime.now(WIB) + timedelta(days=30)
EITHER = "say either --missing, --unreadable or both, or --complete"
HEAD = (
    "months  people  employed  self-employed  studying  not yet  unknown  known to work",
    "     1       2         1              0         0        0        1",
)


@contextmanager
def transaction(url: str) -> Iterator[Session]:
    with closing(open_database(url)) as database, database.transaction() as session:
        yield session


@pytest.fixture
def stage(sqlite_url: str) -> Stage:
    """Siti has applied; the wave has its stages."""
    with transaction(sqlite_url) as session:
        stage = set_stage(session)
        add_stages(session, stage)
        apply(session, SITI, stage.class_id)
        return stage


@pytest.fixture
def staff(sqlite_url: str, stage: Stage, tmp_path: Path) -> Staff:
    """Exit code, output and errors of a command."""
    settings = {
        "JAWARA_HOME": str(tmp_path / "home"),
        "JAWARA_DATABASE_URL": sqlite_url,
        "JAWARA_KEY": KEY,
    }

    def run(*words: str) -> tuple[int, str, str]:
        assert stage.class_id
        done = CliRunner().invoke(cli, words, env=settings)
        return done.exit_code, done.stdout, done.stderr

    return run


def test_papers_are_missing_until_they_are_complete(sqlite_url: str, staff: Staff) -> None:
    day = f"{AHEAD:%Y-%m-%d}"
    missing = staff("papers", NUMBER, "--missing", "ijazah, KTP", "--until", day, "--by", "Dewi")
    assert missing == (0, f"{NUMBER} lacks ktp, ijazah, until {day}\n", "")
    with transaction(sqlite_url) as session:
        found = application_by_number(session, NUMBER)
        last = datetime.combine(AHEAD.date(), datetime.min.time(), WIB) + timedelta(days=1)
        assert found.papers_due_at == last - timedelta(minutes=1)
    assert staff("papers", NUMBER, "--complete") == (0, f"{NUMBER} lacks nothing\n", "")
    with transaction(sqlite_url) as session:
        assert application_by_number(session, NUMBER).missing_papers == ()
        actors = session.scalars(select(ApplicationChange.actor).order_by(ApplicationChange.id))
        assert list(actors)[:2] == ["applicant", "staff:Dewi"]


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ((NUMBER,), EITHER),
        (
            (NUMBER, "--missing", "ktp", "--complete"),
            EITHER,
        ),
        (("PBK-1", "--complete"), "there is no application PBK-1"),
        (
            (NUMBER, "--missing", "sim"),
            f"sim is no paper; there are {', '.join(PAPERS)}",
        ),
        (
            (NUMBER, "--unreadable", "ktp"),
            "no ktp was sent in the chat: say --missing ktp",
        ),
        ((NUMBER, "--missing", "ktp", "--until", "2020-01-01"), "2020-01-01 is past"),
        (
            (NUMBER, "--missing", "ktp", "--until", "besok"),
            "'besok' is no time; write it as \"2026-11-25\"",
        ),
    ],
)
def test_a_mistake_about_papers_is_told_in_one_line(
    staff: Staff, words: tuple[str, ...], why: str
) -> None:
    assert staff("papers", *words) == (1, "", f"jawara: {why}\n")


def test_a_stage_is_moved(sqlite_url: str, staff: Staff) -> None:
    start = f"{AHEAD:%Y-%m-%d %H:%M}"
    moved = staff("move-stage", "PBK-2025-3", "test", start)
    assert moved == (0, f"PBK-2025-3, test now begins {start}\n", "")
    with transaction(sqlite_url) as session:
        stage = session.scalars(select(WaveStage).where(WaveStage.kind == "test")).one()
        assert (stage.starts_at, stage.revision) == (AHEAD.replace(second=0, microsecond=0), 1)
    for words, why in (
        (
            ("papers", start),
            "PBK-2025-3 has no stage papers: jawara staff add-stage adds one",
        ),
        (
            ("test", "2025-12-04 09:00"),
            "2025-12-04 09:00 is past: a stage is given a time still to come",
        ),
    ):
        assert staff("move-stage", "PBK-2025-3", *words) == (1, "", f"jawara: {why}\n")


def test_outcomes_come_as_a_range(sqlite_url: str, stage: Stage, staff: Staff) -> None:
    assert staff("outcomes") == (0, "nobody has been asked yet\n", "")
    asked = datetime(2026, 1, 31, 3, tzinfo=UTC)
    with transaction(sqlite_url) as session:
        session.get_one(Wave, stage.wave_id).ends_on = date(2025, 12, 31)
        siti = admit(session, NUMBER, actor="Dewi", now=NOW)
        take_in(session, BUDI, stage.class_id)
        plan_reminders(session, asked, WIB)
        for notice in session.scalars(select(Notice).where(Notice.kind == "alumni")):
            notice.state = "sent" if notice.account_id == siti.account_id else "failed"
        tell_outcome(session, siti.id, siti.account_id, 1, "employed", now=asked)
    line = f"{HEAD[1]}  50% to 100% (1 could not be asked)"
    told = f"{HEAD[0]}\n{line}\n"
    assert staff("outcomes", "--wave", "PBK-2025-3") == (0, told, "")
    assert staff("outcomes", "--programme", "las-smaw-a") == (0, told, "")
    assert staff("outcomes", "--programme", "las-gmaw") == (0, "nobody has been asked yet\n", "")
    assert staff("outcomes", "--programme", "sim") == (1, "", "jawara: there is no programme sim\n")
    assert staff("outcomes", "--wave", "X") == (1, "", "jawara: there is no wave X\n")
