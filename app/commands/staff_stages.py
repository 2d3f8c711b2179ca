"""`jawara staff stages`, `advance`, `add-stage`, `move-stage`, `drop-stage`: a wave's timeline."""

import getpass
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Annotated, Any

import typer
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.commands.selection_refusals import REFUSALS
from app.commands.terminal import TIME, local_moment, present, refuse, say, transaction, zone
from catalog import errors
from catalog.stages import OF_THE_WAVE, add_stage, drop_stage, move_stage
from catalog.timeline import KINDS, Leg, history_of
from intake.applications.changes import by_staff
from intake.applications.errors import ReasonMissing
from intake.waves import errors as stage_errors
from intake.waves.moves import advance
from intake.waves.timelines import Standing, Step, Timeline, timeline_of
from people.staff import EVERYWHERE
from storage.models import StageMove, Wave

OWN = tuple(kind for kind in KINDS if kind not in OF_THE_WAVE)
WORDS = {
    Standing.DONE: "done",
    Standing.NOW: "now",
    Standing.LATE: "late",
    Standing.AHEAD: "",
}

NOTED = {
    ("reregistration", "ended"): (
        "seats already offered can still be confirmed until the deadline people were told"
    )
}
"""What a move leaves as it is, though one may expect otherwise; said before it and after."""

Code = Annotated[str, typer.Argument(help="The wave's code: PBK-2026-1")]
Kind = Annotated[str, typer.Argument(help=f"Of {', '.join(OWN)}.")]
By = Annotated[str, typer.Option("--by", help="Who does it; else whoever is logged in.")]
Start = Annotated[str, typer.Argument(help='Local time: "2026-11-25 09:00"')]


REFUSED: dict[type[Exception], Callable[[Any], str]] = {
    ReasonMissing: REFUSALS[ReasonMissing],
    stage_errors.NothingToMove: lambda _: "that is done: jawara staff stages {code} shows when",
    stage_errors.OutOfOrder: lambda e: (
        f"{e.kind} {e.move} comes first: jawara staff advance {{code}}"
    ),
    stage_errors.ResultsNotReady: lambda e: (
        "nothing goes out while these are not ready:\n"
        + "\n".join(f"  {title}: {_why(one)}" for title, one in e.why.items())
    ),
    stage_errors.ResultsOnTheirWay: lambda _: (
        "every list has its minute; the stage ends by itself when the last one is out"
    ),
    errors.WaveCannotMove: lambda e: (
        f"as its dates are it is {e.state} and can't be {e.wanted}; a registration is opened "
        "until a time with jawara staff open-wave {code} TIME"
    ),
    errors.UnknownStage: lambda e: (
        f"{e.kind} is none of {', '.join(OWN)}; the others follow the wave's own dates"
    ),
    errors.NoSuchStage: lambda e: "{code} has no stage " + f"{e}: jawara staff add-stage adds one",
    errors.StageThere: lambda e: f"there is a stage {e}: jawara staff move-stage moves it",
    errors.StageEndsTooEarly: lambda _: "it would end before it begins",
    errors.StageOutOfPlace: lambda e: (
        f"{e.kind} begins {_local(e.starts_at)}: choose a time that keeps the order"
    ),
    errors.OfTheCatalogue: lambda e: (
        f"{e} stands in the catalogue: take it out of waves.yaml and load that"
    ),
}
"""`{code}` is the wave's."""


def add_to(cli: typer.Typer) -> None:
    cli.command()(stages)
    cli.command("advance")(move_on)
    cli.command("add-stage")(add)
    cli.command("move-stage")(reschedule)
    cli.command("drop-stage")(drop)


def stages(code: Code) -> None:
    """Show a wave's timeline: what is done, what is next, and what is on record."""
    with transaction() as session:
        timeline = timeline_of(session, _id_of(session, code))
        history = list(history_of(session, timeline.wave_id))
        session.expunge_all()
    for leg in timeline.legs:
        say(_leg_line(timeline, leg))
    step = timeline.next
    if step is None:
        say("all of it is done")
    else:
        due = "no date is told" if step.due_at is None else _local(step.due_at)
        say(f"next: {_named(step)} ({due}){_noted(step)}")
    for move in history:
        say(_history_line(move))


