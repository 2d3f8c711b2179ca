"""Documents that applicants have sent, who has opened them, and the question that waits for one.

The files themselves lie beside the database: see `storage.shelf`.
"""

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, BigId


class Document(Base):
    """One paper of one application, as it was sent last; sent anew, it is another row."""

    __tablename__ = "documents"
    __table_args__ = (UniqueConstraint("application_id", "paper"), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    application_id: Mapped[int] = mapped_column(ForeignKey("applications.id", ondelete="CASCADE"))
    paper: Mapped[str] = mapped_column(String(12))
    """A kind of `intake.documents.papers.PAPERS`."""
    file: Mapped[str] = mapped_column(String(64), unique=True)
    """Its name on the shelf."""
    media: Mapped[str] = mapped_column(String(20))
    """`image/jpeg` or `application/pdf`."""
    size: Mapped[int]
    """Bytes of what staff open."""
    pages: Mapped[int]
    again: Mapped[bool]
    """It came after staff had asked for it."""
    unreadable: Mapped[bool] = mapped_column(default=False)
    """Staff could not read it."""
    sent_at: Mapped[datetime] = mapped_column(index=True)
    update_id: Mapped[int | None] = mapped_column(BigInteger, index=True)
    """The Telegram update that brought it: seen again, it finds this and keeps no second one."""


class DocumentOpening(Base):
    """Append-only: who of staff has opened which document, and when."""

    __tablename__ = "document_openings"

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    application_id: Mapped[int] = mapped_column(
        ForeignKey("applications.id", ondelete="CASCADE"), index=True
    )
    paper: Mapped[str] = mapped_column(String(12))
    sent_at: Mapped[datetime]
    """Of the document: which one it was, though it has been replaced since."""
    actor: Mapped[str] = mapped_column(String(40))
    """`staff:` and their name."""
    at: Mapped[datetime]


class DocumentRemoval(Base):
    """Append-only: what an application had sent was removed, as its time was up."""

    __tablename__ = "document_removals"

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    application_id: Mapped[int] = mapped_column(
        ForeignKey("applications.id", ondelete="CASCADE"), index=True
    )
    at: Mapped[datetime]
    documents: Mapped[int]
    """How many there were."""
    kept_days: Mapped[int]
    """For how many days after the end they were to be kept, as it was set then."""


class DiscardedFile(Base):
    """A file that nobody needs any more, noted in the transaction that dropped its document."""

    __tablename__ = "discarded_files"

    file: Mapped[str] = mapped_column(String(64), primary_key=True)
    since: Mapped[datetime]


class DocumentQuestion(Base):
    """What is asked of an account about documents: the next message answers it."""

    __tablename__ = "document_questions"

    account_id: Mapped[int] = mapped_column(
        ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True
    )
    kind: Mapped[str] = mapped_column(String(8))
    """`paper` (send it), `which` (what is the file that was sent), `number` (asked of staff)."""
    application_id: Mapped[int | None] = mapped_column(
        ForeignKey("applications.id", ondelete="CASCADE"), index=True
    )
    paper: Mapped[str | None] = mapped_column(String(12))
    message_id: Mapped[int | None] = mapped_column(BigInteger)
    """Of the message with the file that waits for "which"."""
    telegram_file: Mapped[str | None] = mapped_column(String(255))
    """By which Telegram gives that file out."""
    album: Mapped[str | None] = mapped_column(String(32))
    """The album that the last file belonged to: its others are no answers to the next question."""
    asked_at: Mapped[datetime]
