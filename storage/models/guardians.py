"""Guardians: who allows somebody under 18 to join, asked for with each application."""

from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base


class GuardianConsent(Base):
    """A guardian's yes, pressed on the applicant's phone."""

    __tablename__ = "guardian_consents"

    application_id: Mapped[int] = mapped_column(
        ForeignKey("applications.id", ondelete="CASCADE"), primary_key=True
    )
    account_id: Mapped[int] = mapped_column(
        ForeignKey("accounts.id", ondelete="CASCADE"), index=True
    )
    name_sealed: Mapped[bytes] = mapped_column(LargeBinary)
    relation: Mapped[str] = mapped_column(String(12))
    """`mother`, `father` or `guardian`."""
    version: Mapped[str] = mapped_column(String(16))
    """Of the words that they agreed to."""
    given_at: Mapped[datetime]
