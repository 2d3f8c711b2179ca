"""What may go now: pending notices are leased, put off to the end of quiet hours, or closed."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, tzinfo
from types import MappingProxyType
from typing import Any

from sqlalchemy import Row, bindparam, select, update
from sqlalchemy.orm import Session

from notices.counters import BATCHES, Tally, counter_of
from notices.due import due
from notices.expressions import among
from notices.folding import fold
from notices.outbox import IS_SENDING, NOTICES, Lane, State, closing
from notices.quiet import quiet_end
from notices.sender import Letter
from notices.waiting import put_aside
from storage.base import UtcDateTime

LEASE = timedelta(seconds=60)
AT_ONCE = 5  # messages to one chat: so many seconds' worth


@dataclass(frozen=True, slots=True)
class Claim:
    """The letters that were leased, and whether more may be due than was looked at."""

    letters: tuple[Letter, ...]
    more: bool


@dataclass(frozen=True, slots=True)
class Verdict:
    """What becomes of a due notice: it goes, waits until `put_off` (or see WAITS), or ends in
    `state`.
    """

    state: State
    reason: str | None = None
    put_off: datetime | None = None


GOES = Verdict(State.SENDING)
WAITS = Verdict(State.PENDING)
"""For somebody who is gone (`notices.waiting`)."""


def claim(
    session: Session,
    room: int,
    *,
    now: datetime,
    zone: tzinfo,
    carried: Mapping[int, int] = MappingProxyType({}),
) -> Claim:
    """Lease at most `room` messages that are due, in the order of their lanes and due times.

    What is expired, muted or for nobody is closed with the reason, and what falls into quiet
    hours is put off; those count among the ones looked at. Alerts to one person are one message,
    whatever their number. `zone` is where quiet hours are told; `carried` says how many messages
    to an account are on their way already, as a chat takes only one a second.
    """
    seen = due(session, room, now)
    by_verdict = _judge_all(seen, carried, now, zone)
    going = by_verdict.pop(GOES, [])
    _put_aside(session, by_verdict, now)
    messages = fold(session, going, now)
    lease_until = now + LEASE
    leased = [row.id for rows in messages for row in rows]
    if leased:
        session.connection().execute(LEASE_THEM, {"ids": leased, "until": lease_until})
    letters = tuple(_letter(rows, lease_until) for rows in messages)
    return Claim(letters, more=len(seen) == room > 0)


LEASE_THEM = (
    update(NOTICES)
    .where(among(NOTICES.c.id, "ids"))
    .values(
        state=State.SENDING.value,
        lease_until=bindparam("until", type_=UtcDateTime()),
        attempts=NOTICES.c.attempts + 1,
    )
)


def take_up_expired(session: Session, held: Collection[int], *, now: datetime) -> int:
    """Free the leases that a dead courier left; returns how many.

    `held` are the notices the caller still carries, whatever a clock that jumped says of their
    leases. Broadcasts become `uncertain`, unless they may be repeated; all else is pending again.
    """
    lost: Sequence[Any] = session.execute(
        select(NOTICES.c.id, NOTICES.c.batch_id, NOTICES.c.lane, BATCHES.c.repeatable)
        .join_from(NOTICES, BATCHES, NOTICES.c.batch_id == BATCHES.c.id, isouter=True)
        .where(IS_SENDING, NOTICES.c.lease_until < now, NOTICES.c.id.not_in(held))
        .with_for_update(of=NOTICES, skip_locked=True)
    ).all()
    doubtful: list[Row[Any]] = []
    again: list[Row[Any]] = []
    for row in lost:
        repeatable = row.lane != Lane.BROADCASTS or row.repeatable
        (again if repeatable else doubtful).append(row)
    _write(session, doubtful, closing(State.UNCERTAIN, "lease", now))
    freed = {"state": State.PENDING.value, "lease_until": None, "last_error": "lease"}
    _write(session, again, freed)
    tally = Tally()
    for row in doubtful:
        tally.move(row.batch_id, None, "uncertain")
    tally.write(session)
    return len(lost)


def judge(row: Row[Any], now: datetime, zone: tzinfo) -> Verdict:
    """`row` is one of `due`: a notice beside the wishes of its account."""
    if row.expires_at <= now:
        return Verdict(State.EXPIRED, row.unreachable_reason or row.last_error or "late")
    if row.unreachable_since is not None and row.lane == Lane.RESULTS:
        return WAITS
    if row.unreachable_since is not None:
        return Verdict(State.FAILED, row.unreachable_reason or "unreachable")
    if row.batch_id is not None and row.repeatable:
        return GOES  # what edits or deletes makes no sound
    if _muted(row):
        return Verdict(State.CANCELLED, "muted")
    end = quiet_end(now, (row.quiet_from, row.quiet_until), zone)
    if end is None:
        return GOES
    if end < row.expires_at:
        return Verdict(State.PENDING, put_off=end)
    # A result that would be lost is worth waking somebody: it is never muted.
    return GOES if row.lane == Lane.RESULTS else Verdict(State.EXPIRED, "quiet")


def _judge_all(
    seen: Sequence[Row[Any]], carried: Mapping[int, int], now: datetime, zone: tzinfo
) -> defaultdict[Verdict, list[Row[Any]]]:
    """Of many that are due to one account, most are put off a little: they would hold the places
    of all that is in flight, and everybody else would wait for them.
    """
    by_verdict: defaultdict[Verdict, list[Row[Any]]] = defaultdict(list)
    going = Counter(carried)
    for row in seen:
        verdict = judge(row, now, zone)
        if verdict == GOES and row.lane != Lane.ALERTS:  # those are folded into one
            turn = now + timedelta(seconds=going[row.account_id] // AT_ONCE * AT_ONCE)
            going[row.account_id] += 1
            if now < turn < row.expires_at:
                verdict = Verdict(State.PENDING, put_off=turn)
        by_verdict[verdict].append(row)
    return by_verdict


def _muted(row: Row[Any]) -> bool:
    mutes = {
        Lane.RESULTS: False,
        Lane.REMINDERS: row.reminders_muted,
        Lane.ALERTS: row.alerts_muted,
        Lane.BROADCASTS: row.broadcasts_muted,
    }
    return bool(mutes[row.lane])


def _put_aside(session: Session, by_verdict: dict[Verdict, list[Row[Any]]], now: datetime) -> None:
    tally = Tally()
    put_aside(session, [row.id for row in by_verdict.pop(WAITS, ())])
    for verdict, rows in by_verdict.items():
        if verdict.put_off is not None:
            _write(session, rows, {"due_at": verdict.put_off})
            continue
        _write(session, rows, closing(verdict.state, verdict.reason, now))
        for row in rows:
            tally.move(row.batch_id, None, counter_of(verdict.state, verdict.reason))
    tally.write(session)


def _write(session: Session, rows: Sequence[Row[Any]], values: dict[str, Any]) -> None:
    if rows:
        ids = [row.id for row in rows]
        session.execute(update(NOTICES).where(NOTICES.c.id.in_(ids)).values(values))


def _letter(rows: Sequence[Row[Any]], lease_until: datetime) -> Letter:
    """The first of `rows` has its account beside it, and takes the others along."""
    first = rows[0]
    letter = Letter(
        notice_id=first.id,
        account_id=first.account_id,
        telegram_id=first.telegram_id,
        language=first.language,
        lane=Lane(first.lane),
        kind=first.kind,
        facts=first.facts,
        attempts=first.attempts + 1,
        due_at=first.due_at,
        expires_at=first.expires_at,
        lease_until=lease_until,
        batch_id=first.batch_id,
        repeatable=first.repeatable,
    )
    return letter if len(rows) == 1 else replace(letter, along=_along(letter, rows[1:]))


def _along(letter: Letter, rows: Sequence[Row[Any]]) -> tuple[Letter, ...]:
    return tuple(
        replace(
            letter,
            notice_id=row.id,
            kind=row.kind,
            facts=row.facts,
            attempts=row.attempts + 1,
            due_at=row.due_at,
            expires_at=row.expires_at,
        )
        for row in rows
    )
