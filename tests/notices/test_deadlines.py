"""What takes too long is ended, and nothing else is."""

import asyncio

import pytest

from notices.deadlines import Deadlines


async def _told(answer: str, after_s: float) -> str:
    await asyncio.sleep(after_s)
    return answer


async def test_what_is_in_time_gives_its_answer() -> None:
    assert await Deadlines(5).kept_by(_told("here", 0)) == "here"


async def test_what_takes_too_long_is_cancelled_and_the_others_go_on() -> None:
    deadlines = Deadlines(0.3)
    ended: list[str] = []

    async def never() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            ended.append("never")

    late = asyncio.create_task(deadlines.kept_by(never()))
    await asyncio.sleep(0.2)
    young = asyncio.create_task(deadlines.kept_by(_told("young", 0.2)))
    with pytest.raises(TimeoutError):
        await late
    assert ended == ["never"]
    assert await young == "young"


async def test_whoever_is_cancelled_by_somebody_else_stays_cancelled() -> None:
    waiting = asyncio.create_task(Deadlines(60).kept_by(asyncio.Event().wait()))
    await asyncio.sleep(0)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting


async def test_a_failure_passes_through() -> None:
    async def fails() -> None:
        raise LookupError

    with pytest.raises(LookupError):
        await Deadlines(60).kept_by(fails())


async def test_a_task_may_go_on_after_one_thing_was_late() -> None:
    deadlines = Deadlines(0.1)

    async def twice() -> str:
        with pytest.raises(TimeoutError):
            await deadlines.kept_by(asyncio.Event().wait())
        return await deadlines.kept_by(_told("second", 0))

    assert await asyncio.create_task(twice()) == "second"
