"""`jawara staff scores`, `rank`, `override`, `announce`, `confirm`: a selection at the terminal."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from openpyxl import Workbook
from sqlalchemy import select, update
from sqlalchemy.orm import Session
from typer.testing import CliRunner

from app.commands.staff import cli
from intake.selection.results import announce
from storage.models import Application, ApplicationChange, Ranking, Wave
from tests.cast import (
    BUDI,
    KEY,
    RINA,
    SITI,
    WIB,
    Stage,
    add_next_wave,
    apply,
    open_database,
    set_stage,
)

Staff = Callable[..., tuple[int, str, str]]
NUMBERS = [f"PBK-2025-3-000{n}" for n in (1, 2, 3)]


@contextmanager
def transaction(url: str) -> Iterator[Session]:
    with closing(open_database(url)) as database, database.transaction() as session:
        yield session


@pytest.fixture
def stage(database_url: str) -> Stage:
    """Siti, Budi and Rina have applied to a class of one seat; the training lies far ahead."""
    with transaction(database_url) as session:
        stage = set_stage(session, capacity=1)
        session.execute(update(Wave).values(starts_on=None))
        for person in (SITI, BUDI, RINA):
            apply(session, person, stage.class_id)
        return stage


@pytest.fixture
def staff(database_url: str, stage: Stage, tmp_path: Path) -> Staff:
    settings = {
        "JAWARA_HOME": str(tmp_path / "home"),
        "JAWARA_DATABASE_URL": database_url,
        "JAWARA_KEY": KEY,
    }

    def run(*words: str) -> tuple[int, str, str]:
        assert stage.class_id
        done = CliRunner().invoke(cli, words, env=settings)
        return done.exit_code, done.stdout, done.stderr

    return run


def test_a_class_of_several_waves_asks_which_and_takes_the_code(
    database_url: str, stage: Stage, staff: Staff
) -> None:
    with transaction(database_url) as session:
        add_next_wave(session, stage)
    why = "jawara: several waves have it, name one with --wave: PBK-2025-3, PBK-2026-1\n"
    assert staff("seats", "las-smaw-a") == (1, "", why)
    told = "las-smaw-a: 1 seats, 0 confirmed, 0 offered, 1 free; 0 on the reserve\n"
    for name in ("PBK-2025-3", "pbk-2025-3"):
        assert staff("seats", "las-smaw-a", "--wave", name) == (0, told, "")
        _, listed, _ = staff("applications", "las-smaw-a", "--wave", name)
        assert [line.split()[0] for line in listed.splitlines()] == [*NUMBERS, "3"]
    nothing = "jawara: las-smaw-a has no class in PBK-9\n"
    assert staff("seats", "las-smaw-a", "--wave", "PBK-9") == (1, "", nothing)


def spreadsheet(path: Path, *rows: list[object]) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


def test_from_a_file_of_scores_to_a_confirmed_seat(
    staff: Staff, stage: Stage, database_url: str, tmp_path: Path
) -> None:
    file = spreadsheet(
        tmp_path / "nilai.xlsx",
        ["Nomor", "Tes", "Wawancara"],
        [NUMBERS[0], "81,25", 70],
        [NUMBERS[1], 90, 80],
        [NUMBERS[2], "absen", None],
    )
    assert staff("scores", "las-smaw-a", str(file), "--by", "Sri")[1] == (
        "5 scores read, 5 of them new or changed\n"
    )
    assert staff("rank", "las-smaw-a")[1].startswith("3 people ranked; fingerprint")
    shown = staff("ranking", "las-smaw-a")[1].splitlines()
    assert shown[1:] == [
        f"   1  {NUMBERS[1]}   85.00  submitted",
        f"   2  {NUMBERS[0]}   75.62  submitted",
        f"   3  {NUMBERS[2]}    0.00  submitted  below the mark, or absent",
    ]
    assert staff("announce", "las-smaw-a")[0] == 0
    with transaction(database_url) as session:
        at = session.scalars(select(Ranking.announce_at)).one()
        assert at is not None
        announce(session, stage.class_id, now=at, zone=WIB)
    counted = "1 seats, 0 confirmed, 1 offered, 0 free; 1 on the reserve"
    assert staff("seats", "las-smaw-a")[1] == f"las-smaw-a: {counted}\n"
    assert staff("confirm", NUMBERS[1])[1] == f"{NUMBERS[1]} has the seat in Las SMAW A\n"
    let_go = "let-go", NUMBERS[1], "--by", "Sri", "--why"
    assert staff(*let_go, " ")[2] == "jawara: say --why: it is kept on record\n"
    assert staff(*let_go, "Sudah bekerja")[1] == (
        f"{NUMBERS[1]} has let the seat go; 1 of the reserve were offered one\n"
    )
    waits = "let-go", NUMBERS[2], "--why", "Keliru"
    assert staff(*waits)[2] == "jawara: it is not_selected: there is no seat to give back\n"
    assert explained(database_url) == [("staff:Sri", "admitted", "withdrawn", "Sudah bekerja")]


def explained(database_url: str) -> list[tuple[str, str | None, str, str | None]]:
    """Each change for which a reason was given: by whom, from what to what, and why."""
    change = ApplicationChange
    rows = select(change.actor, change.from_state, change.to_state, change.reason)
    with transaction(database_url) as session:
        return [(*row,) for row in session.execute(rows.where(change.reason.is_not(None)))]


def test_a_file_with_mistakes_is_refused_whole_and_each_is_named(
    staff: Staff, database_url: str, tmp_path: Path
) -> None:
    file = tmp_path / "nilai.csv"
    file.write_text(
        f"Nomor;Tes;Wawancara\n{NUMBERS[0]};81;\n{NUMBERS[0]};70;70\n;1;1\n{NUMBERS[1]};101;x\n"
    )
    code, _, told = staff("scores", "las-smaw-a", str(file))
    wanted = 'is no score; write 0 to 100, with two decimals at most, as "81,25", or "absen"'
    assert (code, told.splitlines()[1:]) == (
        1,
        [
            f"  row 3, column nomor: {NUMBERS[0]} stands there twice",
            "  row 4, column nomor: has no registration number",
            f"  row 5, column tes: '101' {wanted}",
            f"  row 5, column wawancara: 'x' {wanted}",
        ],
    )
    assert staff("rank", "las-smaw-a")[2] == (
        "jawara: no score is written down in this class yet: jawara staff scores\n"
    )


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04broken", b"\xff\xfe\x00", b"a;b\n1;2\n"])
def test_what_is_no_spreadsheet_is_said_to_be_none(
    staff: Staff, tmp_path: Path, content: bytes
) -> None:
    file = tmp_path / "nilai.xlsx"
    file.write_bytes(content)
    code, told, why = staff("scores", "las-smaw-a", str(file))
    assert (code, told) == (1, "")
    assert "nothing was taken" in why


def test_a_move_on_the_list_wants_a_second_person(staff: Staff) -> None:
    for number, points in zip(NUMBERS, ("90", "80", "70"), strict=True):
        for part in ("test", "interview"):
            assert staff("score", number, part, points)[0] == 0
    staff("rank", "las-smaw-a")
    asked = staff("override", NUMBERS[2], "1", "--why", "Afirmasi", "--by", "Sri")
    assert asked[1].startswith("move 1 waits for a second person")
    waits = "jawara: 1 moves wait for a second person: jawara staff ranking shows them, "
    assert staff("announce", "las-smaw-a")[2].startswith(waits)
    assert staff("approve-override", "1", "--by", "Sri")[0] == 1
    assert staff("approve-override", "1", "--by", "Dewi")[1] == f"{NUMBERS[2]} stands at 1\n"
    lines = staff("ranking", "las-smaw-a")[1].splitlines()
    assert lines[1] == f"   1  {NUMBERS[2]}   70.00  submitted  (drawn as 3)"
    assert lines[4] == f"move 1: {NUMBERS[2]} to 1, Afirmasi (approved by staff:Dewi)"
    dropped = "1 moves on the list before hold no longer: ask again for what is needed"
    assert staff("rank", "las-smaw-a")[1].splitlines()[1:] == [dropped]
    assert staff("rank", "las-smaw-a")[1].splitlines()[1:] == []
    there = "jawara: they stand at 3 already: name another rank\n"
    assert staff("override", NUMBERS[2], "3", "--why", "Afirmasi") == (1, "", there)


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("rank", "menjahit"), "menjahit has no class in a wave that is not finished"),
        (("ranking", "las-smaw-a"), "no list is drawn up yet: jawara staff rank"),
        (("rank", "las-gmaw"), "nobody is in this class's selection"),
        (("score", NUMBERS[0], "essay", "70"), "there is no part essay; say test or "),
        (("score", NUMBERS[0], "test", "tujuh"), "'tujuh' is no score; write points of 100 as "),
        (("confirm", NUMBERS[0]), "no seat is offered to it: it is submitted"),
        (("confirm", "PBK-1"), "no such application in this selection: jawara staff applications "),
        (("score", "PBK-1", "test", "70"), "no application PBK-1 in this selection: jawara staff "),
    ],
)
def test_what_can_not_be_done_is_said_in_a_line(
    staff: Staff, words: tuple[str, ...], why: str
) -> None:
    code, told, refused = staff(*words)
    assert (code, told) == (1, "")
    assert refused.startswith(f"jawara: {why}")


def test_nobody_is_seated_by_a_refused_command(staff: Staff, database_url: str) -> None:
    staff("confirm", NUMBERS[0])
    with transaction(database_url) as session:
        assert set(session.scalars(select(Application.state))) == {"submitted"}
