"""Providers of training, and places on the map."""

from typing import Any

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from storage.base import Base
from storage.models.sources import Source


class Place(Base):
    """A venue: where something is held, which is neither who gives it nor who pays for it."""

    __tablename__ = "places"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(String(64), unique=True)
    name: Mapped[str] = mapped_column(String(160))
    address: Mapped[str | None] = mapped_column(String(300))
    region: Mapped[str | None] = mapped_column(String(4))
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]
    position_approximate: Mapped[bool] = mapped_column(default=False)
    source_id: Mapped[int] = mapped_column(ForeignKey("sources.id"))

    source: Mapped[Source] = relationship()


class Provider(Base):
    __tablename__ = "providers"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(String(64), unique=True)
    name: Mapped[str] = mapped_column(String(160))
    aliases: Mapped[list[str]]
    owner: Mapped[str | None] = mapped_column(String(160))
    """The body it belongs to, such as "Kementerian Ketenagakerjaan"."""
    about: Mapped[dict[str, Any]]
    """A sentence by language: {"id": …, "en": …}."""
    people: Mapped[list[str]]
    """Public officials by role, as "Kepala: …"."""
    absences_allowed: Mapped[int | None]
    """How often trainees may be absent where their wave says nothing; None: nobody is warned."""
    place_id: Mapped[int | None] = mapped_column(ForeignKey("places.id"))
    source_id: Mapped[int] = mapped_column(ForeignKey("sources.id"))

    place: Mapped[Place | None] = relationship()
    source: Mapped[Source] = relationship()


class Dormitory(Base):
    """A provider's dormitory; its row is what is locked while beds are given out or given back.

    Undivided with `beds` in all, or with so many for women and for men. Where all three are None a
    source tells that there is one, and no more.
    """

    __tablename__ = "dormitories"

    provider_id: Mapped[int] = mapped_column(ForeignKey("providers.id"), primary_key=True)
    beds: Mapped[int | None]
    women: Mapped[int | None]
    men: Mapped[int | None]
    source_id: Mapped[int] = mapped_column(ForeignKey("sources.id"))

    source: Mapped[Source] = relationship()
