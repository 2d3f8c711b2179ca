"""Documents: kept as they are sent, replaced, taken back, and dropped with the person.

The file is on the shelf before its row is written here, and is removed by a tick after its row is
gone (`discarded_files`): a row that was committed has its file, whatever is killed when.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, insert, literal, select, update
from sqlalchemy.orm import Session

from intake.applications.errors import NoSuchApplication
from intake.documents.errors import NoSuchDocument, PapersClosed, UnknownPaper
from intake.documents.papers import PAPERS
from intake.documents.questions import ask_paper, leave_question
from intake.documents.rows import PaperLine, Papers, papers_of
from people.accounts import account_of, has_consented
from people.errors import ConsentMissing
from storage.models import Account, Application, DiscardedFile, Document
from storage.upserts import insert_into


@dataclass(frozen=True, slots=True)
class Shelved:
    """A file that lies on the shelf: what it is, and by which name and label it opens."""

    application_id: int
    paper: str
    media: str
    size: int
    pages: int
    file: str = field(repr=False)
    number: str = ""
    """Of the application."""

    @property
    def label(self) -> str:
        return label_of(self.application_id, self.paper)


def label_of(application_id: int, paper: str) -> str:
    """What a document's file is sealed as: it opens for no other application or paper."""
    return f"{application_id}:{paper}"


def my_papers(session: Session, account_id: int, application_id: int, *, now: datetime) -> Papers:
    """Raises NoSuchApplication for one of another account, too."""
    papers = papers_of(session, application_id, now=now)
    if papers.application.account_id != account_id:
        raise NoSuchApplication(application_id)
    return papers


def check_sendable(
    session: Session, account_id: int, application_id: int, paper: str, *, now: datetime
) -> Papers:
    """Raises NoSuchApplication, ConsentMissing, UnknownPaper, PapersClosed."""
    papers = my_papers(session, account_id, application_id, now=now)
    if not has_consented(account_of(session, account_id)):
        raise ConsentMissing
    line = papers.line(paper)
    if line is None:
        raise UnknownPaper(paper)
    if not line.open:
        raise PapersClosed(papers.until)
    return papers


def kept_by(session: Session, account_id: int, update_id: int) -> tuple[int, str] | None:
    """Application and paper that this update has brought already."""
    found = session.execute(
        select(Document.application_id, Document.paper)
        .join(Application, Document.application_id == Application.id)
        .where(Application.account_id == account_id, Document.update_id == update_id)
    ).first()
    return None if found is None else (found.application_id, found.paper)


def keep(
    session: Session,
    account_id: int,
    kept: Shelved,
    *,
    update_id: int,
    album: str | None = None,
    now: datetime,
) -> Papers:
    """A paper has come, in the place of what was sent before; the next one is asked for.

    `album`: what Telegram calls the pictures it was sent with. Raises what `check_sendable` does.
    """
    application_id = kept.application_id
    _hold(session, account_id, application_id)
    before = check_sendable(session, account_id, application_id, kept.paper, now=now)
    line = before.line(kept.paper)
    assert line is not None
    _drop(session, line, now)
    session.add(
        Document(
            application_id=application_id,
            paper=kept.paper,
            file=kept.file,
            media=kept.media,
            size=kept.size,
            pages=kept.pages,
            again=line.asked or line.again,
            sent_at=now,
            update_id=update_id,
        )
    )
    _set_missing(session, before, {*before.application.missing_papers} - {kept.paper})
    session.flush()
    papers = papers_of(session, application_id, now=now)
    if papers.to_send:
        ask_paper(session, account_id, application_id, papers.to_send[0], album=album, now=now)
    else:
        leave_question(session, account_id)
    return papers


def take_back(session: Session, account_id: int, document_id: int, *, now: datetime) -> Papers:
    """Raises NoSuchDocument for one of another account, too; PapersClosed."""
    row = _my_row(session, account_id, document_id)
    _hold(session, account_id, row.application_id)
    papers = my_papers(session, account_id, row.application_id, now=now)
    line = papers.line_of(document_id)
    if line is None:
        raise NoSuchDocument(document_id)
    if not line.open:
        raise PapersClosed(papers.until)
    _drop(session, line, now)
    if line.again:  # what staff had asked for, they still lack
        _set_missing(session, papers, {*papers.application.missing_papers, line.paper})
    return papers_of(session, row.application_id, now=now)


