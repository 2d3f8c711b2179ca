"""Applicants: the people who want a seat. Several may share one account (one phone)."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, LargeBinary, String, UniqueConstraint, true
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, BigId


class Applicant(Base):
    __tablename__ = "applicants"
    __table_args__ = (
        UniqueConstraint("account_id", "nik_print"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"))
    name_sealed: Mapped[bytes] = mapped_column(LargeBinary)
    nik_sealed: Mapped[bytes] = mapped_column(LargeBinary)
    nik_print: Mapped[str] = mapped_column(String(64), index=True)
    """The keyed hash that finds the same NIK again; it can't be turned back."""
    phone_sealed: Mapped[bytes] = mapped_column(LargeBinary)
    born_on: Mapped[date]
    sex: Mapped[str] = mapped_column(String(1))
    """`f` or `m`, as the NIK has it."""
    education: Mapped[str] = mapped_column(String(12))
    domicile: Mapped[str] = mapped_column(String(4))
    invite_again: Mapped[bool] = mapped_column(default=True, server_default=true())
    """Whether they hear first of the next wave of what they got no seat in."""
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
