"""What staff are asked a reason for"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0018"
down_revision: str | None = "0017"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "reason_questions",
        sa.Column("account_id", BIG, nullable=False),
        sa.Column("application_id", BIG, nullable=True),
        sa.Column("wave_id", sa.Integer(), nullable=True),
        sa.Column("stage", sa.String(length=24), nullable=True),
        sa.Column("move", sa.String(length=12), nullable=True),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["accounts.id"],
            name=op.f("fk_reason_questions_account_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["application_id"],
            ["applications.id"],
            name=op.f("fk_reason_questions_application_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["wave_id"], ["waves.id"], name=op.f("fk_reason_questions_wave_id")
        ),
        sa.PrimaryKeyConstraint("account_id", name=op.f("pk_reason_questions")),
    )
    op.create_index(
        op.f("ix_reason_questions_application_id"), "reason_questions", ["application_id"]
    )


def downgrade() -> None:
    op.drop_table("reason_questions")
