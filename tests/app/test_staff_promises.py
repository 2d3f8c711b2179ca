"""`jawara staff placement` and `placements`: one, a list, the numbers, and what is refused."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from typer.testing import CliRunner

from app.commands.staff import cli
from tests.cast import BUDI, KEY, SITI, apply, open_database, set_stage
from tests.intake.placement.promised import set_promise
from tests.intake.training.trainees import take_in

Staff = Callable[..., tuple[int, list[str], str]]
FIRST, SECOND, THIRD = (f"PBK-2025-3-000{place}" for place in (1, 2, 3))


@pytest.fixture
def staff(sqlite_url: str, tmp_path: Path) -> Staff:
    """Siti has a seat in the class of a promise, Budi has applied for another."""
    with closing(open_database(sqlite_url)) as database, database.transaction() as session:
        stage = set_stage(session)
        set_promise(session, stage)
        take_in(session, SITI, stage.class_id)
        apply(session, BUDI, stage.other_class_id)
    settings = {
        "JAWARA_HOME": str(tmp_path / "home"),
        "JAWARA_DATABASE_URL": sqlite_url,
        "JAWARA_KEY": KEY,
    }

    def run(*words: str) -> tuple[int, list[str], str]:
        done = CliRunner().invoke(cli, words, env=settings)
        return done.exit_code, done.stdout.splitlines(), done.stderr

    return run


def test_one_is_written_and_the_class_is_counted(staff: Staff) -> None:
    more = ("--company", "PT Contoh", "--since", "2026-12-15", "--wage", "4900000")
    line = f"{FIRST}  placed      {SITI.name}  PT Contoh  since 2026-12-15  Rp 4900000"
    assert staff("placement", FIRST, "placed", *more) == (0, [line], "")
    assert staff("placements", "las-smaw-a") == (
        0,
        [
            line,
            "promised 1",
            "kept: confirmed 0, told by the provider alone 1",
            "denied by the graduate 0",
            "not placed 0, declined 0",
            "open 0: in time 0, overdue 0, no date named 0",
            "not placed, and at work by their own word 0",
            "placed, and without work by their own word 0",
        ],
        "",
    )


def test_a_list_is_taken_or_refused_as_a_whole(staff: Staff, tmp_path: Path) -> None:
    file = tmp_path / "hasil.csv"
    file.write_text(f"nomor pendaftaran;hasil;perusahaan\n{FIRST};bekerja;\n", encoding="utf-8")
    code, lines, errors = staff("placements", "las-smaw-a", str(file))
    assert (code, lines) == (1, [])
    assert errors.splitlines() == [
        'row 2, "perusahaan": introduced to, or working at, which company?',
        "jawara: 1 to be put right in hasil.csv; nothing was taken from it",
    ]
    file.write_text(f"nomor pendaftaran;hasil;perusahaan\n{FIRST};bekerja;PT Contoh\n")
    code, lines, _ = staff("placements", "las-smaw-a", str(file))
    assert (code, lines[:2]) == (
        0,
        ["hasil.csv: 1 taken", f"{FIRST}  placed      {SITI.name}  PT Contoh"],
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((FIRST, "promised"), "say one of introduced, placed, not_placed, declined"),
        ((FIRST, "placed"), "introduced to, or working at, which company?"),
        ((FIRST, "declined"), "say why: not placed, declined, or no longer there"),
        ((SECOND, "declined"), f"{SECOND} has no seat in a class"),
        ((THIRD, "declined"), f"there is no application {THIRD}"),
    ],
)
def test_what_is_wrong_is_refused(staff: Staff, words: tuple[str, ...], said: str) -> None:
    assert staff("placement", *words) == (1, [], f"jawara: {said}\n")


def test_a_programme_without_a_promise_says_so(staff: Staff) -> None:
    refused = "jawara: nobody has promised a placement to who takes las-gmaw\n"
    assert staff("placements", "las-gmaw") == (1, [], refused)
