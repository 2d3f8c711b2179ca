"""`jawara staff school`: schools, their teachers, and the groups of pupils they send."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from sqlalchemy.orm import Session

from app.commands.staff_roles import LONGEST_NAME, username
from app.commands.terminal import present, refuse, say, transaction, whoever, zone
from bot.errors import words_for
from bot.handlers.schools import CODE
from bot.views.schools import mistakes_told
from intake.applications.errors import NoSuchApplication, ReasonMissing
from intake.lists.errors import BadSheet
from intake.schools.errors import (
    BadPupilList,
    GroupOver,
    GroupStands,
    NoSuchGroup,
    NoSuchPupil,
    PupilHasPhone,
    TooFewPlaces,
    TooManyPupils,
)
from intake.schools.forms import GroupFacts, read_form
from intake.schools.groups import accept_group, change_facts, open_group, send_back, send_list
from intake.schools.pupil_lists import read_pupils
from intake.schools.pupils import make_codes, withdraw_pupil
from intake.schools.rows import GroupView, Hand, classes_for_groups, group_for, groups_of, pupils_of
from intake.seats.errors import ClassFull
from intake.training.trainees import application_id_of
from people import schools
from people.accounts import find_account
from people.errors import NoSuchSchool, SchoolKnown, UnknownRegion
from people.regions import REGIONS
from people.staff import EVERYWHERE
from privacy.pupils import erase_pupil
from texts import speaker

cli = typer.Typer(
    help="Schools that send groups of pupils: theirs to send, yours to accept.",
    no_args_is_help=True,
)

HEAD = "sekolah-"
"""What heads the payload of a teacher's link: see `bot.handlers.deeplinks`."""
REFUSALS = (
    BadSheet, ClassFull, GroupOver, GroupStands, NoSuchGroup, NoSuchPupil, PupilHasPhone,
    TooFewPlaces, TooManyPupils,
)  # fmt: skip
SchoolName = Annotated[str, typer.Argument(help='Its name: "SMKN 1 Serang"')]
GroupNo = Annotated[int, typer.Argument(help="The group's number, as `list` tells it.")]
FormFile = Annotated[Path, typer.Argument(help="Its facts, a line each: Place: PT …")]
Why = Annotated[str, typer.Option("--why", help="The reason, which the school reads.")]
By = Annotated[str, typer.Option("--by", help="Who says so.")]


@cli.command("open")
def open_school(
    name: SchoolName,
    region: Annotated[str, typer.Option("--region", help="Where it is: 3673 is Kota Serang.")],
) -> None:
    """Write down a school, so that a teacher of it can be invited."""
    with transaction() as session:
        try:
            school = schools.open_school(session, name, region, now=present())
        except UnknownRegion:
            refuse(f"{region} is no region: {', '.join(f'{c} {n}' for c, n in REGIONS.items())}")
        except SchoolKnown as error:
            refuse(f"{error.name} is there already")
    say(f"{school.name} ({REGIONS[school.region]}) can send groups; invite a teacher")


@cli.command()
def invite(
    name: SchoolName,
    teacher: Annotated[str, typer.Option("--name", help='As they are called: "Bu Wati"')],
) -> None:
    """Print a link that lets whoever opens it first send for the school; once, for three days."""
    teacher = " ".join(teacher.split())
    if not 0 < len(teacher) <= LONGEST_NAME:
        refuse("a name has 1 to 40 letters")
    with _refusing(), transaction() as session:
        school = schools.find_school(session, name)
        code = schools.invite_sender(
            session, school.id, name=teacher, invited_by=whoever(), now=present()
        )
    bot = asyncio.run(username())
    if bot is not None:
        say(f"https://t.me/{bot}?start={HEAD}{code}")
    say(f"{teacher}, {school.name}: to be sent to the bot within 72 hours: /start {HEAD}{code}")


@cli.command()
def dismiss(telegram_id: Annotated[int, typer.Argument(help="Their Telegram id.")]) -> None:
    """Let a teacher send for no school any more; what they have sent stays."""
    with transaction() as session:
        account = find_account(session, telegram_id)
        gone = 0 if account is None else schools.dismiss_sender(session, account.id)
    say(f"{telegram_id} sends for no school any more" if gone else f"{telegram_id} sent for none")


@cli.command("list")
def list_all() -> None:
    """Schools with their teachers, and groups with how many of their places are taken."""
    with transaction() as session:
        groups = groups_of(session, _hand(""))
        senders, known = schools.list_senders(session), schools.list_schools(session)
    for school in known:
        names = ", ".join(
            f"{one.name} ({one.telegram_id})" for one in senders if one.school == school.name
        )
        say(f"{school.name}  {REGIONS[school.region]}  {names or 'no teacher yet'}")
    for group in groups:
        say(_line(group))
    say(f"{len(known)} schools, {len(groups)} groups")


@cli.command()
def group(
    name: SchoolName,
    form: FormFile,
    class_id: Annotated[int, typer.Option("--class", help="Where several take groups.")] = 0,
    by: By = "",
) -> None:
    """Open a group for a school, by a file of its facts."""
    with _refusing(), transaction() as session:
        facts = _form(form)
        classes = classes_for_groups(session)
        if not classes:
            refuse("no wave takes groups of schools at present")
        if class_id == 0 and len(classes) > 1:
            for each in classes:
                say(f"--class {each.id}  {each.programme_title}, {each.wave_title}")
            refuse("several classes take groups: name one")
        school = schools.find_school(session, name)
        chosen = class_id or classes[0].id
        opened = open_group(session, school.id, chosen, facts, _hand(by), now=present())
    say(_line(opened))


