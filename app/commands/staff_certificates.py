"""`jawara staff certificate` and `certificates`: passed, failed, issued; one, or a whole class."""

import getpass
from functools import partial
from pathlib import Path
from typing import Annotated

import typer
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.commands.selection_inputs import Wave, only_one
from app.commands.staff_lists import take_list
from app.commands.terminal import local_moment, present, refuse, say, transaction
from catalog.waves import is_called
from intake.applications.errors import NoSuchApplication, ReasonMissing
from intake.lists.errors import BadCell
from intake.training.certificate_lists import HEADINGS, put_list
from intake.training.certificate_rows import (
    CertificateKind,
    CertificateState,
    CertificateView,
    class_certificates,
)
from intake.training.certificates import decide
from intake.training.errors import (
    BadCertificateNumber,
    CertificateAhead,
    CertificateNumberTaken,
    CertificateStands,
    NoSuchCertificate,
    NoTrainee,
    TrainingAhead,
)
from intake.training.trainees import application_id_of
from people.staff import EVERYWHERE
from storage.models import CourseClass, Programme
from storage.models import Wave as WaveRow

DAY = "%Y-%m-%d"
REFUSALS = (
    CertificateStands,
    TrainingAhead,
    NoSuchCertificate,
    BadCertificateNumber,
    CertificateAhead,
    CertificateNumberTaken,
    ReasonMissing,
)
CELLS = {
    "kind": "{0!r} is no kind of certificate; write bnsp, internal or official",
    "result": "{0!r} is no result; write lulus, tidak lulus or terbit",
    "date": "{0!r} is no date; write it as 2026-12-01",
    "stranger": "{0!r} has no seat in this class",
    "twice": "{0!r} stands above already for this kind",
}
Kind = Annotated[CertificateKind, typer.Argument(help="internal, bnsp or official")]


def add_to(cli: typer.Typer) -> None:
    cli.command()(certificate)
    cli.command()(certificates)


def certificate(
    number: Annotated[str, typer.Argument(help="The application's: PBK-2025-3-0001")],
    kind: Kind,
    passed: Annotated[bool, typer.Option("--passed")] = False,
    failed: Annotated[bool, typer.Option("--failed")] = False,
    issue: Annotated[str, typer.Option("--issue", help="The number printed on it.")] = "",
    on: Annotated[str, typer.Option("--on", help="Its date: 2026-11-20; else today.")] = "",
    why: Annotated[str, typer.Option("--why", help="Where a decision is taken back.")] = "",
    by: Annotated[str, typer.Option("--by", help="Who says so.")] = "",
) -> None:
    """What has become of a trainee's certificate; they are told."""
    if [passed, failed, bool(issue)].count(True) != 1:
        refuse("say one of --passed, --failed, --issue")
    if on and not issue:
        refuse("--on is the date of a certificate: it goes with --issue")
    state = CertificateState.ISSUED if issue else CertificateState.PASSED
    issued_on = local_moment(on, DAY).date() if on else None
    with transaction() as session:
        try:
            done = decide(
                session,
                application_id_of(session, number),
                kind,
                CertificateState.FAILED if failed else state,
                EVERYWHERE,
                number=issue or None,
                issued_on=issued_on,
                reason=why,
                actor=by or getpass.getuser(),
                now=present(),
            )
        except NoSuchApplication:
            refuse(f"there is no application {number}")
        except NoTrainee:
            refuse(f"{number} has no seat in a class")
        except REFUSALS as error:
            refuse(_words(error))
    say(_line(done))


def certificates(
    programme: Annotated[str, typer.Argument(help="The programme's slug: las-smaw-a")],
    file: Annotated[Path | None, typer.Argument(help="A list: .xlsx or .csv")] = None,
    wave: Wave = None,
    by: Annotated[str, typer.Option("--by", help="Who says so.")] = "",
) -> None:
    """A class's certificates: list them, or take them from a file, all of it or nothing."""
    with transaction() as session:
        class_id = class_of(session, programme, wave)
        if file is not None:
            say(_put(session, class_id, file, by or getpass.getuser()))
            return
        lines = [
            _line(view)
            for kind in CertificateKind
            for view in class_certificates(session, class_id, kind, EVERYWHERE)
            if kind.value in view.trainee.certificates
        ]
    for line in lines:
        say(line)
    say(f"{len(lines)} in all")


def _put(session: Session, class_id: int, file: Path, actor: str) -> str:
    take = partial(put_list, session, class_id, rights=EVERYWHERE, actor=actor, now=present())
    return take_list(file, HEADINGS, _words, take)


def _words(error: Exception) -> str:
    match error:
        case BadCell(why=why, value=value):
            return CELLS[why].format(value)
        case CertificateStands(state=state, wanted=wanted):
            return f"it is {state} and can't be {wanted}; say first that it is passed"
        case TrainingAhead(starts_on=starts_on, whose=whose):
            day = f"begins {starts_on:%Y-%m-%d}" if starts_on else "has not begun"
            early = "school change" if whose == "group" else "advance"
            return f"the training {day}; where it has begun earlier, first jawara staff {early}"
        case NoSuchCertificate(kind=kind):
            return f"the programme gives no certificate of kind {kind}"
        case CertificateAhead(issued_on=day):
            return f"{day:%Y-%m-%d} is still to come"
        case CertificateNumberTaken(number=number):
            return f"{number} is somebody else's"
        case ReasonMissing():
            return "this takes back a decision: say why"
        case _:
            return "no number of a certificate: up to 64 letters and digits"


def _line(view: CertificateView) -> str:
    told = f"{view.trainee.number}  {view.kind:8}  {view.state:6}"
    if view.number is None or view.issued_on is None:
        return f"{told}  {view.trainee.name}"
    return f"{told}  {view.trainee.name}  {view.number}  {view.issued_on:%Y-%m-%d}"


def class_of(session: Session, programme: str, wave: str | None) -> int:
    chosen = (
        select(WaveRow.code, CourseClass.id)
        .join_from(CourseClass, WaveRow, CourseClass.wave_id == WaveRow.id)
        .join(Programme, CourseClass.programme_id == Programme.id)
        .where(Programme.slug == programme)
        .order_by(WaveRow.code)
    )
    if wave is not None:
        chosen = chosen.where(is_called(wave))
    found = [(code, class_id) for code, class_id in session.execute(chosen)]
    return only_one(found, f"{programme} has no class{f' in {wave}' if wave else ''}")
