"""`jawara staff phones`, `phone`, `phone-link`, run as staff run them."""

import re
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from typer.testing import CliRunner

from app.commands.staff import cli
from app.commands.terminal import present
from intake.applications.rows import my_applications
from intake.takeovers.rows import takeovers_in
from intake.takeovers.takeovers import ask_takeover, use_link
from tests.cast import KEY, NOW, SITI, WIB, Person, apply, open_database, set_stage, welcome

NUMBER = "PBK-2025-3-0001"
NEW = Person(7050, SITI.name, SITI.nik, SITI.phone, SITI.education, SITI.domicile)

Staff = Callable[..., tuple[int, str, str]]


@pytest.fixture
def staff(sqlite_url: str, tmp_path: Path) -> Staff:
    """Exit code, output and errors of a command; Siti has applied from a phone she has lost."""
    with closing(open_database(sqlite_url)) as database, database.transaction() as session:
        apply(session, SITI, set_stage(session).class_id, now=NOW)

    def run(*words: str) -> tuple[int, str, str]:
        env = {
            "JAWARA_HOME": str(tmp_path / "home"),
            "JAWARA_DATABASE_URL": sqlite_url,
            "JAWARA_KEY": KEY,
        }
        done = CliRunner().invoke(cli, words, env=env)
        return done.exit_code, done.stdout, done.stderr

    return run


def asked(url: str) -> tuple[int, str]:
    """The new phone's account, and the code on it."""
    with closing(open_database(url)) as database, database.transaction() as session:
        new = welcome(session, NEW, now=NOW)
        return new, ask_takeover(session, new, NUMBER, now=present()).code


def numbers(url: str, account_id: int) -> list[str]:
    with closing(open_database(url)) as database, database.snapshot() as session:
        return [each.number for each in my_applications(session, account_id)]


def test_a_code_is_looked_up_compared_and_approved(sqlite_url: str, staff: Staff) -> None:
    new, code = asked(sqlite_url)
    assert staff("phones")[1].endswith("1 in all\n")
    assert staff("phone", f"{code[:4]} {code[4:]}") == (
        0,
        f"{NUMBER}  Las SMAW A\nname: Siti Aminah; born: 1999-01-05; NIK ends in 0003\n",
        "",
    )
    assert numbers(sqlite_url, new) == []
    exit_code, out, _ = staff("phone", code, "--approve", "--by", "Bu Wati")
    assert (exit_code, out) == (
        0,
        f"{NUMBER}: Siti Aminah has moved to the new phone; both are told\n",
    )
    assert numbers(sqlite_url, new) == [NUMBER]
    with closing(open_database(sqlite_url)) as database, database.snapshot() as session:
        assert [each.actor for each in takeovers_in(session, new)] == ["applicant", "staff:Bu Wati"]
    assert staff("phone", code)[0] == 1
    assert staff("phones")[1] == "0 in all\n"


def test_a_code_is_refused_with_a_reason(sqlite_url: str, staff: Staff) -> None:
    new, code = asked(sqlite_url)
    assert staff("phone", code, "--approve", "--refuse", "x")[0] == 1
    assert staff("phone", code, "--refuse", "another face")[:2] == (
        0,
        f"{NUMBER}: refused; the phone that has asked is told\n",
    )
    assert numbers(sqlite_url, new) == []


def test_a_link_is_printed_once_the_card_was_seen(sqlite_url: str, staff: Staff) -> None:
    assert "NIK ends in 0003" in staff("phone-link", NUMBER)[1]
    assert staff("phone-link", "PBK-1")[0] == 1
    found = re.search(r"/start pindah-(\S+)", staff("phone-link", NUMBER, "--card-seen")[1])
    assert found is not None
    with closing(open_database(sqlite_url)) as database, database.transaction() as session:
        new = welcome(session, NEW, now=NOW)
        use_link(session, new, found[1], now=present(), zone=WIB)
    assert numbers(sqlite_url, new) == [NUMBER]
