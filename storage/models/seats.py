"""Seats of a class, and the offers by which they are given out."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, BigId


class Seat(Base):
    """One of so many as the class has. A row can name one application only, and an application one
    seat only: so a class is never given to more people than it has seats, whoever writes.
    """

    __tablename__ = "seats"
    __table_args__ = (
        UniqueConstraint("class_id", "number"),
        CheckConstraint("number >= 1", name="from_one"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    class_id: Mapped[int] = mapped_column(ForeignKey("classes.id"))
    number: Mapped[int]
    """1 to the class's capacity."""
    application_id: Mapped[int | None] = mapped_column(
        ForeignKey("applications.id", ondelete="SET NULL"), unique=True
    )
    """Whose it is, confirmed or offered; None: it is free."""


class Offer(Base):
    """A seat held for somebody until they confirm it, or the deadline passes."""

    __tablename__ = "offers"
    __table_args__ = (
        Index(
            "uq_offers_open",
            "application_id",
            unique=True,
            sqlite_where=text("state = 'open'"),
            postgresql_where=text("state = 'open'"),
        ),
        Index(
            "ix_offers_deadline",
            "deadline",
            sqlite_where=text("state = 'open'"),
            postgresql_where=text("state = 'open'"),
        ),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    application_id: Mapped[int] = mapped_column(
        ForeignKey("applications.id", ondelete="CASCADE"), index=True
    )
    class_id: Mapped[int] = mapped_column(ForeignKey("classes.id"))
    state: Mapped[str] = mapped_column(String(12))
    """`open`, `confirmed`, `declined`, `lapsed` or `withdrawn`."""
    promoted: Mapped[bool]
    """It came from the reserve, after somebody else's seat was free again."""
    made_at: Mapped[datetime]
    deadline: Mapped[datetime]
    """The first moment at which it is too late."""
    settled_at: Mapped[datetime | None]
