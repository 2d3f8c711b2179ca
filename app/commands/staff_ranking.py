"""`jawara staff ranking`, `override`, `approve-override`, `refuse-override`: the ranked list, and
what two people together may move on it.
"""

from typing import Annotated

import typer
from sqlalchemy.orm import Session

from app.commands.selection_inputs import By, Number, Programme, Wave, hold, name_of
from app.commands.selection_refusals import refusing
from app.commands.terminal import TIME, present, say, transaction, zone
from intake.seats.seats import HeldClass
from intake.selection.errors import NoRanking
from intake.selection.override_rows import OverrideView, overrides_of
from intake.selection.overrides import approve_override, ask_override, refuse_override
from intake.selection.ranking import current_ranking, ranked
from storage.models import Ranking


def add_to(cli: typer.Typer) -> None:
    for command in (ranking, override):
        cli.command()(command)
    cli.command("approve-override")(approve)
    cli.command("refuse-override")(refuse_move)


def ranking(programme: Programme, wave: Wave = None) -> None:
    """Show the ranked list, and what was moved on it."""
    with refusing(), transaction() as session:
        drawn = _current(session, hold(session, programme, wave))
        lines, moves = ranked(session, drawn.id), overrides_of(session, drawn.id)
        say(f"{drawn.state}, drawn {drawn.drawn_at.astimezone(zone()).strftime(TIME)}")
    for line in lines:
        verdict = "" if line.passed else "  below the mark, or absent"
        moved = "" if line.rank == line.drawn_rank else f"  (drawn as {line.drawn_rank})"
        say(f"{line.rank:4}  {line.number}  {line.total / 100:6.2f}  {line.state}{moved}{verdict}")
    for move in moves:
        say(f"move {move.id}: {move.number} to {move.to_rank}, {move.reason} ({_decided(move)})")


def override(
    number: Number,
    to_rank: Annotated[int, typer.Argument(help="From 1.")],
    why: Annotated[str, typer.Option("--why", help="Everybody on the list can read it.")],
    by: By = "",
) -> None:
    """Ask for another rank than the scores give; somebody else has to approve it."""
    with refusing(), transaction() as session:
        asked = ask_override(
            session, number, to_rank=to_rank, reason=why, actor=name_of(by), now=present()
        )
    say(f"move {asked.id} waits for a second person: jawara staff approve-override {asked.id}")


def approve(move: Annotated[int, typer.Argument(help="Its number.")], by: By = "") -> None:
    """A second person's yes to a move on the list."""
    with refusing(), transaction() as session:
        done = approve_override(session, move, actor=name_of(by), now=present())
    say(f"{done.number} stands at {done.to_rank}")


def refuse_move(
    move: Annotated[int, typer.Argument(help="Its number.")],
    why: Annotated[str, typer.Option("--why", help="Whoever asked for it can read it.")],
    by: By = "",
) -> None:
    """A second person's no; or whoever asked for it takes it back."""
    with refusing(), transaction() as session:
        done = refuse_override(session, move, reason=why, actor=name_of(by), now=present())
    say(f"{done.number} stays where it is")


def _decided(move: OverrideView) -> str:
    if move.approved_by:
        return f"approved by {move.approved_by}"
    return f"refused by {move.refused_by}" if move.refused_by else "not approved yet"


def _current(session: Session, held: HeldClass) -> Ranking:
    drawn = current_ranking(session, held.id)
    if drawn is None:
        raise NoRanking
    return drawn
