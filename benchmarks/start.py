"""From start to the first answer, and the memory at rest, of the real bot's process."""

import asyncio
import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

from benchmarks.contenders import jawara
from benchmarks.people import Act, Crowd
from benchmarks.processes import end, memory_mb, start

RUNS = 5
REST_S = 2.0
HELLO = [Act("say", "menu", "pendamping")]


def run(full: bool = False) -> dict[str, Any]:
    """Medians: seconds to the first answer (goal 1.5), and MB at rest (goal 120)."""
    with tempfile.TemporaryDirectory() as home:
        settings = jawara.prepare(Path(home), 1)
        runs = [asyncio.run(_start(settings)) for _ in range(RUNS * (3 if full else 1))]
    seconds, memory = zip(*runs, strict=True)
    return {
        "first_answer_s (goal 1.5)": statistics.median(seconds),
        "slowest_s": max(seconds),
        "memory_at_rest_mb (goal 120)": statistics.median(memory),
    }


async def _start(settings: Any) -> tuple[float, float]:
    crowd = Crowd(HELLO, people=1)
    server = await crowd.stub.start()
    arguments, environment = jawara.command(settings, crowd.stub.url)
    crowd.begin(0)
    started = time.perf_counter()
    process = start(arguments, environment)
    try:
        while not crowd.latencies:
            if process.poll() is not None:
                raise RuntimeError(f"the bot has ended with {process.returncode}")
            await asyncio.sleep(0.005)
        took = time.perf_counter() - started
        await asyncio.sleep(REST_S)
        return took, memory_mb(process.pid)
    finally:
        end(process)
        server.close()
