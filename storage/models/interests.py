"""Interest left in a programme that takes no registrations yet ("beri tahu saya")."""

from datetime import datetime

from sqlalchemy import ForeignKey
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
