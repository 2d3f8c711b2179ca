"""Selection: what was scored, the ranked lists drawn up from it, and moves made on them."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, BigId


class Assessment(Base):
    """One part of the selection of one application: attended or not, and how it was scored."""

    __tablename__ = "assessments"
    __table_args__ = (
        CheckConstraint("score IS NULL OR score BETWEEN 0 AND 10000", name="score_in_range"),
    )

    application_id: Mapped[int] = mapped_column(
        ForeignKey("applications.id", ondelete="CASCADE"), primary_key=True
    )
    part: Mapped[str] = mapped_column(String(12), primary_key=True)
    """`test` or `interview`."""
    attended: Mapped[bool]
    score: Mapped[int | None]
    """Hundredths of a point, 0 to 10,000; None: not scored, or not there."""
    recorded_at: Mapped[datetime]
    recorded_by: Mapped[str] = mapped_column(String(70))


class AssessmentChange(Base):
    """Append-only: each score and attendance as it was written."""

    __tablename__ = "assessment_changes"

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    application_id: Mapped[int] = mapped_column(
        ForeignKey("applications.id", ondelete="CASCADE"), index=True
    )
    part: Mapped[str] = mapped_column(String(12))
    attended: Mapped[bool]
    score: Mapped[int | None]
    at: Mapped[datetime]
    actor: Mapped[str] = mapped_column(String(70))


class Ranking(Base):
    """A class's ranked list: drawn up, then announced at a minute told beforehand."""

    __tablename__ = "rankings"
    __table_args__ = (
        Index(
            "uq_rankings_current",
            "class_id",
            unique=True,
            sqlite_where=text("state != 'replaced'"),
            postgresql_where=text("state != 'replaced'"),
        ),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    class_id: Mapped[int] = mapped_column(ForeignKey("classes.id"))
    state: Mapped[str] = mapped_column(String(12))
    """`drawn`, `scheduled` (to be announced), `announced`, or `replaced` by a newer one."""
    rules: Mapped[dict[str, Any]]
    """The weights and the pass mark it was drawn up by."""
    fingerprint: Mapped[str] = mapped_column(String(64))
    """SHA-256 of its lines: the same scores give the same list."""
    drawn_at: Mapped[datetime]
    drawn_by: Mapped[str] = mapped_column(String(70))
    announce_at: Mapped[datetime | None]
    announced_at: Mapped[datetime | None]
    seats: Mapped[int | None]
    """How many there were when it was announced."""


class RankingChange(Base):
    """Append-only: who drew a list up, set the minute of its results, or took that back."""

    __tablename__ = "ranking_changes"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    ranking_id: Mapped[int] = mapped_column(
        ForeignKey("rankings.id", ondelete="CASCADE"), index=True
    )
    at: Mapped[datetime]
    actor: Mapped[str] = mapped_column(String(40))
    from_state: Mapped[str | None] = mapped_column(String(12))
    to_state: Mapped[str] = mapped_column(String(12))
    announce_at: Mapped[datetime | None]
    """The minute that was set."""
    reason: Mapped[str | None] = mapped_column(String(200))


class RankingLine(Base):
    __tablename__ = "ranking_lines"
    # Few indexes: a list of 100,000 is to be written in two seconds.
    __table_args__ = (UniqueConstraint("application_id", "ranking_id"),)

    ranking_id: Mapped[int] = mapped_column(
        ForeignKey("rankings.id", ondelete="CASCADE"), primary_key=True
    )
    drawn_rank: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    """By the scores alone, from 1."""
    application_id: Mapped[int] = mapped_column(ForeignKey("applications.id", ondelete="CASCADE"))
    rank: Mapped[int]
    """After what was overridden, from 1."""
    total: Mapped[int]
    """Hundredths of a point, 0 to 10,000."""
    parts: Mapped[dict[str, Any]]
    """Hundredths of a point by part, as they stood."""
    passed: Mapped[bool]
    """The pass mark was reached, and every part attended."""


class RankOverride(Base):
    """Somebody is to stand elsewhere than the scores say: wanted by one, approved by another."""

    __tablename__ = "rank_overrides"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    ranking_id: Mapped[int] = mapped_column(ForeignKey("rankings.id", ondelete="CASCADE"))
    application_id: Mapped[int] = mapped_column(
        ForeignKey("applications.id", ondelete="CASCADE"), index=True
    )
    to_rank: Mapped[int]
    reason: Mapped[str] = mapped_column(String(300))
    asked_by: Mapped[str] = mapped_column(String(70))
    asked_by_id: Mapped[int | None] = mapped_column(ForeignKey("accounts.id", ondelete="SET NULL"))
    """None: at the command line, or of an account that is gone."""
    asked_at: Mapped[datetime]
    approved_by: Mapped[str | None] = mapped_column(String(70))
    approved_by_id: Mapped[int | None] = mapped_column(
        ForeignKey("accounts.id", ondelete="SET NULL")
    )
    approved_at: Mapped[datetime | None]
    """None: nobody has approved it, and it changes nothing."""
    refused_by: Mapped[str | None] = mapped_column(String(70))
    refused_at: Mapped[datetime | None]
    """Refused, or taken back by whoever asked: it will never change anything."""
    refusal: Mapped[str | None] = mapped_column(String(200))
    """Why: a word of `intake.selection.overrides.REFUSALS`, or other words."""


class SelectionQuestion(Base):
    """What is asked of a member of staff at the desk: their next message answers it."""

    __tablename__ = "selection_questions"

    account_id: Mapped[int] = mapped_column(
        ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True
    )
    kind: Mapped[str] = mapped_column(String(8))
    """`scores` (a file), `minute` (of the results) or `move` (on the list)."""
    class_id: Mapped[int] = mapped_column(ForeignKey("classes.id"))
    asked_at: Mapped[datetime]
