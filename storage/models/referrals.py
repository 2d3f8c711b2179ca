"""What people ask for that Jawara does not register: information and where to go."""

from typing import Any

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from storage.base import Base
from storage.models.providers import Provider
from storage.models.sources import Source


class Referral(Base):
    __tablename__ = "referrals"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(String(64), unique=True)
    title: Mapped[str] = mapped_column(String(120))
    about: Mapped[dict[str, Any]]
    provider_id: Mapped[int | None] = mapped_column(ForeignKey("providers.id"))
    source_id: Mapped[int] = mapped_column(ForeignKey("sources.id"))

    provider: Mapped[Provider | None] = relationship()
    source: Mapped[Source] = relationship()
