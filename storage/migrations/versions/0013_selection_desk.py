"""Who moves and announces a ranked list, by account; what staff are asked at the desk"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0013"
down_revision: str | None = "0012"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)
ACCOUNTS = ("asked_by_id", "approved_by_id")


def upgrade() -> None:
    _add_changes()
    _add_questions()
    with op.batch_alter_table("rank_overrides") as table:
        for name in ACCOUNTS:
            table.add_column(sa.Column(name, BIG, nullable=True))
            table.create_foreign_key(
                op.f(f"fk_rank_overrides_{name}"), "accounts", [name], ["id"], ondelete="SET NULL"
            )
        table.add_column(sa.Column("refused_by", sa.String(length=70), nullable=True))
        table.add_column(sa.Column("refused_at", MOMENT, nullable=True))
        table.add_column(sa.Column("refusal", sa.String(length=200), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("rank_overrides") as table:
        for name in ACCOUNTS:
            table.drop_constraint(op.f(f"fk_rank_overrides_{name}"), type_="foreignkey")
            table.drop_column(name)
        for name in ("refused_by", "refused_at", "refusal"):
            table.drop_column(name)
    op.drop_table("selection_questions")
    op.drop_table("ranking_changes")


def _add_changes() -> None:
    op.create_table(
        "ranking_changes",
        sa.Column("id", BIG, nullable=False),
        sa.Column("ranking_id", BIG, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("actor", sa.String(length=40), nullable=False),
        sa.Column("from_state", sa.String(length=12), nullable=True),
        sa.Column("to_state", sa.String(length=12), nullable=False),
        sa.Column("announce_at", MOMENT, nullable=True),
        sa.Column("reason", sa.String(length=200), nullable=True),
        sa.ForeignKeyConstraint(
            ["ranking_id"],
            ["rankings.id"],
            name=op.f("fk_ranking_changes_ranking_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ranking_changes")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_ranking_changes_ranking_id"), "ranking_changes", ["ranking_id"])


def _add_questions() -> None:
    op.create_table(
        "selection_questions",
        sa.Column("account_id", BIG, nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("class_id", sa.Integer(), nullable=False),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["accounts.id"],
            name=op.f("fk_selection_questions_account_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["class_id"], ["classes.id"], name=op.f("fk_selection_questions_class_id")
        ),
        sa.PrimaryKeyConstraint("account_id", name=op.f("pk_selection_questions")),
    )
