"""Waves (gelombang): a provider's dated rounds, each with its stages."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from storage.base import Base, Json
from storage.models.providers import Provider
from storage.models.sources import Source


class Wave(Base):
    __tablename__ = "waves"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(String(64), unique=True)
    code: Mapped[str] = mapped_column(String(24), unique=True)
    """Heads the registration numbers: "PBK-2025-2" gives PBK-2025-2-0147."""
    provider_id: Mapped[int] = mapped_column(ForeignKey("providers.id"), index=True)
    title: Mapped[str] = mapped_column(String(160))
    state: Mapped[str] = mapped_column(String(12), index=True)
    """`planned`, `open`, `closed`, `running` or `finished`."""
    mode: Mapped[str] = mapped_column(String(12), default="selection")
    """`selection` (ranked) or `first_come`."""
    registration_opens_at: Mapped[datetime | None]
    registration_closes_at: Mapped[datetime | None]
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    participants: Mapped[int | None]
    selection: Mapped[dict[str, Any] | None] = mapped_column(Json)
    """How seats are given out: see `catalog.selection`; None: by the rules that hold everywhere."""
    absences_allowed: Mapped[int | None]
    """How often a trainee may be absent; None: what the provider says."""
    example: Mapped[bool] = mapped_column(default=False)
    """Made up for the demo, and marked so wherever it is shown."""
    source_id: Mapped[int] = mapped_column(ForeignKey("sources.id"))

    provider: Mapped[Provider] = relationship()
    source: Mapped[Source] = relationship()
    stages: Mapped[list["WaveStage"]] = relationship(
        order_by="WaveStage.starts_at, WaveStage.id", cascade="all, delete-orphan"
    )


class WaveStage(Base):
    """One step of a wave: `registration`, `papers`, `test`, `interview`, `results`, …"""

    __tablename__ = "wave_stages"
    __table_args__ = (UniqueConstraint("wave_id", "kind"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    wave_id: Mapped[int] = mapped_column(ForeignKey("waves.id", ondelete="CASCADE"))
    kind: Mapped[str] = mapped_column(String(24))
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime | None]
    revision: Mapped[int] = mapped_column(default=0, server_default="0")
    """Counts the moves that people must hear of; reminders belong to one revision."""
    moved_from: Mapped[datetime | None]
    """When it was to begin before its last move."""
    changed_at: Mapped[datetime | None]
    """When it was last moved."""
    source_id: Mapped[int] = mapped_column(ForeignKey("sources.id"))
