"""10,000 people send their registrations at the same moment, for 208 seats in 13 classes.

First come, first served. Eight processes on PostgreSQL, one on SQLite, each beside a bare
transaction of two statements on the same system: a conditional update that counts a seat, and an
insert.
"""

import statistics
import time
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from multiprocessing import get_context
from typing import Any

from benchmarks.contenders.crowd import Crowd, bare, ours
from benchmarks.counter import CLASSES, SEATS, lay_bare, open_counter, outcome
from benchmarks.stores import Fresh, durability, open_at, stores

PEOPLE = 10_000
ROUNDS = 3
PROCESSES = {"postgresql": 8, "sqlite": 1}
EARLY = 2
"""Come before the rush to each process."""
HEAD_START_S = 4.0  # in which every process imports and opens what it needs


def run(full: bool = False) -> dict[str, Any]:
    """Registrations a second, their ratio to the bare transaction (goal a third), and the seats."""
    figures: dict[str, Any] = {"people": PEOPLE, "seats": CLASSES * SEATS, "rounds": ROUNDS}
    with stores() as systems:
        for name, fresh in systems.items():
            rounds = [measure(name, fresh) for _ in range(ROUNDS * (2 if full else 1))]
            middle = {
                key: statistics.median(each[key] for each in rounds)
                for key in rounds[0]
                if key.endswith(("_per_s", "third)"))
            }
            with fresh() as url:
                figures[name] = {
                    "durability": durability(url),
                    "processes": PROCESSES[name],
                    **middle,
                    "holders (goal 208)": sorted({each["holders"] for each in rounds}),
                    "all_true_places": all(each["all_true_places"] for each in rounds),
                }
    return figures


def measure(
    system: str, fresh: Fresh, people: int = PEOPLE, head_start_s: float = HEAD_START_S
) -> dict[str, Any]:
    """Raises RuntimeError where somebody was neither given a seat nor a place."""
    processes = PROCESSES[system]
    with fresh() as url:
        with closing(open_at(url)) as database:
            key = open_counter(database, people, EARLY * processes)
            lay_bare(database.engine)
        accounts = list(range(1, people + 1))
        bare_s = _rush(bare, url, key, accounts, processes, head_start_s)
        ours_s = _rush(ours, url, key, accounts, processes, head_start_s)
        with closing(open_at(url)) as database, database.snapshot() as session:
            holders, places = outcome(session)
    if holders + places["waiting"] != people:
        raise RuntimeError(f"{holders} + {places['waiting']} of {people} were answered")
    return {
        "bare_per_s": people / bare_s,
        "ours_per_s": people / ours_s,
        "ours_to_bare (goal a third)": bare_s / ours_s,
        "holders": holders,
        "all_true_places": places["true"],
    }


def _rush(
    do: Crowd, url: str, key: str, accounts: list[int], processes: int, head_start_s: float
) -> float:
    """Seconds from the common start to the last answer."""
    start_at = time.time() + head_start_s
    parts = [accounts[which::processes] for which in range(processes)]
    last = len(accounts)
    early = [
        list(range(last + EARLY * which + 1, last + EARLY * (which + 1) + 1))
        for which in range(processes)
    ]
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        jobs = [
            pool.submit(do, url, key, first, part, start_at)
            for first, part in zip(early, parts, strict=True)
        ]
        ended = [job.result() for job in jobs]
    return max(ended) - start_at
