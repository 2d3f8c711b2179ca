"""Whether somebody who was not selected is invited to the next wave"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0016"
down_revision: str | None = "0015"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.add_column(
        "applicants",
        sa.Column("invite_again", sa.Boolean(), server_default=sa.true(), nullable=False),
    )


def downgrade() -> None:
    # Not in batch mode: to rebuild the table would delete what cascades from it.
    op.drop_column("applicants", "invite_again")
