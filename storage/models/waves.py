"""Waves (gelombang): a provider's dated rounds, each with its stages."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, String, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column, relationship

from storage.base import Base, BigId, Json
from storage.models.providers import Provider
from storage.models.sources import Source

FIRST_COME = "first_come"
"""The mode of a wave whose seats go to whoever comes first."""


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
    """`selection` (ranked), or `FIRST_COME`."""
    registration_opens_at: Mapped[datetime | None]
    registration_closes_at: Mapped[datetime | None]
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    participants: Mapped[int | None]
    selection: Mapped[dict[str, Any] | None] = mapped_column(Json)
    """How seats are given out: see `catalog.selection`; None: by the rules that hold everywhere."""
    absences_allowed: Mapped[int | None]
    """How often a trainee may be absent; None: what the provider says."""
    beds_order: Mapped[str] = mapped_column(String(8), default="rank", server_default="rank")
    """Who goes first for a bed: `rank`, or `far`, who lives in another regency or city."""
    example: Mapped[bool] = mapped_column(default=False)
    """Made up for the demo, and marked so wherever it is shown."""
    loaded: Mapped[dict[str, Any] | None]
    """What the catalogue's file said when it was last loaded: see `catalog.load.hands`."""
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
    by_hand: Mapped[bool] = mapped_column(default=False, server_default=false())
    """Added by staff, and so left alone by a catalogue that does not have it."""
    loaded: Mapped[dict[str, Any] | None]
    """What the catalogue's file said when it was last loaded: see `catalog.load.hands`."""
    source_id: Mapped[int] = mapped_column(ForeignKey("sources.id"))


class StageMove(Base):
    """Append-only: what a wave's timeline went through, each with when, by whom and why.

    One row a move: whoever writes it does what the move is about, and nobody does it twice.
    """

    __tablename__ = "stage_moves"
    __table_args__ = (UniqueConstraint("wave_id", "kind", "move", "turn"),)

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    wave_id: Mapped[int] = mapped_column(ForeignKey("waves.id"))
    kind: Mapped[str] = mapped_column(String(24))
    """Of the stage."""
    move: Mapped[str] = mapped_column(String(12))
    """`began`, `ended`, `invited`, `warned`, `announced`; `added`, `moved` or `dropped`."""
    turn: Mapped[int]
    """The stage's revision: one that is moved after it began will begin once more."""
    planned_at: Mapped[datetime | None]
    """When it was due; None where no date was told."""
    at: Mapped[datetime]
    actor: Mapped[str] = mapped_column(String(70))
    """`jawara` for the clock, `catalogue`, or `staff:` and a name."""
    reason: Mapped[str | None] = mapped_column(String(200))
