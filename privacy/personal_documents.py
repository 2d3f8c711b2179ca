"""Documents that somebody has sent, and who of staff has opened them, for that person's eyes."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from storage.models import Application, Document, DocumentOpening, DocumentRemoval


@dataclass(frozen=True, slots=True)
class DocumentSent:
    """The file itself is shown in the chat."""

    number: str
    """Of the application."""
    paper: str
    media: str
    size: int
    pages: int
    sent_at: datetime
    unreadable: bool


@dataclass(frozen=True, slots=True)
class OpeningView:
    number: str
    paper: str
    sent_at: datetime
    """Of the document that was opened."""
    actor: str
    at: datetime


@dataclass(frozen=True, slots=True)
class RemovalView:
    """What was sent was removed, as its time was up."""

    number: str
    documents: int
    kept_days: int
    at: datetime


@dataclass(frozen=True, slots=True)
class DocumentData:
    documents: tuple[DocumentSent, ...]
    document_openings: tuple[OpeningView, ...]
    document_removals: tuple[RemovalView, ...]


def documents_about(session: Session, account_id: int) -> DocumentData:
    return DocumentData(
        documents_sent(session, account_id),
        openings(session, account_id),
        removals(session, account_id),
    )


def documents_sent(session: Session, account_id: int) -> tuple[DocumentSent, ...]:
    rows = session.execute(
        select(
            Application.number,
            Document.paper,
            Document.media,
            Document.size,
            Document.pages,
            Document.sent_at,
            Document.unreadable,
        )
        .join(Application, Document.application_id == Application.id)
        .where(Application.account_id == account_id)
        .order_by(Document.sent_at, Document.id)
    )
    return tuple(DocumentSent(*row) for row in rows)


def openings(session: Session, account_id: int) -> tuple[OpeningView, ...]:
    rows = session.execute(
        select(
            Application.number,
            DocumentOpening.paper,
            DocumentOpening.sent_at,
            DocumentOpening.actor,
            DocumentOpening.at,
        )
        .join(Application, DocumentOpening.application_id == Application.id)
        .where(Application.account_id == account_id)
        .order_by(DocumentOpening.id)
    )
    return tuple(OpeningView(*row) for row in rows)


def removals(session: Session, account_id: int) -> tuple[RemovalView, ...]:
    columns = DocumentRemoval.documents, DocumentRemoval.kept_days, DocumentRemoval.at
    rows = session.execute(
        select(Application.number, *columns)
        .join(Application, DocumentRemoval.application_id == Application.id)
        .where(Application.account_id == account_id)
        .order_by(DocumentRemoval.id)
    )
    return tuple(RemovalView(*row) for row in rows)
