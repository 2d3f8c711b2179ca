"""`jawara staff phones`, `phone`, `phone-link`: another phone takes a person over."""

import asyncio
import getpass
from datetime import datetime
from typing import Annotated

import typer

from app.commands.staff_roles import username
from app.commands.terminal import TIME, present, refuse, say, transaction, zone
from intake.applications.errors import NoSuchApplication
from intake.takeovers.errors import NoSuchTakeover
from intake.takeovers.rows import TakeoverView, ToCompare, open_takeovers, to_compare
from intake.takeovers.takeovers import approve_takeover, find_takeover, make_link, refuse_takeover
from people.staff import EVERYWHERE

HEAD = "pindah-"
"""What heads the payload of such a link: see `bot.handlers.deeplinks`."""

By = Annotated[str, typer.Option("--by", help="Who has seen the card.")]
Number = Annotated[str, typer.Argument(help="PBK-2025-3-0001")]


def add_to(cli: typer.Typer) -> None:
    for command in (phones, phone):
        cli.command()(command)
    cli.command("phone-link")(link)


def phones() -> None:
    """List who waits at the counter to change phones."""
    with transaction() as session:
        found = open_takeovers(session, EVERYWHERE, now=present())
    for one in found:
        asked, until = (_local(when) for when in (one.asked_at, one.expires_at))
        say(f"{one.number}  {one.programme_title}  asked {asked}, until {until}")
    say(f"{len(found)} in all")


def phone(
    code: Annotated[str, typer.Argument(help="The 8 digits on the new phone.")],
    approve: Annotated[bool, typer.Option("--approve", help="Their card fits.")] = False,
    why: Annotated[str, typer.Option("--refuse", help="It does not, and why.")] = "",
    by: By = "",
) -> None:
    """Show what to compare with the card; then --approve, or --refuse with a reason."""
    if approve and why:
        refuse("either --approve or --refuse")
    actor = by or getpass.getuser()
    with transaction() as session:
        try:
            seen = find_takeover(session, code, EVERYWHERE, now=present())
            if approve:
                approve_takeover(
                    session, seen.id, EVERYWHERE, actor=actor, now=present(), zone=zone()
                )
            elif why:
                refuse_takeover(
                    session, seen.id, EVERYWHERE, actor=actor, reason=why, now=present()
                )
        except NoSuchTakeover:
            refuse("no request is open by this code: used, taken back, too old, or mistyped")
    if approve:
        say(f"{seen.number}: {seen.name} has moved to the new phone; both are told")
    elif why:
        say(f"{seen.number}: refused; the phone that has asked is told")
    else:
        _show(seen)


def link(
    number: Number,
    seen: Annotated[bool, typer.Option("--card-seen", help="Their card fits: print it.")] = False,
    by: By = "",
) -> None:
    """Show what to compare with the card; with --card-seen print a link for the new phone: it works
    once, for half an hour.
    """
    with transaction() as session:
        try:
            found = to_compare(session, number, EVERYWHERE)
            if not seen:
                _show(found)
                return
            actor = by or getpass.getuser()
            made = make_link(session, number, EVERYWHERE, actor=actor, now=present())
        except NoSuchApplication:
            refuse(f"there is no application {number}")
    bot = asyncio.run(username())
    if bot is not None:
        say(f"https://t.me/{bot}?start={HEAD}{made.code}")
    say(f"{found.name}: to be sent from the new phone within 30 minutes: /start {HEAD}{made.code}")


def _show(seen: TakeoverView | ToCompare) -> None:
    say(f"{seen.number}  {seen.programme_title}")
    say(f"name: {seen.name}; born: {seen.born_on}; NIK ends in {seen.nik_end}")


def _local(when: datetime) -> str:
    return when.astimezone(zone()).strftime(TIME)