@cli.command()
def change(number: GroupNo, form: FormFile, by: By = "") -> None:
    """Other dates, place, supervisors or places; pupils and school are told."""
    with _refusing(), transaction() as session:
        facts = _form(form)
        done = change_facts(session, number, facts, _hand(by), now=present(), zone=zone())
    say(_line(done))


@cli.command()
def send(
    number: GroupNo,
    file: Annotated[Path, typer.Argument(help="The pupils: .xlsx or .csv")],
    by: By = "",
) -> None:
    """Send a group's list on behalf of its school, all of it or nothing."""
    with _refusing(), transaction() as session:
        pupils = read_pupils(_content(file), today=_today())
        done = send_list(session, number, pupils, _hand(by), now=present(), zone=zone())
    say(_line(done))


@cli.command()
def accept(number: GroupNo, by: By = "") -> None:
    """Give all who wait a place; the school is told."""
    with _refusing(), transaction() as session:
        say(_line(accept_group(session, number, _hand(by), now=present(), zone=zone())))


@cli.command("return")
def give_back(number: GroupNo, why: Why, by: By = "") -> None:
    """Send a list back to its school; who was waiting is forgotten."""
    with _refusing(), transaction() as session:
        say(_line(send_back(session, number, why, _hand(by), now=present(), zone=zone())))


@cli.command("pupils")
def list_pupils(number: GroupNo) -> None:
    """A group's pupils: number, state, phone, class and name."""
    with _refusing(), transaction() as session:
        of_group = group_for(session, number, _hand(""))
        pupils = pupils_of(session, of_group.id)
    for one in pupils:
        phone = "phone" if one.connected_at else "-"
        say(f"{one.number}  {one.state:10}  {phone:5}  {one.study}  {one.name}")
    say(_line(of_group))


@cli.command()
def codes(number: GroupNo, by: By = "") -> None:
    """Print a new link for each accepted pupil without a phone; earlier ones work no more."""
    with _refusing(), transaction() as session:
        made = make_codes(session, number, _hand(by), now=present(), zone=zone())
    bot = asyncio.run(username())
    head = "/start " if bot is None else f"https://t.me/{bot}?start="
    for one in made:
        say(f"{one.number}  {one.study}  {one.name}  {head}{CODE}{one.code}")
    say(f"{len(made)} in all")


@cli.command()
def withdraw(
    number: Annotated[str, typer.Argument(help="The application's number.")], why: Why, by: By = ""
) -> None:
    """Take a pupil out of their group: the place is free, school and pupil are told."""
    with _refusing(), transaction() as session:
        id_ = _application(session, number)
        done = withdraw_pupil(session, id_, why, _hand(by), now=present(), zone=zone())
    say(_line(done))


@cli.command()
def erase(
    number: Annotated[str, typer.Argument(help="The application's number.")],
    why: Annotated[str, typer.Option("--why", help="Who wishes it, and why; without a name.")],
    by: By = "",
) -> None:
    """Delete all that is kept of a pupil without a phone; the place is free, the school is told."""
    with _refusing(), transaction() as session:
        id_ = _application(session, number)
        erase_pupil(session, id_, why, _hand(by), now=present(), zone=zone())
    say(f"{number} is deleted, with all that was kept of them")


@contextmanager
def _refusing() -> Iterator[None]:
    """In the words of the chat, without its marks; nothing is kept."""
    t = speaker("en")
    try:
        yield
    except NoSuchSchool as error:
        refuse(f"there is no school {error.name!r}: `jawara staff school open` writes it down")
    except BadPupilList as error:
        refuse(_bare(str(mistakes_told(t, error.mistakes))))
    except ReasonMissing:
        refuse("say --why: it is kept on record")
    except REFUSALS as error:
        refuse(_bare(words_for(error, t) or type(error).__name__))


def _application(session: Session, number: str) -> int:
    try:
        return application_id_of(session, number)
    except NoSuchApplication:
        refuse(f"there is no application {number}")


def _form(file: Path) -> GroupFacts:
    return read_form(_content(file).decode("utf-8-sig", errors="replace"), today=_today())


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:
        refuse(f"{file} can't be read")


def _today() -> date:
    return present().astimezone(zone()).date()


def _bare(text: str) -> str:
    marks = ("<b>", "</b>", "<i>", "</i>", "⚠️ ", "🏫 ")
    for mark in marks:
        text = text.replace(mark, "")
    return text


def _hand(by: str) -> Hand:
    return Hand(by or whoever(), rights=EVERYWHERE)


def _line(group: GroupView) -> str:
    facts = group.facts
    days = f"{facts.starts_on:%Y-%m-%d} to {facts.ends_on:%Y-%m-%d}"
    counts = f"{group.accepted} accepted, {group.waiting} waiting, {group.free} free"
    return f"{group.id}  {group.school}  {facts.host}  {days}  {group.state}  {counts}"
