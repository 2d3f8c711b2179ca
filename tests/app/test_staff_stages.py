"""`jawara staff stages`, `advance`, `add-stage`, `drop-stage` at the terminal."""

from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner

from app.commands.staff import cli
from storage.models import Wave
from tests.cast import KEY, SITI, WIB, apply, open_database, set_stage

Staff = Callable[..., tuple[int, str, str]]
CODE = "PBK-2025-3"
NEXT_WEEK = datetime.now(UTC).astimezone(WIB) + timedelta(days=7)
AHEAD = f"{NEXT_WEEK:%Y-%m-%d %H:%M}"
END = f"{NEXT_WEEK + timedelta(days=2):%Y-%m-%d %H:%M}"


@pytest.fixture
def staff(sqlite_url: str, tmp_path: Path) -> Staff:
    """Siti has applied; the wave's dates lie ahead of today's clock."""
    with closing(open_database(sqlite_url)) as database, database.transaction() as session:
        stage = set_stage(session)
        apply(session, SITI, stage.class_id)
        wave = session.get_one(Wave, stage.wave_id)
        wave.registration_closes_at = NEXT_WEEK.replace(second=0, microsecond=0) - timedelta(1)
        wave.starts_on = date(2099, 1, 5)
    settings = {
        "JAWARA_HOME": str(tmp_path / "home"),
        "JAWARA_DATABASE_URL": sqlite_url,
        "JAWARA_KEY": KEY,
    }

    def run(*words: str) -> tuple[int, str, str]:
        done = CliRunner().invoke(cli, words, env=settings)
        return done.exit_code, done.stdout, done.stderr

    return run


def test_a_wave_is_moved_on_and_shows_what_is_on_record(staff: Staff) -> None:
    assert staff("advance", CODE, "--why", "Penuh", "--by", "Sri") == (
        0, f"{CODE}: registration ended\n", "",
    )  # fmt: skip
    code, shown, _ = staff("stages", CODE)
    assert code == 0
    lines = shown.splitlines()
    assert lines[0].startswith("done   registration")
    assert lines[1].split() == ["training", "2099-01-05", "00:00"]
    assert lines[2] == "next: training began (2099-01-05 00:00)"
    assert lines[3].endswith("registration ended  by staff:Sri: Penuh")


def test_ending_daftar_ulang_early_says_that_offers_stay_open(staff: Staff) -> None:
    staff("add-stage", CODE, "reregistration", AHEAD, "--end", END)
    for _ in range(2):  # the registration's end, and its own beginning
        staff("advance", CODE, "--why", "x")
    note = "seats already offered can still be confirmed until the deadline people were told"
    assert f"next: reregistration ended ({END})\n{note}\n" in staff("stages", CODE)[1]
    done = staff("advance", CODE, "--why", "x")
    assert done == (0, f"{CODE}: reregistration ended\n{note}\n", "")


def test_a_stage_is_added_and_dropped(staff: Staff) -> None:
    assert staff("add-stage", CODE, "results", AHEAD, "--by", "Sri") == (
        0, f"{CODE} has a stage results, from {AHEAD}\n", "",
    )  # fmt: skip
    assert "results         " + AHEAD + "  (added by staff)" in staff("stages", CODE)[1]
    assert staff("drop-stage", CODE, "results", "--why", "Keliru") == (
        0, f"{CODE} has no stage results any more\n", "",
    )  # fmt: skip


def test_what_can_not_be_done_is_refused_with_what_to_do_instead(staff: Staff) -> None:
    staff("add-stage", CODE, "results", AHEAD)
    for words, why in (
        (("stages", "PBK-1"), "there is no wave PBK-1"),
        (("advance", CODE, "--why", " "), "say --why: it is kept on record"),
        (("drop-stage", CODE, "results", "--why", ""), "say --why: it is kept on record"),
        (
            ("advance", CODE, "--stage", "results", "--why", "x"),
            f"registration ended comes first: jawara staff advance {CODE}",
        ),
        (
            ("advance", CODE, "--stage", "test", "--why", "x"),
            f"{CODE} has no stage test: jawara staff add-stage adds one",
        ),
        (
            ("add-stage", CODE, "results", AHEAD),
            "there is a stage results: jawara staff move-stage moves it",
        ),
        (
            ("add-stage", CODE, "test", "2099-01-01 08:00"),
            f"results begins {AHEAD}: choose a time that keeps the order",
        ),
        (
            ("add-stage", CODE, "training", AHEAD),
            (
                "training is none of papers, test, interview, results, reregistration, "
                "certificates; the others follow the wave's own dates"
            ),
        ),
    ):
        assert staff(*words) == (1, "", f"jawara: {why}\n")


def test_results_that_are_not_ready_are_named_with_the_reason(staff: Staff) -> None:
    staff("add-stage", CODE, "results", AHEAD)
    staff("advance", CODE, "--why", "x")
    code, _, refused = staff("advance", CODE, "--why", "x")
    assert (code, refused) == (
        1,
        (
            "jawara: nothing goes out while these are not ready:\n"
            "  Las SMAW A: no list is drawn up yet: jawara staff rank\n"
        ),
    )
