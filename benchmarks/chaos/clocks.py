"""Clocks that jump, machines that sleep, and nights in which an hour comes twice or not at all."""

import time
from datetime import timedelta
from zoneinfo import ZoneInfo

from benchmarks.chaos import nights
from benchmarks.chaos.audit import Count
from benchmarks.chaos.deaths import ANSWER_MS
from benchmarks.chaos.town import Town
from notices.claiming import LEASE

JUMPS_S = (3600, -7200, 90_000, -30, 61, -172_800, 600, -61, 10_000_000, -10_000_000)
LOOK_S = 0.6  # the clock is read every half a second
NAP_S = 1.0
UNHURRIED = [{"methods": ["sendMessage"], "ms": 4000, "probability": 0.05}, {"ms": 100}]
"""So that some answers are still to come when a nap is over, or a clock has jumped."""


def jumps(town: Town, people: int) -> None:
    """Forward and back, by seconds and by months, with messages under way."""
    town.telegram.faults(delay_ms=UNHURRIED)
    town.load(people, spread_s=len(JUMPS_S) * LOOK_S)
    with town.running() as worker:
        town.see(1, worker)
        for seconds in JUMPS_S:
            town.telegram.advance(seconds)
            time.sleep(LOOK_S)
        town.drain(worker)


def naps(town: Town, people: int, times: int) -> None:
    """The machine sleeps for hours with messages under way, and goes on where it was."""
    town.telegram.faults(delay_ms=UNHURRIED)
    town.load(people)
    with town.running() as worker:
        for _ in range(times):
            town.see(100, worker)
            worker.freeze()
            town.telegram.advance(6 * 3600)
            time.sleep(NAP_S)
            worker.wake()
        town.drain(worker)


def succession(town: Town, people: int) -> None:
    """One sleeps longer than a lease; another has its post, and its letters, when it wakes."""
    town.telegram.faults(delay_ms=ANSWER_MS)
    town.load(people)
    with town.running() as sleeper:
        town.see(100, sleeper)
        sleeper.freeze()
        town.kills.unmeasured += 1  # what it was about to send it may still send when it wakes
        asleep_since = time.monotonic()
        town.depose()
        with town.running() as successor:
            town.see(1, successor)
            left = LEASE.total_seconds() + 1 - (time.monotonic() - asleep_since)
            time.sleep(max(0.0, left))
            sleeper.wake()
            time.sleep(NAP_S)
            town.drain(successor)


def summer_time(town: Town, people: int, zone: ZoneInfo) -> None:
    """Two nights in which clocks are changed, with lessons on the morning after and quiet hours
    around: each reminder comes once, and wakes nobody.
    """
    town.found = Count()
    for count, day in enumerate(nights.changes(zone, town.now())):
        moments = nights.hops(day, zone)
        town.telegram.set_clock((moments[0] - timedelta(hours=2)).timestamp())
        with town.database.transaction() as session:
            if not town.chats:
                town.settle(session, people)
                nights.enrol(session, town.now())
            topic = nights.hold_lesson(session, day, zone)
        with town.running(timezone=zone.key) as worker:
            for moment in moments:
                town.telegram.set_clock(moment.timestamp())
                due = nights.planned(day, zone, town.chats, moment)
                town.settle_down(nights.KINDS, count * nights.EACH * people + due, worker)
        nights.note(town.found, zone, town.chats, town.telegram.accepted(having=topic))
