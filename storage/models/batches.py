"""Batches: one cause told to many people, which can be paused, stopped and counted."""

from datetime import datetime

from sqlalchemy import Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, BigId

ENDED = ("sent", "blocked", "failed", "expired", "cancelled", "uncertain")


class Batch(Base):
    """Its notices name it. The counters say how many of them have ended, and how.

    They are written in the transaction that ends a notice, so that progress is read from one row,
    whatever the number of people; and they stay when somebody is erased.
    """

    __tablename__ = "batches"
    __table_args__ = (
        Index(
            "ix_batches_running",
            "id",
            sqlite_where=text("state = 'running'"),
            postgresql_where=text("state = 'running'"),
        ),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    state: Mapped[str] = mapped_column(String(12))
    """`running` (may be sent), `paused`, or `stopped` for good."""
    repeatable: Mapped[bool] = mapped_column(default=False)
    """Doing it twice does no harm (an edit, a deletion): what is unknown is then tried again.
    Otherwise it becomes `uncertain`, and nobody gets it twice."""
    written: Mapped[int] = mapped_column(default=0)
    """Notices written so far."""
    sent: Mapped[int] = mapped_column(default=0)
    blocked: Mapped[int] = mapped_column(default=0)
    """Failed because nobody is there: blocked, deactivated, never started."""
    failed: Mapped[int] = mapped_column(default=0)
    expired: Mapped[int] = mapped_column(default=0)
    cancelled: Mapped[int] = mapped_column(default=0)
    uncertain: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[datetime]
