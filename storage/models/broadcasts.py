"""Broadcasts: what staff tell many people at once, whom, and what became of it."""

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, BigId


class Broadcast(Base):
    """One announcement. Its recipients are the notices of its batch."""

    __tablename__ = "broadcasts"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012 - SQLAlchemy reads it so

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    state: Mapped[str] = mapped_column(String(12), index=True)
    """`draft`, `waiting` (for a second person's yes), `scheduled`, `running`, `paused`, `done`,
    `cancelled` or `recalled`."""
    step: Mapped[str | None] = mapped_column(String(16))
    """The question of the conversation that is open; None outside of one."""
    author_id: Mapped[int | None] = mapped_column(ForeignKey("accounts.id", ondelete="SET NULL"))
    text: Mapped[str] = mapped_column(Text, default="")
    """Telegram's HTML."""
    media_kind: Mapped[str | None] = mapped_column(String(10))
    """`photo` or `document`; None for a text alone."""
    media_file: Mapped[str | None] = mapped_column(String(200))
    """Telegram's file_id."""
    buttons: Mapped[list[Any]]
    """Objects {kind, caption, target}: see `announcements.buttons`."""
    audience: Mapped[dict[str, Any]]
    """See `announcements.audiences`."""
    people: Mapped[int | None]
    """How many fitted when they were last counted; once all recipients are written, how many there
    are. None: not counted since the audience was chosen."""
    start_at: Mapped[datetime | None]
    """When it is to start; None: at once."""
    expires_at: Mapped[datetime | None]
    """After it nobody is told any more."""
    approved_by: Mapped[int | None] = mapped_column(ForeignKey("accounts.id", ondelete="SET NULL"))
    approved_at: Mapped[datetime | None]
    revision: Mapped[int] = mapped_column(default=0)
    """Counts the corrections of its text."""
    batch_id: Mapped[int | None] = mapped_column(ForeignKey("batches.id"), unique=True)
    """None until it starts."""
    cursor: Mapped[int] = mapped_column(BigInteger, default=0)
    """The last account that was looked at when its recipients were written."""
    upto: Mapped[int | None] = mapped_column(BigInteger)
    """The last account there was when it started: who comes later is not in it."""
    filled_at: Mapped[datetime | None]
    """When the last recipient was written: the audience is fixed."""
    after_notice: Mapped[int] = mapped_column(BigInteger, default=0)
    """The last notice there was when it started: its own come after it,"""
    last_notice: Mapped[int | None] = mapped_column(BigInteger)
    """up to this one, the last there was when the last recipient was written."""
    editor_id: Mapped[int | None] = mapped_column(ForeignKey("accounts.id", ondelete="SET NULL"))
    """Who is being asked for other words for what was delivered: `step` is theirs."""
    correction: Mapped[str | None] = mapped_column(Text)
    """Those words, until they are sent."""
    uncertain_left: Mapped[int] = mapped_column(default=0)
    """So many who may have got it or not are left at that: staff have decided."""
    panel_message_id: Mapped[int | None]
    """The message in the author's chat in which progress is told."""
    panel_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    started_at: Mapped[datetime | None]
    finished_at: Mapped[datetime | None]


class BroadcastChange(Base):
    """Append-only: each change of state with who, when, from, to and why."""

    __tablename__ = "broadcast_changes"

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    broadcast_id: Mapped[int] = mapped_column(
        ForeignKey("broadcasts.id", ondelete="CASCADE"), index=True
    )
    at: Mapped[datetime]
    actor: Mapped[str] = mapped_column(String(64))
    """A staff member's name, `command:` and a name, or `clock`."""
    from_state: Mapped[str | None] = mapped_column(String(12))
    to_state: Mapped[str] = mapped_column(String(12))
    reason: Mapped[str | None] = mapped_column(String(200))


class BroadcastJob(Base):
    """A correction or a recall of what was delivered: a batch of edits or deletions."""

    __tablename__ = "broadcast_jobs"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012 - SQLAlchemy reads it so

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    broadcast_id: Mapped[int] = mapped_column(
        ForeignKey("broadcasts.id", ondelete="CASCADE"), index=True
    )
    kind: Mapped[str] = mapped_column(String(10))
    """`correct` or `recall`."""
    batch_id: Mapped[int] = mapped_column(ForeignKey("batches.id"), unique=True)
    cursor: Mapped[int] = mapped_column(BigInteger, default=0)
    """The last notice of the broadcast that was looked at."""
    filled_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    finished_at: Mapped[datetime | None]


class BroadcastPress(Base):
    """Who has pressed which button of a broadcast, the first time."""

    __tablename__ = "broadcast_presses"

    broadcast_id: Mapped[int] = mapped_column(
        ForeignKey("broadcasts.id", ondelete="CASCADE"), primary_key=True
    )
    account_id: Mapped[int] = mapped_column(
        ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    button: Mapped[int] = mapped_column(primary_key=True)
    """Its place among the buttons, from 0."""
    pressed_at: Mapped[datetime]
