"""Writing a batch's notices: one INSERT … SELECT, built once for as many steps as it takes.

Building a statement takes longer than running it on a hundred rows.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import Insert, Select, bindparam, literal, select, update
from sqlalchemy.orm import Session

from notices.counters import BATCHES
from notices.outbox import NOTICES, Lane, State
from storage.base import UtcDateTime
from storage.upserts import insert_into

ONE_EACH: Any = {"index_elements": ["account_id", "batch_id"]}


class BatchRows:
    """`rows` selects columns labelled account_id and facts (see `facts_of`). What it is to be told
    at each step are its `bindparam`s, none of which may be named as a column of notices is.
    """

    def __init__(self, rows: Select[Any]) -> None:
        self._rows = rows
        self._statements: dict[str, Insert] = {}
        """By the name of the dialect."""

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
        """Write a notice for each row, in one statement; returns how many are new.

        An account that is in the batch already is passed over. `asked` fills the bindparams.
        """
        session.flush()
        moments = {"of_due": due_at, "of_end": expires_at, "of_now": now}
        values = {"of_batch": batch_id, "of_kind": kind, **moments, **asked}
        connection = session.connection()
        new = connection.execute(
            self._statement(session), values, execution_options={"preserve_rowcount": True}
        ).rowcount
        if new:
            connection.execute(COUNT_WRITTEN, {"of_batch": batch_id, "more": new})
        return new

    def _statement(self, session: Session) -> Insert:
        dialect = session.get_bind().dialect.name
        if dialect not in self._statements:
            self._statements[dialect] = _insert(session, self._rows)
        return self._statements[dialect]


def _insert(session: Session, rows: Select[Any]) -> Insert:
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
    # SQLite takes the ON of ON CONFLICT for a join's unless a WHERE stands before it.
    source = select(*columns.values()).where(due.account_id.is_not(None))
    statement = insert_into(session, NOTICES).from_select(list(columns), source)
    return statement.on_conflict_do_nothing(**ONE_EACH)


COUNT_WRITTEN = (
    update(BATCHES)
    .where(BATCHES.c.id == bindparam("of_batch"))
    .values(written=BATCHES.c.written + bindparam("more"))
)
