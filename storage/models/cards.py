"""Participant cards: what their QR codes stand for."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, BigId


class Card(Base):
    """A card of one application. A lost one is replaced, and kept so that it can be told apart."""

    __tablename__ = "cards"
    __table_args__ = (
        Index(
            "uq_cards_valid",
            "application_id",
            unique=True,
            sqlite_where=text("replaced_at IS NULL"),
            postgresql_where=text("replaced_at IS NULL"),
        ),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    application_id: Mapped[int] = mapped_column(
        ForeignKey("applications.id", ondelete="CASCADE"), index=True
    )
    token: Mapped[str] = mapped_column(String(32), unique=True)
    """Chance alone, nobody's number; it opens nothing to whoever is no member of staff."""
    issued_at: Mapped[datetime]
    replaced_at: Mapped[datetime | None]
    """None: it is the valid one."""
