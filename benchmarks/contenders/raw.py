"""The floor: aiohttp posts the same message to so many people, and remembers nothing."""

import asyncio
import time
from collections.abc import Iterator

import aiohttp

from app.loops import fastest
from benchmarks.contenders.figures import keep
from benchmarks.contenders.flow import TOKEN
from benchmarks.town import FIRST_ID, LINK, NEWS

AT_ONCE = 64
MESSAGE = {
    "text": NEWS,
    "parse_mode": "HTML",
    "reply_markup": {"inline_keyboard": [[{"text": LINK[0], "url": LINK[1]}]]},
    "link_preview_options": {"is_disabled": True},
}


def run(url: str, count: str, loop: str, figures: str) -> None:
    """`loop`: `asyncio` for Python's own, `fastest` for the one that Jawara runs on."""
    began, cpu = time.perf_counter(), time.process_time()
    with asyncio.Runner(loop_factory=fastest() if loop == "fastest" else None) as runner:
        runner.run(_send(f"{url}/bot{TOKEN}/sendMessage", int(count)))
    keep(figures, seconds=time.perf_counter() - began, cpu_s=time.process_time() - cpu)


async def _send(url: str, count: int) -> None:
    chats = iter(range(FIRST_ID, FIRST_ID + count))
    connector = aiohttp.TCPConnector(limit=AT_ONCE)
    async with aiohttp.ClientSession(connector=connector) as session:
        await asyncio.gather(*(_worker(session, url, chats) for _ in range(AT_ONCE)))


async def _worker(session: aiohttp.ClientSession, url: str, chats: Iterator[int]) -> None:
    for chat_id in chats:
        async with session.post(url, json={"chat_id": chat_id, **MESSAGE}) as response:
            answer = await response.json()
            assert answer["result"]["message_id"]
