"""`jawara staff papers`, `outcomes`: an application's papers, and what has become of graduates."""

import getpass
from datetime import datetime, time
from typing import Annotated

import typer
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.commands.terminal import local_moment, present, refuse, say, transaction, zone
from intake.applications.errors import DeadlinePast, NoSuchApplication, NotPossible
from intake.applications.rows import ApplicationView
from intake.documents.errors import NothingSent, UnknownPaper
from intake.documents.papers import PAPERS, mark_complete, mark_missing
from intake.placement.outcomes import Tally, tallies
from storage.models import Programme, Wave

DAY = "%Y-%m-%d"
LAST_MINUTE = time(23, 59)
COLUMNS = "months  people  employed  self-employed  studying  not yet  unknown  known to work"


def add_to(cli: typer.Typer) -> None:
    for command in (papers, outcomes):
        cli.command()(command)


def papers(
    number: Annotated[str, typer.Argument(help="PBK-2025-3-0001")],
    missing: Annotated[str, typer.Option("--missing", help=f"Of {', '.join(PAPERS)}.")] = "",
    unreadable: Annotated[
        str, typer.Option("--unreadable", help="Sent in the chat, and can't be read.")
    ] = "",
    until: Annotated[str, typer.Option("--until", help="The last day: 2026-12-01")] = "",
    complete: Annotated[bool, typer.Option("--complete", help="Nothing is missing.")] = False,
    by: Annotated[str, typer.Option("--by", help="Who has looked.")] = "",
) -> None:
    """Mark what an application lacks, or that it lacks nothing; the person is told."""
    if complete == bool(missing or unreadable):
        refuse("say either --missing, --unreadable or both, or --complete")
    deadline = _last_moment(until) if until else None
    actor, now = by or getpass.getuser(), present()
    with transaction() as session:
        try:
            if complete:
                marked = mark_complete(session, number, actor=actor, now=now)
            else:
                marked = mark_missing(
                    session, number, _named(missing), unreadable=_named(unreadable),
                    until=deadline, actor=actor, now=now,
                )  # fmt: skip
        except NoSuchApplication:
            refuse(f"there is no application {number}")
        except NotPossible as error:
            refuse(f"{number} is {error.state}: its papers are of no use any more")
        except UnknownPaper as error:
            refuse(f"{error.papers or 'nothing'} is no paper; there are {', '.join(PAPERS)}")
        except NothingSent as error:
            refuse(f"no {error.paper} was sent in the chat: say --missing {error.paper}")
        except DeadlinePast:
            refuse(f"{until} is past")
    say(_told(marked))


def outcomes(
    wave: Annotated[str | None, typer.Option("--wave", help="The wave's code.")] = None,
    programme: Annotated[str | None, typer.Option("--programme", help="Its slug.")] = None,
) -> None:
    """What graduates say has become of them, by months after their training."""
    with transaction() as session:
        if wave is not None:
            _id_of(session, wave)
        if programme is not None and not _is_programme(session, programme):
            refuse(f"there is no programme {programme}")
        counted = tallies(session, wave_code=wave, programme_slug=programme)
    if not counted:
        say("nobody has been asked yet")
        return
    say(COLUMNS)
    for tally in counted:
        say(_line(tally))


def _told(marked: ApplicationView) -> str:
    if not marked.missing_papers:
        return f"{marked.number} lacks nothing"
    until = marked.papers_due_at
    by = "" if until is None else f", until {until.astimezone(zone()).strftime(DAY)}"
    return f"{marked.number} lacks {', '.join(marked.missing_papers)}{by}"


def _line(tally: Tally) -> str:
    numbers = (
        f"{tally.months:6}  {tally.people:6}  {tally.employed:8}  {tally.self_employed:13}  "
        f"{tally.studying:8}  {tally.not_yet:7}  {tally.unknown:7}"
    )
    low, high = tally.working
    left_out = f" ({tally.unreached} could not be asked)" if tally.unreached else ""
    return f"{numbers}  {low:.0%} to {high:.0%}{left_out}"


def _id_of(session: Session, code: str) -> int:
    found = session.scalar(select(Wave.id).where(Wave.code == code))
    if found is None:
        refuse(f"there is no wave {code}")
    return found


def _is_programme(session: Session, slug: str) -> bool:
    return session.scalar(select(Programme.id).where(Programme.slug == slug)) is not None


def _named(papers: str) -> list[str]:
    return [paper.strip().lower() for paper in papers.split(",") if paper.strip()]


def _last_moment(text: str) -> datetime:
    """A deadline includes its day."""
    return datetime.combine(local_moment(text, DAY).date(), LAST_MINUTE, zone())
