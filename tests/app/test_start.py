"""What a start loads: each library is time before the first answer, and memory for good."""

import asyncio
import os
import re
import sys
from pathlib import Path

import pytest

from app.commands.doctor import USED_LATER
from tests.app.processes import ROOT
from tests.simulator import TOKEN

OF_OTHERS = {"aiogram", "hypothesis", "pytest", "rich.text", "typer"}
"""The command line's, the emulator's, the tests'."""


@pytest.mark.parametrize("arguments", [("run",), ("run", "--no-worker"), ("worker",)])
async def test_a_start_loads_nothing_that_answers_do_not_need(
    arguments: tuple[str, ...], tmp_path: Path
) -> None:
    loaded = await loaded_by(*arguments, home=tmp_path)
    assert {"app.serving", "telegram", "sqlalchemy", "bot.routes"} <= loaded
    assert loaded & {*USED_LATER, *OF_OTHERS} == set()


async def loaded_by(*arguments: str, home: Path) -> set[str]:
    """The modules of a start that gets as far as the database, which is not to be had."""
    settings = {"TOKEN": TOKEN, "HOME": str(home), "DATABASE_URL": f"sqlite:///{home}/no/folder/db"}
    (home / "no").write_text("")
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-X", "importtime", "-m", "app", *arguments),
        cwd=ROOT,
        env=os.environ | {f"JAWARA_{name}": value for name, value in settings.items()},
        stderr=asyncio.subprocess.PIPE,
    )
    _, said = await process.communicate()
    *_, last = said.decode().splitlines()
    assert (process.returncode, last.partition(":")[0]) == (2, "jawara")
    return set(re.findall(r"^import time:.*\| +(\S+)$", said.decode(), re.MULTILINE))
