"""What can be seen from outside while processes are at work, and waiting for it."""

import time
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import ColumnElement, func, select

from announcements.ending import unfinished, unfinished_jobs
from benchmarks.chaos.children import Child
from benchmarks.chaos.telegram import Message, Telegram
from notices.claiming import LEASE
from notices.outbox import IS_PENDING, IS_SENDING, NOTICES, State
from storage.database import Database

LOOK_S = 0.1
STANDING_S = 1.5  # nothing has moved for so long: the clock may be moved on
QUIET_S = 0.5  # longer than any answer takes meanwhile
PATIENCE_S = 180.0


class Stuck(Exception):
    """The outbox does not become empty; the text says what is left in it."""


@dataclass(frozen=True)
class Stand:
    """What has not ended: how many notices wait, how many are under way, when the next is due;
    and how many broadcasts, corrections and recalls are not over.
    """

    pending: int
    sending: int
    next_due: datetime | None
    unfinished: int


class Outlook:
    """On one emulator and one database."""

    def __init__(self, telegram: Telegram, database: Database) -> None:
        self.telegram, self.database = telegram, database
        self._accepted = 0

    def now(self) -> datetime:
        return datetime.fromtimestamp(self.telegram.now(), UTC)

    def accepted(self) -> int:
        """How many messages there are by now."""
        lately = self.telegram.accepted(self._accepted)
        self._accepted += len(lately)
        return self._accepted

    def tried(self) -> int:
        """How many notices have been on their way at least once."""
        return self._notices(NOTICES.c.attempts > 0)

    def done(self) -> int:
        """How many notices were sent; edits and deletions are such, too."""
        return self._notices(NOTICES.c.state == State.SENT.value)

    def stand(self) -> Stand:
        due = func.min(NOTICES.c.due_at).filter(IS_PENDING)
        counts = select(func.count().filter(IS_PENDING), func.count().filter(IS_SENDING), due)
        with self.database.snapshot() as session:
            left = session.execute(counts.where(IS_PENDING | IS_SENDING)).one()
            open_ones = len(unfinished(session)) + len(unfinished_jobs(session))
        pending, sending, next_due = left
        return Stand(pending, sending, next_due, open_ones)

    def see(self, more: int, child: Child) -> None:
        """Wait until Telegram has accepted so many more messages than now; raises Ended, Stuck."""
        before = self.accepted()
        self.wait(lambda: self.accepted() >= before + more, child)

    def see_done(self, more: int, child: Child) -> None:
        """The same of notices that are done with; what edits or deletes is not a message."""
        before = self.done()
        self.wait(lambda: self.done() >= before + more, child)

    def settle_down(self, kinds: Collection[str], planned: int, child: Child) -> None:
        """Wait until so many of these kinds are planned, and all that may go by now is gone."""
        ours = NOTICES.c.kind.in_(kinds)
        self.wait(lambda: self._notices(ours) >= planned and not self._notices(self._due()), child)

    def wait(self, what: Callable[[], bool], child: Child) -> None:
        """Until it is so; raises Ended, Stuck."""
        deadline = time.monotonic() + PATIENCE_S
        while not what():
            child.check()
            if time.monotonic() > deadline:
                raise Stuck(str(self.stand()))
            time.sleep(LOOK_S)

    def drain(self, child: Child) -> None:
        """Until nothing is left to be done. Where all waits (for a back-off, for a lease of
        the dead), the clock is moved on rather than waited for. Raises Ended, Stuck.
        """
        deadline = time.monotonic() + PATIENCE_S
        before, since = self.stand(), time.monotonic()
        while before.pending or before.sending or before.unfinished:
            child.check()
            time.sleep(LOOK_S)
            stand, present = self.stand(), time.monotonic()
            if stand != before:
                before, since = stand, present
            elif present - since > STANDING_S:
                self._move_on(stand)
                since = present
            if present > deadline:
                raise Stuck(str(stand))

    def quiet(self, after: int) -> list[Message]:
        """The messages after number `after`, once nothing more comes in."""
        lately = self.telegram.accepted(after)
        while True:
            time.sleep(QUIET_S)
            again = self.telegram.accepted(after)
            if len(again) == len(lately):
                return again
            lately = again

    def _due(self) -> ColumnElement[bool]:
        return IS_SENDING | (IS_PENDING & (NOTICES.c.due_at <= self.now()))

    def _notices(self, wanted: ColumnElement[bool]) -> int:
        with self.database.snapshot() as session:
            return session.scalar(select(func.count()).where(wanted)) or 0

    def _move_on(self, stand: Stand) -> None:
        now = self.now()
        due = stand.next_due or now
        away = (due - now).total_seconds() if due > now else 0.0
        self.telegram.advance(max(away, LEASE.total_seconds()) + 1)
