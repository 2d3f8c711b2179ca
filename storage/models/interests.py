"""Interest left in a programme that takes no registrations yet ("beri tahu saya")."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base


class ProgrammeInterest(Base):
    __tablename__ = "programme_interests"

    account_id: Mapped[int] = mapped_column(
        ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True
    )
    programme_id: Mapped[int] = mapped_column(
        ForeignKey("programmes.id"), primary_key=True, index=True
    )
    created_at: Mapped[datetime]
    kind: Mapped[str | None] = mapped_column(String(32))
    """The skill they wish to learn, where the track offers a choice: the slug of a cluster."""
    destination: Mapped[str | None] = mapped_column(String(2))
    """The country they wish to go to, by its code; None: any, or not said."""
