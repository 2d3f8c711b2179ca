"""Feeds: where a partner's vacancies are read from, and how the last reading went."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from storage.base import Base
from storage.models.partners import Partner


class Feed(Base):
    __tablename__ = "feeds"

    id: Mapped[int] = mapped_column(primary_key=True)
    partner_id: Mapped[int] = mapped_column(ForeignKey("partners.id"), index=True)
    location: Mapped[str] = mapped_column(String(500), unique=True)
    """An http(s) address, or the path of a file on this server."""
    every_minutes: Mapped[int] = mapped_column(default=60)
    example: Mapped[bool] = mapped_column(default=False)
    etag: Mapped[str | None] = mapped_column(String(200))
    read_at: Mapped[datetime | None]
    succeeded_at: Mapped[datetime | None]
    last_error: Mapped[str | None] = mapped_column(String(300))

    partner: Mapped[Partner] = relationship()
