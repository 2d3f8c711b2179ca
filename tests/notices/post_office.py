"""What tests of delivery share: a clock to set, a postman who remembers, and people to write to."""

import asyncio
from collections import defaultdict
from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from notices.counting import Counting
from notices.delivery import Courier
from notices.limits import Limits
from notices.outbox import Lane, post
from notices.sender import Letter, Told
from notices.settling import Outcome
from storage.database import Database
from storage.models import Account, Notice

WIB = ZoneInfo("Asia/Jakarta")
NOON = datetime(2025, 11, 24, 5, tzinfo=UTC)  # 12.00 WIB


class SetClock:
    """A clock that stands still until it is moved."""

    def __init__(self, now: datetime = NOON) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def move(self, **distance: float) -> None:
        self.now += timedelta(**distance)


class Postman:
    """A Sender that notes each letter as Telegram would accept it, and fails as it is told."""

    def __init__(self) -> None:
        self.accepted: list[Letter] = []
        self.troubles: defaultdict[int, list[Exception]] = defaultdict(list)
        """By Telegram id, in the order in which they are met; each is met once."""
        self.moot: set[str] = set()
        """The kinds of which nothing is left to tell in a message of several."""
        self.answers = asyncio.Event()
        """While it is unset, letters are accepted and no answer comes back."""
        self.answers.set()
        self._news = asyncio.Condition()
        self.busy_with = 0
        self.most_at_once = 0

    async def send(self, letter: Letter) -> int | Told:
        if self.troubles[letter.telegram_id]:
            raise self.troubles[letter.telegram_id].pop(0)
        self.accepted.append(letter)
        number = len(self.accepted)
        async with self._news:
            self._news.notify_all()
        self.busy_with += 1
        self.most_at_once = max(self.most_at_once, self.busy_with)
        await self.answers.wait()
        self.busy_with -= 1
        every = (letter, *letter.along)
        moot = frozenset(each.notice_id for each in every if each.kind in self.moot)
        return Told(number, moot) if letter.along else number

    @property
    def kinds(self) -> list[str]:
        return [letter.kind for letter in self.accepted]

    async def has_accepted(self, count: int) -> None:
        async with self._news:
            await self._news.wait_for(lambda: len(self.accepted) >= count)


class Hurrying:
    """A monotonic clock whose sleeps are over at once, so that limits cost no test any time."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds

    async def sleep(self, seconds: float) -> None:
        self.seconds += seconds
        await asyncio.sleep(0)


def hurried_limits(bulk_rate: float = 10_000) -> Limits:
    watch = Hurrying()
    return Limits(bulk_rate, ceiling=20_000, clock=watch, sleep=watch.sleep)


def courier_for(
    database: Database,
    postman: Postman,
    clock: SetClock,
    limits: Limits | None = None,
    tick_s: float = 1.0,
    counting: Counting | None = None,
    unrecorded: list[Outcome] | None = None,
    send_timeout_s: float = 25.0,
) -> Courier:
    limits = limits or hurried_limits()
    return Courier(
        database, postman, limits, clock, WIB, chance=lambda: 0.999, tick_s=tick_s,
        counting=counting, unrecorded=unrecorded, send_timeout_s=send_timeout_s,
    )  # fmt: skip


def open_account(
    session: Session,
    telegram_id: int,
    *,
    quiet: tuple[time, time] | None = None,
    reminders_muted: bool = False,
    alerts_muted: bool = False,
) -> int:
    account = Account(
        telegram_id=telegram_id,
        reminders_muted=reminders_muted,
        alerts_muted=alerts_muted,
        created_at=NOON,
    )
    session.add(account)
    session.flush()
    # Set afterwards: a None at the beginning would let the columns' defaults stand.
    account.quiet_from, account.quiet_until = quiet or (None, None)
    session.flush()
    return account.id


def write(
    session: Session,
    account_id: int,
    kind: str = "meeting_soon",
    *,
    key: str | None = None,
    lane: Lane = Lane.REMINDERS,
    due_at: datetime = NOON,
    lasts: timedelta = timedelta(hours=24),
    now: datetime = NOON,
) -> bool:
    return post(
        session,
        account_id=account_id,
        kind=kind,
        facts={"meeting_id": 12},
        key=key or f"{kind}:{account_id}",
        lane=lane,
        due_at=due_at,
        expires_at=due_at + lasts,
        now=now,
    )


def write_to(session: Session, count: int, lane: Lane = Lane.REMINDERS) -> None:
    """One notice each to so many people, whose Telegram ids count from 1."""
    for number in range(1, count + 1):
        write(session, open_account(session, number), lane=lane)


def stands(database: Database) -> dict[str, tuple[str, str | None]]:
    """State and last error of each notice that has a key, by its key."""
    columns = select(Notice.key, Notice.state, Notice.last_error).order_by(Notice.id)
    with database.snapshot() as session:
        return {key: (state, error) for key, state, error in session.execute(columns) if key}


def states(database: Database) -> list[str]:
    return [state for state, _error in stands(database).values()]


async def come_to_be(database: Database, wanted: str, count: int) -> None:
    """Wait until so many notices are in the wanted state; a database tells nobody by itself."""
    while _count(database, wanted) < count:  # noqa: ASYNC110 - nobody could set an event
        await asyncio.sleep(0.005)


def _count(database: Database, wanted: str) -> int:
    with suppress(OperationalError):
        return states(database).count(wanted)
    return 0


async def kill(tasks: Iterable[asyncio.Task[object]]) -> None:
    """As SIGKILL leaves things: nothing of what these tasks were about to do is done."""
    doomed = list(tasks)
    for task in doomed:
        task.cancel()
    await asyncio.gather(*doomed, return_exceptions=True)
