"""The clocks: the machine's, and one that follows an address."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from structlog.testing import capture_logs

from app.clock import FollowedClock, machine_clock, stopwatch
from tests.simulator import Simulator, running_emulator
from tests.vacancies.partner_stage import WebServer


@pytest.fixture
async def server() -> AsyncIterator[WebServer]:
    async with WebServer() as running:
        yield running


def ahead(clock: FollowedClock) -> float:
    """By how many seconds, to the nearest."""
    return round((clock() - datetime.now(UTC)).total_seconds())


def test_the_machines_clock_is_aware_and_in_utc() -> None:
    began = datetime.now(UTC)
    now = machine_clock()
    assert now.utcoffset() == timedelta()
    assert began <= now <= datetime.now(UTC)


async def test_the_emulators_clock_is_followed() -> None:
    async with running_emulator() as address, Simulator(address, settles=False) as telegram:
        clock = FollowedClock(f"{address}/sim/clock")
        assert (ahead(clock), clock().tzinfo) == (0, UTC)
        begun_s = stopwatch(clock)()
        await telegram.advance(3600)
        await clock.look()
        assert ahead(clock) == 3600
        assert stopwatch(clock)() - begun_s >= 3600
        following = asyncio.create_task(clock.follow())
        await telegram.advance(60)
        async with asyncio.timeout(60):
            while ahead(clock) != 3660:  # noqa: ASYNC110  # a clock rings no bell
                await asyncio.sleep(0.02)
        following.cancel()


@pytest.mark.parametrize(
    "answer",
    [
        {"status": 500},
        b"no JSON",
        {"text": "{}", "content_type": "application/json"},
        {"text": "[1]", "content_type": "application/json"},
        {"text": '{"offset_s": null}', "content_type": "application/json"},
        {"text": '{"offset_s": 1e300}', "content_type": "application/json"},
        {"text": '{"offset_s": NaN}', "content_type": "application/json"},
        {"text": '{"offset_s": 1e13}', "content_type": "application/json"},
    ],
)
async def test_without_an_answer_the_last_offset_stays(server: WebServer, answer: Any) -> None:
    good = {"text": '{"offset_s": 90}', "content_type": "application/json"}
    clock = FollowedClock(server.answers("/clock", good, answer))
    await clock.look()
    with capture_logs() as logs:
        await clock.look()
    assert ahead(clock) == 90
    assert [log["event"] for log in logs] == ["the clock to follow does not answer"]


async def test_what_is_measured_never_runs_backwards(server: WebServer) -> None:
    told = ({"text": f'{{"offset_s": {s}}}', "content_type": "application/json"} for s in (3600, 0))
    clock = FollowedClock(server.answers("/clock", *told))
    await clock.look()
    hour_on_s = stopwatch(clock)()
    await clock.look()
    assert ahead(clock) == 0
    assert stopwatch(clock)() >= hour_on_s


async def test_nobody_there_is_no_reason_to_stop() -> None:
    clock = FollowedClock("http://127.0.0.1:9/clock")
    with capture_logs() as logs:
        await clock.look()
    assert (ahead(clock), len(logs)) == (0, 1)
