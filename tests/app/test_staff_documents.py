"""`jawara staff documents`, and marking a paper as unreadable, on an installation of their own."""

import getpass
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select, update
from typer.testing import CliRunner

from app.commands.staff import cli
from app.opening import open_database as open_installation
from app.settings import read_settings
from app.shelves import open_shelf
from intake.documents.documents import Shelved, keep, label_of
from storage.models import Document, DocumentOpening, Installation
from storage.shelf import Shelf
from storage.vault import Vault
from tests.cast import KEY, NOW, SITI, apply, open_database, set_stage
from tests.intake.documents.papers_wanted import want_papers

Staff = Callable[..., tuple[int, list[str], str]]
NUMBER = "PBK-2025-3-0001"


@pytest.fixture
def settings(sqlite_url: str, tmp_path: Path) -> dict[str, str]:
    return {
        "JAWARA_HOME": str(tmp_path / "home"),
        "JAWARA_DATABASE_URL": sqlite_url,
        "JAWARA_KEY": KEY,
        "JAWARA_TIMEZONE": "Asia/Jakarta",
    }


@pytest.fixture
def shelf(sqlite_url: str, settings: dict[str, str], tmp_path: Path) -> Shelf:
    """Siti has sent her KTP and a PDF of her ijazah."""
    told = read_settings(home=tmp_path / "home", database_url=sqlite_url, key=KEY, _env_file=None)
    with closing(open_installation(told)) as database:
        found = open_shelf(told, database)
    assert settings
    with closing(open_database(sqlite_url)) as database, database.transaction() as session:
        stage = set_stage(session)
        want_papers(session, stage, "ktp", "ijazah", "foto")
        sent = apply(session, SITI, stage.class_id)
        for number, (paper, media) in enumerate(
            (("ktp", "image/jpeg"), ("ijazah", "application/pdf")), 1
        ):
            file = found.put(f"this is the {paper}".encode(), label_of(sent.id, paper))
            kept = Shelved(sent.id, paper, media, 204_800, number, file)
            keep(session, sent.account_id, kept, update_id=number, now=NOW)
    return found


@pytest.fixture
def staff(settings: dict[str, str], shelf: Shelf) -> Staff:
    def run(*words: str) -> tuple[int, list[str], str]:
        assert shelf.folder.is_dir()
        done = CliRunner().invoke(cli, words, env=settings)
        return done.exit_code, done.stdout.splitlines(), done.stderr

    return run


def openings(url: str) -> list[tuple[str, str]]:
    with closing(open_database(url)) as database, database.snapshot() as session:
        rows = session.scalars(select(DocumentOpening).order_by(DocumentOpening.id))
        return [(row.paper, row.actor) for row in rows]


def test_what_was_sent_is_listed(sqlite_url: str, staff: Staff) -> None:
    assert staff("documents", NUMBER.lower()) == (
        0,
        [
            "ktp       sent 2025-11-17 10:00  picture, 200 KB, opened 0 times",
            "ijazah    sent 2025-11-17 10:00  PDF of 2, 200 KB, opened 0 times",
            "photo     not sent",
            f"{NUMBER}: 2 of 3 sent",
        ],
        "",
    )
    assert openings(sqlite_url) == []


def test_copies_are_written_for_their_owner_alone_and_written_down(
    sqlite_url: str, staff: Staff, tmp_path: Path
) -> None:
    folder = tmp_path / "out" / "siti"
    code, told, _ = staff("documents", NUMBER, "--save", str(folder), "--by", "Bu Dewi")
    assert code == 0
    assert told[0].startswith(f"{folder / NUMBER}-ktp.jpg: readable now, and written down")
    assert told[-1] == "2 of 2 written"
    written = {file.name: file.read_bytes() for file in folder.iterdir()}
    assert written == {
        f"{NUMBER}-ktp.jpg": b"this is the ktp",
        f"{NUMBER}-ijazah.pdf": b"this is the ijazah",
    }
    rights = {file.stat().st_mode & 0o777 for file in folder.iterdir()}
    assert (rights, folder.stat().st_mode & 0o777) == ({0o600}, 0o700)
    assert openings(sqlite_url) == [("ktp", "staff:Bu Dewi"), ("ijazah", "staff:Bu Dewi")]
    again = staff("documents", NUMBER, "--save", str(folder))
    assert again == (1, [], f"jawara: {folder / NUMBER}-ktp.jpg is there already\n")
    assert len(openings(sqlite_url)) == 2


@pytest.mark.parametrize("mode", [0o755, 0o750, 0o701])
def test_a_folder_that_others_can_look_into_is_refused(
    sqlite_url: str, staff: Staff, tmp_path: Path, mode: int
) -> None:
    folder = tmp_path / "open"
    folder.mkdir()
    folder.chmod(mode)
    why = f"others can look into {folder} (mode {mode:o}): chmod 700 {folder}"
    assert staff("documents", NUMBER, "--save", str(folder)) == (1, [], f"jawara: {why}\n")
    assert (list(folder.iterdir()), openings(sqlite_url)) == ([], [])


def test_what_is_no_folder_or_no_application_is_told(staff: Staff, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("x")
    told = staff("documents", NUMBER, "--save", str(file))
    assert told == (1, [], f"jawara: {file} is no folder\n")
    assert staff("documents", "PBK-1") == (1, [], "jawara: there is no application PBK-1\n")


def test_a_lost_and_a_damaged_file_are_told_and_the_rest_is_written(
    sqlite_url: str, staff: Staff, shelf: Shelf, tmp_path: Path
) -> None:
    with closing(open_database(sqlite_url)) as database, database.snapshot() as session:
        ktp, ijazah = session.scalars(select(Document.file).order_by(Document.id))
    shelf.remove(ktp)
    path = shelf.folder / ijazah[:2] / ijazah[2:]
    path.write_bytes(path.read_bytes() + b"x")
    assert staff("documents", NUMBER)[1][0].startswith("ktp       LOST, was sent 2025-11-17 10:00")
    folder = tmp_path / "out"
    assert staff("documents", NUMBER, "--save", str(folder)) == (
        1,
        [
            "ktp: its file is lost; ask for it again",
            "ijazah: its file is damaged, or was sealed with another key",
            "0 of 2 written",
        ],
        "",
    )
    assert openings(sqlite_url)[0] == ("ktp", f"staff:{getpass.getuser()}")


def test_a_key_that_does_not_fit_is_told_before_anything_is_opened(
    sqlite_url: str, settings: dict[str, str], staff: Staff
) -> None:
    assert staff("documents", NUMBER)[0] == 0
    with closing(open_database(sqlite_url)) as database, database.transaction() as session:
        sealed = Vault("A" * 43 + "=").seal("jawara")
        session.execute(update(Installation).values(sealed_check=sealed))
    done = CliRunner().invoke(cli, ["documents", NUMBER], env=settings)
    assert done.exit_code != 0
    assert "does not fit this database" in str(done.exception)


def test_what_cannot_be_read_is_asked_for_again(staff: Staff) -> None:
    told = staff("papers", NUMBER, "--unreadable", "KTP", "--missing", "photo", "--by", "Dewi")
    assert told == (0, [f"{NUMBER} lacks ktp, photo"], "")
    assert [line.partition("  ")[2].strip() for line in staff("documents", NUMBER)[1][:3]] == [
        "unreadable, was sent 2025-11-17 10:00  picture, 200 KB, opened 0 times",
        "sent 2025-11-17 10:00  PDF of 2, 200 KB, opened 0 times",
        "asked for",
    ]
