"""For whom a registration is that is under way on a shared phone"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0007"
down_revision: str | None = "0006"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
KWARGS = {"drafts": {"sqlite_autoincrement": True}, "eligibility_checks": {}}
TABLES = tuple(KWARGS)


def upgrade() -> None:
    for table in TABLES:
        with op.batch_alter_table(table, table_kwargs=KWARGS[table]) as batch:
            batch.add_column(sa.Column("applicant_id", BIG, nullable=True))
            batch.create_foreign_key(
                op.f(f"fk_{table}_applicant_id"),
                "applicants",
                ["applicant_id"],
                ["id"],
                ondelete="CASCADE",
            )
            batch.create_index(op.f(f"ix_{table}_applicant_id"), ["applicant_id"])


def downgrade() -> None:
    for table in TABLES:
        with op.batch_alter_table(table, table_kwargs=KWARGS[table]) as batch:
            batch.drop_index(op.f(f"ix_{table}_applicant_id"))
            batch.drop_constraint(op.f(f"fk_{table}_applicant_id"), type_="foreignkey")
            batch.drop_column("applicant_id")
