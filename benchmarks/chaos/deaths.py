"""Workers and databases that die, and what takes over from them."""

import random
import time

from benchmarks.chaos import load
from benchmarks.chaos.town import Town
from notices.claiming import LEASE

ANSWER_MS = 200  # so that as many as may be are always under way
STARTING_S = 5.0
"""A slow machine's start: were all reminders due by its end, they alone would be under way."""
REMINDERS_PER_S = 120  # at most: less than go, or no broadcast would be under way


def kills(town: Town, people: int, lives: int, life_s: float) -> None:
    """SIGKILL to one worker after another; each lives `life_s` seconds, more or less, from its
    first message on. Reminders become due all the while, the broadcast fills the gaps.
    """
    dice = random.Random(7)
    town.telegram.faults(delay_ms=ANSWER_MS)
    town.load(people, spread_s=max(lives * (life_s + STARTING_S), people / REMINDERS_PER_S))
    for _ in range(lives):
        with town.start() as worker:
            town.see(1, worker)
            time.sleep(life_s * dice.uniform(0.3, 1.7))
            town.kill(worker)
    town.telegram.faults(delay_ms=[])
    with town.running() as worker:
        town.telegram.advance(LEASE.total_seconds() + 1)
        town.drain(worker)


def standby(town: Town, people: int, lives: int) -> None:
    """Two workers, of which one stands by; the one at work is killed, and a new one stands by."""
    town.telegram.faults(delay_ms=ANSWER_MS)
    town.load(people)
    at_work, waiting = town.start(), town.start()
    for _ in range(lives):
        town.see(100, at_work)
        at_work.kill()
        town.kills.unmeasured += 1
        at_work, waiting = waiting, town.start()
    town.telegram.faults(delay_ms=[])
    town.see(1, at_work)
    town.telegram.advance(LEASE.total_seconds() + 1)
    town.drain(at_work)


def corrections(town: Town, people: int, lives: int) -> None:
    """A broadcast is corrected and then recalled, workers dying over it: who has it sees the new
    words, and then nothing.
    """
    town.load(people)
    with town.running() as worker:
        town.drain(worker)
    for change, words in (load.correct_broadcast, load.CORRECTED), (load.recall_broadcast, None):
        with town.database.transaction() as session:
            change(session, town.now())
        town.telegram.faults(delay_ms=ANSWER_MS)
        for _ in range(lives):
            with town.start() as worker:
                town.see_done(1, worker)
                town.kill(worker)
        town.telegram.faults(delay_ms=[])
        with town.running() as worker:
            town.drain(worker)
        town.check_broadcast(words)


def outages(town: Town, people: int, times: int, length_s: float) -> None:
    """The database is away for a while, again and again, while messages are under way."""
    town.telegram.faults(delay_ms=ANSWER_MS)
    town.load(people)
    with town.running() as worker:
        for _ in range(times):
            town.see(50, worker)
            town.outage(length_s)
        town.drain(worker)
