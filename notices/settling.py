"""What became of letters, written down: one transaction for all that came in together."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import structlog
from sqlalchemy import Row, select, update
from sqlalchemy.orm import Session

from notices.counters import Tally, counter_of
from notices.due import ACCOUNTS
from notices.expressions import among
from notices.lock_order import hold_before_recording
from notices.outbox import IS_PENDING, NOTICES, REASON_LENGTH, Lane, State, closing
from notices.recording import Record, record_leased, record_rest, record_sent
from notices.sender import Letter, Moot, Passing, Throttled, Trouble, Unanswered, Unreachable

FIRST_PAUSE_S, LONGEST_PAUSE_S = 2.0, 600.0

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one sending came to: a message id, or a trouble, or neither: it was never begun.

    It holds for the letters along with it as well, except for those that the message did not tell
    of, whose notice ids are in `moot`.
    """

    letter: Letter
    message_id: int | None = None
    trouble: Trouble | None = None
    moot: frozenset[int] = frozenset()


NOTHING_LEFT = Moot("nothing was left to tell")


def settle(
    session: Session, outcomes: Sequence[Outcome], *, now: datetime, chance: Callable[[], float]
) -> None:
    """Record what became of letters. `chance` gives numbers in [0, 1): the jitter of back-offs."""
    gone = _gone(outcomes)
    letters = [each for one in outcomes for each in (one.letter, *one.letter.along)]
    hold_before_recording(session, letters, set().union(*gone.values()))
    sent, rest = list[Record](), list[Record]()
    for outcome in outcomes:
        _note(outcome, sent, rest, now, chance)
    tally, done = Tally(), record_leased(session, sent)
    for batch_id in done.values():
        tally.move(batch_id, None, State.SENT.value)
    sent = [record for record in sent if record["notice"] not in done]
    _count(session, tally, sent, rest)
    if sent:
        record_sent(session, sent)
    if rest:
        record_rest(session, rest)
    _mark_unreachable(session, gone, now, tally)
    tally.write(session)


def back_off_s(attempts: int, chance: float) -> float:
    """Doubling from 2 s to 10 min, of which at least half is waited; `attempts` from 1."""
    whole = min(LONGEST_PAUSE_S, FIRST_PAUSE_S * 2.0 ** min(attempts - 1, 16))
    return whole * (0.5 + chance / 2)


def _note(
    outcome: Outcome,
    sent: list[Record],
    rest: list[Record],
    now: datetime,
    chance: Callable[[], float],
) -> None:
    # One pause for all that go together, so that they come back together.
    pause_s = _pause_s(outcome, chance)
    for letter in (outcome.letter, *outcome.letter.along):
        if letter.notice_id in outcome.moot:
            rest.append(_unsent(letter, NOTHING_LEFT, now, pause_s))
        elif outcome.message_id is not None:
            sent.append(_sent(letter, outcome.message_id, now))
        else:
            rest.append(_unsent(letter, outcome.trouble, now, pause_s))


def _sent(letter: Letter, message_id: int, now: datetime) -> Record:
    facts = {"message_id": message_id, "settled_at": now}
    return {"notice": letter.notice_id, "attempt": letter.attempts, **facts}


def _unsent(letter: Letter, trouble: Trouble | None, now: datetime, pause_s: float) -> Record:
    state, due_at = _future(letter, trouble, now, pause_s)
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


def _pause_s(outcome: Outcome, chance: Callable[[], float]) -> float:
    """How long until another try, where there is one."""
    match outcome.trouble:
        case Throttled(retry_after_s=pause):
            return pause
        case Passing():
            return back_off_s(outcome.letter.attempts, chance())
        case _:
            return 0.0


def _future(
    letter: Letter, trouble: Trouble | None, now: datetime, pause_s: float
) -> tuple[State, datetime]:
    match trouble:
        case None:
            return State.PENDING, letter.due_at
        case Moot():
            return State.CANCELLED, letter.due_at
        case Unreachable():
            waits = letter.lane is Lane.RESULTS
            return State.PENDING if waits else State.FAILED, letter.due_at
        case Unanswered() if not letter.repeatable:
            return State.UNCERTAIN, letter.due_at
        case Throttled() | Passing():
            return _later(letter, now, pause_s)
        case _:
            log.error("notice_rejected", notice=letter.notice_id, kind=letter.kind)
            return State.FAILED, letter.due_at


def _later(letter: Letter, now: datetime, pause_s: float) -> tuple[State, datetime]:
    again = now + timedelta(seconds=pause_s)
    if again >= letter.expires_at:
        return State.EXPIRED, letter.due_at
    return State.PENDING, again


def _count(session: Session, tally: Tally, sent: Sequence[Record], rest: Sequence[Record]) -> None:
    """What the records change in the counters of batches, seen from the rows as they stand."""
    found = _as_they_stand(session, [record["notice"] for record in (*sent, *rest)])
    for record in (*sent, *rest):
        row = found.get(record["notice"])
        if row is None or row.attempts != record["attempt"]:
            continue
        state = record.get("state", State.SENT.value)
        if state == State.SENT or row.state in (State.SENDING, State.UNCERTAIN):
            before = counter_of(row.state, row.last_error)
            tally.move(row.batch_id, before, counter_of(state, record.get("last_error")))


def _as_they_stand(session: Session, ids: Sequence[int]) -> dict[int, Row[Any]]:
    if not ids:
        return {}
    return {row.id: row for row in session.connection().execute(AS_THEY_STAND, {"ids": ids})}


AS_THEY_STAND = (
    select(*(NOTICES.c[name] for name in ("id", "batch_id", "state", "last_error", "attempts")))
    .where(among(NOTICES.c.id, "ids"), NOTICES.c.batch_id.is_not(None))
    .order_by(NOTICES.c.id)
    .with_for_update()
)


def _gone(outcomes: Sequence[Outcome]) -> Mapping[str, set[int]]:
    """The accounts where nobody is, by the reason."""
    gone: defaultdict[str, set[int]] = defaultdict(set)
    for outcome in outcomes:
        if isinstance(outcome.trouble, Unreachable):
            gone[str(outcome.trouble)].add(outcome.letter.account_id)
    return gone


def _mark_unreachable(
    session: Session, gone: Mapping[str, set[int]], now: datetime, tally: Tally
) -> None:
    """Until they write again, only results wait for them."""
    for reason, accounts in gone.items():
        values = {"unreachable_since": now, "unreachable_reason": reason[:32]}
        marked = update(ACCOUNTS).where(ACCOUNTS.c.id.in_(sorted(accounts)))
        session.execute(marked.where(ACCOUNTS.c.unreachable_since.is_(None)).values(values))
        closed = _close_the_rest(session, accounts, reason, now)
        for batch_id in closed:
            tally.move(batch_id, None, counter_of(State.FAILED, reason))
        log.info("accounts_unreachable", reason=reason, accounts=len(accounts), closed=len(closed))


def _close_the_rest(
    session: Session, accounts: set[int], reason: str, now: datetime
) -> Sequence[int | None]:
    """Returns the batch of each that was closed."""
    others = update(NOTICES).where(
        NOTICES.c.account_id.in_(sorted(accounts)), NOTICES.c.lane != Lane.RESULTS.value, IS_PENDING
    )
    closed = others.values(closing(State.FAILED, reason, now)).returning(NOTICES.c.batch_id)
    return session.scalars(closed).all()