def papers_with(session: Session, account_id: int, document_id: int, *, now: datetime) -> Papers:
    """The papers that this document is of. Raises NoSuchDocument for another account's, too."""
    row = _my_row(session, account_id, document_id)
    return my_papers(session, account_id, row.application_id, now=now)


def my_document(session: Session, account_id: int, document_id: int) -> Shelved:
    """Raises NoSuchDocument for one of another account, too."""
    return shelved(_my_row(session, account_id, document_id))


def discard_all(
    session: Session, account_id: int, *, applicant_id: int | None = None, now: datetime
) -> None:
    """The files of an account, or of one of its people, who is about to be erased."""
    mine = select(Application.id).where(Application.account_id == account_id)
    if applicant_id is not None:
        mine = mine.where(Application.applicant_id == applicant_id)
    files = select(Document.file, literal(now, DiscardedFile.since.type))
    chosen = files.where(Document.application_id.in_(mine))
    session.execute(insert(DiscardedFile).from_select(["file", "since"], chosen))


def discarded(session: Session, most: int) -> Sequence[str]:
    """Files that nobody needs any more, the oldest first."""
    return session.scalars(
        select(DiscardedFile.file).order_by(DiscardedFile.since, DiscardedFile.file).limit(most)
    ).all()


def forget_discarded(session: Session, files: Collection[str]) -> None:
    """They have been removed."""
    session.execute(delete(DiscardedFile).where(DiscardedFile.file.in_(files)))


def unknown_files(session: Session, files: Collection[str]) -> set[str]:
    """Those of these that no document names."""
    known = select(Document.file).where(Document.file.in_(files))
    return set(files) - set(session.scalars(known))


def all_files(session: Session) -> Sequence[str]:
    """Of every document there is."""
    return session.scalars(select(Document.file).order_by(Document.id)).all()


def shelved(row: Row[*tuple[Any, ...]]) -> Shelved:
    return Shelved(
        application_id=row.application_id,
        paper=row.paper,
        media=row.media,
        size=row.size,
        pages=row.pages,
        file=row.file,
        number=row.number,
    )


def _my_row(session: Session, account_id: int, document_id: int) -> Row[*tuple[Any, ...]]:
    mine = Document.id == document_id, Application.account_id == account_id
    row = session.execute(WITH_APPLICATION.where(*mine)).first()
    if row is None:
        raise NoSuchDocument(document_id)
    return row


def _hold(session: Session, account_id: int, application_id: int) -> None:
    """One at a time changes an application's papers, and none while its account is erased: the
    account comes first (docs/decisions/0017).
    """
    account = select(Account.id).where(Account.id == account_id)
    session.execute(account.with_for_update(key_share=True))
    held = select(Application.id).where(Application.id == application_id).with_for_update()
    session.execute(held)


def _drop(session: Session, line: PaperLine, now: datetime) -> None:
    if line.document_id is None:
        return
    noted = insert_into(session, DiscardedFile).values(file=line.file, since=now)
    session.execute(noted.on_conflict_do_nothing())
    session.execute(delete(Document).where(Document.id == line.document_id))


def _set_missing(session: Session, papers: Papers, missing: set[str]) -> None:
    """Its deadline stays as it was set: without anything missing nobody is reminded of it."""
    if missing == {*papers.application.missing_papers}:
        return
    ordered = [paper for paper in PAPERS if paper in missing] or None
    chosen = update(Application).where(Application.id == papers.application.id)
    session.execute(chosen.values(missing_papers=ordered))


WITH_APPLICATION = select(
    Document.id,
    Document.application_id,
    Document.file,
    Document.media,
    Document.size,
    Document.pages,
    Document.paper,
    Document.sent_at,
    Application.number,
).join(Application, Document.application_id == Application.id)
