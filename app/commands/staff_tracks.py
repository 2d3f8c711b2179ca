"""`jawara staff tracks`, `track`, `interest`: who prepares for work abroad, and who wants to."""

import getpass
from typing import Annotated

import typer
from sqlalchemy.orm import Session

from app.commands.terminal import TIME, present, refuse, say, transaction, zone
from catalog.errors import NoSuchProgramme, NoSuchTrack
from catalog.programmes import find_programme
from intake.applications.errors import ReasonMissing
from intake.tracks.errors import NoSuchItem, NotFollowed
from intake.tracks.interest import InterestLine, count_interest, list_interest
from intake.tracks.rows import ItemView, TrackView, list_followers, track_by_number
from intake.tracks.tracks import confirm_item
from people.regions import REGIONS
from people.staff import EVERYWHERE

Programme = Annotated[str, typer.Argument(help="The programme's slug: korea-pmi")]


def add_to(cli: typer.Typer) -> None:
    cli.command()(tracks)
    cli.command()(track)
    cli.command()(interest)


def tracks(programme: Programme) -> None:
    """List who follows a programme's checklist, and how far they are."""
    with transaction() as session:
        try:
            programme_id = _programme(session, programme)
            found = list_followers(session, programme_id, EVERYWHERE, now=present())
        except NoSuchTrack:
            refuse(f"{programme} has no checklist")
    for one in found:
        say(_line(one))
    say(f"{len(found)} in all")


def track(
    number: Annotated[int, typer.Argument(help="The track number its holder shows: 12")],
    confirm: Annotated[str, typer.Option("--confirm", help="An item seen: paspor")] = "",
    unconfirm: Annotated[str, typer.Option("--unconfirm", help="Taken back.")] = "",
    why: Annotated[str, typer.Option("--why", help="Where it is taken back.")] = "",
    by: Annotated[str, typer.Option("--by", help="Who has seen it.")] = "",
) -> None:
    """One person's checklist; confirm an item of it, or take that back."""
    if confirm and unconfirm:
        refuse("say one of --confirm, --unconfirm")
    with transaction() as session:
        try:
            found = track_by_number(session, number, EVERYWHERE, now=present())
            if confirm or unconfirm:
                found = confirm_item(
                    session,
                    number,
                    confirm or unconfirm,
                    EVERYWHERE,
                    seen=bool(confirm),
                    reason=why,
                    actor=by or getpass.getuser(),
                    now=present(),
                )
        except NotFollowed:
            refuse(f"nobody follows a track under number {number}")
        except NoSuchItem as error:
            known = ", ".join(each.item.slug for each in found.items)
            refuse(f"{error.item} is not on this list; it has {known}")
        except ReasonMissing:
            refuse("this takes back a confirmation: say --why")
    say(_line(found))
    for view in found.items:
        say(_item(view))


def interest(
    programme: Programme,
    names: Annotated[bool, typer.Option("--names", help="Each person as well.")] = False,
) -> None:
    """Count who wants to be told of a programme, by region, age, trade and country."""
    with transaction() as session:
        found = list_interest(
            session, _programme(session, programme), EVERYWHERE, names=names, now=present()
        )
    if names:
        for line in found:
            say(_interested(line))
    counts = count_interest(found)
    _tell("region", {None if c is None else REGIONS[c]: n for c, n in counts.by_region.items()})
    _tell("age", {None if band is None else _age(band): n for band, n in counts.by_age.items()})
    _tell("trade", counts.by_kind)
    _tell("country", counts.by_destination)
    say(f"{counts.people} in all")


def _programme(session: Session, slug: str) -> int:
    try:
        return find_programme(session, slug).id
    except NoSuchProgramme:
        refuse(f"there is no programme {slug}")


def _line(view: TrackView) -> str:
    left = "  given up" if view.left else ""
    name = view.name or "name not known"
    total = len(view.items)
    return f"{view.follow_id}  {view.programme_slug}  {view.done} of {total}  {name}{left}"


def _item(view: ItemView) -> str:
    told = f"  {view.state.value:9}  {view.item.slug}"
    if view.at is not None:
        told += f"  {view.at.astimezone(zone()).strftime(TIME)}"
    return told + (f"  {view.by or view.proof}" if view.by or view.proof else "")


def _interested(line: InterestLine) -> str:
    since = line.since.astimezone(zone()).strftime(TIME)
    facts = (line.name, line.phone, line.region, line.kind, line.destination)
    return "  ".join([since, *(fact or "-" for fact in facts)])


def _age(band: tuple[int, int]) -> str:
    return f"{band[0]}+" if band[1] > 99 else f"{band[0]}-{band[1]}"


def _tell(what: str, counts: "dict[str | None, int]") -> None:
    most_first = sorted(counts.items(), key=lambda one: (-one[1], one[0] or ""))
    said = ", ".join(f"{value or 'not told'} {count}" for value, count in most_first)
    say(f"{what}: {said or '-'}")
