"""Letters of an application's way: its stages, its papers, and what became of a graduate.

And of the AK1 card. As in `bot.letters`, each re-reads the truth, and is Moot where there is
nothing left to tell. An account may speak for a family: then the applicant's first name is said.
"""

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from bot.context import House
from bot.keyboards import Row, button
from bot.presses.ak1 import AskAk1
from bot.presses.documents import AskDocumentBelow
from bot.presses.schedule import OpenApplication
from bot.presses.settings import OpenReminderSettings
from bot.screens import Screen
from bot.views.outcomes import answers, question
from bot.views.papers import names_of_papers
from intake.applications.applicants import called_on_shared
from intake.applications.errors import NoSuchApplication
from intake.applications.rows import ApplicationView
from intake.documents.papers import unreadable_papers
from intake.placement.outcomes import find_outcome
from intake.seats.offers import has_confirmed
from intake.training.trainees import Trainee
from notices.sender import Letter, Moot, Passing
from people.ak1 import VALID_MONTHS
from people.months import months_later
from storage.models import Account, Application, CourseClass, WaveStage
from storage.models.applications import LIVE
from texts import Fact, Speaker
from texts.moments import day, day_of, moment, near

A = TypeVar("A", Application, ApplicationView, Trainee)
SENDABLE = 6
"""So many buttons leave room for the others."""


def stage_reminder(session: Session, letter: Letter, t: Speaker, house: House) -> Screen:
    """A test or an interview, tomorrow or today."""
    application, stage = _stage(session, letter, "submitted")
    if stage.starts_at <= house.now():
        raise Moot("it has begun")
    text = t(
        f"letter-stage-{stage.kind}",
        **_facts(session, application),
        when=near(stage.starts_at, house.now(), t, house.zone),
        place=place_of(application),
    )
    return Screen(text, [_see(t, application), _fewer(t)])


def place_of(application: Application) -> str:
    """Where its class is held, else where its provider is, with the address; "none": not told."""
    class_ = application.course_class
    place = class_.place or class_.wave.provider.place
    if place is None:
        return "none"
    return f"{place.name}, {place.address}" if place.address else place.name


def reregistration(session: Session, letter: Letter, t: Speaker, house: House) -> Screen:
    """Daftar ulang: it is open, or ends within a day."""
    application, stage = _stage(session, letter, "admitted")
    if has_confirmed(session, application.id):
        raise Moot("they have said that they come")
    if stage.ends_at is not None and stage.ends_at <= house.now():
        raise Moot("it is over")
    until = "none" if stage.ends_at is None else near(stage.ends_at, house.now(), t, house.zone)
    text = t(
        f"letter-reregistration-{letter.kind.removeprefix('reregistration_')}",
        **_facts(session, application),
        until=until,
    )
    return Screen(text, [_see(t, application), _fewer(t)])


def stage_moved(session: Session, letter: Letter, t: Speaker, house: House) -> Screen:
    application, stage = _stage(session, letter, *LIVE)
    if (stage.ends_at or stage.starts_at) <= house.now():
        raise Moot("it is over")
    before = stage.moved_from if stage.moved_from != stage.starts_at else None
    text = t(
        "letter-stage-moved",
        **_facts(session, application),
        stage=stage.kind,
        before="none" if before is None else moment(before, t, house.zone),
        when=moment(stage.starts_at, t, house.zone),
        until="none" if stage.ends_at is None else moment(stage.ends_at, t, house.zone),
    )
    return Screen(text, [_see(t, application)])


def papers_missing(session: Session, letter: Letter, t: Speaker, house: House) -> Screen:
    application = _application(session, letter, *LIVE)
    until, unreadable = application.papers_due_at, unreadable_papers(session, application.id)
    text = t(
        "letter-papers-missing",
        **_facts(session, application),
        papers=_papers(t, application),
        unreadable=names_of_papers(t, unreadable) if unreadable else "none",
        until="none" if until is None else day_of(until, t.language, house.zone),
    )
    return Screen(text, [*sendable(t, application), _see(t, application)])


def papers_due(session: Session, letter: Letter, t: Speaker, house: House) -> Screen:
    """A day before the papers are to be handed in."""
    application = _application(session, letter, *LIVE)
    until = application.papers_due_at
    if until is None or until <= house.now() or int(until.timestamp()) != letter.facts["due"]:
        raise Moot("the deadline is another one, or past")
    text = t(
        "letter-papers-due",
        **_facts(session, application),
        papers=_papers(t, application),
        until=day_of(until, t.language, house.zone),
    )
    return Screen(text, [*sendable(t, application), _see(t, application), _fewer(t)])


