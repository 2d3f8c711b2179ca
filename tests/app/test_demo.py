"""`jawara demo` as people run it: a process with a home of its own, begun, ended and killed."""

import signal
import socket
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree

import aiohttp
import pytest
import pytest_asyncio

from app.demo_people import APPLICANTS, NAMES, SITI
from tests.app.processes import (
    NOBODY,
    Jawara,
    finished,
    free_port,
    jawara,
    none_left,
    processes_about,
)
from tests.simulator import Simulator

pytestmark = pytest.mark.asyncio(loop_scope="module")

STOPPED = "Jawara has stopped; everything is kept for the next start.\n"


@dataclass
class Played:
    """What a first demo has shown, until Ctrl-C."""

    home: Path
    page: str
    people: list[str]
    answer: str
    exit_code: int
    stdout: str
    stderr: str
    address: str


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def played(tmp_path_factory: pytest.TempPathFactory) -> Played:
    """Siti has said /start, agreed, and left."""
    home = tmp_path_factory.mktemp("demo") / "home"
    async with demo(home) as (running, address), Simulator(address) as telegram:
        people = [person["first_name"] for person in await telegram.users()]
        await telegram.say(SITI, "/start")
        answer = (await telegram.last(SITI))["text"]
        await telegram.press(SITI, "Ya, saya setuju")
        page = await read(address)
        code = await running.end(signal.SIGINT)
        return Played(home, page, people, answer, code, running.stdout, running.stderr, address)


async def test_the_page_and_the_people_are_there_and_siti_is_answered(played: Played) -> None:
    assert played.stdout.startswith(f"\n  Jawara is ready: {played.address}\n  Ctrl-C ends it.\n")
    assert played.page.startswith("<!doctype html>")
    assert played.people[:5] == ["Siti", "Budi", "Rina", "Ratna", "Dedi"]
    assert played.people[5:] == list(NAMES)
    assert played.answer.startswith("Selamat datang di Jawara.")


async def test_ctrl_c_ends_it_cleanly(played: Played) -> None:
    assert (played.exit_code, played.stdout.endswith(STOPPED)) == (0, True)
    assert "Traceback" not in played.stderr
    assert await processes_about(played.home) == []


async def test_a_second_start_keeps_all_and_a_kill_leaves_nobody_behind(
    played: Played, tmp_path: Path
) -> None:
    home = copytree(played.home, tmp_path / "home")
    async with demo(home) as (running, address), Simulator(address) as telegram:
        assert (await telegram.last(SITI))["text"].startswith("Anda tinggal di mana?")
        await telegram.say(SITI, "lewati")
        assert (await telegram.last(SITI))["text"].startswith("Bidang apa")
        assert len(await processes_about(home)) == 1
        assert await running.end(signal.SIGKILL) == -signal.SIGKILL
        await none_left(home)


async def test_where_a_later_start_makes_new_classes_nobody_is_led_out_of_what_they_did(
    played: Played, tmp_path: Path
) -> None:
    home = copytree(played.home, tmp_path / "home")
    with sqlite3.connect(home / "demo.db") as database:
        database.execute(
            "UPDATE waves SET state = 'closed', registration_closes_at = registration_opens_at, "
            "code = code || '-1', slug = slug || '-1' WHERE example"
        )
        database.execute("UPDATE applications SET number = number || '-1'")
    async with demo(home) as (running, address), Simulator(address) as telegram:
        ayu = APPLICANTS[0]["id"]
        said = [message.get("text") for message in await telegram.transcript(ayu)]
        assert said.count("/start") == 1
        with sqlite3.connect(home / "demo.db") as database:
            [(classes,)] = database.execute(
                "SELECT count(DISTINCT class_id) FROM applications WHERE number LIKE '%D201%'"
            )
        assert classes == 2
        assert await running.end(signal.SIGINT) == 0


async def test_a_reset_leaves_nothing_but_the_key(played: Played, tmp_path: Path) -> None:
    home = copytree(played.home, tmp_path / "home")
    code, stdout, stderr = await finished("demo", "--reset", home=home)
    assert (code, stderr) == (0, "")
    assert stdout == f"The demo in {home} starts afresh next time.\n"
    assert [path.name for path in home.iterdir()] == ["key"]


async def test_ctrl_c_while_it_is_still_starting_ends_it_as_cleanly(tmp_path: Path) -> None:
    home = tmp_path / "home"
    async with jawara("demo", "--no-open", "--port", str(free_port()), home=home) as running:
        while not await processes_about(home):  # until the emulator has begun
            assert running.process.returncode is None
        assert await running.end(signal.SIGINT) == 0
        assert (running.stdout, running.stderr) == (STOPPED, "")
        assert await processes_about(home) == []


async def test_a_database_that_is_not_there_ends_the_emulator_too(tmp_path: Path) -> None:
    home, port = tmp_path / "home", str(free_port())
    nowhere = f"postgresql+psycopg://nobody@{NOBODY}/jawara"
    code, stdout, stderr = await finished("demo", "--port", port, home=home, database_url=nowhere)
    assert (code, stdout) == (2, "")
    assert stderr.startswith("jawara: JAWARA_DATABASE_URL can't be opened: connection failed")
    assert stderr.count("\n") == 1
    assert await processes_about(home) == []


async def test_a_taken_port_is_told_with_the_way_round_it(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        code, stdout, stderr = await finished("demo", "--port", str(port), home=tmp_path / "home")
    other = port + 10 if port < 65000 else 8091
    assert (code, stdout) == (2, "")
    assert stderr == (
        f"jawara: port {port} can't be used (Address already in use): "
        f"choose another, such as make demo PORT={other}\n"
    )


async def test_a_crowd_registers_once_and_is_not_on_the_page(tmp_path: Path) -> None:
    home = tmp_path / "home"
    async with demo(home) as (running, address), Simulator(address) as telegram:
        bring = ("demo", "--crowd", "--port", address.rpartition(":")[2])
        listed = len(await telegram.users())
        code, stdout, stderr = await finished(*bring, home=home)
        assert (code, stderr) == (0, "")
        assert stdout == "46 more people have registered for menjahit\n"
        assert (await finished(*bring, home=home))[1].startswith("they have registered before")
        assert len(await telegram.users()) == listed
        assert await running.end(signal.SIGINT) == 0
    code, _, stderr = await finished("demo", "--crowd", "--port", str(free_port()), home=home)
    assert code == 2
    assert "no demo runs at" in stderr


@asynccontextmanager
async def demo(home: Path) -> AsyncIterator[tuple[Jawara, str]]:
    """A demo that is ready, and its address."""
    port = free_port()
    async with jawara("demo", "--no-open", "--port", str(port), home=home) as running:
        await running.says("Jawara is ready")
        yield running, f"http://127.0.0.1:{port}"


async def read(address: str) -> str:
    async with aiohttp.ClientSession() as session, session.get(address) as response:
        return await response.text()
