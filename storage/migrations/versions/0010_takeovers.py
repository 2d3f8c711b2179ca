"""Take-overs of a person by another phone"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0010"
down_revision: str | None = "0009"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)
IS_OPEN = sa.text("state = 'open'")


def upgrade() -> None:
    op.create_table(
        "takeovers",
        sa.Column("id", BIG, nullable=False),
        sa.Column("applicant_id", BIG, nullable=False),
        sa.Column("application_id", BIG, nullable=False),
        sa.Column("provider_id", sa.Integer(), nullable=False),
        sa.Column("account_id", BIG, nullable=True),
        sa.Column("from_account_id", BIG, nullable=True),
        sa.Column("begun_at", sa.String(length=8), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("code_print", sa.String(length=64), nullable=True),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.Column("done_at", MOMENT, nullable=True),
        _key("takeovers", "applicant_id", "applicants", "CASCADE"),
        _key("takeovers", "application_id", "applications", "CASCADE"),
        _key("takeovers", "provider_id", "providers", None),
        _key("takeovers", "account_id", "accounts", "CASCADE"),
        _key("takeovers", "from_account_id", "accounts", "SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_takeovers")),
        sa.UniqueConstraint("code_print", name=op.f("uq_takeovers_code_print")),
        sqlite_autoincrement=True,
    )
    for column in ("applicant_id", "application_id", "account_id", "from_account_id"):
        op.create_index(op.f(f"ix_takeovers_{column}"), "takeovers", [column], unique=False)
    op.create_index(
        "ix_takeovers_open",
        "takeovers",
        ["provider_id", "asked_at"],
        sqlite_where=IS_OPEN,
        postgresql_where=IS_OPEN,
    )
    op.create_table(
        "takeover_changes",
        sa.Column("id", BIG, nullable=False),
        sa.Column("takeover_id", BIG, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("actor", sa.String(length=40), nullable=False),
        sa.Column("from_state", sa.String(length=12), nullable=True),
        sa.Column("to_state", sa.String(length=12), nullable=False),
        sa.Column("reason", sa.String(length=200), nullable=True),
        _key("takeover_changes", "takeover_id", "takeovers", "CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_takeover_changes")),
    )
    op.create_index(
        op.f("ix_takeover_changes_takeover_id"), "takeover_changes", ["takeover_id"], unique=False
    )


def downgrade() -> None:
    op.drop_table("takeover_changes")
    op.drop_table("takeovers")


def _key(table: str, column: str, of: str, ondelete: str | None) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}")
    return sa.ForeignKeyConstraint([column], [f"{of}.id"], name=name, ondelete=ondelete)
