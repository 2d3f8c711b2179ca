"""Notices that go along when somebody changes to another account: nothing is lost, nothing twice.

What was told stays told; what waits, or is just on its way, is told to the new account.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, insert, select, update
from sqlalchemy.orm import Session

from notices.outbox import NOTICES, State, changed, closing
from notices.waiting import IS_PUT_ASIDE

LEFT = (State.PENDING, State.SENDING)


def move_notices(
    session: Session, which: ColumnElement[bool], to_account: int, *, now: datetime
) -> int:
    """All of them that `which` selects, those that are settled as well; returns how many.

    A key that ends in the account's number is that of the new one from then on; where it is there
    already, the new account has been told, or will be.
    """
    moved = 0
    for row in _rows(session, which):
        key = _key(row, to_account)
        if key != row.key and _is_there(session, key):
            _close(session, row, now)
            continue
        values = {"account_id": to_account, "key": key, **_still_to_tell(row, now)}
        session.execute(update(NOTICES).where(NOTICES.c.id == row.id).values(values))
        moved += 1
    return moved


def copy_notices(
    session: Session, which: ColumnElement[bool], to_account: int, *, now: datetime
) -> None:
    """For both of them from now on: the account before is still told, too."""
    for row in _rows(session, which):
        key = _key(row, to_account)
        if key == row.key or _is_there(session, key):
            continue
        facts = {name: value for name, value in row._mapping.items() if name not in ("id", "aside")}
        facts |= {"account_id": to_account, "key": key, **_still_to_tell(row, now)}
        session.execute(insert(NOTICES).values(facts))


def _rows(session: Session, which: ColumnElement[bool]) -> Sequence[Row[Any]]:
    chosen: Select[Any] = (
        select(*NOTICES.c, IS_PUT_ASIDE.label("aside")).where(which).order_by(NOTICES.c.id)
    )
    return session.execute(chosen.with_for_update()).all()


def _key(row: Row[Any], to_account: int) -> str | None:
    key: str | None = row.key
    ending = f":{row.account_id}"
    if key is None or "meeting_id" not in row.facts or not key.endswith(ending):
        return key
    return f"{key.removesuffix(ending)}:{to_account}"


def _is_there(session: Session, key: str | None) -> bool:
    found = select(NOTICES.c.id).where(NOTICES.c.key == key)
    return session.scalar(found.limit(1)) is not None


def _still_to_tell(row: Row[Any], now: datetime) -> Mapping[str, Any]:
    """Of one that was leased: whoever sends it now records nothing of it any more (`attempts`)."""
    if row.state not in LEFT:
        return {}
    values: dict[str, Any] = {"state": State.PENDING.value, "lease_until": None}
    if row.state == State.SENDING:
        values["attempts"] = row.attempts + 1
    if row.aside:  # it waited for the account before to be there again
        values["due_at"] = min(row.created_at, now)
    return values


def _close(session: Session, row: Row[Any], now: datetime) -> None:
    if row.state in LEFT:
        closed = closing(State.CANCELLED, "told already", now)
        changed(session, update(NOTICES).where(NOTICES.c.id == row.id).values(closed))
