"""Why a command about seats or scores is refused, and what to do instead."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from app.commands.terminal import TIME, refuse, zone
from catalog.selection import PARTS
from intake.applications import errors
from intake.seats import errors as of_seats
from intake.selection import errors as of_selection
from intake.selection.score_files import Mistake

MISTAKES = {
    "no_columns": "a row must name the columns nomor, and tes or wawancara; found: {found}",
    "no_number": "has no registration number",
    "twice": "{found} stands there twice",
    "no_score": (
        '{found!r} is no score; write 0 to 100, with two decimals at most, as "81,25", or "absen"'
    ),
    "formula": "its formula has no stored result; open the file in Excel, save it, send it again",
    "stranger": "no application {found} in this class",
    "gone": "{found} is no longer in the selection",
    "too_many": "more than {found} rows are too many; split the file",
    "too_big": "the file is too big (more than {found} MB); save the scores alone",
    "double": "two columns mean the same ({found}); leave one of them",
    "wide": 'has more cells than columns; save as XLSX, or write "81,25" in quotes',
    "quote": 'a quotation mark (") is not closed',
    "locked": "the file is locked with a password; save it without one",
    "sheets": "several sheets have the same columns ({found}); save each as a file of its own",
    "old_excel": "an old Excel file ({found}); save it as XLSX",
    "unreadable": "this is no readable spreadsheet ({found}); save it as XLSX or CSV",
}


def told_mistake(mistake: Mistake) -> str:
    where = f"row {mistake.row}" + (f", column {mistake.column}" if mistake.column else "")
    return f"{where}: {MISTAKES[mistake.kind].format(found=mistake.found)}"


REFUSALS: dict[type[Exception], Callable[[Any], str]] = {
    errors.NoSuchApplication: lambda e: (
        f"no {_named(e)} in this selection: jawara staff applications lists them"
    ),
    errors.NotPossible: lambda e: f"it is {e.state} and can't be {e.wanted}",
    of_selection.UnknownPart: lambda e: f"there is no part {e.part}; say {' or '.join(PARTS)}",
    of_selection.BadScore: lambda _: "a score lies between 0 and 100, of somebody who came",
    of_selection.NoScore: lambda e: (
        f'{e.told!r} is no score; write points of 100 as "81,25", or "absent"'
    ),
    of_selection.NobodyScored: lambda _: (
        "no score is written down in this class yet: jawara staff scores"
    ),
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
        f"the results go out{_at(e.at)} as the list stands: take them back first, with jawara "
        "staff take-back"
    ),
    of_selection.OverridesPending: lambda e: (
        f"{e.count} moves wait for a second person: jawara staff ranking shows them, jawara staff "
        "approve-override or refuse-override decides"
    ),
    of_selection.NoReason: lambda _: "say why: everybody on the list can read it",
    of_selection.OutOfRange: lambda e: (
        f"those who passed stand at 1 to {e.last}; there is no {e.rank}"
    ),
    of_selection.StandsThere: lambda e: f"they stand at {e.rank} already: name another rank",
    of_selection.NotPassed: lambda e: (
        f"{e.number} is below the mark, or was absent: another rank gives no seat. "
        "Put the scores right instead"
    ),
    of_selection.OverrideSettled: lambda e: f"it is {e.state} already",
    of_selection.TrainingBegun: lambda e: (
        f"the training begins{_at(e.at)}: nobody could take a seat any more"
    ),
    of_selection.NotScheduled: lambda _: "no minute is set for these results",
    of_selection.NoSuchOverride: lambda e: f"no move {e.args[0]} on the list as it is now",
    of_selection.SamePerson: lambda _: "who asked for it can't be the second person",
    errors.DeadlinePast: lambda _: "that time is past: name one still to come",
    of_seats.NoOffer: lambda e: f"no seat is offered to it: it is {e.state}",
    of_seats.NoSeatToGive: lambda e: f"it is {e.state}: there is no seat to give back",
    of_seats.SeatGivenBack: lambda e: (
        f"the seat was given back already, at {_local(e.at)}: nothing has changed"
    ),
    of_seats.OfAGroup: lambda _: (
        "a school has sent them: jawara staff school withdraw takes them out, and tells the school"
    ),
    errors.ReasonMissing: lambda _: "say --why: it is kept on record",
    of_seats.TrainingOver: lambda _: "the training is over: who had a seat keeps what it gave them",
    of_seats.OfferPast: lambda e: f"too late, the offer stood until {_local(e.deadline)}",
    of_seats.ClassFull: lambda e: f"all {e.capacity} seats of this class are taken",
}


@contextmanager
def refusing() -> Iterator[None]:
    """Nothing is kept of what was refused."""
    try:
        yield
    except tuple(REFUSALS) as error:
        refuse(REFUSALS[type(error)](error))


def _named(error: errors.NoSuchApplication) -> str:
    return f"application {error.args[0]}" if error.args else "such application"


def _at(at: datetime | None) -> str:
    return "" if at is None else f" {_local(at)}"


def _since(at: datetime | None) -> str:
    return "" if at is None else f" since {_local(at)}"


def _local(at: datetime) -> str:
    return at.astimezone(zone()).strftime(TIME)
