"""`jawara staff attendance` and `card`: who was at a meeting, and what its trainees show."""

import asyncio
import getpass
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer
from sqlalchemy.orm import Session

from app.commands.selection_inputs import Wave
from app.commands.staff_roles import username
from app.commands.terminal import TIME, present, refuse, say, transaction, zone
from bot.card_picture import draw_card
from bot.views.cards import face_of
from intake.applications.errors import NoSuchApplication, ReasonMissing
from intake.training.attendance import mark
from intake.training.attendance_rows import AttendanceState, Record, Roll, roll_of
from intake.training.cards import CardView, issue_card
from intake.training.errors import MeetingAhead, MeetingNotHeld, NoTrainee
from intake.training.trainees import application_id_of, find_trainee
from people.staff import EVERYWHERE
from storage.models import Meeting
from texts import speaker

Find = Callable[[Session, str, int, str | None], Meeting]
SAYS = {
    AttendanceState.PRESENT: "present",
    AttendanceState.LATE: "late",
    AttendanceState.EXCUSED: "excused",
    AttendanceState.ABSENT: "absent",
    AttendanceState.OPEN: "-",
}


def add_to(cli: typer.Typer, find: Find) -> None:
    """`find`: a meeting by programme, number and wave."""

    @cli.command()
    def attendance(
        programme: Annotated[str, typer.Argument(help="The programme's slug: las-smaw-a")],
        number: Annotated[int, typer.Argument(help="Which meeting of the class: 4")],
        present_: Annotated[list[str] | None, typer.Option("--present", help="PBK-…")] = None,
        late: Annotated[list[str] | None, typer.Option("--late", help="PBK-…")] = None,
        minutes: Annotated[int | None, typer.Option("--minutes", help="How late.", min=1)] = None,
        excused: Annotated[list[str] | None, typer.Option("--excused", help="PBK-…")] = None,
        absent: Annotated[list[str] | None, typer.Option("--absent", help="PBK-…")] = None,
        why: Annotated[str, typer.Option("--why", help="For --excused: sick, family, …")] = "",
        wave: Wave = None,
        by: Annotated[str, typer.Option("--by", help="Who has seen it.")] = "",
    ) -> None:
        """Who was at a meeting: list it, or put in what was written on paper; any of it or none."""
        said = {
            AttendanceState.PRESENT: present_,
            AttendanceState.LATE: late,
            AttendanceState.EXCUSED: excused,
            AttendanceState.ABSENT: absent,
        }
        with transaction() as session:
            meeting = find(session, programme, number, wave)
            for state, numbers in said.items():
                for each in numbers or ():
                    _mark(session, meeting.id, each, state, minutes, why, by)
            roll = roll_of(session, meeting.id, EVERYWHERE, now=present())
        _list(programme, roll)

    cli.command()(card)


def card(
    number: Annotated[str, typer.Argument(help="PBK-2025-3-0001")],
    file: Annotated[Path | None, typer.Argument(help="Where to draw it: card.png")] = None,
) -> None:
    """The link in a trainee's card; with a file, the card itself, for printing."""
    bot = asyncio.run(username())
    with transaction() as session:
        try:
            shown = _card(session, number)
        except NoSuchApplication:
            refuse(f"there is no application {number}")
        except NoTrainee:
            refuse(f"{number} has no seat in a class, and so no card")
    link = f"https://t.me/{bot or '<bot>'}?start=h_{shown.token}"
    if file is not None:
        if bot is None:
            refuse(
                "the bot's name can't be asked now, and the code needs it; "
                "jawara doctor says what is wrong, then draw it again"
            )
        file.write_bytes(draw_card(face_of(speaker("id"), shown), link))
    say(link)


def _card(session: Session, number: str) -> CardView:
    trainee = find_trainee(session, application_id_of(session, number))
    return issue_card(session, trainee.application_id, trainee.account_id, now=present())


def _mark(
    session: Session,
    meeting_id: int,
    number: str,
    state: AttendanceState,
    minutes: int | None,
    why: str,
    by: str,
) -> None:
    try:
        mark(
            session,
            application_id_of(session, number),
            meeting_id,
            state,
            EVERYWHERE,
            minutes_late=minutes if state is AttendanceState.LATE else None,
            reason=why,
            actor=by or getpass.getuser(),
            now=present(),
            zone=zone(),
        )
    except NoSuchApplication:
        refuse(f"there is no application {number}")
    except NoTrainee:
        refuse(f"{number} has no seat in a class")
    except MeetingNotHeld:
        refuse(f"this meeting is cancelled, or is none of {number}'s class")
    except MeetingAhead as error:
        begins = error.starts_at.astimezone(zone()).strftime(TIME)
        refuse(f"it begins {begins}: nobody was there yet")
    except ReasonMissing:
        refuse("say --why somebody is excused")


def _list(programme: str, roll: Roll) -> None:
    begins = roll.starts_at.astimezone(zone()).strftime(TIME)
    say(f"{programme}, meeting {roll.number}, {begins}{', cancelled' if roll.cancelled else ''}")
    for record in roll.records:
        say(_line(record))
    counted = [(roll.count(state), SAYS[state]) for state in AttendanceState]
    say(", ".join(f"{count} {name}" for count, name in counted[:4]))


def _line(record: Record) -> str:
    told = f"{record.trainee.number}  {SAYS[record.state]:8}  {record.trainee.name}"
    if record.minutes_late is not None:
        told += f", {record.minutes_late} minutes"
    if record.reason is not None:
        told += f", {record.reason}"
    if record.recorded_at is not None:
        told += f", recorded {record.recorded_at.astimezone(zone()).strftime(TIME)}"
    return told
