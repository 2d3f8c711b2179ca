"""`jawara staff placement` and `placements`: how a promise of placement is kept."""

import getpass
from functools import partial
from pathlib import Path
from typing import Annotated

import typer
from sqlalchemy.orm import Session

from app.commands.selection_inputs import Wave
from app.commands.staff_certificates import class_of
from app.commands.staff_lists import take_list
from app.commands.terminal import local_moment, present, refuse, say, transaction
from intake.applications.errors import NoSuchApplication, ReasonMissing
from intake.placement.errors import CompanyMissing, NoPromise
from intake.placement.promise_counts import PromiseTally, count_placements
from intake.placement.promise_lists import HEADINGS, put_placements
from intake.placement.promise_rows import PlacementState, PlacementView, class_placements
from intake.placement.promises import record_placement
from intake.training.errors import NoTrainee
from intake.training.trainees import application_id_of
from people.staff import EVERYWHERE

DAY = "%Y-%m-%d"
HIGHEST_WAGE = 999_999_999


def add_to(cli: typer.Typer) -> None:
    cli.command()(placement)
    cli.command()(placements)


def placement(
    number: Annotated[str, typer.Argument(help="The application's: SOFT-2025-11-0003")],
    state: Annotated[
        PlacementState, typer.Argument(help="introduced, placed, not_placed or declined")
    ],
    company: Annotated[str, typer.Option("--company", help="Which one.")] = "",
    since: Annotated[str, typer.Option("--since", help="Working since: 2026-12-15")] = "",
    wage: Annotated[
        int | None, typer.Option("--wage", min=1, max=HIGHEST_WAGE, help="Rupiah a month.")
    ] = None,
    why: Annotated[str, typer.Option("--why", help="Why not, or no longer.")] = "",
    by: Annotated[str, typer.Option("--by", help="Who says so.")] = "",
) -> None:
    """What has become of one graduate; they are told, and asked whether it is so."""
    if state is PlacementState.PROMISED:
        refuse("say one of introduced, placed, not_placed, declined")
    since_day = local_moment(since, DAY).date() if since else None
    with transaction() as session:
        try:
            done = record_placement(
                session,
                application_id_of(session, number),
                state,
                EVERYWHERE,
                company=company,
                since=since_day,
                wage=wage,
                reason=why,
                actor=by or getpass.getuser(),
                now=present(),
            )
        except NoSuchApplication:
            refuse(f"there is no application {number}")
        except NoTrainee:
            refuse(f"{number} has no seat in a class")
        except NoPromise:
            refuse(f"nobody has promised {number} a placement")
        except (CompanyMissing, ReasonMissing) as error:
            refuse(_words(error))
    say(_line(done))


def placements(
    programme: Annotated[str, typer.Argument(help="The programme's slug: soft-skill")],
    file: Annotated[Path | None, typer.Argument(help="A list: .xlsx or .csv")] = None,
    wave: Wave = None,
    by: Annotated[str, typer.Option("--by", help="Who says so.")] = "",
) -> None:
    """A class's placements and how the promise is kept; or take them from a file."""
    with transaction() as session:
        class_id = class_of(session, programme, wave)
        try:
            if file is not None:
                say(_put(session, class_id, file, by or getpass.getuser()))
            found = class_placements(session, class_id, EVERYWHERE)
        except NoPromise:
            refuse(f"nobody has promised a placement to who takes {programme}")
        tally = count_placements(session, found, now=present())
    for view in found:
        say(_line(view))
    for line in _numbers(tally):
        say(line)


def _put(session: Session, class_id: int, file: Path, actor: str) -> str:
    take = partial(put_placements, session, class_id, rights=EVERYWHERE, actor=actor, now=present())
    return take_list(file, HEADINGS, _words, take)


def _words(error: Exception) -> str:
    match error:
        case CompanyMissing():
            return "introduced to, or working at, which company?"
        case ReasonMissing():
            return "say why: not placed, declined, or no longer there"
        case _:
            return str(error)


def _line(view: PlacementView) -> str:
    facts = (
        view.company,
        None if view.since is None else f"since {view.since:%Y-%m-%d}",
        None if view.wage is None else f"Rp {view.wage}",
        view.reason,
        None if view.answer is None else f"they say: {view.answer}",
    )
    told = [view.trainee.number, f"{view.state.value:10}", view.trainee.name]
    return "  ".join([*told, *(fact for fact in facts if fact)])


def _numbers(tally: PromiseTally) -> list[str]:
    late = f"in time {tally.in_time}, overdue {tally.overdue}, no date named {tally.undated}"
    return [
        f"promised {tally.promised}",
        f"kept: confirmed {tally.confirmed}, told by the provider alone {tally.told}",
        f"denied by the graduate {tally.contradicted}",
        f"not placed {tally.not_placed}, declined {tally.declined}",
        f"open {tally.open}: {late}",
        f"not placed, and at work by their own word {tally.open_at_work}",
        f"placed, and without work by their own word {tally.placed_without}",
    ]
