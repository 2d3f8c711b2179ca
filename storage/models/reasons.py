"""The question for a reason: what staff are about to do waits for it."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base


class ReasonQuestion(Base):
    """Why is it done? The next message of a member of staff answers it."""

    __tablename__ = "reason_questions"

    account_id: Mapped[int] = mapped_column(
        ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True
    )
    application_id: Mapped[int | None] = mapped_column(
        ForeignKey("applications.id", ondelete="CASCADE"), index=True
    )
    """Whose seat is to be given back, unless `move` says otherwise; None: a wave is moved on."""
    wave_id: Mapped[int | None] = mapped_column(ForeignKey("waves.id"))
    stage: Mapped[str | None] = mapped_column(String(24))
    """Of the wave."""
    move: Mapped[str | None] = mapped_column(String(12))
    """Of the stage; of a bed `grant` or `take`, of a pupil `withdraw`."""
    asked_at: Mapped[datetime]
