"""Staff: which accounts may act for a provider, and the invitations they came in by."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, BigId


class StaffRole(Base):
    """One role of one account, for one provider or (None) for all of them."""

    __tablename__ = "staff_roles"
    __table_args__ = (
        Index("uq_staff_roles_one", "account_id", "role", "provider_id", unique=True),
        Index(
            "uq_staff_roles_everywhere",
            "account_id",
            "role",
            unique=True,
            sqlite_where=text("provider_id IS NULL"),
            postgresql_where=text("provider_id IS NULL"),
        ),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"))
    role: Mapped[str] = mapped_column(String(12))
    """`staff`, `approver` (a second person's yes) or `admin` (all of it, and who is staff)."""
    provider_id: Mapped[int | None] = mapped_column(ForeignKey("providers.id"))
    name: Mapped[str] = mapped_column(String(64))
    """As colleagues call them; shown to staff alone."""
    granted_by: Mapped[str] = mapped_column(String(64))
    granted_at: Mapped[datetime]


class StaffInvitation(Base):
    """A link that makes whoever opens it first staff; used once, gone after."""

    __tablename__ = "staff_invitations"

    code_print: Mapped[str] = mapped_column(String(64), primary_key=True)
    """SHA-256 of the link's code: the database alone lets nobody in."""
    role: Mapped[str] = mapped_column(String(12))
    provider_id: Mapped[int | None] = mapped_column(ForeignKey("providers.id"))
    name: Mapped[str] = mapped_column(String(64))
    invited_by: Mapped[str] = mapped_column(String(64))
    expires_at: Mapped[datetime]
