"""The limits, on a clock that passes only while everybody sleeps."""

import asyncio
import heapq
from collections.abc import Coroutine
from itertools import count, pairwise
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from notices.limits import Limits


class VirtualTime:
    """Sleeps end in their order, and the clock jumps from the end of one to the next."""

    def __init__(self) -> None:
        self.now = 1000.0
        self._sleepers: list[tuple[float, int, asyncio.Future[None]]] = []
        self._order = count()

    def clock(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        end: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._sleepers, (self.now + seconds, next(self._order), end))
        await end

    async def live_through(self, *stories: Coroutine[Any, Any, None]) -> None:
        everybody = asyncio.gather(*stories)
        while not everybody.done():
            for _turn in range(10):
                await asyncio.sleep(0)
            if self._sleepers:
                self.now, _order, end = heapq.heappop(self._sleepers)
                end.set_result(None)
        await everybody

    def limits(self, bulk_rate: float = 25, ceiling: int = 30) -> Limits:
        return Limits(bulk_rate, ceiling, clock=self.clock, sleep=self.sleep)


async def at(world: VirtualTime, second: float, told: list[float], going: Any) -> None:
    await world.sleep(second)
    await going
    told.append(world.now)


def most_in(window: float, moments: list[float]) -> int:
    times = sorted(moments)
    return max((sum(start <= t < start + window for t in times) for start in times), default=0)


@settings(deadline=None, max_examples=60)
@given(
    answers=st.lists(st.floats(0, 4), max_size=80),
    letters=st.lists(st.floats(0, 4), max_size=80),
    rate=st.integers(1, 40),
)
def test_no_second_holds_more_than_the_ceiling_nor_more_bulk_than_its_rate(
    answers: list[float], letters: list[float], rate: int
) -> None:
    world, gone, bulk = VirtualTime(), list[float](), list[float]()
    limits = world.limits(bulk_rate=rate)
    live = [at(world, second, gone, limits.live()) for second in answers]
    slow = [at(world, second, bulk, limits.bulk(chat)) for chat, second in enumerate(letters)]
    asyncio.run(world.live_through(*live, *slow))
    assert most_in(1.0, gone + bulk) <= 30
    for window in (1.0, 3.0):
        assert most_in(window, bulk) <= rate * (window + 0.1) + 1


def test_bulk_keeps_its_rate() -> None:
    world, gone = VirtualTime(), list[float]()
    limits = world.limits()
    asyncio.run(world.live_through(*(at(world, 0, gone, limits.bulk(n)) for n in range(250))))
    assert len(gone) == 250
    assert 9.7 <= max(gone) - 1000 <= 10.1


def test_an_answer_does_not_queue_behind_a_thousand_letters() -> None:
    world, bulk, answered = VirtualTime(), list[float](), list[float]()
    limits = world.limits()
    letters = [at(world, 0, bulk, limits.bulk(chat)) for chat in range(1000)]
    asked = [5 + number / 4 for number in range(40)]
    answers = [at(world, second, answered, limits.live()) for second in asked]
    asyncio.run(world.live_through(*letters, *answers))
    waits = [told - 1000 - second for told, second in zip(answered, asked, strict=True)]
    assert max(waits) <= 0.1


def test_one_chat_gets_one_letter_a_second_and_holds_up_nobody_else() -> None:
    world, same, other = VirtualTime(), list[float](), list[float]()
    limits = world.limits()
    letters = [at(world, 0, same, limits.bulk(7)) for _ in range(4)]
    asyncio.run(world.live_through(*letters, at(world, 0.5, other, limits.bulk(8))))
    assert [round(later - sooner, 3) for sooner, later in pairwise(same)] == [1.0, 1.0, 1.0]
    assert other == [1000.5]


def test_a_letter_keeps_its_distance_from_an_answer_in_the_same_chat() -> None:
    world, answered, told = VirtualTime(), list[float](), list[float]()
    limits = world.limits()
    letter = at(world, 0.25, told, limits.bulk(7))
    asyncio.run(world.live_through(at(world, 0, answered, limits.live(7)), letter))
    assert (answered, told) == ([1000.0], [1001.0])


def test_a_429_stops_answers_and_letters_for_as_long_as_telegram_says() -> None:
    world, gone = VirtualTime(), list[float]()
    limits = world.limits()
    limits.pause(17)
    assert limits.paused_s() == 17
    asyncio.run(
        world.live_through(at(world, 0, gone, limits.live()), at(world, 1, gone, limits.bulk(1)))
    )
    assert min(gone) >= 1017
    assert limits.paused_s() == 0


def test_a_429_of_one_chat_stops_only_that_chat() -> None:
    world, held, free = VirtualTime(), list[float](), list[float]()
    limits = world.limits()
    limits.pause_chat(7, 5)
    letters = [at(world, 0, held, limits.bulk(7)), at(world, 0, free, limits.bulk(8))]
    asyncio.run(world.live_through(*letters))
    assert (held, free) == ([1005.0], [1000.0])


def test_chats_that_are_free_again_are_forgotten() -> None:
    world, gone = VirtualTime(), list[float]()
    limits = Limits(1e6, 10**6, clock=world.clock, sleep=world.sleep)

    async def writes_to(first: int) -> None:
        for chat in range(first, first + 1000):
            await limits.bulk(chat)
        await world.sleep(2)

    async def story() -> None:
        for first in range(0, 10_000, 1000):
            await writes_to(first)

    asyncio.run(world.live_through(at(world, 0, gone, story())))
    assert len(limits._chats) <= 2048
