"""Updates a second and their latency: the real bot beside bare conversations of three kinds.

64 people in a closed loop against one stub process; medians of the runs; `synchronous` = FULL.
"""

import asyncio
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.contenders import jawara
from benchmarks.contenders.flow import script
from benchmarks.people import Act, Crowd
from benchmarks.processes import cpu_s, end, start

PEOPLE = 64
RUNS = 5
UPDATES = 2_000
SCENARIOS = ("browse", "registration")
BARE = {"a_ptb_bare": "plain_ptb", "b_aiogram_scenes": "scenes", "c_aiogram_dialog": "dialog"}
REAL = "d_jawara"


@dataclass
class Contender:
    name: str
    crowd: Crowd
    process: subprocess.Popen[bytes]
    rates: list[float] = field(default_factory=list)
    cpu_ms: list[float] = field(default_factory=list)
    p50_ms: list[float] = field(default_factory=list)
    p99_ms: list[float] = field(default_factory=list)


def run(full: bool = False) -> dict[str, Any]:
    """Figures by scenario and contender, and the ratios that matter."""
    figures: dict[str, Any] = {"people": PEOPLE, "runs": RUNS, "synchronous": "FULL"}
    for scenario in SCENARIOS:
        updates = UPDATES * (5 if full else 1)
        contenders = asyncio.run(_measure(scenario, updates))
        figures[scenario] = {each.name: _medians(each) for each in contenders}
        figures[scenario]["ratios"] = _ratios(figures[scenario])
    return figures


async def _measure(scenario: str, updates: int) -> Sequence[Contender]:
    async with AsyncExitStack() as stack:
        contenders = [
            await stack.enter_async_context(_bare(name, module, scenario))
            for name, module in BARE.items()
        ]
        contenders.append(await stack.enter_async_context(_real(scenario)))
        for contender in contenders:
            await _round(contender, updates // 4, keep=False)
        for _ in range(RUNS):
            for contender in contenders:
                await _round(contender, updates, keep=True)
        return contenders


async def _round(contender: Contender, updates: int, *, keep: bool) -> None:
    crowd = contender.crowd
    cpu, started = cpu_s(contender.process.pid), time.perf_counter()
    crowd.begin(updates)
    while not crowd.is_over:
        if contender.process.poll() is not None:
            raise RuntimeError(f"{contender.name} has ended with {contender.process.returncode}")
        if time.perf_counter() - started > 120:
            raise TimeoutError(f"{contender.name} answered {crowd.done} of {updates}")
        await asyncio.sleep(0.01)
    if not keep:
        return
    took = time.perf_counter() - started
    times = sorted(crowd.latencies)
    contender.rates.append(len(times) / took)
    contender.cpu_ms.append(1000 * (cpu_s(contender.process.pid) - cpu) / len(times))
    contender.p50_ms.append(1000 * statistics.median(times))
    contender.p99_ms.append(1000 * times[int(len(times) * 0.99)])


@asynccontextmanager
async def _bare(name: str, module: str, scenario: str) -> AsyncIterator[Contender]:
    def command(url: str) -> tuple[list[str], dict[str, str]]:
        arguments = ["-m", "benchmarks.contenders", module, url, scenario]
        return [sys.executable, *arguments], dict(os.environ)

    async with _running(name, script(scenario), command) as contender:
        yield contender


@asynccontextmanager
async def _real(scenario: str) -> AsyncIterator[Contender]:
    with tempfile.TemporaryDirectory() as home:
        settings = jawara.prepare(Path(home), PEOPLE)
        command = partial(jawara.command, settings)
        async with _running(REAL, jawara.SCRIPTS[scenario], command) as contender:
            yield contender


@asynccontextmanager
async def _running(name: str, acts: Sequence[Act], command: Any) -> AsyncIterator[Contender]:
    """A contender's process over a stub of its own, ended at the end."""
    crowd = Crowd(acts, PEOPLE)
    server = await crowd.stub.start()
    arguments, environment = command(crowd.stub.url)
    process = start(arguments, environment)
    try:
        await crowd.stub.polled(within_s=60)
        yield Contender(name, crowd, process)
    finally:
        end(process)
        server.close()


def _medians(contender: Contender) -> dict[str, float]:
    return {
        "updates_per_s": statistics.median(contender.rates),
        "spread_percent": 100
        * (max(contender.rates) - min(contender.rates))
        / statistics.median(contender.rates),
        "cpu_ms_per_update": statistics.median(contender.cpu_ms),
        "p50_ms": statistics.median(contender.p50_ms),
        "p99_ms": statistics.median(contender.p99_ms),
    }


def _ratios(scenario: dict[str, dict[str, float]]) -> dict[str, float]:
    """The goals: at least 1 to (b), at least 0.5 to (a), p99 under three times p50."""
    rate = scenario[REAL]["updates_per_s"]
    return {
        "d_to_a (goal 0.5)": rate / scenario["a_ptb_bare"]["updates_per_s"],
        "d_to_b (goal 1.0)": rate / scenario["b_aiogram_scenes"]["updates_per_s"],
        "d_p99_to_p50 (goal < 3)": scenario[REAL]["p99_ms"] / scenario[REAL]["p50_ms"],
    }
