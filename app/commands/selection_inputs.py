"""What commands of a selection share: which class is meant, and who does it."""

import getpass
from collections.abc import Sequence
from typing import Annotated, TypeVar

import typer
from sqlalchemy.orm import Session

from app.commands.terminal import refuse, zone
from intake.applications.classes import find_class
from intake.seats.seats import HeldClass, hold_class

T = TypeVar("T")

Programme = Annotated[str, typer.Argument(help="The programme's slug: las-smaw-a")]
Number = Annotated[str, typer.Argument(help="PBK-2025-3-0001")]
Wave = Annotated[str | None, typer.Option("--wave", help="The wave's code, where several fit.")]
By = Annotated[str, typer.Option("--by", help="Who does it; else whoever is logged in.")]


def hold(session: Session, programme: str, wave: str | None) -> HeldClass:
    found = find_class(session, programme, wave=wave)
    nothing = f"{programme} has no class in {wave or 'a wave that is not finished'}"
    return hold_class(session, only_one(found, nothing), zone())


def only_one(found: Sequence[tuple[str, T]], nothing: str) -> T:
    """Of (wave's code, what is meant). Refused where there is none, or several: which is said."""
    if not found:
        refuse(nothing)
    if len(found) > 1:
        codes = ", ".join(code for code, _ in found)
        refuse(f"several waves have it, name one with --wave: {codes}")
    return found[0][1]


def name_of(by: str) -> str:
    return by or getpass.getuser()
