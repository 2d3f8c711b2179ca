"""The outbox: everything that reaches a person unasked, written with its cause, sent after."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, BigId


class Notice(Base):
    """One message to one person. Its words are chosen when it is sent, from kind and facts."""

    __tablename__ = "notices"
    __table_args__ = (
        Index(
            "ix_notices_due",
            "lane",
            "batch_id",
            "due_at",
            sqlite_where=text("state = 'pending'"),
            postgresql_where=text("state = 'pending'"),
        ),
        Index(
            "ix_notices_leased",
            "lease_until",
            sqlite_where=text("state = 'sending'"),
            postgresql_where=text("state = 'sending'"),
        ),
        # Of the rows that end so, and they are few.
        Index(
            "ix_notices_uncertain",
            "batch_id",
            sqlite_where=text("state = 'uncertain'"),
            postgresql_where=text("state = 'uncertain'"),
        ),
        # Results that came to nothing: of them staff are told.
        Index(
            "ix_notices_untold",
            "settled_at",
            sqlite_where=text("lane = 0 AND state IN ('failed', 'expired')"),
            postgresql_where=text("lane = 0 AND state IN ('failed', 'expired')"),
        ),
        # What makes a notice this one: its key, or being somebody's part in a batch.
        Index(
            "uq_notices_by_key",
            "key",
            unique=True,
            sqlite_where=text("key IS NOT NULL"),
            postgresql_where=text("key IS NOT NULL"),
        ),
        Index("uq_notices_in_batch", "account_id", "batch_id", unique=True),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"))
    kind: Mapped[str] = mapped_column(String(32))
    facts: Mapped[dict[str, Any]]
    key: Mapped[str | None] = mapped_column(String(120))
    """What makes it this one: a second one with the same key is never written. None in a batch."""
    # No foreign key: batches are never deleted, and checking it would take a third of the time in
    # which PostgreSQL writes a broadcast for a million people.
    batch_id: Mapped[int | None] = mapped_column(BigId)
    """Of `batches`, one cause told to many: each account has at most one notice of a batch."""
    lane: Mapped[int]
    """0 results and changes, 1 reminders, 2 alerts, 3 broadcasts; lower goes first."""
    due_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    state: Mapped[str] = mapped_column(String(12), default="pending")
    """`pending`, `sending` (leased), `sent`, `failed`, `expired`, `uncertain`, `cancelled`."""
    lease_until: Mapped[datetime | None]
    attempts: Mapped[int] = mapped_column(default=0)
    last_error: Mapped[str | None] = mapped_column(String(300))
    message_id: Mapped[int | None]
    created_at: Mapped[datetime]
    settled_at: Mapped[datetime | None]
