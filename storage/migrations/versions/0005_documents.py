"""Documents of applications, who opened them, and the question that waits for one"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0005"
down_revision: str | None = "0004"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

BIG_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "documents",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("application_id", BIG_ID, nullable=False),
        sa.Column("paper", sa.String(length=12), nullable=False),
        sa.Column("file", sa.String(length=64), nullable=False),
        sa.Column("media", sa.String(length=20), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("again", sa.Boolean(), nullable=False),
        sa.Column("unreadable", sa.Boolean(), nullable=False),
        sa.Column("sent_at", MOMENT, nullable=False),
        sa.Column("update_id", sa.BigInteger(), nullable=True),
        _cascading("documents", "application_id", "applications"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_documents")),
        sa.UniqueConstraint(
            "application_id", "paper", name=op.f("uq_documents_application_id_paper")
        ),
        sa.UniqueConstraint("file", name=op.f("uq_documents_file")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_documents_sent_at"), "documents", ["sent_at"])
    op.create_index(op.f("ix_documents_update_id"), "documents", ["update_id"])
    op.create_table(
        "document_openings",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("application_id", BIG_ID, nullable=False),
        sa.Column("paper", sa.String(length=12), nullable=False),
        sa.Column("sent_at", MOMENT, nullable=False),
        sa.Column("actor", sa.String(length=40), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        _cascading("document_openings", "application_id", "applications"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document_openings")),
    )
    op.create_index(
        op.f("ix_document_openings_application_id"), "document_openings", ["application_id"]
    )
    op.create_table(
        "discarded_files",
        sa.Column("file", sa.String(length=64), nullable=False),
        sa.Column("since", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("file", name=op.f("pk_discarded_files")),
    )
    op.create_table(
        "document_questions",
        sa.Column("account_id", BIG_ID, nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("application_id", BIG_ID, nullable=True),
        sa.Column("paper", sa.String(length=12), nullable=True),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.Column("telegram_file", sa.String(length=255), nullable=True),
        sa.Column("album", sa.String(length=32), nullable=True),
        sa.Column("asked_at", MOMENT, nullable=False),
        _cascading("document_questions", "account_id", "accounts"),
        _cascading("document_questions", "application_id", "applications"),
        sa.PrimaryKeyConstraint("account_id", name=op.f("pk_document_questions")),
    )
    op.create_index(
        op.f("ix_document_questions_application_id"), "document_questions", ["application_id"]
    )


def downgrade() -> None:
    for table in ("document_questions", "discarded_files", "document_openings", "documents"):
        op.drop_table(table)


def _cascading(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}")
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=name, ondelete="CASCADE")
