"""Both sides' books, compared: what Telegram accepted, and what the outbox says became of it."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from benchmarks.chaos.load import KIND
from benchmarks.chaos.telegram import Message, Telegram
from notices.batches import progress
from notices.outbox import NOTICES
from storage.models import Account, Broadcast

MOST_UNRECORDED = 64
"""What the courier carries at most: so many may be accepted and not recorded at a kill."""
KINDS = 2


@dataclass(frozen=True, slots=True)
class Row:
    """A notice of the load, as the outbox has it at the end."""

    chat_id: int
    kind: str
    state: str
    message_id: int | None
    last_error: str | None

    @property
    def once(self) -> bool:
        """A broadcast: better nothing than the same twice."""
        return self.kind != KIND


@dataclass
class Count:
    """What one scenario came to. `wrong` has a line for all that no bound allows for."""

    messages: int = 0
    accepted: int = 0
    lost: int = 0
    duplicates: int = 0
    """Accepted again though accepted before, of the kinds that prefer that to a loss."""
    doubled: int = 0
    """The same of broadcasts, of which there may be none."""
    unanswered: int = 0
    """Reminders accepted whose answer Telegram withheld or spoilt: each may come again."""
    uncertain: int = 0
    wrong: list[str] = field(default_factory=list)


def read_rows(session: Session, whom: range) -> list[Row]:
    """The notices of the load to these chats."""
    columns = [NOTICES.c[name] for name in ("kind", "state", "message_id", "last_error")]
    found = (
        select(Account.telegram_id, *columns)
        .join_from(NOTICES, Account, NOTICES.c.account_id == Account.id)
        .where(Account.telegram_id.between(whom[0], whom[-1]))
        .where(NOTICES.c.kind.in_((KIND, "broadcast")))
        .order_by(NOTICES.c.id)
    )
    return [Row(*row) for row in session.execute(found)]


def compare(
    rows: Iterable[Row],
    reminders: list[Message],
    broadcasts: list[Message],
    refusing: Collection[int] = (),
) -> Count:
    """`refusing` are the chats that Telegram refuses: theirs must end as failed, unaccepted."""
    count = Count()
    sides = {False: Counter(_chats(reminders)), True: Counter(_chats(broadcasts))}
    known = {(message.chat_id, message.message_id) for message in (*reminders, *broadcasts)}
    for row in rows:
        count.messages += 1
        times = sides[row.once].pop(row.chat_id, 0)
        _add(count, row, times, (row.chat_id, row.message_id) in known, row.chat_id in refusing)
    count.unanswered = sum(not message.answered for message in reminders)
    for strangers in sides.values():
        count.wrong += [f"{chat} was sent what the outbox has not" for chat in strangers]
        count.accepted += strangers.total()
    return count


def _add(count: Count, row: Row, times: int, known: bool, refusing: bool) -> None:
    count.accepted += times
    if row.once:
        count.doubled += max(0, times - 1)
        count.uncertain += row.state == "uncertain"
    else:
        count.duplicates += max(0, times - 1)
    if refusing:
        if row.state != "failed" or times:
            count.wrong.append(f"{row.chat_id} refuses: {row.kind} is {row.state}, {times} times")
    elif row.state == "sent":
        count.lost += not known
    elif not (row.once and row.state == "uncertain"):
        count.lost += 1
        why = f"{row.state} ({row.last_error}), accepted {times} times"
        count.wrong.append(f"{row.chat_id}'s {row.kind} is {why}")


def forgotten(whom: Iterable[int], rows: Iterable[Row]) -> list[str]:
    """A line for each of these chats that has not a notice of either kind."""
    there = Counter(row.chat_id for row in rows)
    return [f"{chat} has {there[chat]} notices of {KINDS}" for chat in whom if there[chat] != KINDS]


def stale(rows: Iterable[Row], telegram: Telegram, words: str | None) -> list[str]:
    """The broadcasts sent that do not read `words` by now; None: that are not gone."""
    sent = [row for row in rows if row.once and row.state == "sent"]
    texts = [(row.chat_id, telegram.texts(row.chat_id).get(row.message_id or 0)) for row in sent]
    return [
        f"{chat}'s broadcast reads {text!r}"
        for chat, text in texts
        if (text is not None if words is None else words not in (text or ""))
    ]


def tallies(session: Session, rows: Iterable[Row]) -> list[str]:
    """Where the counters of the load's batch disagree with its rows; [] where they don't."""
    batch_id = session.scalar(select(Broadcast.batch_id).where(Broadcast.batch_id.is_not(None)))
    if batch_id is None:
        return []
    told = progress(session, batch_id)
    states = Counter(row.state for row in rows if row.once)
    ours = {
        "written": states.total(),
        "sent": states["sent"],
        "blocked": states["failed"],
        "uncertain": states["uncertain"],
        "left": 0,
    }
    theirs: dict[str, Any] = {name: getattr(told, name) for name in ours}
    return [
        f"the batch counts {theirs[name]} {name}, its rows {ours[name]}"
        for name in ours
        if theirs[name] != ours[name]
    ]


def unrecorded(session: Session, lately: Iterable[Message]) -> int:
    """How many of these messages were answered, or would have been, and no row knows of them."""
    numbers = {message.message_id for message in lately if message.answered}
    if not numbers:
        return 0
    number = NOTICES.c.message_id
    known = select(number).where(number.between(min(numbers), max(numbers)))
    return len(numbers.difference(session.scalars(known)))


def _chats(messages: Iterable[Message]) -> list[int]:
    return [message.chat_id for message in messages]
