"""`jawara staff beds` at the terminal."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.orm import Session
from typer.testing import CliRunner

from app.commands.catalog import cli as catalogue
from app.commands.staff import cli
from intake.beds.beds import ask_for_bed
from tests.cast import KEY, NOW, SITI, apply, open_database
from tests.intake.beds.dormitory import account_of, resident, set_dormitory

Staff = Callable[..., tuple[int, str, str]]
CODE, ORDER = "PBK-2025-3", "given to each who asks; the reserve by rank, then by who applied first"


@pytest.fixture
def staff(sqlite_url: str, tmp_path: Path) -> Staff:
    """A dormitory of one bed: the first has it, the second waits; Siti has no seat."""
    with closing(open_database(sqlite_url)) as database, database.transaction() as session:
        _set(session)
    settings = {
        "JAWARA_HOME": str(tmp_path / "home"),
        "JAWARA_DATABASE_URL": sqlite_url,
        "JAWARA_KEY": KEY,
    }

    def run(*words: str) -> tuple[int, str, str]:
        command = catalogue if words[0] == "load" else cli
        done = CliRunner().invoke(command, words, env=settings)
        return done.exit_code, done.stdout, done.stderr

    return run


def _set(session: Session) -> None:
    stage = set_dormitory(session, beds=1)
    for number in (1, 2):
        one = resident(session, stage, number)
        ask_for_bed(session, one, account_of(session, one), now=NOW)
    apply(session, SITI, stage.class_id)


def test_the_beds_of_a_wave_are_shown_with_who_waits(staff: Staff) -> None:
    assert staff("beds", CODE) == (
        0,
        (
            "all: 1 beds, 1 granted, 0 free; 1 wait\n"
            f"{ORDER}\n"
            f"{CODE}-0001  granted   all    Siti Aminah\n"
            f"{CODE}-0002  reserve   all    Siti Aminah\n"
        ),
        "",
    )


def test_one_is_given_back_and_goes_to_the_next(staff: Staff) -> None:
    code, shown, _ = staff("beds", CODE, "--let-go", f"{CODE}-0001", "--why", "Pulang")
    assert (code, shown.splitlines()[0]) == (0, f"{CODE}-0001 has given the bed back")
    assert shown.splitlines()[-1] == f"{CODE}-0002  granted   all    Siti Aminah"


def test_what_can_not_be_done_is_refused_with_what_to_do_instead(staff: Staff) -> None:
    for words, why in (
        (("beds", "PBK-1"), "there is no wave PBK-1"),
        (
            ("beds", CODE, "--grant", f"{CODE}-0002", "--why", "Jauh"),
            "all beds for them are granted: jawara staff beds shows whose could be given back",
        ),
        (
            ("beds", CODE, "--grant", f"{CODE}-0003", "--why", "Jauh"),
            "it is submitted: only who has a seat can have a bed",
        ),
        (("beds", CODE, "--grant", f"{CODE}-0002"), "say --why: it is kept on record"),
        (
            ("beds", CODE, "--let-go", f"{CODE}-0002", "--why", "Jauh"),
            "they have no bed that could be given back",
        ),
        (("beds", CODE, "--grant", "PBK-9", "--why", "Jauh"), "there is no such application"),
    ):
        assert staff(*words) == (1, "", f"jawara: {why}\n")


def test_a_file_with_fewer_beds_than_are_granted_is_refused(staff: Staff, tmp_path: Path) -> None:
    file = tmp_path / "providers.yaml"
    file.write_text(
        "providers:\n"
        "  - slug: uptd\n"
        "    name: UPTD\n"
        "    about: {id: Balai., en: A centre.}\n"
        "    dormitory: {beds: 0, source: contoh}\n"
        "    source: contoh\n",
        encoding="utf-8",
    )
    code, said, _ = staff("load", str(file))
    assert code == 1
    assert said.startswith("uptd: asrama (all) 0 tempat, padahal 1 sudah diberikan.")
