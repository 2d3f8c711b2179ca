"""A wave's timeline on record"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0014"
down_revision: str | None = "0013"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    _add_stage_moves()
    op.add_column(
        "wave_stages", sa.Column("by_hand", sa.Boolean(), server_default=sa.false(), nullable=False)
    )


def downgrade() -> None:
    op.drop_column("wave_stages", "by_hand")
    op.drop_table("stage_moves")


def _add_stage_moves() -> None:
    op.create_table(
        "stage_moves",
        sa.Column("id", BIG, nullable=False),
        sa.Column("wave_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("move", sa.String(length=12), nullable=False),
        sa.Column("turn", sa.Integer(), nullable=False),
        sa.Column("planned_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor", sa.String(length=70), nullable=False),
        sa.Column("reason", sa.String(length=200), nullable=True),
        _of_wave("stage_moves"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stage_moves")),
        sa.UniqueConstraint(
            "wave_id", "kind", "move", "turn", name=op.f("uq_stage_moves_wave_id_kind_move_turn")
        ),
    )


def _of_wave(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["wave_id"], ["waves.id"], name=op.f(f"fk_{table}_wave_id"))
