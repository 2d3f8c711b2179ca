"""Server-Sent Events for the chat page."""

from __future__ import annotations

import asyncio
import contextlib
import json

from aiohttp import web

from emulator.sim.asking import world_of

HEARTBEAT_S = 15.0


async def events(request: web.Request) -> web.StreamResponse:
    """GET /sim/events: every change as `data: {"type": …, "chat_id": …, …}`."""
    headers = {"Content-Type": "text/event-stream", "Cache-Control": "no-store"}
    response = web.StreamResponse(headers=headers)
    with world_of(request).events.listen() as queue:
        await response.prepare(request)
        await response.write(b"retry: 500\n\n")
        with contextlib.suppress(ConnectionError):
            while True:
                line = await _next_line(queue)
                if line is None:
                    break
                await response.write(line)
    return response


async def _next_line(queue: asyncio.Queue[dict[str, object] | None]) -> bytes | None:
    try:
        async with asyncio.timeout(HEARTBEAT_S):
            event = await queue.get()
    except TimeoutError:
        return b": still here\n\n"
    return None if event is None else b"data: " + json.dumps(event).encode() + b"\n\n"
