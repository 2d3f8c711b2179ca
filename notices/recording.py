"""The statements that write down what became of notices: many of them in one go."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import BigInteger, Integer, bindparam, column, func, or_, update
from sqlalchemy.orm import Session

from notices.expressions import Numbers, among
from notices.outbox import IS_SENDING, IS_UNCERTAIN, NOTICES, State
from storage.base import UtcDateTime

Record = dict[str, Any]

IS_OURS = NOTICES.c.attempts == bindparam("attempt")


def record_leased(session: Session, sent: Sequence[Record]) -> dict[int, int | None]:
    """Those of `sent` that were still leased to us: their batches, by notice.

    `notice`, `attempt`, `message_id`, `settled_at` of each. On PostgreSQL only, in one statement:
    one by one they would cost more than all else of a sending. None are recorded elsewhere.
    """
    connection = session.connection()
    if not sent or connection.dialect.name != "postgresql":
        return {}
    many = {name: [one[name] for one in sent] for name in ("notice", "attempt", "message_id")}
    done = connection.execute(LEASED, {**many, "settled_at": sent[0]["settled_at"]})
    return {row.id: row.batch_id for row in done}


def record_sent(session: Session, sent: Sequence[Record]) -> None:
    """That it was sent is true whoever holds the notice by now."""
    session.connection().execute(SENT, sent)


def record_rest(session: Session, rest: Sequence[Record]) -> None:
    """The same with `state`, `due_at`, `attempts` and `last_error`: it counts only for us."""
    session.connection().execute(REST, rest)


_as_sent = {
    "state": State.SENT.value,
    "settled_at": bindparam("settled_at", type_=UtcDateTime()),
    "lease_until": None,
    "last_error": None,
}
SENT = (
    update(NOTICES)
    .where(NOTICES.c.id == bindparam("notice"), IS_OURS)
    .values(message_id=bindparam("message_id"), **_as_sent)
)
_arrays = (bindparam(name, type_=Numbers()) for name in ("notice", "attempt", "message_id"))
_told = (
    func.unnest(*_arrays)
    .table_valued(
        column("notice", BigInteger), column("attempt", Integer), column("message_id", BigInteger)
    )
    .render_derived(name="told")
)
LEASED = (
    update(NOTICES)
    .where(NOTICES.c.id == _told.c.notice, NOTICES.c.attempts == _told.c.attempt, IS_SENDING)
    # Said once more, or a server that knows little of the table yet may read all of it.
    .where(among(NOTICES.c.id, "notice"))
    .values(message_id=_told.c.message_id, **_as_sent)
    .returning(NOTICES.c.id, NOTICES.c.batch_id)
)
# What somebody else has called uncertain meanwhile, we may know better.
REST = (
    update(NOTICES)
    .where(NOTICES.c.id == bindparam("notice"), IS_OURS, or_(IS_SENDING, IS_UNCERTAIN))
    .values(
        state=bindparam("state"),
        due_at=bindparam("due_at"),
        attempts=bindparam("attempts"),
        last_error=bindparam("last_error"),
        settled_at=bindparam("settled_at", type_=UtcDateTime()),
        lease_until=None,
    )
)
