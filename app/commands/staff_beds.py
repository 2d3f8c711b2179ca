"""`jawara staff beds`: the dormitory of a wave, and beds granted or given back at the counter."""

import getpass
from collections.abc import Callable
from typing import Annotated, Any

import typer
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.commands.terminal import TIME, present, refuse, say, transaction, zone
from intake.applications import errors
from intake.applications.changes import by_staff
from intake.applications.rows import application_by_number
from intake.beds import errors as bed_errors
from intake.beds.beds import grant_bed, take_bed_back
from intake.beds.houses import House, house_of
from intake.beds.rows import BedLine, bed_lines, count_beds
from people.staff import EVERYWHERE
from storage.models import Wave
from storage.vault import vault_of

REFUSED: dict[type[Exception], Callable[[Any], str]] = {
    errors.NoSuchApplication: lambda _: "there is no such application",
    errors.ReasonMissing: lambda _: "say --why: it is kept on record",
    bed_errors.NoDormitory: lambda _: (
        "its provider has no dormitory in the catalogue: write it into providers.yaml"
    ),
    bed_errors.NoSeat: lambda e: f"it is {e.state}: only who has a seat can have a bed",
    bed_errors.BedsUnknown: lambda _: (
        "nobody has told how many beds there are: write it into providers.yaml, with its source"
    ),
    bed_errors.NoBedFree: lambda _: (
        "all beds for them are granted: jawara staff beds shows whose could be given back"
    ),
    bed_errors.NoBed: lambda _: "they have no bed that could be given back",
}


def beds(
    code: Annotated[str, typer.Argument(help="The wave's code: PBK-2026-1")],
    grant: Annotated[str, typer.Option("--grant", help="An application's number.")] = "",
    let_go: Annotated[str, typer.Option("--let-go", help="An application's number.")] = "",
    why: Annotated[str, typer.Option("--why", help="Kept on record.")] = "",
    by: Annotated[str, typer.Option("--by", help="Who does it.")] = "",
) -> None:
    """Show who sleeps in the dormitory and who waits for a bed; grant one, or take one back."""
    if grant and let_go:
        refuse("say either --grant or --let-go")
    try:
        with transaction() as session:
            wave_id = _id_of(session, code)
            if grant or let_go:
                _move(session, wave_id, grant, let_go, why, by_staff(by or getpass.getuser()))
            _show(session, wave_id)
    except tuple(REFUSED) as error:
        refuse(REFUSED[type(error)](error))


def _move(session: Session, wave_id: int, grant: str, let_go: str, why: str, actor: str) -> None:
    found = application_by_number(session, grant or let_go)
    if found.wave_id != wave_id:
        raise errors.NoSuchApplication(found.id)
    move = grant_bed if grant else take_bed_back
    move(session, found.id, rights=EVERYWHERE, actor=actor, why=why, now=present())
    say(f"{found.number} {'has a bed' if grant else 'has given the bed back'}")


def _show(session: Session, wave_id: int) -> None:
    house = house_of(session, wave_id)
    if house is None:
        raise bed_errors.NoDormitory
    if not house.sides:
        say("there is a dormitory; nobody has told how many beds it has")
    for side, count in count_beds(session, house).items():
        say(
            f"{side}: {count.beds} beds, {count.granted} granted, {count.free} free; "
            f"{count.waiting} wait"
        )
    say(_order(house))
    vault = vault_of(session)
    for line in bed_lines(session, house):
        say(_line(line, vault.open(line.name_sealed)))


def _order(house: House) -> str:
    order = (
        "who lives in another regency or city first, then by rank"
        if house.far_first
        else ("by rank, then by who applied first")
    )
    if house.given_at is None:
        return f"given to each who asks; the reserve {order}"
    return f"given from {house.given_at.astimezone(zone()).strftime(TIME)} on, {order}"


def _line(line: BedLine, name: str) -> str:
    return f"{line.number}  {line.state:8}  {line.side:5}  {name}"


def _id_of(session: Session, code: str) -> int:
    found = session.scalar(select(Wave.id).where(Wave.code == code))
    if found is None:
        refuse(f"there is no wave {code}")
    return found
