"""`jawara staff`: what staff do at a terminal until they have a desk of their own."""

import getpass
from typing import Annotated

import typer
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.commands import (
    staff_attendance,
    staff_beds,
    staff_certificates,
    staff_documents,
    staff_intake,
    staff_phones,
    staff_promises,
    staff_ranking,
    staff_roles,
    staff_schools,
    staff_selection,
    staff_stages,
    staff_tracks,
    staff_verdicts,
)
from app.commands.selection_inputs import Wave, only_one
from app.commands.staff_verdicts import guardian_of
from app.commands.terminal import (
    TIME,
    local_moment,
    present,
    refuse,
    say,
    transaction,
    zone,
)
from catalog.errors import WaveCannotMove
from catalog.meetings import cancel_meeting, move_meeting
from catalog.waves import close_wave, open_wave
from intake.applications.changes import by_staff
from intake.applications.errors import NoSuchApplication, NotPossible
from intake.applications.guardians import guardians_of
from intake.applications.rows import list_applications
from intake.applications.schedules import find_class_meetings
from intake.seats.admitting import admit as give_seat
from intake.seats.errors import ClassFull
from storage.models import Meeting
from storage.models import Wave as WaveRow

cli = typer.Typer(
    help="Applications, waves and meetings, for staff; and who is staff.", no_args_is_help=True
)
cli.command()(staff_roles.invite)
cli.command()(staff_roles.grant)
cli.command()(staff_roles.revoke)
cli.command("list")(staff_roles.list_roles)
cli.add_typer(staff_schools.cli, name="school")
staff_intake.add_to(cli)
staff_selection.add_to(cli)
staff_stages.add_to(cli)
cli.command()(staff_beds.beds)
staff_ranking.add_to(cli)
staff_phones.add_to(cli)
staff_tracks.add_to(cli)
staff_promises.add_to(cli)
cli.command()(staff_verdicts.verdict)
cli.command()(staff_documents.documents)

Programme = Annotated[str, typer.Argument(help="The programme's slug: las-smaw-a")]
Code = Annotated[str, typer.Argument(help="The wave's code: PBK-2025-3")]
Number = Annotated[int, typer.Argument(help="Which meeting of the class: 3")]


@cli.command()
def admit(
    number: Annotated[str, typer.Argument(help="PBK-2025-3-0001")],
    by: Annotated[str, typer.Option("--by", help="Who decides.")] = "",
) -> None:
    """Give an applicant a seat; the person is told."""
    with transaction() as session:
        try:
            admitted = give_seat(
                session, number, actor=by or getpass.getuser(), now=present(), zone=zone()
            )
        except NoSuchApplication:
            refuse(f"there is no application {number}")
        except NotPossible as error:
            again = error.state == error.wanted
            refuse(
                f"{number} is {error.state} already: nothing has changed"
                if again
                else f"{number} is {error.state} and can't be {error.wanted}"
            )
        except ClassFull as error:
            refuse(f"all {error.capacity} seats of this class are taken")
    say(f"{admitted.number} is admitted to {admitted.programme_title}, {admitted.wave_title}")


@cli.command("applications")
def list_them(
    programme: Annotated[str | None, typer.Argument(help="The programme's slug.")] = None,
    wave: Wave = None,
) -> None:
    """List applications: of a programme, of a wave, or of both."""
    if programme is None and wave is None:
        refuse("name a programme or a --wave")
    with transaction() as session:
        found = list_applications(session, programme_slug=programme, wave=wave)
        guardians = guardians_of(session, [one.id for one in found])
    for one in found:
        sent = one.submitted_at.astimezone(zone()).strftime(TIME)
        line = f"{one.number}  {one.state:12}  {sent}  {one.programme_slug}  {one.name}  {one.nik}"
        say(line + guardian_of(guardians.get(one.id)))
    say(_counted(len(found), sum(one.live for one in found)))


@cli.command("move-meeting")
def move(
    programme: Programme,
    number: Number,
    start: Annotated[str, typer.Argument(help='Local time: "2026-11-25 09:00"')],
    wave: Wave = None,
) -> None:
    """Give a meeting another time, as long as before; its people are told."""
    starts_at = local_moment(start)
    with transaction() as session:
        meeting = _find(session, programme, number, wave)
        ends_at = starts_at + (meeting.ends_at - meeting.starts_at)
        moved = move_meeting(
            session, meeting.id, starts_at=starts_at, ends_at=ends_at, now=present()
        )
    what = "now begins" if moved else "begins already"
    say(f"{programme}, meeting {number} {what} {starts_at.strftime(TIME)}")


@cli.command("cancel-meeting")
def cancel(programme: Programme, number: Number, wave: Wave = None) -> None:
    """Cancel a meeting; its people are told."""
    with transaction() as session:
        meeting = _find(session, programme, number, wave)
        cancelled = cancel_meeting(session, meeting.id, now=present())
    what = "is cancelled" if cancelled else "was cancelled already"
    say(f"{programme}, meeting {number} {what}")


@cli.command("open-wave")
def open_registration(
    code: Code,
    until: Annotated[str | None, typer.Argument(help='Local time: "2026-12-01 16:00"')] = None,
) -> None:
    """Open a wave's registration now, whatever its dates say."""
    closes_at = None if until is None else local_moment(until)
    with transaction() as session:
        try:
            open_wave(
                session, _wave(session, code), closes_at=closes_at, actor=_me(), now=present()
            )
        except WaveCannotMove as error:
            refuse(
                f"{code} is {error.state}, or its end is past: name one still to come, as in "
                f'jawara staff open-wave {code} "2026-12-01 16:00"; once the training has begun '
                "it stays closed"
            )
    say(f"{code} takes registrations")


@cli.command("close-wave")
def close_registration(code: Code) -> None:
    """Close a wave's registration now."""
    with transaction() as session:
        try:
            close_wave(session, _wave(session, code), actor=_me(), now=present())
        except WaveCannotMove as error:
            refuse(f"{code} is {error.state}: only an open one can be closed")
    say(f"{code} takes no registrations any more")


def _counted(all_: int, live: int) -> str:
    """The chat calls those who are still in it its applicants."""
    return f"{all_} in all" + (f", {live} of them still in it" if live < all_ else "")


def _me() -> str:
    return by_staff(getpass.getuser())


def _wave(session: Session, code: str) -> int:
    found = session.scalar(select(WaveRow.id).where(WaveRow.code == code))
    if found is None:
        refuse(f"there is no wave {code}")
    return found


def _find(session: Session, programme: str, number: int, wave: str | None) -> Meeting:
    found = find_class_meetings(session, programme, number, wave=wave)
    nothing = f"{programme} has no meeting {number} in {wave or 'a wave still to come'}"
    return only_one(found, nothing)


staff_attendance.add_to(cli, _find)
staff_certificates.add_to(cli)
