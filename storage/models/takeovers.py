"""Take-overs: a person's data that is to go to another phone, and who let it."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, BigId


class Takeover(Base):
    """One person, from the phone they are on to another, once somebody at the counter has seen
    their card. It is begun on the new phone (`phone`) or at the counter (`counter`).
    """

    __tablename__ = "takeovers"
    __table_args__ = (
        Index(
            "ix_takeovers_open",
            "provider_id",
            "asked_at",
            sqlite_where=text("state = 'open'"),
            postgresql_where=text("state = 'open'"),
        ),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    applicant_id: Mapped[int] = mapped_column(
        ForeignKey("applicants.id", ondelete="CASCADE"), index=True
    )
    application_id: Mapped[int] = mapped_column(
        ForeignKey("applications.id", ondelete="CASCADE"), index=True
    )
    """By whose number it was asked for."""
    provider_id: Mapped[int] = mapped_column(ForeignKey("providers.id"))
    """Whose staff decide: that of the application's wave."""
    account_id: Mapped[int | None] = mapped_column(
        ForeignKey("accounts.id", ondelete="CASCADE"), index=True
    )
    """The new phone; None for a link that nobody has used yet."""
    from_account_id: Mapped[int | None] = mapped_column(
        ForeignKey("accounts.id", ondelete="SET NULL"), index=True
    )
    """The phone before, as long as its account is there."""
    begun_at: Mapped[str] = mapped_column(String(8))
    """`phone` or `counter`."""
    state: Mapped[str] = mapped_column(String(12))
    """`open`, `done`, `refused` or `withdrawn`; an open one past its time is of no use."""
    code_print: Mapped[str | None] = mapped_column(String(64), unique=True)
    """The keyed hash of the code: the database alone moves nobody. None once it is used up."""
    asked_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    done_at: Mapped[datetime | None]


class TakeoverChange(Base):
    """Append-only: who did what about a take-over, when, from, to and why."""

    __tablename__ = "takeover_changes"

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    takeover_id: Mapped[int] = mapped_column(
        ForeignKey("takeovers.id", ondelete="CASCADE"), index=True
    )
    at: Mapped[datetime]
    actor: Mapped[str] = mapped_column(String(40))
    """`applicant`, or `staff:` and a name."""
    from_state: Mapped[str | None] = mapped_column(String(12))
    to_state: Mapped[str] = mapped_column(String(12))
    reason: Mapped[str | None] = mapped_column(String(200))