def papers_complete(session: Session, letter: Letter, t: Speaker, _house: House) -> Screen:
    application = _application(session, letter, *LIVE)
    if application.missing_papers:
        raise Moot("something is missing again")
    text = t("letter-papers-complete", **_facts(session, application))
    return Screen(text, [_see(t, application)])


def ak1(session: Session, letter: Letter, t: Speaker, house: House) -> Screen:
    """The card is to be reported, or is no longer valid: in a week, or today."""
    issued_on, months = date.fromisoformat(letter.facts["issued_on"]), letter.facts["months"]
    account = session.get(Account, letter.account_id)
    if account is None or account.ak1_issued_on != issued_on:
        raise Moot("another card, or none")
    then = months_later(issued_on, months)
    text = t(
        "letter-ak1-ends" if months == VALID_MONTHS else "letter-ak1-report",
        day=day(then, t.language),
        today="yes" if then == house.today() else "no",
    )
    return Screen(text, [[button(t.plain("letter-ak1-change"), AskAk1())], _fewer(t)])


def alumni(session: Session, letter: Letter, t: Speaker, _house: House) -> Screen:
    """What has become of a graduate? One tap answers."""
    application = _application(session, letter, "admitted")
    months = letter.facts["months"]
    try:
        asked = find_outcome(session, application.id, letter.account_id, months)
    except NoSuchApplication:
        raise Moot("the application is gone") from None
    text = question(t, asked, name_in_family(session, application))
    return Screen(text, [*answers(t, asked), _fewer(t)])


def _application(session: Session, letter: Letter, *states: str) -> Application:
    """With applicant, class and programme loaded."""
    query = select(Application).options(
        joinedload(Application.applicant),
        joinedload(Application.course_class).joinedload(CourseClass.programme),
    )
    application = session.scalar(query.where(Application.id == letter.facts["application_id"]))
    if application is None or application.state not in states:
        raise Moot("the application is gone, or stands elsewhere")
    return still_here(letter, application)


def _stage(session: Session, letter: Letter, *states: str) -> tuple[Application, WaveStage]:
    application = _application(session, letter, *states)
    stage = session.get(WaveStage, letter.facts["stage_id"])
    if stage is None or stage.revision != letter.facts["revision"]:
        raise Moot("the stage was moved, or is gone")
    return application, stage


def _facts(session: Session, application: Application) -> dict[str, Fact]:
    return {
        "name": name_in_family(session, application),
        "programme": application.course_class.programme.title,
        "number": application.number,
    }


def still_here(letter: Letter, application: A) -> A:
    """Raises Passing where its person has gone to another phone since this was claimed: the notice
    goes there, too (`intake.takeovers.moving`), and says it then.
    """
    if application.account_id != letter.account_id:
        raise Passing("moved to another phone")
    return application


def name_in_family(session: Session, application: Application) -> str:
    """The first name where the account speaks for several people; else "none"."""
    called = called_on_shared(session, application.account_id, application.applicant_id)
    return called or "none"


def _papers(t: Speaker, application: Application) -> str:
    if not application.missing_papers:
        raise Moot("nothing is missing")
    return names_of_papers(t, application.missing_papers)


def sendable(t: Speaker, application: Application) -> list[Row]:
    """A button for each that lacks, which opens the question for exactly that one."""
    return [
        [
            button(
                t.plain("documents-send", paper=names_of_papers(t, [paper])),
                AskDocumentBelow(application.id, paper),
            )
        ]
        for paper in (application.missing_papers or ())[:SENDABLE]
    ]


def _see(t: Speaker, application: Application) -> Row:
    return [button(t.plain("letter-see-application"), OpenApplication(application.id))]


def _fewer(t: Speaker) -> Row:
    return [button(t.plain("letter-fewer"), OpenReminderSettings())]


OF_INTAKE: dict[str, Callable[[Session, Letter, Speaker, House], Screen]] = {
    "test_evening": stage_reminder,
    "test_morning": stage_reminder,
    "interview_evening": stage_reminder,
    "interview_morning": stage_reminder,
    "reregistration_open": reregistration,
    "reregistration_ends": reregistration,
    "stage_moved": stage_moved,
    "papers_missing": papers_missing,
    "papers_due": papers_due,
    "papers_complete": papers_complete,
    "ak1_week": ak1,
    "ak1_day": ak1,
    "alumni": alumni,
}
"""A part of `bot.letters.LETTERS`."""
