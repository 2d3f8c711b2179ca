"""Applications of people to classes, the changes they went through, and their numbers."""

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from storage.base import Base, BigId, Json
from storage.models.applicants import Applicant
from storage.models.classes import CourseClass

LIVE = ("submitted", "reserve", "offered", "admitted")
HOLDERS = ("offered", "admitted")
"""Whoever has a seat: confirmed, or offered and waiting for their word."""


class Application(Base):
    """One NIK holds at most one live application in a wave: an index of the database holds it."""

    __tablename__ = "applications"
    __table_args__ = (
        Index(
            "uq_applications_live_in_wave",
            # The person first: a planner that knows nothing of a new wave would read all of it.
            "nik_print",
            "wave_id",
            unique=True,
            sqlite_where=text("state IN ('submitted', 'reserve', 'offered', 'admitted')"),
            postgresql_where=text("state IN ('submitted', 'reserve', 'offered', 'admitted')"),
        ),
        Index("ix_applications_class_state", "class_id", "state"),
        # Nobody shares a place on a waiting list, and the next one is found at once.
        Index(
            "uq_applications_reserve",
            "class_id",
            "reserve_no",
            unique=True,
            sqlite_where=text("state = 'reserve'"),
            postgresql_where=text("state = 'reserve'"),
        ),
        Index(
            "ix_applications_papers_due_at",
            "papers_due_at",
            sqlite_where=text("papers_due_at IS NOT NULL"),
            postgresql_where=text("papers_due_at IS NOT NULL"),
        ),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    number: Mapped[str] = mapped_column(String(32), unique=True)
    applicant_id: Mapped[int] = mapped_column(
        ForeignKey("applicants.id", ondelete="CASCADE"), index=True
    )
    account_id: Mapped[int] = mapped_column(
        ForeignKey("accounts.id", ondelete="CASCADE"), index=True
    )
    """Who is told; the applicant's account, kept here so that reminders need no further join."""
    class_id: Mapped[int] = mapped_column(ForeignKey("classes.id"))
    wave_id: Mapped[int] = mapped_column(ForeignKey("waves.id"))
    nik_print: Mapped[str] = mapped_column(String(64))
    state: Mapped[str] = mapped_column(String(12))
    """`submitted`, `reserve` (next in order of `reserve_no`), `offered` (a seat, until a deadline),
    `admitted` (in the class), `not_selected`, `declined`, `lapsed` or `withdrawn`.
    """
    reserve_no: Mapped[int | None]
    """Where it stands, or stood, on the reserve: smaller goes first."""
    submitted_at: Mapped[datetime]
    changed_at: Mapped[datetime]
    missing_papers: Mapped[list[Any] | None] = mapped_column(Json)
    """What staff have found missing (`ktp`, `ijazah`, …); None or empty: nothing."""
    papers_due_at: Mapped[datetime | None]
    update_id: Mapped[int | None] = mapped_column(BigInteger)
    """The Telegram update that submitted it: seen again, it finds this and makes no second one."""

    applicant: Mapped[Applicant] = relationship()
    course_class: Mapped[CourseClass] = relationship()


class ApplicationChange(Base):
    """Append-only: each change of state with who, when, from, to and why."""

    __tablename__ = "application_changes"

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    application_id: Mapped[int] = mapped_column(
        ForeignKey("applications.id", ondelete="CASCADE"), index=True
    )
    at: Mapped[datetime]
    actor: Mapped[str] = mapped_column(String(40))
    """`applicant`, or `staff:` and a name given on the command line."""
    from_state: Mapped[str | None] = mapped_column(String(12))
    to_state: Mapped[str] = mapped_column(String(12))
    reason: Mapped[str | None] = mapped_column(String(200))


class NumberSeries(Base):
    """The last number given out in a wave."""

    __tablename__ = "number_series"

    wave_id: Mapped[int] = mapped_column(ForeignKey("waves.id"), primary_key=True)
    last: Mapped[int]
