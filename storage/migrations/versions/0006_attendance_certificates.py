"""Participant cards, attendance and certificates"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0006"
down_revision: str | None = "0005"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    _add_cards()
    _add_attendance()
    _add_certificates()
    op.add_column("waves", sa.Column("absences_allowed", sa.Integer(), nullable=True))
    op.add_column("providers", sa.Column("absences_allowed", sa.Integer(), nullable=True))
    op.create_index(op.f("ix_meetings_ends_at"), "meetings", ["ends_at"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_meetings_ends_at"), "meetings")
    op.drop_column("providers", "absences_allowed")
    op.drop_column("waves", "absences_allowed")
    for table in (
        "certificate_changes",
        "certificates",
        "attendance_changes",
        "attendances",
        "cards",
    ):
        op.drop_table(table)


def _add_cards() -> None:
    op.create_table(
        "cards",
        sa.Column("id", BIG, nullable=False),
        sa.Column("application_id", BIG, nullable=False),
        sa.Column("token", sa.String(length=32), nullable=False),
        sa.Column("issued_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("replaced_at", sa.DateTime(timezone=True), nullable=True),
        _of_application("cards"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cards")),
        sa.UniqueConstraint("token", name=op.f("uq_cards_token")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_cards_application_id"), "cards", ["application_id"], unique=False)
    op.create_index(
        "uq_cards_valid",
        "cards",
        ["application_id"],
        unique=True,
        sqlite_where=sa.text("replaced_at IS NULL"),
        postgresql_where=sa.text("replaced_at IS NULL"),
    )


def _add_attendance() -> None:
    op.create_table(
        "attendances",
        sa.Column("application_id", BIG, nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("minutes_late", sa.Integer(), nullable=True),
        sa.Column("reason", sa.String(length=200), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        _of_application("attendances"),
        _of_meeting("attendances"),
        sa.PrimaryKeyConstraint("application_id", "meeting_id", name=op.f("pk_attendances")),
    )
    op.create_index(op.f("ix_attendances_meeting_id"), "attendances", ["meeting_id"], unique=False)
    op.create_table(
        "attendance_changes",
        sa.Column("id", BIG, nullable=False),
        sa.Column("application_id", BIG, nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor", sa.String(length=80), nullable=False),
        sa.Column("from_state", sa.String(length=12), nullable=True),
        sa.Column("to_state", sa.String(length=12), nullable=True),
        sa.Column("reason", sa.String(length=200), nullable=True),
        _of_application("attendance_changes"),
        _of_meeting("attendance_changes"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attendance_changes")),
    )
    for column in ("application_id", "meeting_id"):
        op.create_index(
            op.f(f"ix_attendance_changes_{column}"), "attendance_changes", [column], unique=False
        )


def _add_certificates() -> None:
    op.create_table(
        "certificates",
        sa.Column("application_id", BIG, nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("number", sa.String(length=64), nullable=True),
        sa.Column("issued_on", sa.Date(), nullable=True),
        sa.Column("token", sa.String(length=32), nullable=True),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        _of_application("certificates"),
        sa.PrimaryKeyConstraint("application_id", "kind", name=op.f("pk_certificates")),
        sa.UniqueConstraint("token", name=op.f("uq_certificates_token")),
    )
    op.create_index(
        "uq_certificates_number",
        "certificates",
        ["kind", "number"],
        unique=True,
        sqlite_where=sa.text("number IS NOT NULL"),
        postgresql_where=sa.text("number IS NOT NULL"),
    )
    op.create_table(
        "certificate_changes",
        sa.Column("id", BIG, nullable=False),
        sa.Column("application_id", BIG, nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor", sa.String(length=80), nullable=False),
        sa.Column("from_state", sa.String(length=12), nullable=True),
        sa.Column("to_state", sa.String(length=12), nullable=False),
        sa.Column("number", sa.String(length=64), nullable=True),
        sa.Column("reason", sa.String(length=200), nullable=True),
        _of_application("certificate_changes"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_certificate_changes")),
    )
    op.create_index(
        op.f("ix_certificate_changes_application_id"),
        "certificate_changes",
        ["application_id"],
        unique=False,
    )


def _of_application(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["application_id"],
        ["applications.id"],
        name=op.f(f"fk_{table}_application_id"),
        ondelete="CASCADE",
    )


def _of_meeting(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["meeting_id"], ["meetings.id"], name=op.f(f"fk_{table}_meeting_id")
    )
