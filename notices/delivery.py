"""The courier: drains the outbox within the limits and keeps the two promises of this room."""

import asyncio
import math
import random
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta, tzinfo

import structlog
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from notices.claiming import Claim, claim, take_up_expired
from notices.counting import Counting
from notices.deadlines import Deadlines
from notices.limits import Limits
from notices.sender import Letter, Sender, Throttled, Told, Trouble, Unanswered
from notices.settling import Outcome, settle
from notices.silence import Silence
from storage.database import Database

IN_FLIGHT = 64
"""Letters held at most: so many messages may be sent and not recorded when we are killed. What goes
along in a message is not counted: the promise is of messages."""
SEND_TIMEOUT_S = 25.0
MARGIN = timedelta(seconds=30)  # of the lease, that must be left when a sending begins
TICK_S = 1.0
GATHER_S = 0.01  # outcomes that come in so close together are settled together
STOP_S = 10.0

log = structlog.get_logger(__name__)


class Courier:
    """One for a database. `clock` gives the aware present, `zone` is where quiet hours are told.

    Every `tick_s` it looks unasked, and takes up what a dead courier had leased. `unrecorded` is
    what an earlier courier of this process could not record; what this one can't stays in it.
    `counting` is kept over all of them.
    """

    def __init__(
        self,
        database: Database,
        sender: Sender,
        limits: Limits,
        clock: Callable[[], datetime],
        zone: tzinfo,
        *,
        chance: Callable[[], float] = random.random,
        tick_s: float = TICK_S,
        send_timeout_s: float = SEND_TIMEOUT_S,
        unrecorded: list[Outcome] | None = None,
        counting: Counting | None = None,
    ) -> None:
        self._database, self._sender, self._limits = database, sender, limits
        self._clock, self._zone, self._chance = clock, zone, chance
        self._tick_s = tick_s
        self.counting = Counting() if counting is None else counting
        self._carried: dict[asyncio.Task[Outcome], Letter] = {}
        self._waiting: set[int] = set()  # carried, but not begun to be sent
        self._outcomes: list[Outcome] = [] if unrecorded is None else unrecorded
        self._silence, self._deadlines = Silence(clock), Deadlines(send_timeout_s)
        self._woken, self._all_back = asyncio.Event(), asyncio.Event()
        self._turning = asyncio.Lock()  # `drain_once` beside `run`: no outcome is taken for another
        self._next_rescue = -math.inf
        self._stopping = False

    def nudge(self) -> None:
        """Something was posted: look now rather than at the next second."""
        self._woken.set()

    def stop(self) -> None:
        """Let `run` come to its end."""
        self._stopping = True
        self._woken.set()

    async def run(self) -> None:
        """Deliver until `stop` is called or the task is cancelled; then what is in flight
        arrives and is recorded, and what was only claimed is given back.
        """
        rounds = asyncio.create_task(self._rounds())
        try:
            await asyncio.shield(rounds)
        finally:
            # A claim that is being made just now must not be forgotten by a cancelled task.
            self.stop()
            await rounds

    async def drain_once(self) -> int:
        """Deliver all that is due now; returns how many letters came to an end or a pause."""
        done = 0
        while True:
            more, settled = await self._turn()
            done += settled
            if self._carried:
                await asyncio.wait(self._carried, return_when=asyncio.FIRST_COMPLETED)
            elif not more and not self._outcomes:
                return done

    async def _rounds(self) -> None:
        while not self._stopping:
            if not await self._try_turn():
                await self._doze()
            await self._gather()
        await self._close()

    async def _try_turn(self) -> bool:
        try:
            more, _settled = await self._turn()
        except SQLAlchemyError as error:
            # The outcomes are kept: once the database answers again, they are recorded.
            log.warning("outbox_unavailable", error=type(error).__name__)
            self._woken.clear()
            return False
        await asyncio.sleep(0)
        return more

    async def _turn(self) -> tuple[bool, int]:
        """One transaction: record what came in, take what is next. More due? How many recorded?"""
        async with self._turning:
            return await self._turn_alone()

    async def _turn_alone(self) -> tuple[bool, int]:
        outcomes, room, rescue = list(self._outcomes), self._room(), self._rescue_is_due()
        if not outcomes and not room and not rescue:
            return False, 0
        held = self._held() if rescue else None
        claimed = await self._database.write(self._exchange, outcomes, room, held)
        del self._outcomes[: len(outcomes)]
        for letter in claimed.letters:
            self._set_out(letter)
        return claimed.more and self._room() > 0, len(outcomes)

    def _exchange(
        self, session: Session, outcomes: list[Outcome], room: int, held: set[int] | None
    ) -> Claim:
        now = self._clock()
        settle(session, outcomes, now=now, chance=self._chance)
        if held is not None:
            taken_up = take_up_expired(session, held, now=now)
            if taken_up:
                log.warning("leases_taken_up", notices=taken_up)
                self.counting.leases_lost += taken_up
        if not room:
            return Claim((), more=False)
        carried = Counter(letter.account_id for letter in list(self._carried.values()))
        return claim(session, room, now=now, zone=self._zone, carried=carried)

    def _room(self) -> int:
        """How many more letters may be taken: what goes out in about a second, so that a result
        that comes meanwhile waits no longer than that.
        """
        if self._limits.paused_s() > 0:
            return 0
        ahead = math.ceil(self._limits.bulk_rate) - len(self._waiting)
        return max(0, min(self._silence.most(IN_FLIGHT) - len(self._carried), ahead))

    def _held(self) -> set[int]:
        return {each for letter in self._carried.values() for each in letter.notice_ids}

    def _rescue_is_due(self) -> bool:
        present = asyncio.get_running_loop().time()
        if present < self._next_rescue:
            return False
        self._next_rescue = present + self._tick_s
        return True

    def _set_out(self, letter: Letter) -> None:
        task = asyncio.create_task(self._carry(letter))
        self._carried[task] = letter
        self._waiting.add(letter.notice_id)
        task.add_done_callback(self._come_back)

    async def _carry(self, letter: Letter) -> Outcome:
        await self._limits.bulk(letter.telegram_id)
        # After a long pause the lease may be nearly over, and somebody else may take the letter.
        safe = self._clock() + MARGIN < letter.lease_until
        self._waiting.discard(letter.notice_id)
        return await self._send(letter) if safe else Outcome(letter)

    def _come_back(self, task: "asyncio.Task[Outcome]") -> None:
        # At once: a turn that found an outcome, and its place still taken, would claim too little
        # and then wait for a wake-up that has been.
        del self._carried[task]
        if not task.cancelled():
            outcome = task.result()
            self._outcomes.append(outcome)
            self.counting.note(outcome, self._clock())
            self._woken.set()
        if not self._carried:
            self._all_back.set()

    async def _send(self, letter: Letter) -> Outcome:
        try:
            told = await self._deadlines.kept_by(self._sender.send(letter))
            self._silence.note(None)
            return _arrived(letter, told)
        except TimeoutError:
            self._silence.note(silent := Unanswered("timeout"))
            return Outcome(letter, trouble=silent)
        except Trouble as trouble:
            self._silence.note(trouble)
            if isinstance(trouble, Throttled):
                self._hold_back(letter, trouble)
            return Outcome(letter, trouble=trouble)
        except Exception as error:
            # A mistake of ours may be mended before the letter expires; the courier goes on. Where
            # it was made, before the message went out or after, nobody can say.
            log.exception("sending_failed", notice=letter.notice_id, kind=letter.kind)
            return Outcome(letter, trouble=Unanswered(type(error).__name__))

    def _hold_back(self, letter: Letter, throttled: Throttled) -> None:
        log.warning("throttled", seconds=throttled.retry_after_s, chat_only=throttled.chat_only)
        if throttled.chat_only:
            self._limits.pause_chat(letter.telegram_id, throttled.retry_after_s)
        else:
            self._limits.pause(throttled.retry_after_s)

    async def _doze(self) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(self._tick_s):
                await self._woken.wait()
        self._woken.clear()

    async def _gather(self) -> None:
        """A turn costs much the same for one as for all that are on the way."""
        if not self._carried:
            return
        self._all_back.clear()
        with suppress(TimeoutError):
            async with asyncio.timeout(GATHER_S):
                await self._all_back.wait()

    async def _close(self) -> None:
        for task, letter in self._carried.items():
            if letter.notice_id in self._waiting:
                task.cancel()
                self._outcomes.append(Outcome(letter))
        if self._carried:
            await asyncio.wait(self._carried, timeout=STOP_S)
        for task in self._carried:
            task.cancel()  # unanswered for too long: they stay leased, and are taken up later
        await self._record_the_last()

    async def _record_the_last(self) -> None:
        left = len(self._outcomes)
        try:
            await self._database.write(self._exchange, list(self._outcomes), 0, None)
        except SQLAlchemyError as error:
            log.warning("outbox_unavailable", error=type(error).__name__, unrecorded=left)
        else:
            self._outcomes.clear()


def _arrived(letter: Letter, told: int | Told) -> Outcome:
    if isinstance(told, Told):
        return Outcome(letter, message_id=told.message_id, moot=told.moot)
    return Outcome(letter, message_id=told)
