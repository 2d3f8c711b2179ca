"""208 holders of offers confirm at the same moment, while deadlines lapse and the reserve moves up.

Ten such waves at once, so that there is something to time. Every fourth deadline falls into that
very second; the clock passes on what has lapsed meanwhile, as it does beside the bot.
"""

import statistics
import time
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from datetime import UTC, datetime, timedelta
from multiprocessing import get_context
from typing import Any

from benchmarks.contenders.confirming import Crowd, bare, ours
from benchmarks.counter import CLASSES, SEATS, lay_bare
from benchmarks.holders import draw_near, fates, pass_on_all, seat_holders
from benchmarks.stores import Fresh, durability, open_at, stores

WAVES = 10
ROUNDS = 5
PROCESSES = {"postgresql": 8, "sqlite": 1}
HEAD_START_S = 4.0  # in which every process imports and opens what it needs


def run(full: bool = False) -> dict[str, Any]:
    """Confirmations a second, their ratio to the bare transaction (goal a third), and the seats."""
    figures: dict[str, Any] = {"holders": WAVES * CLASSES * SEATS, "rounds": ROUNDS}
    with stores() as systems:
        for name, fresh in systems.items():
            rounds = [measure(name, fresh) for _ in range(ROUNDS * (2 if full else 1))]
            keys = [key for key in rounds[0] if key.endswith(("_per_s", "third)"))]
            middle = {key: statistics.median(each[key] for each in rounds) for key in keys}
            with fresh() as url:
                figures[name] = {
                    "durability": durability(url),
                    "processes": PROCESSES[name],
                    **middle,
                    "lapsed": sorted(each["lapsed"] for each in rounds),
                    "every_seat_has_one_holder": all(each["full"] for each in rounds),
                    "nobody_told_both": all(each["true"] for each in rounds),
                }
    return figures


def measure(
    system: str, fresh: Fresh, waves: int = WAVES, head_start_s: float = HEAD_START_S
) -> dict[str, Any]:
    """`full`: each seat is held by one person in the end; `true`: whoever was told yes has it, and
    whoever was told no has not.
    """
    processes = PROCESSES[system]
    with fresh() as url:
        with closing(open_at(url)) as database:
            key, ids = seat_holders(database, waves)
            lay_bare(database.engine)
        bare_s, _ = _rush(bare, url, key, ids, processes, time.time() + head_start_s)
        start_at = time.time() + head_start_s
        with closing(open_at(url)) as database:
            draw_near(database, ids, datetime.fromtimestamp(start_at, UTC))
        ours_s, told = _rush(ours, url, key, ids, processes, start_at)
        with closing(open_at(url)) as database:
            pass_on_all(database, datetime.now(UTC) + timedelta(minutes=1))
            with database.snapshot() as session:
                seats, states = fates(session, ids)
    yes = {id_ for id_, answer in told.items() if answer}
    return {
        "bare_per_s": len(ids) / bare_s,
        "ours_per_s": len(ids) / ours_s,
        "ours_to_bare (goal a third)": bare_s / ours_s,
        "lapsed": sum(state == "lapsed" for state in states.values()),
        "full": seats == waves * CLASSES * SEATS,
        "true": yes == {id_ for id_, state in states.items() if state == "admitted"},
    }


def _rush(
    do: Crowd, url: str, key: str, ids: list[int], processes: int, start_at: float
) -> tuple[float, dict[int, bool]]:
    """Seconds from the common start to the last answer, and who was told yes."""
    parts = [ids[which::processes] for which in range(processes)]
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        jobs = [
            pool.submit(do, url, key, part, start_at, which == 0)
            for which, part in enumerate(parts)
        ]
        done = [job.result() for job in jobs]
    told = {id_: answer for _, answers in done for id_, answer in answers.items()}
    return max(ended for ended, _ in done) - start_at, told
