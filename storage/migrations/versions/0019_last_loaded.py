"""What the catalogue's files said of a wave, a stage and a meeting when they were last loaded"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision: str = "0019"
down_revision: str | None = "0018"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

TABLES = ("waves", "wave_stages", "meetings")
WORDS = sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql")


def upgrade() -> None:
    for table in TABLES:
        op.add_column(table, sa.Column("loaded", WORDS, nullable=True))


def downgrade() -> None:
    # Not in batch mode: to rebuild a table would delete what cascades from it.
    for table in TABLES:
        op.drop_column(table, "loaded")