def move_on(
    code: Code,
    why: Annotated[str, typer.Option("--why", help="Kept on record.")],
    stage: Annotated[
        str | None, typer.Option("--stage", help="Only if it is this one's turn.")
    ] = None,
    by: By = "",
) -> None:
    """Make a wave's next move now: a stage begins or ends, people are invited, results go out."""
    with _refusing(code), transaction() as session:
        step = advance(
            session,
            _id_of(session, code),
            stage,
            rights=EVERYWHERE,
            actor=_name(by),
            why=_reason(why),
            now=present(),
            zone=zone(),
        )
    say(f"{code}: {_named(step)}{_noted(step)}")


def add(
    code: Code,
    stage: Kind,
    start: Start,
    end: Annotated[str, typer.Option("--end", help="Local time, as the beginning.")] = "",
    why: Annotated[str, typer.Option("--why", help="Kept on record.")] = "",
    by: By = "",
) -> None:
    """Add a stage that the catalogue lacks; loading the catalogue leaves it there."""
    starts_at, now = _ahead(start), present()
    ends_at = local_moment(end) if end else None
    with _refusing(code), transaction() as session:
        add_stage(
            session, _id_of(session, code), stage,
            starts_at=starts_at, ends_at=ends_at, actor=_name(by), why=why or None, now=now,
        )  # fmt: skip
    say(f"{code} has a stage {stage}, from {_local(starts_at)}")


def reschedule(
    code: Code,
    stage: Annotated[str, typer.Argument(help="test, interview, reregistration, …")],
    start: Start,
    why: Annotated[str, typer.Option("--why", help="Kept on record.")] = "",
    by: By = "",
) -> None:
    """Give a wave's stage another time, as long as before; who was told the old one is told."""
    starts_at, now = _ahead(start), present()
    with _refusing(code), transaction() as session:
        wave_id = _id_of(session, code)
        move_stage(
            session, wave_id, stage,
            starts_at=starts_at, actor=_name(by), why=why or None, now=now,
        )  # fmt: skip
    say(f"{code}, {stage} now begins {_local(starts_at)}")


def drop(
    code: Code,
    stage: Kind,
    why: Annotated[str, typer.Option("--why", help="Kept on record.")],
    by: By = "",
) -> None:
    """Take away a stage that staff have added."""
    with _refusing(code), transaction() as session:
        wave_id = _id_of(session, code)
        drop_stage(session, wave_id, stage, actor=_name(by), why=_reason(why), now=present())
    say(f"{code} has no stage {stage} any more")


@contextmanager
def _refusing(code: str) -> Iterator[None]:
    """Nothing is kept of what was refused; what to do instead is said."""
    try:
        yield
    except tuple(REFUSED) as error:
        refuse(REFUSED[type(error)](error).replace("{code}", code))


def _named(step: Step) -> str:
    return f"{step.kind} {step.move}"


def _noted(step: Step) -> str:
    note = NOTED.get((step.kind, step.move))
    return "" if note is None else f"\n{note}"


def _leg_line(timeline: Timeline, leg: Leg) -> str:
    start = "no date" if leg.starts_at is None else _local(leg.starts_at)
    end = "" if leg.ends_at is None else f" to {_local(leg.ends_at)}"
    ours = "  (added by staff)" if leg.by_hand else ""
    return f"{WORDS[timeline.standing(leg.kind)]:5}  {leg.kind:14}  {start}{end}{ours}"


def _history_line(move: StageMove) -> str:
    why = f": {move.reason}" if move.reason else ""
    return f"{_local(move.at)}  {move.kind} {move.move}  by {move.actor}{why}"


def _why(error: Exception) -> str:
    return REFUSALS[type(error)](error)


def _ahead(start: str) -> datetime:
    starts_at = local_moment(start)
    if starts_at <= present():
        refuse(f"{start} is past: a stage is given a time still to come")
    return starts_at


def _id_of(session: Session, code: str) -> int:
    found = session.scalar(select(Wave.id).where(Wave.code == code))
    if found is None:
        refuse(f"there is no wave {code}")
    return found


def _reason(why: str) -> str:
    """Raises ReasonMissing."""
    if not why.strip():
        raise ReasonMissing
    return why


def _name(by: str) -> str:
    return by_staff(by or getpass.getuser())


def _local(at: datetime) -> str:
    return at.astimezone(zone()).strftime(TIME)
