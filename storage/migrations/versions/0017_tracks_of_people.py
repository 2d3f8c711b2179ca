"""A track abroad belongs to a person, not to the phone"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import sqlalchemy as sa
from alembic import op
from alembic.operations import BatchOperations

revision: str = "0017"
down_revision: str | None = "0016"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TABLE = "track_follows"
PUT_ASIDE = (
    "CREATE TEMPORARY TABLE marks_aside AS SELECT * FROM track_marks",
    "CREATE TEMPORARY TABLE changes_aside AS SELECT * FROM track_changes",
)
PUT_BACK = (
    "INSERT INTO track_marks SELECT * FROM marks_aside",
    "INSERT INTO track_changes SELECT * FROM changes_aside",
    "DROP TABLE marks_aside",
    "DROP TABLE changes_aside",
)
BY_ACCOUNT = "uq_track_follows_account_id_programme_id"
BY_APPLICANT = "uq_track_follows_applicant_id_programme_id"
NOT_NAMED = sa.text("applicant_id IS NULL")


def upgrade() -> None:
    """Whoever is alone on a phone has what it follows; of several, they are asked whose it is."""
    with _rebuilt() as batch:
        batch.add_column(sa.Column("applicant_id", BIG, nullable=True))
        batch.add_column(sa.Column("others_at", sa.DateTime(timezone=True), nullable=True))
        batch.create_foreign_key(
            op.f("fk_track_follows_applicant_id"),
            "applicants",
            ["applicant_id"],
            ["id"],
            ondelete="CASCADE",
        )
        batch.drop_constraint(op.f(BY_ACCOUNT), type_="unique")
        batch.create_unique_constraint(op.f(BY_APPLICANT), ["applicant_id", "programme_id"])
        batch.create_index(op.f("ix_track_follows_account_id"), ["account_id"])
    op.create_index(
        "uq_track_follows_not_named",
        TABLE,
        ["account_id", "programme_id"],
        unique=True,
        sqlite_where=NOT_NAMED,
        postgresql_where=NOT_NAMED,
    )
    op.execute(
        "UPDATE track_follows SET applicant_id = (SELECT min(id) FROM applicants"
        " WHERE applicants.account_id = track_follows.account_id) WHERE (SELECT count(*)"
        " FROM applicants WHERE applicants.account_id = track_follows.account_id) = 1"
    )


def downgrade() -> None:
    """A phone follows a track once: of several people's, the one that was taken up first stays."""
    op.execute(
        "DELETE FROM track_follows WHERE id NOT IN"
        " (SELECT min(id) FROM track_follows GROUP BY account_id, programme_id)"
    )
    op.drop_index("uq_track_follows_not_named", TABLE)
    with _rebuilt() as batch:
        batch.drop_index(op.f("ix_track_follows_account_id"))
        batch.drop_constraint(op.f(BY_APPLICANT), type_="unique")
        batch.drop_constraint(op.f("fk_track_follows_applicant_id"), type_="foreignkey")
        batch.drop_column("applicant_id")
        batch.drop_column("others_at")
        batch.create_unique_constraint(op.f(BY_ACCOUNT), ["account_id", "programme_id"])


@contextmanager
def _rebuilt() -> Iterator[BatchOperations]:
    """SQLite rebuilds the table, and deletes what cascades from it: that is put aside meanwhile."""
    deletes = op.get_bind().dialect.name == "sqlite"
    for statement in PUT_ASIDE if deletes else ():
        op.execute(statement)
    with op.batch_alter_table(TABLE, table_kwargs={"sqlite_autoincrement": True}) as batch:
        yield batch
    for statement in PUT_BACK if deletes else ():
        op.execute(statement)
