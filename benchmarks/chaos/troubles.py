"""Telegram's bad days: errors, silence, broken lines, ceilings, refusals, slowness."""

import time
from typing import Any

from benchmarks.chaos.load import BROADCAST
from benchmarks.chaos.town import Town

BURST_S = 4.0
SEND = {"methods": ["sendMessage"]}


def errors(town: Town, people: int) -> None:
    """First nothing goes; then calls fail by the Bot API's own word, or by a gateway's page, some
    of them though the message was accepted.
    """
    town.load(people)
    town.telegram.faults(errors=[{**SEND, "status": 500}])
    with town.running() as worker:
        town.wait(lambda: town.tried() > 0, worker)
        time.sleep(BURST_S)
        told, page = {**SEND, "status": 502}, {**SEND, "status": 502, "bare": True}
        before = [{**told, "probability": 0.08}, {**page, "probability": 0.08}]
        after = [{**one, "probability": 0.04, "after_accepting": True} for one in (told, page)]
        town.telegram.faults(errors=[*before, *after])
        town.drain(worker)


def timeouts(town: Town, people: int, times: int, hang_s: float) -> None:
    """So many answers never come, half of them of messages that were accepted, half of them of
    reminders; the line is cut after `hang_s` seconds, should Jawara still be waiting.
    """
    town.load(people)
    silent = {**SEND, "hang_s": hang_s, "probability": 0.2, "count": times // 4}
    both = [silent, {**silent, "after_accepting": True}]
    town.telegram.faults(timeout=both)
    with town.running() as worker:
        town.wait(lambda: bool(town.telegram.accepted(having=BROADCAST)), worker)
        town.telegram.faults(timeout=both)
        town.drain(worker)


def resets(town: Town, people: int) -> None:
    """Lines break, before and after a message was accepted."""
    town.load(people)
    broken = {**SEND, "probability": 0.06}
    town.telegram.faults(reset=[broken, {**broken, "after_accepting": True}])
    with town.running() as worker:
        town.drain(worker)


def ceilings(town: Town, people: int, per_s: int) -> None:
    """Far fewer go through than Jawara believes, and now and then a 429 comes for nothing."""
    town.load(people)
    for_nothing = {**SEND, "retry_after": 1, "probability": 0.005}
    town.telegram.faults(rate_limit={"overall_per_s": per_s}, errors=for_nothing)
    with town.running() as worker:
        town.drain(worker)


def refusals(town: Town, people: int) -> None:
    """Every tenth has blocked the bot, every tenth is gone, some were never there."""
    town.load(people)
    for chat_id in town.chats[::10]:
        town.telegram.block(chat_id)
    for chat_id in town.chats[1::10]:
        town.telegram.deactivate(chat_id)
    town.refusing = {*town.chats[::10], *town.chats[1::10]}
    with town.running() as worker:
        town.drain(worker)


def slowness(town: Town, people: int) -> None:
    """Most answers take their time, some take seconds."""
    town.load(people)
    slow: list[dict[str, Any]] = [
        {**SEND, "ms": 4000, "probability": 0.01},
        {**SEND, "ms": 900, "probability": 0.1},
        {**SEND, "ms": 150},
    ]
    town.telegram.faults(delay_ms=slow)
    with town.running() as worker:
        town.drain(worker)
