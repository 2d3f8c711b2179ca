"""Certificates: the provider's own and BNSP's, each with a state of its own."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, BigId


class Certificate(Base):
    """One kind for one application; without a row it is not yet decided."""

    __tablename__ = "certificates"
    __table_args__ = (
        Index(
            "uq_certificates_number",
            "kind",
            "number",
            unique=True,
            sqlite_where=text("number IS NOT NULL"),
            postgresql_where=text("number IS NOT NULL"),
        ),
    )

    application_id: Mapped[int] = mapped_column(
        ForeignKey("applications.id", ondelete="CASCADE"), primary_key=True
    )
    kind: Mapped[str] = mapped_column(String(12), primary_key=True)
    """`internal` or `bnsp`."""
    state: Mapped[str] = mapped_column(String(12))
    """`passed`, `failed` or `issued`."""
    number: Mapped[str | None] = mapped_column(String(64))
    """As it is printed, in capitals; there once it is issued."""
    issued_on: Mapped[date | None]
    token: Mapped[str | None] = mapped_column(String(32), unique=True)
    """Of the link by which anybody can check it."""
    changed_at: Mapped[datetime]


class CertificateChange(Base):
    """Append-only: each change with who, when, from, to and why."""

    __tablename__ = "certificate_changes"

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    application_id: Mapped[int] = mapped_column(
        ForeignKey("applications.id", ondelete="CASCADE"), index=True
    )
    kind: Mapped[str] = mapped_column(String(12))
    at: Mapped[datetime]
    actor: Mapped[str] = mapped_column(String(80))
    """`staff:` and a name."""
    from_state: Mapped[str | None] = mapped_column(String(12))
    """None: not yet decided."""
    to_state: Mapped[str] = mapped_column(String(12))
    number: Mapped[str | None] = mapped_column(String(64))
    """The one that was given with this change."""
    reason: Mapped[str | None] = mapped_column(String(200))
