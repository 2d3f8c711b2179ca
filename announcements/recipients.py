"""Writing recipients: a range of accounts, or of delivered messages, in one short transaction.

The cursor moves in the transaction that writes: killed and begun again, it goes on where it was,
and nobody is in a batch twice whatever is repeated. The statements are built once: at a few
thousand rows a step, building them would take as long as running them.
"""

from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, bindparam, select, update
from sqlalchemy.orm import InstrumentedAttribute, Session

from announcements.audiences import Audience, meant, seen_since
from announcements.broadcast_rows import BROADCASTS, BroadcastState, rewrite
from announcements.errors import NoSuchBroadcast
from announcements.jobs import JOBS, SETTLES, jobs_of
from announcements.starting import LASTS, last_notice
from notices.batch_rows import BatchRows
from notices.batches import in_flight, progress
from notices.outbox import State, facts_of
from storage.base import Json, UtcDateTime
from storage.models import Account, Notice

FILLING = (BroadcastState.RUNNING, BroadcastState.PAUSED)
KIND = "broadcast"
KINDS = {"correct": "broadcast_fix", "recall": "broadcast_recall"}


def fill_step(session: Session, broadcast_id: int, *, most: int, now: datetime) -> bool:
    """Look at the next `most` accounts and write those who are meant. True: there are more."""
    row = _held(session, broadcast_id)
    if row.state not in FILLING or row.filled_at is not None:
        return False
    audience = Audience.from_json(row.audience)
    end = _end(session, NEXT_ACCOUNT, row.cursor, row.upto, most)
    _recipients(audience).write(
        session,
        batch_id=row.batch_id,
        kind=KIND,
        due_at=row.started_at,
        expires_at=row.expires_at,
        now=now,
        after=row.cursor,
        until=end,
        since=seen_since(audience, row.started_at),
        said={"broadcast_id": broadcast_id},
    )
    session.connection().execute(MOVE_CURSOR, {"asked": broadcast_id, "end": end})
    if end >= row.upto:
        _fix(session, row, now)
    return bool(end < row.upto)


def fill_job_step(session: Session, job_id: int, *, most: int, now: datetime) -> bool:
    """Look at the next `most` notices and write what is to be done to the delivered ones.

    True: there are more. Waits, with False, while an older job's edits are on their way: they
    would arrive after ours.
    """
    found = session.execute(select(JOBS.c.broadcast_id).where(JOBS.c.id == job_id)).scalar_one()
    row = _held(session, found)
    job, *older = jobs_of(session, row.id)
    if job.id != job_id or job.filled_at is not None:
        return False
    if any(in_flight(session, one.batch_id) for one in older):
        return False
    upto = row.last_notice or last_notice(session)
    end = _end(session, NEXT_NOTICE, job.cursor, upto, most)
    DELIVERED.write(
        session,
        batch_id=job.batch_id,
        kind=KINDS[job.kind],
        due_at=job.created_at + SETTLES,
        expires_at=job.created_at + LASTS,
        now=now,
        after=job.cursor,
        until=end,
        told=row.batch_id,
        said=row.id,
    )
    filled = {"filled_at": now} if end >= upto else {}
    session.execute(update(JOBS).where(JOBS.c.id == job_id).values(cursor=end, **filled))
    return bool(end < upto)


def _held(session: Session, broadcast_id: int) -> Row[Any]:
    row = session.connection().execute(HELD, {"asked": broadcast_id}).one_or_none()
    if row is None:
        raise NoSuchBroadcast(broadcast_id)
    return row


def _end(session: Session, following: Select[int], cursor: int, upto: int, most: int) -> int:
    """The `most`-th id after the cursor, however sparse they are; `upto` where there are fewer."""
    asked = {"after": cursor, "until": upto, "passed_over": most - 1}
    return session.connection().scalar(following, asked) or upto


def _fix(session: Session, row: Row[Any], now: datetime) -> None:
    """The last range is written: the audience is fixed, and counted."""
    written = progress(session, row.batch_id).written
    fixed = {"filled_at": now, "last_notice": last_notice(session), "people": written}
    rewrite(session, row.id, **fixed)


@lru_cache(maxsize=64)
def _recipients(audience: Audience) -> BatchRows:
    since = bindparam("since", type_=UtcDateTime())
    ranged = meant(audience, since).where(*_range(Account.id))
    facts: ColumnElement[Any] = bindparam("said", type_=Json)
    columns = Account.id.label("account_id"), facts.label("facts")
    return BatchRows(ranged.with_only_columns(*columns))


def _delivered() -> BatchRows:
    facts = facts_of(
        broadcast_id=bindparam("said", type_=Notice.id.type), message_id=Notice.message_id
    )
    columns = Notice.account_id.label("account_id"), facts.label("facts")
    sent = Notice.state == State.SENT.value, Notice.message_id.is_not(None)
    of_batch = Notice.batch_id == bindparam("told")
    return BatchRows(select(*columns).where(*_range(Notice.id), of_batch, *sent))


def _range(ids: InstrumentedAttribute[int]) -> tuple[Any, Any]:
    return ids > bindparam("after"), ids <= bindparam("until")


def _following(ids: InstrumentedAttribute[int]) -> Select[int]:
    """The id so many places after one, among those before another."""
    between = ids > bindparam("after"), ids < bindparam("until")
    passed_over = bindparam("passed_over", type_=Notice.id.type)
    return select(ids).where(*between).order_by(ids).offset(passed_over).limit(1)


DELIVERED = _delivered()
NEXT_ACCOUNT, NEXT_NOTICE = _following(Account.id), _following(Notice.id)
NEEDED = (
    *("id", "state", "audience", "batch_id", "cursor", "upto"),
    *("started_at", "expires_at", "filled_at", "last_notice"),
)
HELD = (
    select(*(BROADCASTS.c[name] for name in NEEDED))
    .where(BROADCASTS.c.id == bindparam("asked"))
    .with_for_update()
)
MOVE_CURSOR = (
    update(BROADCASTS).where(BROADCASTS.c.id == bindparam("asked")).values(cursor=bindparam("end"))
)
