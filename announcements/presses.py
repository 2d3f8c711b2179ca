"""Who has pressed which button of a broadcast: each person once for each button."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from announcements.buttons import Button
from announcements.errors import NoSuchBroadcast, NoSuchButton
from storage.models import Broadcast, BroadcastPress, Notice
from storage.upserts import insert_into


@dataclass(frozen=True, slots=True)
class Presses:
    """Distinct people; `by_button` has a number for each place that was pressed, from 0."""

    people: int
    by_button: Mapping[int, int]


def press(
    session: Session, broadcast_id: int, account_id: int, button: int, now: datetime
) -> Button:
    """What was pressed. Counted the first time, and only for one of its recipients: whoever tests
    it, or was forwarded it, presses it all the same. Raises NoSuchBroadcast, NoSuchButton.
    """
    columns = select(Broadcast.buttons, Broadcast.batch_id).where(Broadcast.id == broadcast_id)
    row = session.execute(columns).one_or_none()
    if row is None:
        raise NoSuchBroadcast(broadcast_id)
    if not 0 <= button < len(row.buttons):
        raise NoSuchButton(broadcast_id, button)
    if row.batch_id is not None and _is_recipient(session, row.batch_id, account_id):
        values = {"broadcast_id": broadcast_id, "account_id": account_id, "button": button}
        first = insert_into(session, BroadcastPress).values(**values, pressed_at=now)
        session.execute(first.on_conflict_do_nothing())
    return Button.from_json(row.buttons[button])


def presses_of(session: Session, broadcast_id: int) -> Presses:
    mine = BroadcastPress.broadcast_id == broadcast_id
    counts = select(BroadcastPress.button, func.count()).where(mine)
    rows = session.execute(counts.group_by(BroadcastPress.button)).all()
    people = select(func.count(BroadcastPress.account_id.distinct())).where(mine)
    return Presses(session.scalar(people) or 0, MappingProxyType(dict(rows)))


def _is_recipient(session: Session, batch_id: int, account_id: int) -> bool:
    found = select(Notice.id).where(Notice.account_id == account_id, Notice.batch_id == batch_id)
    return session.execute(found).first() is not None
