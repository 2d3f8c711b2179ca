"""The index on live applications begins with the person."""

from alembic import op
from sqlalchemy import text

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

NAME = "uq_applications_live_in_wave"
LIVE = text("state IN ('submitted', 'reserve', 'offered', 'admitted')")


def upgrade() -> None:
    _rebuild(["nik_print", "wave_id"])


def downgrade() -> None:
    _rebuild(["wave_id", "nik_print"])


def _rebuild(columns: list[str]) -> None:
    op.drop_index(NAME, "applications")
    op.create_index(
        NAME, "applications", columns, unique=True, sqlite_where=LIVE, postgresql_where=LIVE
    )
