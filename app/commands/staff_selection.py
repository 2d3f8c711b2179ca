"""`jawara staff seats`, `score`, `scores`, `rank`, `ranking`, `announce`, `confirm`, `let-go`: from
the marks of a test to who has a seat.
"""

import getpass
from pathlib import Path
from typing import Annotated

import typer
from sqlalchemy.orm import Session

from app.commands.selection_refusals import refusing, told_mistake
from app.commands.terminal import TIME, local_moment, present, refuse, say, transaction, zone
from catalog.selection import PARTS
from intake.application_rows import application_by_number
from intake.changes import by_staff
from intake.classes import find_class
from intake.offers import confirm
from intake.overrides import approve_override, ask_override, overrides_of
from intake.ranking import current_ranking, rank_applicants, ranked
from intake.reserve import let_go
from intake.results import schedule_results
from intake.score_files import BadScoreFile, read_points, read_scores
from intake.scores import Mark, record_marks
from intake.seats import HeldClass, count_seats, hold_class
from intake.selection_errors import NoRanking
from storage.models import Ranking

Programme = Annotated[str, typer.Argument(help="The programme's slug: las-smaw-a")]
Number = Annotated[str, typer.Argument(help="PBK-2025-3-0001")]
Wave = Annotated[str | None, typer.Option("--wave", help="The wave's slug, where several fit.")]
By = Annotated[str, typer.Option("--by", help="Who does it; else whoever is logged in.")]


def add_to(cli: typer.Typer) -> None:
    for command in (seats, score, scores, rank, ranking, override, announce):
        cli.command()(command)
    cli.command("approve-override")(approve)
    cli.command("confirm")(confirm_seat)
    cli.command("let-go")(let_seat_go)


def seats(programme: Programme, wave: Wave = None) -> None:
    """How many seats a class has, and how they stand."""
    with transaction() as session:
        held = _hold(session, programme, wave)
        counted = count_seats(session, [held.id])[held.id]
    if held.capacity is None:
        say(f"{programme}: nobody has told how many seats there are")
        return
    say(
        f"{programme}: {counted.seats} seats, {counted.confirmed} confirmed, {counted.offered} "
        f"offered, {counted.free} free; {counted.waiting} on the reserve"
    )


def score(
    number: Number,
    part: Annotated[str, typer.Argument(help=f"Of {', '.join(PARTS)}.")],
    points: Annotated[str, typer.Argument(help='"81,25", or "absent"')],
    by: By = "",
) -> None:
    """Write down how somebody did in one part of the selection."""
    absent = points.lower() == "absent"
    read = None if absent else read_points(points)
    if read is None and not absent:
        refuse(f'{points!r} is no score; write points of 100 as "81,25", or "absent"')
    mark = Mark(number, part, attended=not absent, score=read)
    with refusing(), transaction() as session:
        record_marks(session, [mark], actor=_name(by), now=present())
    say(f"{number.upper()}, {part}: {points}")


def scores(
    programme: Programme,
    file: Annotated[Path, typer.Argument(help="XLSX or CSV: nomor, tes, wawancara")],
    wave: Wave = None,
    by: By = "",
) -> None:
    """Read a class's scores from a file, all of them or none."""
    try:
        marks = read_scores(file.read_bytes())
    except OSError as error:
        refuse(f"{file}: {error.strerror}")
    except BadScoreFile as error:
        lines = "\n".join(f"  {told_mistake(mistake)}" for mistake in error.mistakes)
        refuse(f"nothing was taken of {file}:\n{lines}")
    with refusing(), transaction() as session:
        held = _hold(session, programme, wave)
        new = record_marks(session, marks, class_id=held.id, actor=_name(by), now=present())
    say(f"{len(marks)} scores read, {new} of them new or changed")


