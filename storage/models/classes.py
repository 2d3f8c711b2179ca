"""Classes (one programme in one wave) and their meetings (one dated lesson each)."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from storage.base import Base
from storage.models.programmes import Programme
from storage.models.providers import Place
from storage.models.sources import Source
from storage.models.waves import Wave


class CourseClass(Base):
    """The unit of a seat: people apply to a class."""

    __tablename__ = "classes"
    __table_args__ = (UniqueConstraint("wave_id", "programme_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    wave_id: Mapped[int] = mapped_column(ForeignKey("waves.id"))
    programme_id: Mapped[int] = mapped_column(ForeignKey("programmes.id"), index=True)
    capacity: Mapped[int | None]
    """Seats; None where no source tells them."""
    capacity_inferred: Mapped[bool] = mapped_column(default=False)
    funder: Mapped[str | None] = mapped_column(String(8))
    """`APBD` (province, regency or city) or `APBN` (state); None where it is not told."""
    place_id: Mapped[int | None] = mapped_column(ForeignKey("places.id"))
    source_id: Mapped[int] = mapped_column(ForeignKey("sources.id"))

    wave: Mapped[Wave] = relationship()
    programme: Mapped[Programme] = relationship()
    place: Mapped[Place | None] = relationship()
    source: Mapped[Source] = relationship()
    meetings: Mapped[list["Meeting"]] = relationship(order_by="Meeting.starts_at")


class Meeting(Base):
    __tablename__ = "meetings"
    __table_args__ = (
        UniqueConstraint("class_id", "number"),
        CheckConstraint("ends_at > starts_at", name="ends_after_start"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    class_id: Mapped[int] = mapped_column(ForeignKey("classes.id"))
    number: Mapped[int]
    topic: Mapped[str | None] = mapped_column(String(200))
    starts_at: Mapped[datetime] = mapped_column(index=True)
    ends_at: Mapped[datetime] = mapped_column(index=True)
    place_id: Mapped[int | None] = mapped_column(ForeignKey("places.id"))
    cancelled: Mapped[bool] = mapped_column(default=False)
    revision: Mapped[int] = mapped_column(default=0)
    """Counts the moves and cancellations; reminders belong to one revision."""
    moved_from: Mapped[datetime | None]
    """When it was to begin before its last move."""
    changed_at: Mapped[datetime | None]
    """When it was last moved or cancelled: who joined the class later need not be told."""
    loaded: Mapped[dict[str, Any] | None]
    """What the catalogue's file said when it was last loaded: see `catalog.load.hands`."""

    place: Mapped[Place | None] = relationship()
