"""What commands of a selection share: which class is meant, and who does it."""

import getpass
from typing import Annotated

import typer
from sqlalchemy.orm import Session

from app.commands.terminal import refuse, zone
from intake.applications.classes import find_class
from intake.seats.seats import HeldClass, hold_class

Programme = Annotated[str, typer.Argument(help="The programme's slug: las-smaw-a")]
Number = Annotated[str, typer.Argument(help="PBK-2025-3-0001")]
Wave = Annotated[str | None, typer.Option("--wave", help="The wave's slug, where several fit.")]
By = Annotated[str, typer.Option("--by", help="Who does it; else whoever is logged in.")]


def hold(session: Session, programme: str, wave: str | None) -> HeldClass:
    found = find_class(session, programme, wave_slug=wave)
    if not found:
        refuse(f"{programme} has no class in {wave or 'a wave that is not finished'}")
    if len(found) > 1:
        slugs = ", ".join(slug for slug, _ in found)
        refuse(f"several waves have it, name one with --wave: {slugs}")
    return hold_class(session, found[0][1], zone())


def name_of(by: str) -> str:
    return by or getpass.getuser()
