"""`jawara staff seats`, `score`, `scores`, `rank`, `announce`, `confirm`, …: from the marks of a
test to who has a seat.
"""

from pathlib import Path
from typing import Annotated

import typer

from app.commands.selection_inputs import By, Number, Programme, Wave, hold, name_of
from app.commands.selection_refusals import refusing, told_mistake
from app.commands.terminal import TIME, local_moment, present, refuse, say, transaction, zone
from catalog.selection import PARTS
from intake.applications.changes import by_staff
from intake.applications.rows import application_by_number
from intake.seats.counter import confirm_for, let_go_for
from intake.seats.seats import count_seats
from intake.selection.override_rows import count_dropped
from intake.selection.ranking import rank_applicants, ranked
from intake.selection.results import forecast, schedule_results, take_back_results
from intake.selection.score_files import BadScoreFile, mark_of, read_scores, record_scores
from intake.selection.scores import record_marks


def add_to(cli: typer.Typer) -> None:
    for command in (seats, score, scores, rank, announce):
        cli.command()(command)
    cli.command("take-back")(take_back)
    cli.command("confirm")(confirm_seat)
    cli.command("let-go")(let_seat_go)


def seats(programme: Programme, wave: Wave = None) -> None:
    """How many seats a class has, and how they stand."""
    with transaction() as session:
        held = hold(session, programme, wave)
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
    with refusing(), transaction() as session:
        mark = mark_of(number, part, points)
        record_marks(session, [mark], actor=name_of(by), now=present())
    say(f"{number.upper()}, {part}: {points}")


def scores(
    programme: Programme,
    file: Annotated[Path, typer.Argument(help="XLSX or CSV: nomor, tes, wawancara")],
    wave: Wave = None,
    by: By = "",
) -> None:
    """Read a class's scores from a file, all of them or none."""
    try:
        sheet = read_scores(file.read_bytes())
        with refusing(), transaction() as session:
            held = hold(session, programme, wave)
            new = record_scores(session, held.id, sheet, actor=name_of(by), now=present())
    except OSError as error:
        refuse(f"{file}: {error.strerror}")
    except BadScoreFile as error:
        lines = "\n".join(f"  {told_mistake(mistake)}" for mistake in error.mistakes)
        refuse(f"nothing was taken of {file}:\n{lines}")
    say(f"{len(sheet.marks)} scores read, {new} of them new or changed")


def rank(programme: Programme, wave: Wave = None, by: By = "") -> None:
    """Draw up the ranked list from the scores as they stand."""
    with refusing(), transaction() as session:
        held = hold(session, programme, wave)
        drawn = rank_applicants(session, held, actor=name_of(by), now=present())
        lines, fingerprint = len(ranked(session, drawn.id)), drawn.fingerprint
        dropped = count_dropped(session, drawn.id)
    say(f"{lines} people ranked; fingerprint of the list: {fingerprint[:16]}")
    if dropped:
        say(f"{dropped} moves on the list before hold no longer: ask again for what is needed")


def announce(
    programme: Programme,
    at: Annotated[str, typer.Option("--at", help='Local time: "2026-12-05 10:00"; else now.')] = "",
    wave: Wave = None,
    by: By = "",
) -> None:
    """Let the results go out to everybody from one minute on."""
    now = present()
    moment = local_moment(at) if at else now
    with refusing(), transaction() as session:
        held = hold(session, programme, wave)
        told = forecast(session, held, at=moment, now=now)
        schedule_results(session, held, at=moment, actor=name_of(by), now=now)
    say(
        f"the results of {programme} go out {moment.astimezone(zone()).strftime(TIME)}: "
        f"{told.offered} are offered a seat, {told.reserve} are on the reserve, "
        f"{told.not_selected} are not selected, as it stands now"
    )


def take_back(programme: Programme, wave: Wave = None, by: By = "") -> None:
    """Take back the minute that was set: nothing goes out, and the list can be changed again."""
    with refusing(), transaction() as session:
        held = hold(session, programme, wave)
        take_back_results(session, held, actor=name_of(by), now=present())
    say(f"the results of {programme} do not go out until they are announced anew")


def confirm_seat(number: Number, by: By = "") -> None:
    """Confirm an offered seat at the counter, for somebody without a phone; the person is told."""
    with refusing(), transaction() as session:
        found = application_by_number(session, number)
        confirm_for(session, found.id, actor=by_staff(name_of(by)), now=present(), zone=zone())
    say(f"{found.number} has the seat in {found.programme_title}")


def let_seat_go(
    number: Number,
    why: Annotated[str, typer.Option("--why", help="Kept on record; the person reads it.")],
    by: By = "",
) -> None:
    """Give a seat back at the counter, offered or confirmed; it goes to the next of the reserve."""
    with refusing(), transaction() as session:
        found = application_by_number(session, number)
        actor, now = by_staff(name_of(by)), present()
        made = let_go_for(session, found.id, actor=actor, why=why, now=now, zone=zone())
    say(f"{found.number} has let the seat go; {made} of the reserve were offered one")
