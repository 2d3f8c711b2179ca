"""`jawara search`, run as a program."""

import json
import subprocess
import sys
from pathlib import Path

import typer
from typer.testing import CliRunner, Result

from app.commands.search import search

ROOT = Path(__file__).parents[2]
PROGRAM = (
    "import typer; from app.commands.search import search;"
    "app = typer.Typer(); app.command()(search); app()"
)


def run(*arguments: str, given: bytes = b"") -> Result:
    app = typer.Typer()
    app.command()(search)
    return CliRunner().invoke(app, arguments, input=given)


def test_one_question_is_answered_with_one_json_list() -> None:
    answer = json.loads(run("kursus jait", "--json", "--limit", "1").stdout)
    assert answer == [{"slug": "menjahit", "title": "Menjahit", "score": 100.0}]


def test_a_person_gets_words() -> None:
    assert run("kursus jait", "--limit", "1").stdout == "100.0  Menjahit (menjahit)\n"
    assert run("drakor").stdout == "Tidak ada yang cocok\n"


def test_each_line_of_input_gets_one_line_of_answer() -> None:
    answers = run("--stdin", given=b"las\n\nkop\xff\xfei\nbarista \xf0\x9f\x99\x8f").stdout
    found = [[hit["slug"] for hit in json.loads(line)] for line in answers.splitlines()]
    assert found == [["las-smaw-a", "las-smaw-b", "las-gmaw"], [], [], ["barista"]]


def test_answers_come_at_once() -> None:
    command = [sys.executable, "-c", PROGRAM, "--stdin"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT
    ) as program:
        assert program.stdin is not None
        assert program.stdout is not None
        for question, slug in ((b"barista\n", "barista"), (b"sablon\n", "sablon")):
            program.stdin.write(question)
            program.stdin.flush()
            assert json.loads(program.stdout.readline())[0]["slug"] == slug


def test_neither_or_both_ways_of_asking_are_refused() -> None:
    assert [run().exit_code, run("las", "--stdin").exit_code] == [2, 2]


def test_nothing_heavy_is_loaded() -> None:
    heavy = {"sqlalchemy", "telegram", "aiohttp", "apscheduler", "pydantic", "asyncio"}
    command = [sys.executable, "-c", "import sys, app.commands.search; print(*sys.modules)"]
    shown = subprocess.run(command, capture_output=True, cwd=ROOT, check=True)
    assert heavy & set(shown.stdout.decode().split()) == set()
