"""What may go now: pending notices are leased, put off to the end of quiet hours, or closed."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from typing import Any, cast

from sqlalchemy import Row, Select, Table, bindparam, case, or_, select, update
from sqlalchemy.orm import Session

from notices.outbox import IS_PENDING, IS_SENDING, NOTICES, Lane, State, changed, closing
from notices.quiet import quiet_end
from notices.sender import Letter
from storage.base import UtcDateTime
from storage.models import Account

LEASE = timedelta(seconds=60)
ACCOUNTS = cast(Table, Account.__table__)


@dataclass(frozen=True, slots=True)
class Claim:
    """The letters that were leased, and whether more may be due than was looked at."""

    letters: tuple[Letter, ...]
    more: bool


@dataclass(frozen=True, slots=True)
class Verdict:
    """What becomes of a due notice: it goes, waits until `put_off`, or ends in `state`."""

    state: State
    reason: str | None = None
    put_off: datetime | None = None


GOES = Verdict(State.SENDING)


def claim(session: Session, room: int, *, now: datetime, zone: tzinfo) -> Claim:
    """Lease at most `room` notices that are due, in the order of their lanes and due times.

    What is expired, muted or for nobody is closed with the reason, and what falls into quiet
    hours is put off; those count among the ones looked at. `zone` is where quiet hours are told.
    """
    seen = _due(session, room, now)
    by_verdict: defaultdict[Verdict, list[Row[Any]]] = defaultdict(list)
    for row in seen:
        by_verdict[judge(row, now, zone)].append(row)
    going = by_verdict.pop(GOES, [])
    for verdict, rows in by_verdict.items():
        _write(session, rows, _values(verdict, now))
    lease_until = now + LEASE
    taken = {"state": State.SENDING.value, "lease_until": lease_until}
    _write(session, going, {**taken, "attempts": NOTICES.c.attempts + 1})
    letters = tuple(_letter(row, lease_until) for row in going)
    return Claim(letters, more=len(seen) == room > 0)


def take_up_expired(session: Session, held: Collection[int], *, now: datetime) -> int:
    """Free the leases that a dead courier left; returns how many.

    `held` are the notices the caller still carries, whatever a clock that jumped says of their
    leases. Broadcasts become `uncertain`, all else is pending again.
    """
    lost = case(
        (NOTICES.c.lane == Lane.BROADCASTS.value, State.UNCERTAIN.value),
        else_=State.PENDING.value,
    )
    statement = update(NOTICES).where(
        IS_SENDING, NOTICES.c.lease_until < now, NOTICES.c.id.not_in(held)
    )
    return changed(session, statement.values(state=lost, lease_until=None, last_error="lease"))


def judge(row: Row[Any], now: datetime, zone: tzinfo) -> Verdict:
    """`row` is one of `_due`: a notice beside the wishes of its account."""
    if row.expires_at <= now:
        return Verdict(State.EXPIRED, row.unreachable_reason or row.last_error or "late")
    if row.unreachable_since is not None:
        return Verdict(State.FAILED, row.unreachable_reason or "unreachable")
    if _muted(row):
        return Verdict(State.CANCELLED, "muted")
    end = quiet_end(now, row.quiet_from, row.quiet_until, zone)
    if end is None:
        return GOES
    if end < row.expires_at:
        return Verdict(State.PENDING, put_off=end)
    # A result that would be lost is worth waking somebody: it is never muted.
    return GOES if row.lane == Lane.RESULTS else Verdict(State.EXPIRED, "quiet")


def _muted(row: Row[Any]) -> bool:
    reminder, alert = row.lane == Lane.REMINDERS, row.lane == Lane.ALERTS
    return bool((reminder and row.reminders_muted) or (alert and row.alerts_muted))


def _due(session: Session, room: int, now: datetime) -> list[Row[Any]]:
    seen: list[Row[Any]] = []
    for lane in Lane:
        if len(seen) < room:
            values = {"lane": lane.value, "now": now, "room": room - len(seen)}
            seen.extend(session.execute(DUE_IN_LANE, values))
    return seen


def _due_in_lane() -> Select[Any]:
    # Lane by lane: each is one range of the index, and what is not due yet is never walked over.
    columns = [NOTICES.c[name] for name in ("id", "account_id", "lane", "kind", "facts")]
    columns += [NOTICES.c[name] for name in ("attempts", "due_at", "expires_at", "last_error")]
    columns += [ACCOUNTS.c[name] for name in ("telegram_id", "language")]
    columns += [ACCOUNTS.c[name] for name in ("reminders_muted", "alerts_muted")]
    columns += [ACCOUNTS.c[name] for name in ("quiet_from", "quiet_until")]
    columns += [ACCOUNTS.c[name] for name in ("unreachable_since", "unreachable_reason")]
    now = bindparam("now", type_=UtcDateTime())
    # Results for somebody unreachable wait until they write again, or until they expire.
    worth_a_look = or_(
        NOTICES.c.lane != Lane.RESULTS.value,
        ACCOUNTS.c.unreachable_since.is_(None),
        NOTICES.c.expires_at <= now,
    )
    return (
        select(*columns)
        .join_from(NOTICES, ACCOUNTS, NOTICES.c.account_id == ACCOUNTS.c.id)
        .where(IS_PENDING, NOTICES.c.lane == bindparam("lane"), NOTICES.c.due_at <= now)
        .where(worth_a_look)
        .order_by(NOTICES.c.due_at)
        .limit(bindparam("room"))
        .with_for_update(of=NOTICES, skip_locked=True)
    )


DUE_IN_LANE = _due_in_lane()


def _values(verdict: Verdict, now: datetime) -> dict[str, Any]:
    if verdict.put_off is not None:
        return {"due_at": verdict.put_off}
    return closing(verdict.state, verdict.reason, now)


def _write(session: Session, rows: list[Row[Any]], values: dict[str, Any]) -> None:
    if rows:
        ids = [row.id for row in rows]
        session.execute(update(NOTICES).where(NOTICES.c.id.in_(ids)).values(values))


def _letter(row: Row[Any], lease_until: datetime) -> Letter:
    return Letter(
        notice_id=row.id,
        account_id=row.account_id,
        telegram_id=row.telegram_id,
        language=row.language,
        lane=Lane(row.lane),
        kind=row.kind,
        facts=row.facts,
        attempts=row.attempts + 1,
        due_at=row.due_at,
        expires_at=row.expires_at,
        lease_until=lease_until,
    )
