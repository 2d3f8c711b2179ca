"""Placements that a provider has promised: what it says has become of each graduate, and they."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from storage.base import Base, BigId
from storage.models.programmes import Programme
from storage.models.providers import Provider
from storage.models.sources import Source


class PlacementPromise(Base):
    """That everybody of a programme is placed. Whoever has a seat in a class of it is promised."""

    __tablename__ = "placement_promises"

    programme_id: Mapped[int] = mapped_column(ForeignKey("programmes.id"), primary_key=True)
    provider_id: Mapped[int] = mapped_column(ForeignKey("providers.id"))
    """Who has promised, and writes down how it is kept."""
    text: Mapped[dict[str, Any]]
    within_days: Mapped[int | None]
    """From the end of the training; None: the source names no time."""
    source_id: Mapped[int] = mapped_column(ForeignKey("sources.id"))

    programme: Mapped[Programme] = relationship()
    provider: Mapped[Provider] = relationship()
    source: Mapped[Source] = relationship()


class Placement(Base):
    """What the provider says of one graduate, and what they say to it. No row: nothing yet."""

    __tablename__ = "placements"

    application_id: Mapped[int] = mapped_column(
        ForeignKey("applications.id", ondelete="CASCADE"), primary_key=True
    )
    state: Mapped[str] = mapped_column(String(12))
    """`introduced`, `placed`, `not_placed` or `declined`."""
    company: Mapped[str | None] = mapped_column(String(160))
    since: Mapped[date | None]
    """Since when they work there; None: not told."""
    wage: Mapped[int | None]
    """Rupiah a month as the provider tells it; None: not told."""
    reason: Mapped[str | None] = mapped_column(String(200))
    changed_at: Mapped[datetime]
    change_id: Mapped[int] = mapped_column(BigId)
    """Of the change that says this: an answer belongs to what was asked."""
    answer: Mapped[str | None] = mapped_column(String(12))
    """The graduate's: `yes`, `no`, `not_there`, `elsewhere` or `wage`; None: none yet."""
    answered_at: Mapped[datetime | None]


class PlacementChange(Base):
    """Append-only: each word of the provider and each of the graduate, both as they were said."""

    __tablename__ = "placement_changes"

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    application_id: Mapped[int] = mapped_column(
        ForeignKey("applications.id", ondelete="CASCADE"), index=True
    )
    at: Mapped[datetime]
    actor: Mapped[str] = mapped_column(String(80))
    """`graduate`, or `staff:` and a name."""
    from_state: Mapped[str | None] = mapped_column(String(12))
    to_state: Mapped[str] = mapped_column(String(12))
    """The provider's; a graduate's answer leaves it as it is."""
    company: Mapped[str | None] = mapped_column(String(160))
    since: Mapped[date | None]
    wage: Mapped[int | None]
    answer: Mapped[str | None] = mapped_column(String(12))
    reason: Mapped[str | None] = mapped_column(String(200))
