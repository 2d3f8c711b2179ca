"""Why a command about seats or scores is refused, and what to do instead."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from app.commands.terminal import TIME, refuse, zone
from catalog.selection import PARTS
from intake import errors
from intake import selection_errors as of_selection
from intake.score_files import Mistake

MISTAKES = {
    "no_columns": "needs a column nomor, and tes or wawancara; found: {found}",
    "no_number": "has no registration number",
    "twice": "{found} stands there twice",
    "no_score": '{found!r} is no score; write 0 to 100 as "81,25", or "absen"',
    "too_many": "{found} rows are too many; split the file",
    "unreadable": "this is no readable spreadsheet ({found}); save it as XLSX or CSV",
}


def told_mistake(mistake: Mistake) -> str:
    where = f"row {mistake.row}" + (f", column {mistake.column}" if mistake.column else "")
    return f"{where}: {MISTAKES[mistake.kind].format(found=mistake.found)}"


REFUSALS: dict[type[Exception], Callable[[Any], str]] = {
    errors.NoSuchApplication: lambda e: f"no application {_named(e)}in this class",
    errors.NotPossible: lambda e: f"it is {e.state} and can't be {e.wanted}",
    of_selection.UnknownPart: lambda e: f"there is no part {e.part}; say {' or '.join(PARTS)}",
    of_selection.BadScore: lambda _: "a score lies between 0 and 100, of somebody who came",
    of_selection.NobodyToRank: lambda _: "nobody is in this class's selection",
    of_selection.NoRanking: lambda _: "no list is drawn up yet: jawara staff rank",
    of_selection.AlreadyAnnounced: lambda e: f"results are out{_since(e.at)}: what was told stays",
    of_selection.NoCapacity: lambda _: (
        "nobody has told how many seats there are: write it into the catalogue, as capacity"
    ),
    of_selection.ScoresChanged: lambda _: "scores are newer than the list: jawara staff rank",
    of_selection.NotOnTheList: lambda e: (
        f"{e.count} have applied since the list was drawn up: jawara staff rank"
    ),
    of_selection.ResultsScheduled: lambda e: (
        f"the results go out{_at(e.at)} without it: take them back first, with jawara staff rank"
    ),
    of_selection.OverridesPending: lambda e: f"{e.count} moves wait for a second person",
    of_selection.NoReason: lambda _: "say why: everybody on the list can read it",
    of_selection.OutOfRange: lambda e: f"the list has no rank {e.rank}",
    of_selection.NoSuchOverride: lambda e: f"no move {e.args[0]} on the list as it is now",
    of_selection.SamePerson: lambda _: "who asked for it can't be the second person",
    errors.DeadlinePast: lambda _: "that time is past",
    errors.NoOffer: lambda e: f"no seat is offered to it: it is {e.state}",
    errors.OfferPast: lambda e: f"too late, the offer stood until {_local(e.deadline)}",
    errors.ClassFull: lambda e: f"all {e.capacity} seats of this class are taken",
}


@contextmanager
def refusing() -> Iterator[None]:
    """Nothing is kept of what was refused."""
    try:
        yield
    except tuple(REFUSALS) as error:
        refuse(REFUSALS[type(error)](error))


def _named(error: errors.NoSuchApplication) -> str:
    return f"{error.args[0]} " if error.args else ""


def _at(at: datetime | None) -> str:
    return "" if at is None else f" {_local(at)}"


def _since(at: datetime | None) -> str:
    return "" if at is None else f" since {_local(at)}"


def _local(at: datetime) -> str:
    return at.astimezone(zone()).strftime(TIME)
