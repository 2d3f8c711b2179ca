"""A broadcast as it is read, held, and moved from state to state with a record of each move."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, cast

from sqlalchemy import Row, Select, Table, func, insert, select, update
from sqlalchemy.orm import Session

from announcements.audiences import Audience
from announcements.buttons import Button
from announcements.errors import NoSuchBroadcast, NotPossible
from notices.outbox import changed
from storage.memory import reads
from storage.models import Broadcast, BroadcastChange

BROADCASTS = cast(Table, Broadcast.__table__)
CHANGES = cast(Table, BroadcastChange.__table__)
ACTOR_LENGTH, REASON_LENGTH = 64, 200
CLOCK = "clock"
"""The actor of what nobody does."""


class BroadcastState(StrEnum):
    DRAFT = "draft"
    WAITING = "waiting"
    SCHEDULED = "scheduled"
    RUNNING = "running"
    PAUSED = "paused"
    DONE = "done"
    CANCELLED = "cancelled"
    RECALLED = "recalled"


@dataclass(frozen=True, slots=True)
class BroadcastView:
    """What a face needs of one broadcast; see the columns of `storage.models.Broadcast`."""

    id: int
    state: BroadcastState
    step: str | None
    author_id: int | None
    author: str
    """Who began it, as the first change names them."""
    html: str
    media_kind: str | None
    media_file: str | None
    buttons: tuple[Button, ...]
    audience: Audience
    people: int | None
    """Counted when it was last asked (`counting.count`), and for good once all are written; None:
    not since the audience was chosen."""
    start_at: datetime | None
    expires_at: datetime | None
    approved_by: int | None
    approved_at: datetime | None
    revision: int
    batch_id: int | None
    filled_at: datetime | None
    uncertain_left: int
    editor_id: int | None
    correction: str | None
    panel_message_id: int | None
    panel_at: datetime | None
    created_at: datetime
    started_at: datetime | None
    finished_at: datetime | None
    submission: int
    """How often it was handed in for a second person's yes: what is approved is the one shown."""
    reason: str | None
    """Of the last change of state: why it was refused, for one."""


@dataclass(frozen=True, slots=True)
class Change:
    at: datetime
    actor: str
    from_state: str | None
    to_state: str
    reason: str | None


@reads("broadcasts", "broadcast_changes")
def find(session: Session, broadcast_id: int) -> BroadcastView:
    """Raises NoSuchBroadcast."""
    row = session.execute(VIEWS.where(BROADCASTS.c.id == broadcast_id)).one_or_none()
    if row is None:
        raise NoSuchBroadcast(broadcast_id)
    return to_view(row)


def list_broadcasts(
    session: Session, most: int = 20, *, states: Collection[str] = ()
) -> list[BroadcastView]:
    """The newest first; of these states only, where some are given."""
    chosen = VIEWS.order_by(BROADCASTS.c.id.desc()).limit(most)
    if states:
        chosen = chosen.where(BROADCASTS.c.state.in_(states))
    return [to_view(row) for row in session.execute(chosen)]


def changes_of(session: Session, broadcast_id: int) -> list[Change]:
    """All that has happened to it, the oldest first."""
    columns = [CHANGES.c[name] for name in Change.__slots__]
    rows = session.execute(
        select(*columns).where(CHANGES.c.broadcast_id == broadcast_id).order_by(CHANGES.c.id)
    )
    return [Change(*row) for row in rows]


def hold(session: Session, broadcast_id: int) -> Row[Any]:
    """Its columns; nobody else changes it until the transaction ends. Raises NoSuchBroadcast."""
    row = session.execute(
        select(BROADCASTS).where(BROADCASTS.c.id == broadcast_id).with_for_update()
    ).one_or_none()
    if row is None:
        raise NoSuchBroadcast(broadcast_id)
    return row


def held_in(
    session: Session, broadcast_id: int, states: Collection[BroadcastState], wanted: str
) -> Row[Any]:
    """As `hold`. Raises NotPossible where it is in none of these states."""
    row = hold(session, broadcast_id)
    if row.state not in states:
        raise NotPossible(row.state, wanted)
    return row


def move(
    session: Session,
    row: Row[Any],
    to_state: BroadcastState,
    *,
    actor: str,
    reason: str | None = None,
    now: datetime,
    values: Mapping[str, Any] | None = None,
) -> None:
    """`row` is held. One conditional UPDATE and its record. Raises NotPossible: it moved before."""
    wanted = update(BROADCASTS).where(BROADCASTS.c.id == row.id, BROADCASTS.c.state == row.state)
    if changed(session, wanted.values(state=to_state.value, **(values or {}))) != 1:
        raise NotPossible(row.state, to_state)
    record(session, row.id, row.state, to_state, actor=actor, reason=reason, now=now)


def record(
    session: Session,
    broadcast_id: int,
    from_state: str | None,
    to_state: str,
    *,
    actor: str,
    reason: str | None = None,
    now: datetime,
) -> None:
    session.execute(
        insert(CHANGES).values(
            broadcast_id=broadcast_id,
            at=now,
            actor=actor[:ACTOR_LENGTH],
            from_state=from_state,
            to_state=to_state,
            reason=None if reason is None else reason[:REASON_LENGTH],
        )
    )


def rewrite(session: Session, broadcast_id: int, **values: Any) -> None:
    """Change columns other than its state."""
    changed(session, update(BROADCASTS).where(BROADCASTS.c.id == broadcast_id).values(values))


def to_view(row: Row[Any]) -> BroadcastView:
    facts = dict(row._mapping)
    facts["state"] = BroadcastState(facts["state"])
    facts["buttons"] = tuple(Button.from_json(one) for one in facts["buttons"])
    facts["audience"] = Audience.from_json(facts["audience"])
    return BroadcastView(**facts)


def _views() -> Select[Any]:
    of_this = CHANGES.c.broadcast_id == BROADCASTS.c.id
    author = select(CHANGES.c.actor).where(of_this).order_by(CHANGES.c.id).limit(1)
    reason = select(CHANGES.c.reason).where(of_this).order_by(CHANGES.c.id.desc()).limit(1)
    waiting = CHANGES.c.to_state == BroadcastState.WAITING.value
    submission = select(func.count()).select_from(CHANGES).where(of_this, waiting)
    told: dict[str, Any] = {
        "html": BROADCASTS.c.text,
        "author": author.scalar_subquery(),
        "reason": reason.scalar_subquery(),
        "submission": submission.scalar_subquery(),
    }
    columns = {**BROADCASTS.c, **told}
    return select(*(columns[name].label(name) for name in BroadcastView.__slots__))


VIEWS = _views()
