"""`jawara doctor`: everything in order, or what to do about it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import closing
from email.utils import formatdate
from pathlib import Path

import pytest
from typer.testing import CliRunner

from app.command_line import command_line
from app.opening import key_file, open_database
from app.settings import read_settings
from storage.migrations import newest
from tests.cast import SITI, apply, set_stage
from tests.intake.documents.papers_wanted import send, want_papers
from tests.simulator import TOKEN, running_emulator
from tests.vacancies.partner_stage import WebServer

Lines = dict[str, str]


@pytest.fixture
async def address() -> AsyncIterator[str]:
    async with running_emulator() as address:
        yield address


async def doctor(home: Path, **settings: str) -> tuple[int, Lines, str]:
    """Exit code, what is said of each thing, and the last line."""
    given = {"JAWARA_HOME": str(home), "JAWARA_ENV_FILE": ""}
    given |= {f"JAWARA_{name}": value for name, value in settings.items()}

    def call() -> tuple[int, str]:
        done = CliRunner().invoke(command_line("doctor"), ["doctor"], env=given)
        return done.exit_code, done.stdout

    code, said = await asyncio.to_thread(call)
    *checks, last = said.splitlines()
    told = [check.split(": ", 1) for check in checks]
    return code, {" ".join(name.split()): what for name, what in told}, last


def healthy(home: Path) -> None:
    open_database(read_settings(home=home, _env_file=None)).close()


async def test_all_is_in_order(address: str, tmp_path: Path) -> None:
    healthy(tmp_path)
    code, told, last = await doctor(tmp_path, TOKEN=TOKEN, API_URL=address)
    assert told.pop("ok API").startswith(f"{address} knows the bot as @")
    assert told.pop("ok time zone").startswith("Asia/Jakarta, where it is now ")
    assert told == {
        "ok token": "is set and well formed",
        "ok database": f"sqlite:///{tmp_path}/jawara.db",
        "ok migrations": f"tables are at {newest()}",
        "ok key": "opens what this database has sealed; keep a copy of it",
        "ok documents": "0 were sent, and each has its file",
        "ok clock": "agrees with the server's within 1 s",
        "ok libraries": "are all installed",
    }
    assert (code, last) == (0, "Everything is in order.")


async def test_a_fresh_installation_is_looked_at_and_left_as_it_is(
    address: str, tmp_path: Path
) -> None:
    code, told, last = await doctor(tmp_path, TOKEN=TOKEN, API_URL=address)
    assert told["FAIL migrations"] == f"tables are at nothing, not {newest()}: jawara db upgrade"
    assert told["ok key"] == "is made, or taken, by the first start"
    assert (code, last) == (1, "1 of 9 need your attention.")
    assert not (tmp_path / "key").exists()


async def test_without_a_token_and_a_server_it_says_what_to_do(tmp_path: Path) -> None:
    healthy(tmp_path)
    code, told, last = await doctor(tmp_path, API_URL="http://127.0.0.1:9")
    assert told["FAIL token"].startswith("JAWARA_TOKEN is missing: ask @BotFather for a token")
    assert told["FAIL clock"] == "can't be compared while the Bot API does not answer"
    assert (code, last) == (1, "3 of 9 need your attention.")


async def test_a_server_that_does_not_answer_is_named(tmp_path: Path) -> None:
    healthy(tmp_path)
    _, told, _ = await doctor(tmp_path, TOKEN=TOKEN, API_URL="http://127.0.0.1:9")
    assert told["FAIL API"] == (
        "http://127.0.0.1:9 does not answer (ClientConnectorError): "
        "check JAWARA_API_URL and the network"
    )


async def test_a_token_that_the_server_refuses_is_never_shown(address: str, tmp_path: Path) -> None:
    healthy(tmp_path)
    wrong = "1111111111:" + "A" * 35
    _, told, _ = await doctor(tmp_path, TOKEN=wrong, API_URL=address)
    assert told["FAIL API"] == "the server refuses JAWARA_TOKEN: ask @BotFather for it"
    assert wrong not in str(told)


async def test_a_lost_key_and_another_key_are_told(address: str, tmp_path: Path) -> None:
    healthy(tmp_path)
    key_file(read_settings(home=tmp_path, _env_file=None)).unlink()
    _, told, _ = await doctor(tmp_path, TOKEN=TOKEN, API_URL=address)
    assert "put it back as" in told["FAIL key"]
    _, told, _ = await doctor(tmp_path, TOKEN=TOKEN, API_URL=address, KEY="A" * 43 + "=")
    assert "does not fit this database" in told["FAIL key"]


async def test_a_database_that_cant_be_opened_is_told(address: str, tmp_path: Path) -> None:
    (tmp_path / "no-folder").write_text("")
    code, told, _ = await doctor(tmp_path / "no-folder", TOKEN=TOKEN, API_URL=address)
    assert told["FAIL database"].startswith("JAWARA_DATABASE_URL can't be opened: ")
    assert told["FAIL migrations"] == "can't be read while the database can't be opened"
    assert code == 1


async def test_a_clock_that_is_off_is_told(tmp_path: Path) -> None:
    healthy(tmp_path)
    async with WebServer() as server:
        server.answers("/", {"headers": {"Date": formatdate(0, usegmt=True)}})
        _, told, _ = await doctor(tmp_path, TOKEN=TOKEN, API_URL=server.address)
    assert told["FAIL clock"].endswith(" s off the server's: switch on time synchronisation")


async def test_documents_without_their_files_are_counted(address: str, tmp_path: Path) -> None:
    settings = read_settings(home=tmp_path, _env_file=None)
    with closing(open_database(settings)) as database, database.transaction() as session:
        stage = set_stage(session)
        want_papers(session, stage)
        sent = apply(session, SITI, stage.class_id)
        send(session, sent.account_id, sent.id, "ktp")
    _, told, _ = await doctor(tmp_path, TOKEN=TOKEN, API_URL=address)
    said = told["FAIL documents"]
    assert said.startswith(f"of 1 documents 1 have no file in {tmp_path}/documents/")
    assert said.endswith(": put it back from a backup")
