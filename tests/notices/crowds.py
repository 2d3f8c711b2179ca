"""Many people, and batches to them."""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, literal, select
from sqlalchemy.orm import Session

from notices.batch_rows import BatchRows
from notices.batches import Progress, open_batch, progress
from notices.expressions import facts_of
from storage.database import Database
from storage.models import Account, Notice
from tests.notices.post_office import NOON, open_account

DAY = timedelta(days=1)


def crowd(session: Session, count: int) -> list[int]:
    return [open_account(session, number) for number in range(1, count + 1)]


def tell(
    session: Session,
    kind: str = "broadcast",
    *,
    repeatable: bool = False,
    now: datetime = NOON,
    lasts: timedelta = DAY,
) -> int:
    """A batch to everybody there is by now."""
    batch_id = open_batch(session, repeatable=repeatable, now=now)
    add(session, batch_id, kind, now, lasts)
    return batch_id


def add(
    session: Session,
    batch_id: int,
    kind: str = "broadcast",
    now: datetime = NOON,
    lasts: timedelta = DAY,
) -> int:
    """Those who are not in it yet."""
    there = select(Notice.account_id).where(Notice.batch_id == batch_id)
    return add_all(session, batch_id, Account.id.not_in(there), kind=kind, now=now, lasts=lasts)


def add_all(
    session: Session,
    batch_id: int,
    *who: ColumnElement[bool],
    kind: str = "broadcast",
    now: datetime = NOON,
    lasts: timedelta = DAY,
) -> int:
    facts = facts_of(broadcast_id=literal(7)).label("facts")
    rows = BatchRows(select(Account.id.label("account_id"), facts).where(*who))
    return rows.write(
        session, batch_id=batch_id, kind=kind, due_at=now, expires_at=now + lasts, now=now
    )


def stand(database: Database, batch_id: int) -> Progress:
    with database.snapshot() as session:
        return progress(session, batch_id)