def rank(programme: Programme, wave: Wave = None, by: By = "") -> None:
    """Draw up the ranked list from the scores as they stand."""
    with refusing(), transaction() as session:
        held = _hold(session, programme, wave)
        drawn = rank_applicants(session, held, actor=_name(by), now=present())
        lines, fingerprint = len(ranked(session, drawn.id)), drawn.fingerprint
    say(f"{lines} people ranked; fingerprint of the list: {fingerprint[:16]}")


def ranking(programme: Programme, wave: Wave = None) -> None:
    """Show the ranked list, and what was moved on it."""
    with refusing(), transaction() as session:
        drawn = _current(session, _hold(session, programme, wave))
        lines, moves = ranked(session, drawn.id), overrides_of(session, drawn.id)
        say(f"{drawn.state}, drawn {drawn.drawn_at.astimezone(zone()).strftime(TIME)}")
    for line in lines:
        verdict = "" if line.passed else "  below the mark, or absent"
        moved = "" if line.rank == line.drawn_rank else f"  (drawn as {line.drawn_rank})"
        say(f"{line.rank:4}  {line.number}  {line.total / 100:6.2f}  {line.state}{moved}{verdict}")
    for move in moves:
        by = f"approved by {move.approved_by}" if move.approved_by else "not approved yet"
        say(f"move {move.id}: {move.number} to {move.to_rank}, {move.reason} ({by})")


def override(
    number: Number,
    to_rank: Annotated[int, typer.Argument(help="From 1.")],
    why: Annotated[str, typer.Option("--why", help="Everybody on the list can read it.")],
    by: By = "",
) -> None:
    """Ask for another rank than the scores give; somebody else has to approve it."""
    with refusing(), transaction() as session:
        asked = ask_override(
            session, number, to_rank=to_rank, reason=why, actor=_name(by), now=present()
        )
    say(f"move {asked.id} waits for a second person: jawara staff approve-override {asked.id}")


def approve(move: Annotated[int, typer.Argument(help="Its number.")], by: By = "") -> None:
    """A second person's yes to a move on the list."""
    with refusing(), transaction() as session:
        done = approve_override(session, move, actor=_name(by), now=present())
    say(f"{done.number} stands at {done.to_rank}")


def announce(
    programme: Programme,
    at: Annotated[str, typer.Option("--at", help='Local time: "2026-12-05 10:00"; else now.')] = "",
    wave: Wave = None,
) -> None:
    """Let the results go out to everybody from one minute on."""
    now = present()
    moment = local_moment(at) if at else now
    with refusing(), transaction() as session:
        schedule_results(session, _hold(session, programme, wave), at=moment, now=now)
    say(f"the results of {programme} go out {moment.astimezone(zone()).strftime(TIME)}")


def confirm_seat(number: Number, by: By = "") -> None:
    """Confirm an offered seat at the counter, for somebody without a phone."""
    with refusing(), transaction() as session:
        found = application_by_number(session, number)
        confirm(session, found.id, actor=by_staff(_name(by)), now=present(), zone=zone())
    say(f"{found.number} has the seat in {found.programme_title}")


def let_seat_go(number: Number, by: By = "") -> None:
    """Give an offered seat back at the counter; it goes to the next of the reserve."""
    with refusing(), transaction() as session:
        found = application_by_number(session, number)
        made = let_go(session, found.id, actor=by_staff(_name(by)), now=present(), zone=zone())
    say(f"{found.number} has let the seat go; {made} of the reserve were offered one")


def _hold(session: Session, programme: str, wave: str | None) -> HeldClass:
    found = find_class(session, programme, wave_slug=wave)
    if not found:
        refuse(f"{programme} has no class in {wave or 'a wave that is not finished'}")
    if len(found) > 1:
        slugs = ", ".join(slug for slug, _ in found)
        refuse(f"several waves have it, name one with --wave: {slugs}")
    return hold_class(session, found[0][1], zone())


def _current(session: Session, held: HeldClass) -> Ranking:
    drawn = current_ranking(session, held.id)
    if drawn is None:
        raise NoRanking
    return drawn


def _name(by: str) -> str:
    return by or getpass.getuser()
