"""Documents at the staff's desk: for those of the provider, and each opening written down."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, func, or_, select, true
from sqlalchemy.orm import Session

from intake.applications.changes import by_staff
from intake.applications.errors import NoSuchApplication
from intake.applications.numbers import plain_number
from intake.documents.documents import WITH_APPLICATION, Shelved, shelved
from intake.documents.errors import NoSuchDocument, NotOfYourProvider, UnknownPaper
from intake.documents.papers import PAPERS, mark_missing
from intake.documents.rows import PaperLine, Papers, papers_of
from people.staff import roles_of, staff_name
from storage.models import (
    Application,
    CourseClass,
    Document,
    DocumentOpening,
    Programme,
    Wave,
)
from storage.models.applications import LIVE


@dataclass(frozen=True, slots=True)
class SentLine:
    """An application whose papers have come lately."""

    application_id: int
    number: str
    programme_title: str
    sent_at: datetime


def papers_for_staff(
    session: Session, staff_id: int, application_id: int, *, now: datetime
) -> Papers:
    """`staff_id`: the account that asks. Raises NotOfYourProvider."""
    _check(session, staff_id, Application.id == application_id)
    return papers_of(session, application_id, now=now)


def find_for_staff(session: Session, staff_id: int, number: str, *, now: datetime) -> Papers:
    """By its number, as it is read out and typed in. Raises NotOfYourProvider."""
    written = plain_number(number)
    found = _check(session, staff_id, Application.number == written)
    return papers_of(session, found, now=now)


def latest_sent(session: Session, staff_id: int, *, most: int) -> list[SentLine]:
    """Live applications that this member of staff may look at, the latest papers first."""
    latest = func.max(Document.sent_at).label("latest")
    rows = session.execute(
        select(Application.id, Application.number, Programme.title, latest)
        .join(Document, Document.application_id == Application.id)
        .join(CourseClass, Application.class_id == CourseClass.id)
        .join(Programme, CourseClass.programme_id == Programme.id)
        .join(Wave, Application.wave_id == Wave.id)
        .where(Application.state.in_(LIVE), _theirs(session, staff_id))
        .group_by(Application.id, Application.number, Programme.title)
        .order_by(latest.desc(), Application.id.desc())
        .limit(most)
    )
    return [SentLine(*row) for row in rows]


def open_document(session: Session, staff_id: int, document_id: int, *, now: datetime) -> Shelved:
    """Written down before it is shown. Raises NoSuchDocument, NotOfYourProvider."""
    row = session.execute(WITH_APPLICATION.where(Document.id == document_id)).first()
    if row is None:
        raise NoSuchDocument(document_id)
    _check(session, staff_id, Application.id == row.application_id)
    _record(session, row.application_id, row.paper, row.sent_at, _actor(session, staff_id), now)
    return shelved(row)


def open_all(session: Session, number: str, *, actor: str, now: datetime) -> list[Shelved]:
    """All of an application, for whoever has the installation's key in hand.

    `actor` is a name, kept as `staff:name`. Raises NoSuchApplication.
    """
    application_id = _id_of(session, number)
    of_it = WITH_APPLICATION.where(Document.application_id == application_id)
    rows = sorted(session.execute(of_it), key=lambda row: PAPERS.index(row.paper))
    for row in rows:
        _record(session, application_id, row.paper, row.sent_at, by_staff(actor), now)
    return [shelved(row) for row in rows]


def papers_by_number(session: Session, number: str, *, now: datetime) -> Papers:
    """For the command line. Raises NoSuchApplication."""
    return papers_of(session, _id_of(session, number), now=now)


def ask_again(
    session: Session,
    staff_id: int,
    application_id: int,
    paper: str,
    *,
    within: timedelta | None,
    now: datetime,
) -> Papers:
    """Ask for one paper more: it is missing, or what was sent can't be read; the person is told.

    `within`: how long they have; None: as long as papers are taken. Raises NotOfYourProvider,
    UnknownPaper, NotPossible (no live application).
    """
    papers = papers_for_staff(session, staff_id, application_id, now=now)
    line = papers.line(paper)
    if line is None:
        raise UnknownPaper(paper)
    asked = [other for other in papers.lines if other.asked and other.paper != paper]
    due = papers.application.papers_due_at
    until = now + within if within is not None else (due if asked and due and due > now else None)
    unreadable = [*filter(_is_unreadable, asked), *([line] if line.document_id else [])]
    mark_missing(
        session,
        papers.application.number,
        [paper, *(other.paper for other in asked)],
        unreadable=[other.paper for other in unreadable],
        until=until,
        actor=_name(session, staff_id),
        by=staff_id,
        now=now,
    )
    return papers_of(session, application_id, now=now)


def _actor(session: Session, staff_id: int) -> str:
    return by_staff(_name(session, staff_id), staff_id)


def _name(session: Session, staff_id: int) -> str:
    return staff_name(session, staff_id) or str(staff_id)


def _is_unreadable(line: PaperLine) -> bool:
    return line.unreadable


def _id_of(session: Session, number: str) -> int:
    found = session.scalar(select(Application.id).where(Application.number == plain_number(number)))
    if found is None:
        raise NoSuchApplication
    return found


def _check(session: Session, staff_id: int, condition: ColumnElement[bool]) -> int:
    """The application, if it is theirs to look at: of a programme or a wave of their provider.

    What is not there and what is not theirs are told alike. Raises NotOfYourProvider.
    """
    found = session.scalar(
        select(Application.id)
        .join(CourseClass, Application.class_id == CourseClass.id)
        .join(Programme, CourseClass.programme_id == Programme.id)
        .join(Wave, Application.wave_id == Wave.id)
        .where(condition, _theirs(session, staff_id))
    )
    if found is None:
        raise NotOfYourProvider
    return found


def _theirs(session: Session, staff_id: int) -> ColumnElement[bool]:
    """A role of any kind will do: for all providers, or for the one of programme or wave."""
    providers = {right.provider_id for right in roles_of(session, staff_id)}
    if None in providers:
        return true()
    ids = [each for each in providers if each is not None]
    return or_(Programme.provider_id.in_(ids), Wave.provider_id.in_(ids))


def _record(
    session: Session,
    application_id: int,
    paper: str,
    sent_at: datetime,
    actor: str,
    now: datetime,
) -> None:
    opening = DocumentOpening(
        application_id=application_id, paper=paper, sent_at=sent_at, actor=actor, at=now
    )
    session.add(opening)
    session.flush()
