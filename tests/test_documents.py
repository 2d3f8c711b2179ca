"""What the documents say of the project is true: links, targets, settings, commands, rooms."""

import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import typer

from app.command_line import command_line
from app.settings import Settings

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
NOT_OURS = {"build", "var", "artifacts"}
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)\s#]+)")
CODE = re.compile(r"```.*?```|`[^`]+`", re.DOTALL)
BESIDES = {"JAWARA_ENV_FILE", "JAWARA_TEST_POSTGRES"}
"""Variables that the README tells of and that are no setting of the bot's."""
PARTS = ["## Context", "## Decision", "## Evidence", "## Consequence"]
LONGEST_RECORD = 60


def documents() -> list[Path]:
    """Every Markdown file of the checkout that somebody has written."""
    return sorted(
        file
        for file in ROOT.rglob("*.md")
        for parts in [file.relative_to(ROOT).parts]
        if not any(part.startswith(".") for part in parts) and parts[0] not in NOT_OURS
    )


def code_in(file: Path) -> str:
    """All that stands in a file as code, piece by piece in lines of their own."""
    return "\n".join(CODE.findall(file.read_text(encoding="utf-8")))


def commands() -> set[str]:
    """Every command of the command line by its full name: "jawara catalog load"."""
    return set(_below(typer.main.get_command(command_line(None)), "jawara"))


def _below(command: Any, name: str) -> Iterator[str]:
    groups: dict[str, Any] | None = getattr(command, "commands", None)
    if groups is None:
        yield name
        return
    for word, below in groups.items():
        yield from _below(below, f"{name} {word}")


def wrong(complaints: Callable[[Path], list[str]]) -> dict[str, list[str]]:
    """What is wrong in which document; empty where all is well."""
    found = {str(file.relative_to(ROOT)): complaints(file) for file in documents()}
    return {file: what for file, what in found.items() if what}


def test_every_link_leads_somewhere() -> None:
    def dead(file: Path) -> list[str]:
        links = LINK.findall(file.read_text(encoding="utf-8"))
        return [link for link in links if not (file.parent / link).exists()]

    assert wrong(dead) == {}


def test_every_make_target_named_is_one() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))

    def unknown(file: Path) -> list[str]:
        return sorted(set(re.findall(r"\bmake ([a-z][a-z-]*)", code_in(file))) - targets)

    assert wrong(unknown) == {}


def test_every_command_named_is_one() -> None:
    heads = {" ".join(name.split()[:2]) for name in commands()}

    def unknown(file: Path) -> list[str]:
        named = re.findall(r"(?:^|[`/ ])(jawara [a-z][a-z-]+)", code_in(file), re.MULTILINE)
        return sorted(set(named) - heads)

    assert wrong(unknown) == {}


def test_the_readme_tells_of_every_setting_and_of_no_other() -> None:
    settings = {f"JAWARA_{each.name.upper()}" for each in fields(Settings)}
    assert set(re.findall(r"JAWARA_[A-Z_]+", README)) == settings | BESIDES


def test_the_readme_tells_of_every_command() -> None:
    by_make = {"jawara demo", "jawara run"}
    untold = [name for name in sorted(commands() - by_make) if f"`{name}" not in README]
    assert untold == []


def test_the_readme_shows_every_room() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    rooms = project["tool"]["importlinter"]["root_packages"]
    shown = re.findall(r"^\| `([a-z]+)/` \|", README, re.MULTILINE)
    assert sorted(shown) == sorted(rooms)


def test_decisions_are_numbered_listed_and_short() -> None:
    folder = ROOT / "docs" / "decisions"
    records = sorted(folder.glob("[0-9]*.md"))
    index = (folder / "README.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| \[\d{4}\]\(([^)]+)\)", index, re.MULTILINE) == [r.name for r in records]
    numbers = [record.name[:4] for record in records]
    assert numbers == [f"{number:04}" for number in range(1, len(records) + 1)]
    for record in records:
        lines = record.read_text(encoding="utf-8").splitlines()
        assert [line for line in lines if line.startswith("## ")] == PARTS
        assert len(lines) <= LONGEST_RECORD
