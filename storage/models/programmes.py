"""Programmes and the clusters (kejuruan) they belong to, with the rules of who may join."""

from datetime import date
from typing import Any

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from storage.base import Base
from storage.models.providers import Place, Provider
from storage.models.sources import Source


class Cluster(Base):
    __tablename__ = "clusters"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(String(64), unique=True)
    title: Mapped[dict[str, Any]]
    """By language: {"id": …, "en": …}."""
    position: Mapped[int]


class Programme(Base):
    """What can be learnt, whoever is taking registrations for it now, or nobody yet."""

    __tablename__ = "programmes"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(String(64), unique=True)
    title: Mapped[str] = mapped_column(String(120))
    """In Indonesian in every language, as the certificate has it."""
    summary: Mapped[dict[str, Any]]
    cluster_id: Mapped[int] = mapped_column(ForeignKey("clusters.id"), index=True)
    provider_id: Mapped[int] = mapped_column(ForeignKey("providers.id"), index=True)
    place_id: Mapped[int | None] = mapped_column(ForeignKey("places.id"))
    entry: Mapped[str] = mapped_column(String(16))
    """How one gets in: `jawara` (our form), `siapkerja` (outside steps), `school`, `interest`."""
    steps: Mapped[list[Any]]
    """The steps outside of Jawara, in order: [{"id": …, "en": …}]."""
    certificates: Mapped[list[str]]
    """`internal`, `bnsp`, `official`."""
    abroad: Mapped[str | None] = mapped_column(String(60))
    """The country that a track abroad leads to, or "*" for several."""
    position: Mapped[int]
    source_id: Mapped[int] = mapped_column(ForeignKey("sources.id"))

    cluster: Mapped[Cluster] = relationship()
    provider: Mapped[Provider] = relationship()
    place: Mapped[Place | None] = relationship()
    source: Mapped[Source] = relationship()


class EligibilityRule(Base):
    """One demand made of an applicant, as data; past its expiry it only says that it is old."""

    __tablename__ = "eligibility_rules"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(String(96), unique=True)
    version: Mapped[int] = mapped_column(default=1, server_default="1")
    """Counted up when what it says changes; what it said before is a RuleVersion."""
    programme_id: Mapped[int] = mapped_column(ForeignKey("programmes.id"), index=True)
    kind: Mapped[str] = mapped_column(String(24))
    """`age`, `education`, `domicile`, `sex`, `height`, `vision`, `language`, `test`, `idle`…"""
    parameters: Mapped[dict[str, Any]]
    text: Mapped[dict[str, Any]]
    position: Mapped[int]
    expires_on: Mapped[date | None]
    source_id: Mapped[int] = mapped_column(ForeignKey("sources.id"))

    source: Mapped[Source] = relationship()
