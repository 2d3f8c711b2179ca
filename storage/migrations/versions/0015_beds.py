"""Beds in a dormitory"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0015"
down_revision: str | None = "0014"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    _add_beds()
    op.add_column(
        "waves",
        sa.Column("beds_order", sa.String(length=8), server_default="rank", nullable=False),
    )


def downgrade() -> None:
    op.drop_column("waves", "beds_order")
    for table in ("bed_changes", "bed_requests", "beds", "dormitories"):
        op.drop_table(table)


def _add_beds() -> None:
    op.create_table(
        "dormitories",
        sa.Column("provider_id", sa.Integer(), nullable=False),
        sa.Column("beds", sa.Integer(), nullable=True),
        sa.Column("women", sa.Integer(), nullable=True),
        sa.Column("men", sa.Integer(), nullable=True),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["provider_id"], ["providers.id"], name=op.f("fk_dormitories_provider_id")
        ),
        sa.ForeignKeyConstraint(
            ["source_id"], ["sources.id"], name=op.f("fk_dormitories_source_id")
        ),
        sa.PrimaryKeyConstraint("provider_id", name=op.f("pk_dormitories")),
    )
    op.create_table(
        "beds",
        sa.Column("id", BIG, nullable=False),
        sa.Column("wave_id", sa.Integer(), nullable=False),
        sa.Column("side", sa.String(length=8), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("application_id", BIG, nullable=True),
        sa.CheckConstraint("number >= 1", name=op.f("ck_beds_from_one")),
        sa.ForeignKeyConstraint(
            ["application_id"],
            ["applications.id"],
            name=op.f("fk_beds_application_id"),
            ondelete="SET NULL",
        ),
        _of_wave("beds"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_beds")),
        sa.UniqueConstraint("application_id", name=op.f("uq_beds_application_id")),
        sa.UniqueConstraint("wave_id", "side", "number", name=op.f("uq_beds_wave_id_side_number")),
    )
    op.create_table(
        "bed_requests",
        sa.Column("application_id", BIG, nullable=False),
        sa.Column("wave_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        _of_application("bed_requests"),
        _of_wave("bed_requests"),
        sa.PrimaryKeyConstraint("application_id", name=op.f("pk_bed_requests")),
    )
    op.create_index(
        "ix_bed_requests_wave_state", "bed_requests", ["wave_id", "state"], unique=False
    )
    op.create_table(
        "bed_changes",
        sa.Column("id", BIG, nullable=False),
        sa.Column("application_id", BIG, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor", sa.String(length=70), nullable=False),
        sa.Column("from_state", sa.String(length=12), nullable=True),
        sa.Column("to_state", sa.String(length=12), nullable=False),
        sa.Column("reason", sa.String(length=200), nullable=True),
        _of_application("bed_changes"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bed_changes")),
    )
    op.create_index(
        op.f("ix_bed_changes_application_id"), "bed_changes", ["application_id"], unique=False
    )


def _of_wave(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["wave_id"], ["waves.id"], name=op.f(f"fk_{table}_wave_id"))


def _of_application(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["application_id"],
        ["applications.id"],
        name=op.f(f"fk_{table}_application_id"),
        ondelete="CASCADE",
    )
