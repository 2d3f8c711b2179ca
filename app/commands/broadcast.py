"""`jawara broadcast`: what staff tell many people, from a terminal while the bot runs."""

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from announcements import broadcasts, jobs, uncertain
from announcements.broadcasts import BroadcastState, BroadcastView
from announcements.presses import presses_of
from announcements.progress import progress_of
from announcements.reports import make_report
from app.commands.broadcast_inputs import actor_of, counted, moment_of, text_of
from app.commands.broadcast_lines import at_length, in_short, local
from app.commands.broadcast_new import new
from app.commands.broadcast_refusals import told_plainly
from app.commands.terminal import present, refuse, say, transaction, zone
from app.opening import open_database
from app.settings import read_settings
from people.accounts import find_account
from texts import speaker

cli = typer.Typer(help="What staff tell many people at once.", no_args_is_help=True)
cli.command()(new)

Id = Annotated[int, typer.Argument(help="The number of the broadcast, as `list` shows it.")]
TextFile = Annotated[str, typer.Argument(help="A file with the text, in Telegram's HTML; -: stdin")]
By = Annotated[str, typer.Option("--by", help="Who does it; without it: who is logged in.")]
Named = Annotated[str, typer.Option("--by", help="Who decides: another than the author.")]


@cli.command("list")
def list_them(most: Annotated[int, typer.Option("--most")] = 20) -> None:
    """The newest first: number, state, people, when it was begun, and how its text begins."""
    with transaction() as session:
        for view in broadcasts.list_broadcasts(session, most):
            say(in_short(view))


@cli.command()
def show(number: Id) -> None:
    """Its text, audience, people, the time it takes, its state, and what became of it."""
    rate = read_settings().bulk_rate
    with told_plainly(number):
        view = counted(number)
        with transaction() as session:
            progress = progress_of(session, number, rate, present())
            presses = presses_of(session, number)
    for line in at_length(view, progress, presses, rate):
        say(line)


@cli.command()
def test(
    number: Id, to: Annotated[int, typer.Option("--to", help="The Telegram id of who gets it.")]
) -> None:
    """Send it to one person, exactly as it will look."""
    with told_plainly(number), transaction() as session:
        account = find_account(session, to)
        if account is None:
            refuse(f"nobody with the Telegram id {to} has written to the bot")
        broadcasts.send_test(session, number, account_id=account.id, now=present())
    say(f"broadcast {number} goes to {to} alone")


@cli.command()
def start(
    number: Id,
    at: Annotated[
        str | None, typer.Option("--at", help='Local time: "2026-12-01 08:00"; without it: now.')
    ] = None,
    by: By = "",
) -> None:
    """Hand a draft in: it starts, or waits for its time, or for a second person's yes."""
    settings, start_at = read_settings(), moment_of(at)
    with told_plainly(number), transaction() as session:
        view = broadcasts.submit(
            session,
            number,
            actor=actor_of(by),
            start_at=start_at,
            approve_above=settings.approve_above,
            now=present(),
        )
    if view.state is BroadcastState.WAITING:
        more = f"broadcast {number} is for more than {settings.approve_above} people and waits"
        say(f"{more} for a second person: jawara broadcast approve {number} --by NAME")
    else:
        _tell(view)


@cli.command()
def approve(number: Id, by: Named) -> None:
    """A second person's yes; it starts then, or at its time."""
    with told_plainly(number), transaction() as session:
        view = broadcasts.approve(
            session, number, approver_id=None, actor=actor_of(by), now=present()
        )
    _tell(view)


@cli.command("refuse")
def send_back(
    number: Id, by: Named, why: Annotated[str, typer.Option("--why", help="For its author.")]
) -> None:
    """A second person's no: it is a draft again."""
    with told_plainly(number), transaction() as session:
        view = broadcasts.refuse(session, number, actor=actor_of(by), reason=why, now=present())
    _tell(view)


