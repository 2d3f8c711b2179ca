"""`jawara staff school`: a group from the school's name to its pupils' links."""

import re
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import update
from typer.testing import CliRunner

from app.commands.staff import cli
from storage.models import Wave
from tests.cast import KEY, open_database, set_stage
from tests.intake.schools.school import add_school_class, sheet
from tests.journeys.schools import row_for

School = Callable[..., tuple[int, str, str]]
TODAY = datetime.now(UTC).date()


@pytest.fixture
def school(sqlite_url: str, tmp_path: Path) -> School:
    """Exit code, output and errors; one class takes groups."""
    with closing(open_database(sqlite_url)) as database, database.transaction() as session:
        add_school_class(session, set_stage(session))
        session.execute(update(Wave).values(starts_on=None))

    def run(*words: str) -> tuple[int, str, str]:
        env = {
            "JAWARA_HOME": str(tmp_path / "home"),
            "JAWARA_DATABASE_URL": sqlite_url,
            "JAWARA_KEY": KEY,
        }
        done = CliRunner().invoke(cli, ("school", *words), env=env)
        return done.exit_code, done.stdout, done.stderr

    return run


def form_in(folder: Path, places: int = 2) -> str:
    file = folder / "group.txt"
    starts, ends = TODAY + timedelta(days=20), TODAY + timedelta(days=80)
    file.write_text(
        f"Place: PT Contoh Logam\nAddress: Cikande\nFrom: {starts}\nUntil: {ends}\n"
        f"Places: {places}\nSchool supervisor: Bu Wati\nHost supervisor: Pak Joko\n",
        encoding="utf-8",
    )
    return str(file)


def list_in(folder: Path, *rows: list[str]) -> str:
    file = folder / "pupils.csv"
    file.write_bytes(sheet(*rows))
    return str(file)


def test_a_group_from_the_first_command_to_the_last(school: School, tmp_path: Path) -> None:
    assert school("open", "SMKN 1 Contoh", "--region", "3673")[0] == 0
    assert school("open", "SMKN 1 Contoh", "--region", "3673")[2] == (
        "jawara: SMKN 1 Contoh is there already\n"
    )
    out = school("invite", "smkn 1 contoh", "--name", "Bu Wati")[1]
    assert re.search(r"/start sekolah-[\w-]{32}\n", out)
    assert "0 accepted, 0 waiting, 2 free" in school("group", "SMKN 1 Contoh", form_in(tmp_path))[1]
    rows = [row_for(number, TODAY) for number in (1, 2)]
    wrong = school("send", "1", list_in(tmp_path, rows[0], row_for(2, TODAY, sex="P")))
    assert wrong[2] == (
        "jawara: 1 thing has to be put right. Nothing is saved yet.\n"
        "Row 3, sex: differs from the NIK, which says L\n"
    )
    many = list_in(tmp_path, *rows, row_for(3, TODAY))
    assert "The list has 3 pupils, and 2 places are free." in school("send", "1", many)[2]
    assert "2 waiting, 0 free" in school("send", "1", list_in(tmp_path, *rows))[1]
    assert "returned" in school("return", "1", "--why", "Kelasnya keliru")[1]
    assert "Its list" not in school("accept", "1")[1]
    school("send", "1", list_in(tmp_path, *rows))
    assert "2 accepted, 0 waiting" in school("accept", "1")[1]
    assert len(re.findall(r"/start siswa_[a-z2-7]{24}\n", school("codes", "1")[1])) == 2
    assert "3 free" in school("change", "1", form_in(tmp_path, places=5))[1]
    [number, other] = re.findall(r"PBK-2025-3-\d{4}", school("pupils", "1")[1])
    assert "1 accepted" in school("withdraw", number, "--why", "ill")[1]
    assert school("erase", other, "--why", " ")[2] == "jawara: say --why: it is kept on record\n"
    told = school("erase", other, "--why", "Permintaan wali")[1]
    assert told.endswith(f"{other} is deleted, with all that was kept of them\n")
    assert other not in school("pupils", "1")[1]
    assert school("erase", other, "--why", "x")[2] == f"jawara: there is no application {other}\n"
    assert "SMKN 1 Contoh  Kota Serang  no teacher yet" in school("list")[1]
    assert school("dismiss", "7001")[1] == "7001 sent for none\n"


def test_what_is_not_there_is_refused(school: School, tmp_path: Path) -> None:
    assert "is no region" in school("open", "SMKN 2", "--region", "9999")[2]
    assert "there is no school 'SMKN 2'" in school("invite", "SMKN 2", "--name", "Bu Wati")[2]
    assert "That group does not exist" in school("accept", "7")[2]
    assert "can't be read" in school("send", "7", str(tmp_path / "none.csv"))[2]
    assert school("withdraw", "X-1", "--why", "ill")[2] == "jawara: there is no application X-1\n"
