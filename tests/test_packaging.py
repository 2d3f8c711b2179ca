"""What a fresh machine gets: the lock, the package, and make's own words."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
TOOLS = PROJECT["tool"]

PINNED = re.compile(r"(?P<name>[a-z0-9.-]+)==(?P<version>[^ ]+)( ; (?P<marker>[^\\]+))? \\")
HASH = re.compile(r"    --hash=sha256:[0-9a-f]{64}( \\)?")


def rooms() -> set[str]:
    """The folders of the checkout that hold Python and are the product's."""
    found = {file.relative_to(ROOT).parts[0] for file in ROOT.glob("*/*.py")}
    return {name for name in found if not name.startswith(".")} - {"scripts", "tests"}


def locked() -> dict[str, str]:
    """Name to version of all that the lock pins."""
    matches = filter(None, map(PINNED.fullmatch, LOCK.splitlines()))
    return {match["name"]: match["version"] for match in matches}


def test_the_lock_holds_nothing_but_pinned_names_and_hashes() -> None:
    lines = LOCK.splitlines()
    assert [line for line in lines if not (PINNED.fullmatch(line) or HASH.fullmatch(line))] == []


def test_each_pinned_name_is_followed_by_a_hash() -> None:
    lines = LOCK.splitlines()
    followers = [lines[n + 1] for n, line in enumerate(lines) if PINNED.fullmatch(line)]
    assert [line for line in followers if not HASH.fullmatch(line)] == []


def test_the_lock_names_no_place_to_download_from() -> None:
    assert re.findall("https?:|file:|index|find-links", LOCK) == []


def test_the_lock_satisfies_every_dependency_and_extra() -> None:
    project = PROJECT["project"]
    extras = chain.from_iterable(project["optional-dependencies"].values())
    asked = [*project["dependencies"], *extras]
    pins = locked()
    wrong = [
        line
        for line in asked
        for wanted in [Requirement(line)]
        if not wanted.specifier.contains(pins.get(canonicalize_name(wanted.name), "0"))
    ]
    assert wrong == [], "call make lock"


def test_every_room_is_packaged_and_checked() -> None:
    packaged = {
        pattern.rstrip("*") for pattern in TOOLS["setuptools"]["packages"]["find"]["include"]
    }
    assert packaged == rooms()
    assert set(TOOLS["importlinter"]["root_packages"]) == rooms()
    assert set(TOOLS["mypy"]["files"]) == rooms() | {"scripts", "tests"}


def test_the_package_carries_every_file_of_every_room(tmp_path: Path) -> None:
    # Built from a copy: setuptools leaves its scraps in the folder it builds in.
    copy = tmp_path / "jawara"
    copy.mkdir()
    for file in ("pyproject.toml", "README.md"):
        shutil.copy(ROOT / file, copy)
    for room in rooms():
        shutil.copytree(ROOT / room, copy / room, ignore=shutil.ignore_patterns("__pycache__"))
    expected = {
        str(file.relative_to(copy)) for room in rooms() for file in (copy / room).rglob("*.*")
    }
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps"]
    command += ["--no-build-isolation", "--wheel-dir", str(tmp_path), str(copy)]
    subprocess.run(command, check=True)
    with zipfile.ZipFile(next(tmp_path.glob("jawara-*.whl"))) as wheel:
        carried = {name for name in wheel.namelist() if ".dist-info/" not in name}
    assert carried == expected


def run_make(
    *arguments: str, cwd: Path = ROOT, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Make as a person calls it, not as the make that may have started these tests would."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    return subprocess.run(
        ["make", *arguments], cwd=cwd, env=inherited | environment, capture_output=True, text=True
    )


def test_make_lists_every_target_in_a_line_each() -> None:
    targets = re.findall(
        r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE
    )
    lines = run_make().stdout.splitlines()
    assert [line.split()[:2] for line in lines] == [["make", target] for target in targets]


@pytest.fixture
def bare_checkout(tmp_path: Path) -> Path:
    """What `make install` reads, in a folder without a .venv."""
    for name in ("Makefile", "requirements.lock", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path)
    shutil.copytree(ROOT / "scripts", tmp_path / "scripts")
    return tmp_path


def interpreter(folder: Path, script: str) -> str:
    """A python3 as some machines have it."""
    file = folder / "python3"
    file.write_text(f"#!/bin/sh\n{script}\n")
    file.chmod(0o755)
    return str(file)


OLD = 'test "$1" = --version && echo Python 3.9.2'
WITHOUT_VENV = f'case "$2" in *ensurepip*) exit 1 ;; esac; exec {sys.executable} "$@"'


@pytest.mark.parametrize(
    ("script", "said"),
    [
        (OLD, "Jawara: Python 3.11 or newer is needed, Python 3.9.2 is too old. "),
        (WITHOUT_VENV, "lacks its venv module. On Debian or Ubuntu: apt install python3."),
    ],
    ids=["too old", "without venv"],
)
def test_an_unfit_python_gets_one_clear_line(bare_checkout: Path, script: str, said: str) -> None:
    python = interpreter(bare_checkout, script)
    done = run_make("install", f"PYTHON={python}", cwd=bare_checkout)
    words, makes_own = done.stderr.splitlines()
    assert said in words
    assert makes_own.endswith("Error 2")
    assert done.stdout == ""
