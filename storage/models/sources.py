"""Where a fact of the catalogue was read: an outlet and a date, so that anyone can look it up."""

from datetime import date

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base


class Source(Base):
    __tablename__ = "sources"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(String(64), unique=True)
    outlet: Mapped[str] = mapped_column(String(120))
    published_on: Mapped[date | None]
    note: Mapped[str | None] = mapped_column(String(300))
    """What is to be known of it, such as "contoh, belum dikonfirmasi"."""