@cli.command()
def reopen(number: Id, by: By = "") -> None:
    """Take it back before it starts; a yes it had is gone."""
    with told_plainly(number), transaction() as session:
        _tell(broadcasts.reopen(session, number, actor=actor_of(by), now=present()))


@cli.command()
def discard(number: Id) -> None:
    """Throw a draft away."""
    with told_plainly(number), transaction() as session:
        broadcasts.discard(session, number)
    say(f"broadcast {number} is gone")


@cli.command()
def pause(number: Id, by: By = "") -> None:
    """Nothing more is sent until it is resumed; what is on its way arrives."""
    with told_plainly(number), transaction() as session:
        _tell(broadcasts.pause(session, number, actor=actor_of(by), now=present()))


@cli.command()
def resume(number: Id, by: By = "") -> None:
    """Go on with those who are left."""
    with told_plainly(number), transaction() as session:
        _tell(broadcasts.resume(session, number, actor=actor_of(by), now=present()))


@cli.command()
def cancel(
    number: Id,
    why: Annotated[str | None, typer.Option("--why")] = None,
    by: By = "",
) -> None:
    """Stop it for good: who has not got it by now never will."""
    with told_plainly(number), transaction() as session:
        _tell(broadcasts.cancel(session, number, actor=actor_of(by), reason=why, now=present()))


@cli.command()
def correct(number: Id, text: TextFile, by: By = "") -> None:
    """Other words: edited in each delivered message, and for those still to be told.

    What was approved gets them from another than its author.
    """
    html = text_of(text)
    with told_plainly(number), transaction() as session:
        actor, now = actor_of(by), present()
        jobs.correct(session, number, html=html, actor=actor, now=now, may_approve=True)
    say(f"broadcast {number} is being corrected")


@cli.command()
def recall(number: Id, by: By = "") -> None:
    """Delete each delivered message; nobody else gets it."""
    with told_plainly(number), transaction() as session:
        jobs.recall(session, number, actor=actor_of(by), now=present())
    say(f"broadcast {number} is being taken back")


@cli.command("uncertain")
def uncertain_ones(
    number: Id,
    again: Annotated[bool, typer.Option("--again", help="Send it to them once more.")] = False,
    leave: Annotated[bool, typer.Option("--leave", help="Leave it at that.")] = False,
    by: By = "",
) -> None:
    """List the accounts that may have got it or not; or decide what becomes of them."""
    if again and leave:
        refuse("either --again or --leave")
    with told_plainly(number), transaction() as session:
        accounts = uncertain.uncertain_accounts(session, number)
        if again:
            uncertain.send_uncertain_again(session, number, actor=actor_of(by), now=present())
        elif leave:
            uncertain.leave_uncertain(session, number, actor=actor_of(by), now=present())
    if not (again or leave):
        for account_id in accounts:
            say(f"account {account_id}")
    say(f"{len(accounts)} {'go out again' if again else 'stay' if leave else 'in all'}")


@cli.command()
def report(
    number: Id,
    file: Annotated[Path, typer.Argument(help="To be written: something.csv or something.xlsx")],
    language: Annotated[str, typer.Option("--language", help="id or en")] = "id",
) -> None:
    """What became of it, a line for each recipient; accounts by number, nobody's name."""
    if file.suffix.lower() not in (".csv", ".xlsx"):
        refuse(f"{file} is neither a .csv nor a .xlsx")
    database = open_database()
    try:
        with told_plainly(number):
            written = make_report(database, number, file, speaker(language), zone())
            lines = asyncio.run(written)
    except OSError as error:
        refuse(f"{file} can't be written: {error.strerror}")
    finally:
        database.close()
    say(f"{file}: {lines:,} recipients")


def _tell(view: BroadcastView) -> None:
    when = ""
    if view.state is BroadcastState.SCHEDULED and view.start_at is not None:
        when = f" for {local(view.start_at)}"
    say(f"broadcast {view.id} is {'a draft' if view.state == 'draft' else view.state}{when}")
