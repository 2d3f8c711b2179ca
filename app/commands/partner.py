"""`jawara partner`: partners' feeds, and the vacancies that came of them."""

import asyncio
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, NoReturn
from zoneinfo import ZoneInfo

import typer
from sqlalchemy.orm import Session

from app.logs import set_up_logs
from app.opening import open_database
from app.settings import read_settings
from storage.database import Database
from storage.models import Feed
from vacancies.cards import Card
from vacancies.errors import FeedExists, UnknownFeed, UnknownPartner
from vacancies.feed_rows import Outcome, add_feed, due_feeds, find_source, list_feeds
from vacancies.feeds import read_sources
from vacancies.fetching import is_web_address, without_password
from vacancies.listing import Filters, list_vacancies

cli = typer.Typer(help="Partners' feeds and their vacancies, for staff.", no_args_is_help=True)
feed = typer.Typer(help="Where vacancies are read from.", no_args_is_help=True)
vacancies = typer.Typer(help="What was read.", no_args_is_help=True)
cli.add_typer(feed, name="feed")
cli.add_typer(vacancies, name="vacancies")

TIME = "%Y-%m-%d %H:%M"


@feed.command()
def add(
    partner: Annotated[str, typer.Argument(help="The partner's slug: pt-supra")],
    location: Annotated[str, typer.Argument(help="An http(s) address, or a file of this server.")],
    every: Annotated[int, typer.Option("--every", min=1, help="Minutes between readings.")] = 60,
    example: Annotated[
        bool, typer.Option("--example", help="Made-up data, shown as such.")
    ] = False,
) -> None:
    """Read a partner's vacancies from this location from now on."""
    place = _settled(location)
    with _database() as database, database.transaction() as session:
        try:
            add_feed(session, partner, place, every_minutes=every, example=example)
        except UnknownPartner:
            _refuse(f"there is no partner {partner}")
        except FeedExists:
            _refuse(f"{without_password(place)} is read already")
    _say(f"{without_password(place)} is read for {partner} every {every} min")


@feed.command("list")
def list_them() -> None:
    """List feeds, when each was last read, and what was wrong then."""
    zone = _zone()
    with _database() as database, database.snapshot() as session:
        found = list_feeds(session)
    for one in found:
        _say(_feed_line(one, zone))
    _say(f"{len(found)} in all")


@feed.command()
def read(
    location: Annotated[str | None, typer.Argument(help="Only this one, due or not.")] = None,
) -> None:
    """Read what is due, or one feed now; exit 1 where one could not be read."""
    set_up_logs("WARNING")
    now = datetime.now(UTC)
    with _database() as database:
        with database.snapshot() as session:
            try:
                sources = (
                    due_feeds(session, now=now)
                    if location is None
                    else [find_source(session, _settled(location))]
                )
            except UnknownFeed:
                _refuse(f"{without_password(location or '')} is no feed: add it first")
        outcomes = asyncio.run(read_sources(database, sources, now))
    for outcome in outcomes:
        _tell(outcome)
    if any(outcome.failed for outcome in outcomes):
        raise typer.Exit(1)


@vacancies.command("list")
def list_vacancies_(
    stream: Annotated[str | None, typer.Option(help="A cluster's slug: las")] = None,
    region: Annotated[str | None, typer.Option(help="The code of a region: 3603")] = None,
) -> None:
    """List open vacancies, newest first."""
    zone, filters = _zone(), Filters(stream=stream, region=region)
    with _database() as database, database.snapshot() as session:
        cards = list(_all_open(session, filters, datetime.now(UTC)))
    for card in cards:
        _say(_vacancy_line(card, zone))
    _say(f"{len(cards)} in all")


def _all_open(session: Session, filters: Filters, now: datetime) -> Iterator[Card]:
    page = list_vacancies(session, filters, now=now)
    yield from page.cards
    for number in range(1, page.pages):
        yield from list_vacancies(session, filters, page=number, now=now).cards


def _tell(outcome: Outcome) -> None:
    if outcome.failed:
        _say(f"{outcome.location}: not read: {outcome.error}")
        return
    if outcome.taken is None:
        _say(f"{outcome.location}: nothing has changed")
        return
    taken = outcome.taken
    _say(
        f"{outcome.location}: {taken.added} new, {taken.changed} changed, {taken.reopened} open "
        f"again, {taken.withdrawn} withdrawn, {taken.unchanged} unchanged"
    )
    for problem in (*outcome.mistakes, *taken.refused):
        _say(f"  not taken in: {problem}")


def _feed_line(one: Feed, zone: ZoneInfo) -> str:
    read_at = one.read_at.astimezone(zone).strftime(TIME) if one.read_at else "not read yet"
    sign = "  (example)" if one.example else ""
    wrong = f"\n  {one.last_error}" if one.last_error else ""
    shown = without_password(one.location)
    return f"{one.partner.slug}  every {one.every_minutes} min  {read_at}  {shown}{sign}{wrong}"


def _vacancy_line(card: Card, zone: ZoneInfo) -> str:
    until = card.closes_at.astimezone(zone).strftime(TIME) if card.closes_at else "no deadline"
    streams = ",".join(stream.slug for stream in card.streams) or "-"
    sign = "  (example)" if card.example else ""
    return f"{card.id}  {card.title}  {card.company}  {card.place}  {streams}  {until}{sign}"


def _settled(location: str) -> str:
    """A file's path made absolute: the bot may run in another folder."""
    if is_web_address(location):
        return location
    if "://" in location:
        _refuse("only http, https and files are read")
    return str(Path(location).resolve())


@contextmanager
def _database() -> Iterator[Database]:
    database = open_database()
    try:
        yield database
    finally:
        database.close()


def _zone() -> ZoneInfo:
    return read_settings().zone


def _say(line: str) -> None:
    typer.echo(line)


def _refuse(why: str) -> NoReturn:
    print(f"jawara: {why}", file=sys.stderr)
    raise typer.Exit(1)
