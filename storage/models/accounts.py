"""Accounts: who can be reached, one a private chat, and how they wish to be."""

from datetime import date, datetime, time

from sqlalchemy import BigInteger, ForeignKey, Index, String, false, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, BigId


class Account(Base):
    """One Telegram account in its private chat. Whom it speaks for are its applicants."""

    __tablename__ = "accounts"
    __table_args__ = (
        Index(
            "ix_accounts_ak1_issued_on",
            "ak1_issued_on",
            sqlite_where=text("ak1_issued_on IS NOT NULL"),
            postgresql_where=text("ak1_issued_on IS NOT NULL"),
        ),
        # An erased one's number is never given to another.
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    telegram_id: Mapped[int] = mapped_column(BigInteger, unique=True)
    language: Mapped[str] = mapped_column(String(8), default="id")
    domicile: Mapped[str | None] = mapped_column(String(4))
    """The first four digits of the region's code: "3673" is Kota Serang."""

    welcome_step: Mapped[str | None] = mapped_column(String(16))
    """The question of the welcome that is open; None before it and after it."""
    welcomed_at: Mapped[datetime | None]
    consent_version: Mapped[str | None] = mapped_column(String(16))
    consented_at: Mapped[datetime | None]
    """None with a consent_version: that version was read and declined."""

    evening_hour: Mapped[int | None] = mapped_column(default=18)
    """The local hour of the reminder on the evening before; None switches it off."""
    hours_before: Mapped[int | None] = mapped_column(default=2)
    reminders_muted: Mapped[bool] = mapped_column(default=False)
    alerts_muted: Mapped[bool] = mapped_column(default=False)
    broadcasts_muted: Mapped[bool] = mapped_column(default=False, server_default=false())
    quiet_from: Mapped[time | None] = mapped_column(default=time(21))
    quiet_until: Mapped[time | None] = mapped_column(default=time(6))

    ak1_issued_on: Mapped[date | None]
    """The date on their job seeker's card, if they wish to be reminded of its reports."""
    asked: Mapped[str | None] = mapped_column(String(16))
    """The question of the settings that is open and waits for words: `ak1`."""

    last_seen_at: Mapped[datetime | None]
    """When they last wrote or pressed something, true to a day."""
    unreachable_since: Mapped[datetime | None]
    unreachable_reason: Mapped[str | None] = mapped_column(String(32))
    created_at: Mapped[datetime]


class StreamInterest(Base):
    """A cluster of programmes that somebody told us they care for."""

    __tablename__ = "stream_interests"

    account_id: Mapped[int] = mapped_column(
        ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True
    )
    cluster_id: Mapped[int] = mapped_column(ForeignKey("clusters.id"), primary_key=True)
