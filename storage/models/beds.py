"""Beds of a dormitory in a wave, who has asked for one, and each change of that."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, BigId


class Bed(Base):
    """One of so many as the dormitory has free for a wave. As with seats, a row names one person at
    most and a person has one bed at most, whoever writes.
    """

    __tablename__ = "beds"
    __table_args__ = (
        UniqueConstraint("wave_id", "side", "number"),
        CheckConstraint("number >= 1", name="from_one"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    wave_id: Mapped[int] = mapped_column(ForeignKey("waves.id"))
    side: Mapped[str] = mapped_column(String(8))
    """`all`, or `women` and `men` where the building is divided."""
    number: Mapped[int]
    application_id: Mapped[int | None] = mapped_column(
        ForeignKey("applications.id", ondelete="SET NULL"), unique=True
    )
    """Whose it is; None: it is free."""


class BedRequest(Base):
    """What somebody with a seat has said about the dormitory, and what became of it."""

    __tablename__ = "bed_requests"
    __table_args__ = (Index("ix_bed_requests_wave_state", "wave_id", "state"),)

    application_id: Mapped[int] = mapped_column(
        ForeignKey("applications.id", ondelete="CASCADE"), primary_key=True
    )
    wave_id: Mapped[int] = mapped_column(ForeignKey("waves.id"))
    state: Mapped[str] = mapped_column(String(12))
    """`asked`, `granted`, `reserve`, `not_needed`, or `gone` with the seat."""
    asked_at: Mapped[datetime]
    changed_at: Mapped[datetime]


class BedChange(Base):
    """Append-only: each change with who, when, from, to and why."""

    __tablename__ = "bed_changes"

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    application_id: Mapped[int] = mapped_column(
        ForeignKey("applications.id", ondelete="CASCADE"), index=True
    )
    at: Mapped[datetime]
    actor: Mapped[str] = mapped_column(String(70))
    """`applicant`, `jawara`, or `staff:` and a name."""
    from_state: Mapped[str | None] = mapped_column(String(12))
    to_state: Mapped[str] = mapped_column(String(12))
    reason: Mapped[str | None] = mapped_column(String(200))
