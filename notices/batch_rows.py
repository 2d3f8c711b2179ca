"""Writing a batch's notices: one INSERT … SELECT, built once for as many steps as it takes.

Building a statement takes longer than running it on a hundred rows.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import Insert, Select, bindparam, insert, literal, select, update
from sqlalchemy.orm import Session

from notices.counters import BATCHES
from notices.outbox import NOTICES, Lane, State
from storage.base import UtcDateTime


class BatchRows:
    """`rows` selects columns labelled account_id and facts (see `facts_of`). What it is to be told
    at each step are its `bindparam`s, none of which may be named as a column of notices is.
    """

    def __init__(self, rows: Select[Any]) -> None:
        self._insert = _insert(rows)

    def write(
        self,
        session: Session,
        *,
        batch_id: int,
        kind: str,
        due_at: datetime,
        expires_at: datetime,
        now: datetime,
        **asked: Any,
    ) -> int:
        """Write a notice for each row, in one statement; returns how many.

        The caller sees to it that none of them is in the batch already (a cursor, moved in the same
        transaction); the database refuses one that is, and with it the step. To pass over them
        instead would cost PostgreSQL a quarter more. `asked` fills the bindparams.
        """
        session.flush()
        moments = {"of_due": due_at, "of_end": expires_at, "of_now": now}
        values = {"of_batch": batch_id, "of_kind": kind, **moments, **asked}
        connection = session.connection()
        new = connection.execute(
            self._insert, values, execution_options={"preserve_rowcount": True}
        ).rowcount
        if new:
            connection.execute(COUNT_WRITTEN, {"of_batch": batch_id, "more": new})
        return new


def _insert(rows: Select[Any]) -> Insert:
    due = rows.subquery("due").c
    columns: dict[str, Any] = {
        "account_id": due.account_id,
        "kind": bindparam("of_kind", type_=NOTICES.c.kind.type),
        "facts": due.facts,
        "batch_id": bindparam("of_batch", type_=NOTICES.c.batch_id.type),
        "lane": literal(int(Lane.BROADCASTS)),
        "due_at": bindparam("of_due", type_=UtcDateTime()),
        "expires_at": bindparam("of_end", type_=UtcDateTime()),
        "state": literal(State.PENDING.value),
        "attempts": literal(0),
        "created_at": bindparam("of_now", type_=UtcDateTime()),
    }
    return insert(NOTICES).from_select(list(columns), select(*columns.values()))


COUNT_WRITTEN = (
    update(BATCHES)
    .where(BATCHES.c.id == bindparam("of_batch"))
    .values(written=BATCHES.c.written + bindparam("more"))
)
