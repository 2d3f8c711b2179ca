"""Vacancies that partners report, what stream each is for, and what people marked them with."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from storage.base import Base
from storage.models.partners import Partner


class Vacancy(Base):
    __tablename__ = "vacancies"
    __table_args__ = (UniqueConstraint("partner_id", "reference"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    partner_id: Mapped[int] = mapped_column(ForeignKey("partners.id"))
    reference: Mapped[str] = mapped_column(String(200))
    """The partner's own identifier of it."""
    feed_id: Mapped[int | None] = mapped_column(ForeignKey("feeds.id", ondelete="SET NULL"))
    """The feed that last reported it: when it leaves that one it is withdrawn, not before."""
    title: Mapped[str] = mapped_column(String(200))
    description: Mapped[str] = mapped_column(Text)
    place: Mapped[str] = mapped_column(String(200))
    region: Mapped[str | None] = mapped_column(String(4), index=True)
    """A region of Banten; None outside of it."""
    country: Mapped[str] = mapped_column(String(2), default="ID")
    wage_min: Mapped[int | None]
    wage_max: Mapped[int | None]
    """In whole units of `currency`, for one `wage_unit`."""
    currency: Mapped[str | None] = mapped_column(String(3))
    wage_unit: Mapped[str | None] = mapped_column(String(8))
    """`HOUR`, `DAY`, `WEEK`, `MONTH` or `YEAR`, as schema.org has it."""
    openings: Mapped[int | None]
    url: Mapped[str | None] = mapped_column(String(500))
    posted_at: Mapped[datetime]
    closes_at: Mapped[datetime | None]
    withdrawn_at: Mapped[datetime | None]
    """When it left the partner's feed."""
    example: Mapped[bool] = mapped_column(default=False)
    announced_at: Mapped[datetime | None]
    """When its alerts were written; None: still to be announced."""
    first_seen_at: Mapped[datetime]
    updated_at: Mapped[datetime]

    partner: Mapped[Partner] = relationship()


class VacancyStream(Base):
    """A cluster whose graduates a vacancy is for."""

    __tablename__ = "vacancy_streams"

    vacancy_id: Mapped[int] = mapped_column(
        ForeignKey("vacancies.id", ondelete="CASCADE"), primary_key=True
    )
    cluster_id: Mapped[int] = mapped_column(ForeignKey("clusters.id"), primary_key=True, index=True)


class VacancyMark(Base):
    __tablename__ = "vacancy_marks"

    account_id: Mapped[int] = mapped_column(
        ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True
    )
    vacancy_id: Mapped[int] = mapped_column(
        ForeignKey("vacancies.id", ondelete="CASCADE"), primary_key=True
    )
    mark: Mapped[str] = mapped_column(String(8))
    """`saved` or `hidden`."""
    created_at: Mapped[datetime]
