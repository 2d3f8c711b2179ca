"""Eligibility: rules as they were, checks under way, and what applications were judged by."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, LargeBinary, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from storage.base import Base, BigId, Json
from storage.models.sources import Source


class RuleVersion(Base):
    """A rule as it was worded and judged by from some day on; it is never changed again.

    It outlives the rule itself: applications were judged by it.
    """

    __tablename__ = "eligibility_rule_versions"
    __table_args__ = (UniqueConstraint("slug", "version"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(String(96))
    """Of the rule."""
    version: Mapped[int]
    """From 1 on."""
    kind: Mapped[str] = mapped_column(String(24))
    parameters: Mapped[dict[str, Any]]
    text: Mapped[dict[str, Any]]
    expires_on: Mapped[date | None]
    source_id: Mapped[int] = mapped_column(ForeignKey("sources.id"))
    recorded_at: Mapped[datetime]

    source: Mapped[Source] = relationship()


class EligibilityCheck(Base):
    """An account's latest check: what was told for it, and which question is open."""

    __tablename__ = "eligibility_checks"
    __table_args__ = (
        Index(
            "ix_eligibility_checks_open",
            "account_id",
            sqlite_where=text("trait IS NOT NULL"),
            postgresql_where=text("trait IS NOT NULL"),
        ),
    )

    account_id: Mapped[int] = mapped_column(
        BigId, ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    programme_id: Mapped[int] = mapped_column(ForeignKey("programmes.id"))
    class_id: Mapped[int | None] = mapped_column(ForeignKey("classes.id"))
    """Whose wave's dates it is judged at; None where no class of the programme is to come."""
    for_another: Mapped[bool]
    """For a second person on the same phone."""
    applicant_id: Mapped[int | None] = mapped_column(
        ForeignKey("applicants.id", ondelete="CASCADE"), index=True
    )
    """For this one of several on the phone, who was chosen; None: nobody was."""
    trait: Mapped[str | None] = mapped_column(String(24))
    """The question that is open (catalog.facts.Trait)."""
    facts: Mapped[bytes] = mapped_column(LargeBinary)
    """Sealed JSON: what was told."""
    seen_updates: Mapped[list[Any]] = mapped_column(Json)
    """The last few Telegram updates taken as answers: a repeated one is taken once."""
    told_at: Mapped[datetime]


class ApplicationVerdict(Base):
    """How an application was judged when it was sent, and by which versions of the rules."""

    __tablename__ = "application_verdicts"

    application_id: Mapped[int] = mapped_column(
        ForeignKey("applications.id", ondelete="CASCADE"), primary_key=True
    )
    account_id: Mapped[int] = mapped_column(
        ForeignKey("accounts.id", ondelete="CASCADE"), index=True
    )
    verdict: Mapped[str] = mapped_column(String(12))
    """`yes` or `incomplete`: what a rule refuses is not sent."""
    findings: Mapped[list[Any]] = mapped_column(Json)
    """One a rule: {"rule": slug, "version": 2, "outcome": "met"}."""
    judged_at: Mapped[datetime]
