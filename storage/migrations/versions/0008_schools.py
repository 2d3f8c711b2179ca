"""Schools that send groups of pupils"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0008"
down_revision: str | None = "0007"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)
TABLES = (
    "school_questions",
    "pupils",
    "school_changes",
    "school_places",
    "school_groups",
    "school_invitations",
    "school_senders",
    "schools",
)


def upgrade() -> None:
    _add_schools()
    _add_groups()
    _add_pupils()
    _add_questions()


def downgrade() -> None:
    """Accounts of pupils without a phone go, with all that hangs on them: earlier versions would
    take them for people who can be written to.
    """
    op.execute(
        sa.text("DELETE FROM accounts WHERE telegram_id < 0 AND unreachable_reason = 'no_phone'")
    )
    for table in TABLES:
        op.drop_table(table)


def _add_schools() -> None:
    op.create_table(
        "schools",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("region", sa.String(length=4), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_schools")),
        sa.UniqueConstraint("name", name=op.f("uq_schools_name")),
    )
    op.create_table(
        "school_senders",
        sa.Column("account_id", BIG, nullable=False),
        sa.Column("school_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("granted_by", sa.String(length=64), nullable=False),
        sa.Column("granted_at", MOMENT, nullable=False),
        _foreign("school_senders", "account_id", "accounts", "CASCADE"),
        _foreign("school_senders", "school_id", "schools"),
        sa.PrimaryKeyConstraint("account_id", "school_id", name=op.f("pk_school_senders")),
    )
    _index("school_senders", "school_id")
    op.create_table(
        "school_invitations",
        sa.Column("code_print", sa.String(length=64), nullable=False),
        sa.Column("school_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("invited_by", sa.String(length=64), nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
        _foreign("school_invitations", "school_id", "schools"),
        sa.PrimaryKeyConstraint("code_print", name=op.f("pk_school_invitations")),
    )


def _add_groups() -> None:
    op.create_table(
        "school_groups",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("school_id", sa.Integer(), nullable=False),
        sa.Column("class_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("host", sa.String(length=120), nullable=False),
        sa.Column("address", sa.String(length=200), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("places", sa.Integer(), nullable=False),
        sa.Column("school_supervisor", sa.String(length=80), nullable=False),
        sa.Column("host_supervisor", sa.String(length=80), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("changed_at", MOMENT, nullable=False),
        sa.CheckConstraint("places > 0", name=op.f("ck_school_groups_has_places")),
        sa.CheckConstraint("ends_on >= starts_on", name=op.f("ck_school_groups_ends_after_start")),
        _foreign("school_groups", "school_id", "schools"),
        _foreign("school_groups", "class_id", "classes"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_school_groups")),
    )
    _index("school_groups", "school_id")
    _index("school_groups", "class_id")
    op.create_table(
        "school_changes",
        sa.Column("id", BIG, nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("actor", sa.String(length=80), nullable=False),
        sa.Column("what", sa.String(length=16), nullable=False),
        sa.Column("detail", sa.String(length=400), nullable=True),
        _foreign("school_changes", "group_id", "school_groups", "CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_school_changes")),
    )
    _index("school_changes", "group_id")


def _add_pupils() -> None:
    op.create_table(
        "school_places",
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("application_id", BIG, nullable=True),
        _foreign("school_places", "group_id", "school_groups", "CASCADE"),
        _foreign("school_places", "application_id", "applications", "SET NULL"),
        sa.PrimaryKeyConstraint("group_id", "number", name=op.f("pk_school_places")),
        sa.UniqueConstraint("application_id", name=op.f("uq_school_places_application_id")),
    )
    op.create_table(
        "pupils",
        sa.Column("application_id", BIG, nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("study", sa.String(length=80), nullable=False),
        sa.Column("paper_consent", sa.Boolean(), nullable=False),
        sa.Column("guardian_agreed_at", MOMENT, nullable=True),
        sa.Column("code_print", sa.String(length=64), nullable=True),
        sa.Column("connected_at", MOMENT, nullable=True),
        _foreign("pupils", "application_id", "applications", "CASCADE"),
        _foreign("pupils", "group_id", "school_groups"),
        sa.PrimaryKeyConstraint("application_id", name=op.f("pk_pupils")),
        sa.UniqueConstraint("code_print", name=op.f("uq_pupils_code_print")),
    )
    _index("pupils", "group_id")


def _add_questions() -> None:
    op.create_table(
        "school_questions",
        sa.Column("account_id", BIG, nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("school_id", sa.Integer(), nullable=True),
        sa.Column("class_id", sa.Integer(), nullable=True),
        sa.Column("group_id", sa.Integer(), nullable=True),
        _foreign("school_questions", "account_id", "accounts", "CASCADE"),
        _foreign("school_questions", "school_id", "schools"),
        _foreign("school_questions", "class_id", "classes"),
        _foreign("school_questions", "group_id", "school_groups", "CASCADE"),
        sa.PrimaryKeyConstraint("account_id", name=op.f("pk_school_questions")),
    )


def _foreign(
    table: str, column: str, to: str, ondelete: str | None = None
) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}")
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=name, ondelete=ondelete)


def _index(table: str, column: str) -> None:
    op.create_index(op.f(f"ix_{table}_{column}"), table, [column], unique=False)
