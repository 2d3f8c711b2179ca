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

    def __init__(self, turns: int = 10) -> None:
        self.now = 1000.0
        self._turns = turns  # of the loop, in which whoever need not sleep gets on
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
            for _turn in range(self._turns):
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


@settings(deadline=None, max_examples=5)
@given(
    answers=st.lists(st.floats(0, 1), max_size=300),
    letters=st.integers(1, 1500),
    rate=st.sampled_from([600, 900, 1000]),
)
def test_nor_does_it_where_the_ceiling_is_high(
    answers: list[float], letters: int, rate: int
) -> None:
    world, gone, bulk = VirtualTime(), list[float](), list[float]()
    limits = world.limits(bulk_rate=rate, ceiling=1000)
    live = [at(world, second, gone, limits.live()) for second in answers]
    slow = [at(world, 0, bulk, limits.bulk(chat)) for chat in range(letters)]
    asyncio.run(world.live_through(*live, *slow))
    assert len(gone + bulk) == len(answers) + letters
    assert most_in(1.0, gone + bulk) <= 1000
    assert most_in(1.0, bulk) <= min(950, rate * 1.1 + 1)


@settings(deadline=None, max_examples=30)
@given(
    answers=st.lists(st.floats(0, 200), max_size=30),
    letters=st.lists(st.floats(0, 200), max_size=30),
)
def test_no_minute_of_a_group_holds_more_than_twenty(
    answers: list[float], letters: list[float]
) -> None:
    world, gone, elsewhere = VirtualTime(), list[float](), list[float]()
    limits = world.limits()
    live = [at(world, second, gone, limits.live(-100)) for second in answers]
    slow = [at(world, second, gone, limits.bulk(-100)) for second in letters]
    asyncio.run(world.live_through(*live, *slow, at(world, 7, elsewhere, limits.bulk(-200))))
    assert len(gone) == len(answers) + len(letters)
    assert most_in(60.0, gone) <= 20
    assert elsewhere[0] - 1007 < 1.2


def test_the_twenty_first_in_a_group_waits_a_minute_and_no_person_does() -> None:
    world, gone, answered = VirtualTime(), list[float](), list[float]()
    limits = world.limits()
    group = [at(world, 0, gone, limits.live(-100)) for _ in range(21)]
    asyncio.run(world.live_through(*group, at(world, 1, answered, limits.live(7))))
    assert [round(moment - 1000) for moment in gone] == [0] * 20 + [61]
    assert answered == [1001.0]


def test_bulk_keeps_its_rate() -> None:
    world, gone = VirtualTime(), list[float]()
    limits = world.limits()
    asyncio.run(world.live_through(*(at(world, 0, gone, limits.bulk(n)) for n in range(250))))
    assert len(gone) == 250
    assert 9.7 <= max(gone) - 1000 <= 10.1


def test_bulk_reaches_a_high_rate_too_and_leaves_room_for_answers() -> None:
    world, bulk, answered = VirtualTime(turns=110), list[float](), list[float]()
    limits = world.limits(bulk_rate=900, ceiling=1000)
    letters = [at(world, 0, bulk, limits.bulk(chat)) for chat in range(1200)]
    answers = [at(world, second / 10, answered, limits.live()) for second in range(13)]
    asyncio.run(world.live_through(*letters, *answers))
    assert 1.2 <= max(bulk) - 1000 <= 1.3
    waits = [told - 1000 - second / 10 for second, told in enumerate(answered)]
    assert max(waits) <= 0.01


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


def test_after_a_429_bulk_is_slower_and_recovers_by_and_by() -> None:
    world = VirtualTime()
    limits = world.limits(bulk_rate=20)
    limits.pause(5)
    limits.pause(7)  # of the same burst
    assert (limits.bulk_rate, limits.full_rate) == (14, 20)
    world.now += 7
    assert limits.bulk_rate == 14
    world.now += 10
    assert round(limits.bulk_rate, 6) == 16
    world.now += 3600
    assert limits.bulk_rate == 20


def test_one_429_after_the_other_slows_it_to_a_tenth_and_no_further() -> None:
    world, gone = VirtualTime(), list[float]()
    limits = world.limits(bulk_rate=20)
    for _time in range(12):
        limits.pause(1)
        world.now += 1
    assert limits.bulk_rate == 2
    begun = world.now
    asyncio.run(world.live_through(*(at(world, 0, gone, limits.bulk(n)) for n in range(20))))
    assert 6.8 <= max(gone) - begun <= 7.2  # 2 a second at first, and 0.2 more each second


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
