"""Tracks abroad: what each asks of somebody, who follows one, and what they have of it."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from storage.base import Base, BigId
from storage.models.programmes import Programme
from storage.models.sources import Source


class Track(Base):
    """A programme that has a checklist."""

    __tablename__ = "tracks"

    programme_id: Mapped[int] = mapped_column(ForeignKey("programmes.id"), primary_key=True)
    kinds: Mapped[list[str]]
    """Slugs of the clusters among which whoever is interested may choose a skill."""
    destinations: Mapped[list[str]]
    """Codes of the countries among which they may wish for one."""
    source_id: Mapped[int] = mapped_column(ForeignKey("sources.id"))

    programme: Mapped[Programme] = relationship()


class TrackItem(Base):
    """One thing to have. People's marks hang on it, so it is never deleted, only unlisted."""

    __tablename__ = "track_items"
    __table_args__ = (UniqueConstraint("programme_id", "slug"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    programme_id: Mapped[int] = mapped_column(ForeignKey("tracks.programme_id"))
    slug: Mapped[str] = mapped_column(String(31))
    kind: Mapped[str] = mapped_column(String(12))
    """`self`, `skill`, `language`, `certificate` or `document`."""
    title: Mapped[dict[str, Any]]
    about: Mapped[dict[str, Any]]
    """What it is and where to get it, by language."""
    known_by: Mapped[dict[str, Any]]
    """By what Jawara itself knows that somebody has it: `clusters`, `paper`, `rule`, or nothing."""
    confirmed: Mapped[bool]
    """False: of common knowledge, which none of our sources vouches for."""
    position: Mapped[int]
    listed: Mapped[bool]
    """False: the catalogue has dropped it."""
    expires_on: Mapped[date | None]
    source_id: Mapped[int] = mapped_column(ForeignKey("sources.id"))

    source: Mapped[Source] = relationship()


class Caution(Base):
    """A warning against brokers, and what to do instead."""

    __tablename__ = "cautions"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(String(64), unique=True)
    text: Mapped[dict[str, Any]]
    confirmed: Mapped[bool]
    position: Mapped[int]
    expires_on: Mapped[date | None]
    source_id: Mapped[int] = mapped_column(ForeignKey("sources.id"))

    source: Mapped[Source] = relationship()


NOT_NAMED = text("applicant_id IS NULL")


class TrackFollow(Base):
    """Who follows which track. Given up, it stays, and what was marked with it."""

    __tablename__ = "track_follows"
    __table_args__ = (
        UniqueConstraint("applicant_id", "programme_id"),
        Index(
            "uq_track_follows_not_named",
            "account_id",
            "programme_id",
            unique=True,
            sqlite_where=NOT_NAMED,
            postgresql_where=NOT_NAMED,
        ),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    """The number by which its holder is found at the counter."""
    account_id: Mapped[int] = mapped_column(
        ForeignKey("accounts.id", ondelete="CASCADE"), index=True
    )
    applicant_id: Mapped[int | None] = mapped_column(
        ForeignKey("applicants.id", ondelete="CASCADE")
    )
    """None: somebody who has not applied from this phone, or it has not been said who."""
    programme_id: Mapped[int] = mapped_column(ForeignKey("tracks.programme_id"), index=True)
    since: Mapped[datetime]
    left_at: Mapped[datetime | None]
    others_at: Mapped[datetime | None]
    """When it was said to be of nobody who was known on the phone by then."""


class TrackMark(Base):
    """That somebody has an item: as they say themselves, as staff have seen, or both."""

    __tablename__ = "track_marks"

    follow_id: Mapped[int] = mapped_column(
        ForeignKey("track_follows.id", ondelete="CASCADE"), primary_key=True
    )
    item_id: Mapped[int] = mapped_column(ForeignKey("track_items.id"), primary_key=True)
    told_at: Mapped[datetime | None]
    confirmed_at: Mapped[datetime | None]
    confirmed_by: Mapped[str | None] = mapped_column(String(80))


class TrackChange(Base):
    """Append-only: each change with who, when, from, to and why."""

    __tablename__ = "track_changes"

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    follow_id: Mapped[int] = mapped_column(
        ForeignKey("track_follows.id", ondelete="CASCADE"), index=True
    )
    item_id: Mapped[int | None] = mapped_column(ForeignKey("track_items.id"))
    """None: the track itself was followed or given up."""
    at: Mapped[datetime]
    actor: Mapped[str] = mapped_column(String(80))
    """`follower`, or `staff:` and a name."""
    from_state: Mapped[str | None] = mapped_column(String(12))
    to_state: Mapped[str | None] = mapped_column(String(12))
    """`following`, `left`, `named`; of an item `told`, `confirmed`, or None: nobody says so."""
    reason: Mapped[str | None] = mapped_column(String(200))
