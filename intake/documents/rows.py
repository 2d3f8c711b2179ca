"""An application's papers as they are shown: what is wanted, what was sent, what is asked again."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from intake.applications.rows import ApplicationView, application_by_id
from intake.documents.papers import PAPERS, wanted_papers
from storage.models import (
    Application,
    Document,
    DocumentOpening,
    DocumentRemoval,
    Wave,
    WaveStage,
)

LAST_COMERS = timedelta(days=1)
"""Where no stage says until when: so long after registration has closed."""


@dataclass(frozen=True, slots=True)
class PaperLine:
    paper: str
    asked: bool
    """Staff miss it, or could not read what was sent."""
    open: bool
    """It can be sent now, or sent anew."""
    document_id: int | None = None
    """None, and all below: it was not sent in the chat."""
    file: str = field(default="", repr=False)
    media: str = ""
    size: int = 0
    pages: int = 0
    sent_at: datetime | None = None
    again: bool = False
    """It was sent after staff had asked for it."""
    unreadable: bool = False
    openings: int = 0
    """How often staff have opened it, or what was sent in its place before."""
    gone: bool = False
    """Its file is lost; set by whoever has looked."""

    @property
    def lacking(self) -> bool:
        return self.document_id is None or self.asked or self.gone


@dataclass(frozen=True, slots=True)
class Papers:
    application: ApplicationView
    lines: tuple[PaperLine, ...]
    """In the order of PAPERS; empty where nothing is wanted."""
    until: datetime | None
    """Until when papers are taken without being asked for again; None: not known."""
    last: datetime | None
    """Until when anything can be sent that can be sent now; None: no such moment is set."""
    removed_at: datetime | None = None
    """When what was sent was removed, as its time was up."""

    def line(self, paper: str) -> PaperLine | None:
        return next((line for line in self.lines if line.paper == paper), None)

    def line_of(self, document_id: int) -> PaperLine | None:
        return next((line for line in self.lines if line.document_id == document_id), None)

    @property
    def to_send(self) -> tuple[str, ...]:
        """What lacks and can be sent now, what staff ask for first."""
        able = [line for line in self.lines if line.lacking and line.open]
        return tuple(line.paper for line in sorted(able, key=lambda line: not line.asked))

    @property
    def open(self) -> bool:
        """Whether anything can be sent now, or sent anew."""
        return any(line.open for line in self.lines)


def papers_of(session: Session, application_id: int, *, now: datetime) -> Papers:
    """Raises NoSuchApplication. Whose it is, the caller asks."""
    application = application_by_id(session, application_id)
    until, taken = _until(session, application, now)
    sent = _sent(session, application_id)
    removed_at = _removed_at(session, application_id)
    wanted = {*application.missing_papers, *sent}
    if removed_at is None:  # else nothing lacks: it was there
        wanted |= {*wanted_papers(session, application.class_id, now=now)}
    openings = _openings(session, application_id)
    lines = [
        _line(application, paper, sent.get(paper), openings.get(paper, 0), taken, now)
        for paper in PAPERS
        if paper in wanted
    ]
    last = _last(application, until, taken)
    return Papers(application, tuple(lines), until, last, removed_at)


def open_papers(session: Session, account_id: int, *, now: datetime) -> list[Papers]:
    """Those of an account's applications for which something can be sent, the newest first."""
    mine = select(Application.id).where(Application.account_id == account_id)
    ids = session.scalars(mine.order_by(Application.id.desc())).all()
    found = (papers_of(session, application_id, now=now) for application_id in ids)
    return [papers for papers in found if papers.open]


def _last(application: ApplicationView, until: datetime | None, taken: bool) -> datetime | None:
    """What staff ask for has a deadline of its own, or none."""
    if not application.missing_papers:
        return until
    due = application.papers_due_at
    if not taken or due is None or until is None:
        return due if not taken else until
    return max(due, until)


def _line(
    application: ApplicationView,
    paper: str,
    sent: Document | None,
    openings: int,
    taken: bool,
    now: datetime,
) -> PaperLine:
    asked = paper in application.missing_papers
    due = application.papers_due_at
    in_time = taken or (asked and (due is None or due > now))
    line = PaperLine(paper, asked, application.live and in_time, openings=openings)
    if sent is None:
        return line
    return PaperLine(
        paper,
        asked,
        line.open,
        document_id=sent.id,
        file=sent.file,
        media=sent.media,
        size=sent.size,
        pages=sent.pages,
        sent_at=sent.sent_at,
        again=sent.again,
        unreadable=sent.unreadable,
        openings=openings,
    )


def _removed_at(session: Session, application_id: int) -> datetime | None:
    ours = DocumentRemoval.application_id == application_id
    return session.scalar(select(func.max(DocumentRemoval.at)).where(ours))


def _sent(session: Session, application_id: int) -> dict[str, Document]:
    of_it = select(Document).where(Document.application_id == application_id)
    return {document.paper: document for document in session.scalars(of_it)}


def _openings(session: Session, application_id: int) -> dict[str, int]:
    counted = (
        select(DocumentOpening.paper, func.count())
        .where(DocumentOpening.application_id == application_id)
        .group_by(DocumentOpening.paper)
    )
    return dict(session.execute(counted).all())


def _until(
    session: Session, application: ApplicationView, now: datetime
) -> tuple[datetime | None, bool]:
    """Until when papers are taken, and whether they are now.

    To the end of the wave's stage for them; without one to the test, for which they must have been
    looked through; without that a day longer than registrations.
    """
    wave = session.get_one(Wave, application.wave_id)
    stages = _stages(session, wave.id)
    if "papers" in stages:
        until = stages["papers"][1] or stages["papers"][0]
    elif "test" in stages:
        until = stages["test"][0]
    elif wave.registration_closes_at is not None:
        until = wave.registration_closes_at + LAST_COMERS
    else:
        return None, wave.state == "open"
    return until, now < until


def _stages(session: Session, wave_id: int) -> dict[str, tuple[datetime, datetime | None]]:
    """Kind to begin and end."""
    columns = WaveStage.kind, WaveStage.starts_at, WaveStage.ends_at
    rows = session.execute(select(*columns).where(WaveStage.wave_id == wave_id))
    return {kind: (starts_at, ends_at) for kind, starts_at, ends_at in rows}
