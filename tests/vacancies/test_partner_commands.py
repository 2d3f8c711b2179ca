"""`jawara partner`, as staff use it at a terminal."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from app.commands.partner import cli
from app.opening import open_database
from app.settings import read_settings
from tests.vacancies.partner_stage import feed_of, job, set_partner_stage

Command = Callable[..., Result]


@pytest.fixture
def partner(sqlite_url: str, tmp_path: Path) -> Command:
    """Runs a command on an installation of its own; all of it passes through the same database."""
    database = open_database(read_settings(home=tmp_path, database_url=sqlite_url))
    with database.transaction() as session:
        set_partner_stage(session)
    database.close()
    environment = {"JAWARA_HOME": str(tmp_path), "JAWARA_DATABASE_URL": sqlite_url}
    return lambda *words: CliRunner().invoke(cli, list(words), env=environment)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "feed.jsonld"
    path.write_bytes(
        feed_of(
            job(validThrough="2099-12-01"), job(identifier="L-2", title=""), job(identifier="3")
        )
    )
    return path


def test_a_feed_is_added_read_and_its_vacancies_listed(partner: Command, file: Path) -> None:
    added = partner("feed", "add", "pt-supra", str(file), "--every", "15", "--example")
    assert added.stdout == f"{file} is read for pt-supra every 15 min\n"
    assert partner("feed", "list").stdout == (
        f"pt-supra  every 15 min  not read yet  {file}  (example)\n1 in all\n"
    )
    read = partner("feed", "read")
    assert read.stdout.splitlines() == [
        f"{file}: 2 new, 0 changed, 0 open again, 0 withdrawn, 0 unchanged",
        "  not taken in: item 2 (L-2): title is missing",
    ]
    assert partner("feed", "read").stdout == ""
    where = "PT Supra  Pasar Kemis, Kabupaten Tangerang  las"
    assert partner("vacancies", "list").stdout.splitlines() == [
        f"2  Juru Las SMAW  {where}  no deadline  (example)",
        f"1  Juru Las SMAW  {where}  2099-12-01 23:59  (example)",
        "2 in all",
    ]
    assert partner("vacancies", "list", "--stream", "garmen").stdout == "0 in all\n"
    assert "1 not taken in: item 2 (L-2): title is missing" in partner("feed", "list").stdout


def test_one_feed_can_be_read_before_it_is_due(partner: Command, file: Path) -> None:
    partner("feed", "add", "pt-supra", str(file))
    partner("feed", "read")
    again = partner("feed", "read", str(file))
    assert again.exit_code == 0
    assert again.stdout.startswith(f"{file}: 0 new, 0 changed, 0 open again, 0 withdrawn, 2 unch")


def test_a_feed_that_can_not_be_read_says_why_and_fails(partner: Command, tmp_path: Path) -> None:
    gone = tmp_path / "gone.jsonld"
    partner("feed", "add", "pt-supra", str(gone))
    read = partner("feed", "read")
    assert (read.exit_code, read.stdout) == (1, f"{gone}: not read: no such file\n")


def test_what_can_not_be_done_is_said_in_one_line(partner: Command, file: Path) -> None:
    partner("feed", "add", "pt-supra", str(file))
    for words, why in (
        (("feed", "add", "pt-tiada", "https://x/feed"), "there is no partner pt-tiada"),
        (("feed", "add", "pt-lain", str(file)), f"{file} is read already"),
        (("feed", "add", "pt-lain", "ftp://x/feed"), "only http, https and files are read"),
        (("feed", "read", "https://rina:pw@x/y"), "https://x/y is no feed: add it first"),
    ):
        refused = partner(*words)
        assert (refused.exit_code, refused.stderr) == (1, f"jawara: {why}\n")
