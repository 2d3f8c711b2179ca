"""What became of letters, written down: one transaction for all that came in together."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, cast

import structlog
from sqlalchemy import Table, bindparam, update
from sqlalchemy.orm import Session

from notices.outbox import (
    IS_PENDING,
    IS_SENDING,
    NOTICES,
    REASON_LENGTH,
    Lane,
    State,
    changed,
    closing,
)
from notices.sender import Letter, Moot, Passing, Throttled, Trouble, Unreachable
from storage.base import UtcDateTime
from storage.models import Account

FIRST_PAUSE_S, LONGEST_PAUSE_S = 2.0, 600.0
ACCOUNTS = cast(Table, Account.__table__)

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one sending came to: a message id, or a trouble, or neither: it was never begun."""

    letter: Letter
    message_id: int | None = None
    trouble: Trouble | None = None


def settle(
    session: Session, outcomes: Sequence[Outcome], *, now: datetime, chance: Callable[[], float]
) -> None:
    """Record what became of letters. `chance` gives numbers in [0, 1): the jitter of back-offs."""
    sent = [_sent(outcome, now) for outcome in outcomes if outcome.message_id is not None]
    rest = [_unsent(outcome, now, chance) for outcome in outcomes if outcome.message_id is None]
    # That it was sent is true whoever holds the notice by now; anything else counts only for us.
    if sent:
        session.connection().execute(RECORD_SENT, sent)
    if rest:
        session.connection().execute(RECORD_REST, rest)
    for outcome in outcomes:
        if isinstance(outcome.trouble, Unreachable):
            _mark_unreachable(session, outcome.letter.account_id, str(outcome.trouble), now)


def back_off_s(attempts: int, chance: float) -> float:
    """Doubling from 2 s to 10 min, of which at least half is waited; `attempts` from 1."""
    whole = min(LONGEST_PAUSE_S, FIRST_PAUSE_S * 2.0 ** min(attempts - 1, 16))
    return whole * (0.5 + chance / 2)


RECORD_SENT = (
    update(NOTICES)
    .where(NOTICES.c.id == bindparam("notice"), NOTICES.c.attempts == bindparam("attempt"))
    .values(
        state=State.SENT.value,
        message_id=bindparam("message_id"),
        settled_at=bindparam("settled_at"),
        lease_until=None,
        last_error=None,
    )
)
RECORD_REST = (
    update(NOTICES)
    .where(NOTICES.c.id == bindparam("notice"), NOTICES.c.attempts == bindparam("attempt"))
    .where(IS_SENDING)
    .values(
        state=bindparam("state"),
        due_at=bindparam("due_at"),
        attempts=bindparam("attempts"),
        last_error=bindparam("last_error"),
        settled_at=bindparam("settled_at", type_=UtcDateTime()),
        lease_until=None,
    )
)


def _sent(outcome: Outcome, now: datetime) -> dict[str, Any]:
    letter = outcome.letter
    facts = {"message_id": outcome.message_id, "settled_at": now}
    return {"notice": letter.notice_id, "attempt": letter.attempts, **facts}


def _unsent(outcome: Outcome, now: datetime, chance: Callable[[], float]) -> dict[str, Any]:
    letter, trouble = outcome.letter, outcome.trouble
    state, due_at = _future(letter, trouble, now, chance)
    pending = state is State.PENDING
    return {
        "notice": letter.notice_id,
        "attempt": letter.attempts,
        "state": state.value,
        "due_at": due_at,
        "attempts": letter.attempts - (trouble is None),
        "last_error": None if trouble is None else str(trouble)[:REASON_LENGTH].replace("\0", ""),
        "settled_at": None if pending else now,
    }


def _future(
    letter: Letter, trouble: Trouble | None, now: datetime, chance: Callable[[], float]
) -> tuple[State, datetime]:
    match trouble:
        case None:
            return State.PENDING, letter.due_at
        case Moot():
            return State.CANCELLED, letter.due_at
        case Unreachable():
            waits = letter.lane is Lane.RESULTS
            return State.PENDING if waits else State.FAILED, letter.due_at
        case Throttled(retry_after_s=pause):
            return _later(letter, now, pause)
        case Passing():
            return _later(letter, now, back_off_s(letter.attempts, chance()))
        case _:
            log.error("notice_rejected", notice=letter.notice_id, kind=letter.kind)
            return State.FAILED, letter.due_at


def _later(letter: Letter, now: datetime, pause_s: float) -> tuple[State, datetime]:
    again = now + timedelta(seconds=pause_s)
    if again >= letter.expires_at:
        return State.EXPIRED, letter.due_at
    return State.PENDING, again


def _mark_unreachable(session: Session, account_id: int, reason: str, now: datetime) -> None:
    values = {"unreachable_since": now, "unreachable_reason": reason[:32]}
    account = update(ACCOUNTS).where(ACCOUNTS.c.id == account_id)
    session.execute(account.where(ACCOUNTS.c.unreachable_since.is_(None)).values(values))
    others = update(NOTICES).where(
        NOTICES.c.account_id == account_id, NOTICES.c.lane != Lane.RESULTS.value, IS_PENDING
    )
    closed = changed(session, others.values(closing(State.FAILED, reason, now)))
    log.info("account_unreachable", account=account_id, reason=reason, closed=closed)
