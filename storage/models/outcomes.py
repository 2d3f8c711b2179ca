"""Outcomes: what graduates say has become of them, some months after their class."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base


class Outcome(Base):
    """One answer to one question. Who has none is `unknown`, which is not "out of work"."""

    __tablename__ = "outcomes"

    application_id: Mapped[int] = mapped_column(
        ForeignKey("applications.id", ondelete="CASCADE"), primary_key=True
    )
    months: Mapped[int] = mapped_column(primary_key=True)
    """After the end of training: 1, 3, 6 or 12."""
    answer: Mapped[str] = mapped_column(String(16))
    """`employed`, `self_employed`, `studying` or `not_yet`."""
    answered_at: Mapped[datetime]
