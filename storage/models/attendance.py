"""Attendance: who was at which meeting, and every change of it."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, BigId


class Attendance(Base):
    """What is recorded of one trainee at one meeting. Absent is who has no row when it ends."""

    __tablename__ = "attendances"

    application_id: Mapped[int] = mapped_column(
        ForeignKey("applications.id", ondelete="CASCADE"), primary_key=True
    )
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"), primary_key=True, index=True)
    state: Mapped[str] = mapped_column(String(12))
    """`present`, `late` or `excused`."""
    minutes_late: Mapped[int | None]
    """After the meeting's start; for those who are late alone."""
    reason: Mapped[str | None] = mapped_column(String(200))
    """Why they are excused: `sick`, `family`, `duty`, `other`, or words of staff's own."""
    recorded_at: Mapped[datetime]
    """When the card was scanned or the mark was made, be it days after the meeting."""


class AttendanceChange(Base):
    """Append-only: each change with who, when, from, to and why."""

    __tablename__ = "attendance_changes"

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    application_id: Mapped[int] = mapped_column(
        ForeignKey("applications.id", ondelete="CASCADE"), index=True
    )
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"), index=True)
    at: Mapped[datetime]
    actor: Mapped[str] = mapped_column(String(80))
    """`staff:` and a name."""
    from_state: Mapped[str | None] = mapped_column(String(12))
    """None: nothing was recorded."""
    to_state: Mapped[str | None] = mapped_column(String(12))
    reason: Mapped[str | None] = mapped_column(String(200))
