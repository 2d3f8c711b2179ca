"""Drafts: the answers given so far in a registration that is not submitted yet."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, BigId, Json


class Draft(Base):
    """One open registration of an account. The conversation's state is read from here."""

    __tablename__ = "drafts"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012 - SQLAlchemy reads it so

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    account_id: Mapped[int] = mapped_column(
        ForeignKey("accounts.id", ondelete="CASCADE"), unique=True
    )
    class_id: Mapped[int] = mapped_column(ForeignKey("classes.id"), index=True)
    applicant_id: Mapped[int | None] = mapped_column(
        ForeignKey("applicants.id", ondelete="CASCADE"), index=True
    )
    """Whose data it was filled in with; None: of somebody who is not known yet."""
    step: Mapped[str] = mapped_column(String(24))
    """The question that is open."""
    answers: Mapped[bytes] = mapped_column(LargeBinary)
    """Sealed JSON by question: names, NIK and phone are in it."""
    facts: Mapped[bytes | None] = mapped_column(LargeBinary)
    """Sealed JSON: what was told when the rules were checked (catalog.facts.Facts)."""
    parked: Mapped[bool] = mapped_column(default=False)
    """Put aside ("lanjut nanti"): what is typed is no answer until it is taken up again."""
    seen_updates: Mapped[list[Any]] = mapped_column(Json)
    """The last few Telegram updates taken as answers: a repeated one is taken once."""
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
