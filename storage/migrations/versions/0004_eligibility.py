"""Versions of rules, checks, verdicts, and guardians' consent"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision: str = "0004"
down_revision: str | None = "0003"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    big_id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    json = sa.JSON(none_as_null=True).with_variant(
        postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), "postgresql"
    )
    op.create_table(
        "eligibility_rule_versions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("slug", sa.String(length=96), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("parameters", json, nullable=False),
        sa.Column("text", json, nullable=False),
        sa.Column("expires_on", sa.Date(), nullable=True),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["source_id"], ["sources.id"], name=op.f("fk_eligibility_rule_versions_source_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_eligibility_rule_versions")),
        sa.UniqueConstraint(
            "slug", "version", name=op.f("uq_eligibility_rule_versions_slug_version")
        ),
    )
    op.add_column(
        "eligibility_rules", sa.Column("version", sa.Integer(), server_default="1", nullable=False)
    )
    # What is judged by now is every rule's first version.
    op.execute(
        "INSERT INTO eligibility_rule_versions"
        " (slug, version, kind, parameters, text, expires_on, source_id, recorded_at)"
        " SELECT slug, 1, kind, parameters, text, expires_on, source_id, CURRENT_TIMESTAMP"
        " FROM eligibility_rules ORDER BY id"
    )
    op.add_column("drafts", sa.Column("facts", sa.LargeBinary(), nullable=True))

    op.create_table(
        "eligibility_checks",
        sa.Column("account_id", big_id, autoincrement=False, nullable=False),
        sa.Column("programme_id", sa.Integer(), nullable=False),
        sa.Column("class_id", sa.Integer(), nullable=True),
        sa.Column("for_another", sa.Boolean(), nullable=False),
        sa.Column("trait", sa.String(length=24), nullable=True),
        sa.Column("facts", sa.LargeBinary(), nullable=False),
        sa.Column("seen_updates", json, nullable=False),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["accounts.id"],
            name=op.f("fk_eligibility_checks_account_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["class_id"], ["classes.id"], name=op.f("fk_eligibility_checks_class_id")
        ),
        sa.ForeignKeyConstraint(
            ["programme_id"], ["programmes.id"], name=op.f("fk_eligibility_checks_programme_id")
        ),
        sa.PrimaryKeyConstraint("account_id", name=op.f("pk_eligibility_checks")),
    )
    op.create_index(
        "ix_eligibility_checks_open",
        "eligibility_checks",
        ["account_id"],
        sqlite_where=sa.text("trait IS NOT NULL"),
        postgresql_where=sa.text("trait IS NOT NULL"),
    )

    op.create_table(
        "application_verdicts",
        sa.Column("application_id", big_id, nullable=False),
        sa.Column("account_id", big_id, nullable=False),
        sa.Column("verdict", sa.String(length=12), nullable=False),
        sa.Column("findings", json, nullable=False),
        sa.Column("judged_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["accounts.id"],
            name=op.f("fk_application_verdicts_account_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["application_id"],
            ["applications.id"],
            name=op.f("fk_application_verdicts_application_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("application_id", name=op.f("pk_application_verdicts")),
    )
    op.create_index(
        op.f("ix_application_verdicts_account_id"), "application_verdicts", ["account_id"]
    )

    op.create_table(
        "guardian_consents",
        sa.Column("application_id", big_id, nullable=False),
        sa.Column("account_id", big_id, nullable=False),
        sa.Column("name_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("relation", sa.String(length=12), nullable=False),
        sa.Column("version", sa.String(length=16), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["accounts.id"],
            name=op.f("fk_guardian_consents_account_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["application_id"],
            ["applications.id"],
            name=op.f("fk_guardian_consents_application_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("application_id", name=op.f("pk_guardian_consents")),
    )
    op.create_index(op.f("ix_guardian_consents_account_id"), "guardian_consents", ["account_id"])


def downgrade() -> None:
    op.drop_index(op.f("ix_guardian_consents_account_id"), "guardian_consents")
    op.drop_table("guardian_consents")
    op.drop_index(op.f("ix_application_verdicts_account_id"), "application_verdicts")
    op.drop_table("application_verdicts")
    op.drop_index("ix_eligibility_checks_open", "eligibility_checks")
    op.drop_table("eligibility_checks")
    op.drop_column("drafts", "facts")
    op.drop_column("eligibility_rules", "version")
    op.drop_table("eligibility_rule_versions")
