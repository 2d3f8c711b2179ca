"""Tracks abroad, what interest is for, and promised placements"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from storage.base import Json

revision: str = "0009"
down_revision: str | None = "0008"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    _add_tracks()
    _add_follows()
    _add_promises()
    _add_placements()
    op.add_column("programme_interests", sa.Column("kind", sa.String(length=32), nullable=True))
    op.add_column(
        "programme_interests", sa.Column("destination", sa.String(length=2), nullable=True)
    )


def downgrade() -> None:
    op.drop_column("programme_interests", "destination")
    op.drop_column("programme_interests", "kind")
    for table in (
        "placement_changes",
        "placements",
        "placement_promises",
        "track_changes",
        "track_marks",
        "track_follows",
        "cautions",
        "track_items",
        "tracks",
    ):
        op.drop_table(table)


def _add_tracks() -> None:
    op.create_table(
        "tracks",
        sa.Column("programme_id", sa.Integer(), nullable=False),
        sa.Column("kinds", Json, nullable=False),
        sa.Column("destinations", Json, nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=False),
        _to("tracks", "programme_id", "programmes.id"),
        _to("tracks", "source_id", "sources.id"),
        sa.PrimaryKeyConstraint("programme_id", name=op.f("pk_tracks")),
    )
    op.create_table(
        "track_items",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("programme_id", sa.Integer(), nullable=False),
        sa.Column("slug", sa.String(length=31), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("title", Json, nullable=False),
        sa.Column("about", Json, nullable=False),
        sa.Column("known_by", Json, nullable=False),
        sa.Column("confirmed", sa.Boolean(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("listed", sa.Boolean(), nullable=False),
        sa.Column("expires_on", sa.Date(), nullable=True),
        sa.Column("source_id", sa.Integer(), nullable=False),
        _to("track_items", "programme_id", "tracks.programme_id"),
        _to("track_items", "source_id", "sources.id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_track_items")),
        sa.UniqueConstraint("programme_id", "slug", name=op.f("uq_track_items_programme_id_slug")),
    )
    op.create_table(
        "cautions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("slug", sa.String(length=64), nullable=False),
        sa.Column("text", Json, nullable=False),
        sa.Column("confirmed", sa.Boolean(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("expires_on", sa.Date(), nullable=True),
        sa.Column("source_id", sa.Integer(), nullable=False),
        _to("cautions", "source_id", "sources.id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cautions")),
        sa.UniqueConstraint("slug", name=op.f("uq_cautions_slug")),
    )


def _add_follows() -> None:
    op.create_table(
        "track_follows",
        sa.Column("id", BIG, nullable=False),
        sa.Column("account_id", BIG, nullable=False),
        sa.Column("programme_id", sa.Integer(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("left_at", sa.DateTime(timezone=True), nullable=True),
        _to("track_follows", "account_id", "accounts.id", ondelete="CASCADE"),
        _to("track_follows", "programme_id", "tracks.programme_id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_track_follows")),
        sa.UniqueConstraint(
            "account_id", "programme_id", name=op.f("uq_track_follows_account_id_programme_id")
        ),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_track_follows_programme_id"), "track_follows", ["programme_id"], unique=False
    )
    op.create_table(
        "track_marks",
        sa.Column("follow_id", BIG, nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("confirmed_by", sa.String(length=80), nullable=True),
        _to("track_marks", "follow_id", "track_follows.id", ondelete="CASCADE"),
        _to("track_marks", "item_id", "track_items.id"),
        sa.PrimaryKeyConstraint("follow_id", "item_id", name=op.f("pk_track_marks")),
    )
    op.create_table(
        "track_changes",
        sa.Column("id", BIG, nullable=False),
        sa.Column("follow_id", BIG, nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor", sa.String(length=80), nullable=False),
        sa.Column("from_state", sa.String(length=12), nullable=True),
        sa.Column("to_state", sa.String(length=12), nullable=True),
        sa.Column("reason", sa.String(length=200), nullable=True),
        _to("track_changes", "follow_id", "track_follows.id", ondelete="CASCADE"),
        _to("track_changes", "item_id", "track_items.id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_track_changes")),
    )
    op.create_index(
        op.f("ix_track_changes_follow_id"), "track_changes", ["follow_id"], unique=False
    )


def _add_promises() -> None:
    op.create_table(
        "placement_promises",
        sa.Column("programme_id", sa.Integer(), nullable=False),
        sa.Column("provider_id", sa.Integer(), nullable=False),
        sa.Column("text", Json, nullable=False),
        sa.Column("within_days", sa.Integer(), nullable=True),
        sa.Column("source_id", sa.Integer(), nullable=False),
        _to("placement_promises", "programme_id", "programmes.id"),
        _to("placement_promises", "provider_id", "providers.id"),
        _to("placement_promises", "source_id", "sources.id"),
        sa.PrimaryKeyConstraint("programme_id", name=op.f("pk_placement_promises")),
    )


def _add_placements() -> None:
    op.create_table(
        "placements",
        sa.Column("application_id", BIG, nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        *_what_is_said(),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("change_id", BIG, nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        _to("placements", "application_id", "applications.id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("application_id", name=op.f("pk_placements")),
    )
    op.create_table(
        "placement_changes",
        sa.Column("id", BIG, nullable=False),
        sa.Column("application_id", BIG, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor", sa.String(length=80), nullable=False),
        sa.Column("from_state", sa.String(length=12), nullable=True),
        sa.Column("to_state", sa.String(length=12), nullable=False),
        *_what_is_said(),
        _to("placement_changes", "application_id", "applications.id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_placement_changes")),
    )
    op.create_index(
        op.f("ix_placement_changes_application_id"),
        "placement_changes",
        ["application_id"],
        unique=False,
    )


def _what_is_said() -> "list[sa.Column[object]]":
    return [
        sa.Column("company", sa.String(length=160), nullable=True),
        sa.Column("since", sa.Date(), nullable=True),
        sa.Column("wage", sa.Integer(), nullable=True),
        sa.Column("reason", sa.String(length=200), nullable=True),
        sa.Column("answer", sa.String(length=12), nullable=True),
    ]


def _to(
    table: str, column: str, target: str, *, ondelete: str | None = None
) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}")
    return sa.ForeignKeyConstraint([column], [target], name=name, ondelete=ondelete)
