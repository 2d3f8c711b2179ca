"""Partner companies, their branches, and the agreements (MoU) providers have with them."""

from datetime import date

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from storage.base import Base
from storage.models.sources import Source


class Partner(Base):
    __tablename__ = "partners"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(String(64), unique=True)
    name: Mapped[str] = mapped_column(String(160))
    aliases: Mapped[list[str]]
    verified_by: Mapped[str | None] = mapped_column(String(160))
    """Who vouches for it and how, such as "MoU dengan UPTD …"; None: nobody yet."""
    source_id: Mapped[int] = mapped_column(ForeignKey("sources.id"))

    source: Mapped[Source] = relationship()
    branches: Mapped[list["Branch"]] = relationship(order_by="Branch.id")


class Branch(Base):
    __tablename__ = "branches"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(String(64), unique=True)
    partner_id: Mapped[int] = mapped_column(ForeignKey("partners.id"), index=True)
    name: Mapped[str] = mapped_column(String(120))
    region: Mapped[str | None] = mapped_column(String(4))
    """None: outside of Banten."""
    province: Mapped[str] = mapped_column(String(60))
    source_id: Mapped[int] = mapped_column(ForeignKey("sources.id"))


class Mou(Base):
    """An agreement to take graduates. What no source tells is None, never made up."""

    __tablename__ = "mous"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(String(64), unique=True)
    partner_id: Mapped[int] = mapped_column(ForeignKey("partners.id"), index=True)
    provider_id: Mapped[int] = mapped_column(ForeignKey("providers.id"))
    clusters: Mapped[list[str]]
    """Slugs of the clusters whose graduates it covers."""
    number: Mapped[str | None] = mapped_column(String(80))
    signed_on: Mapped[date | None]
    expires_on: Mapped[date | None]
    quota: Mapped[int | None]
    source_id: Mapped[int] = mapped_column(ForeignKey("sources.id"))
