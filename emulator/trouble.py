"""How an ordered fault strikes a request."""

from __future__ import annotations

import asyncio
import time

from aiohttp import web

from emulator.errors import ApiError
from emulator.faults import Fault, Faults

GLANCE_S = 0.05


def fail(faults: Faults, method: str) -> None:
    """Raise the error that was ordered for this call, if one was."""
    fault = faults.struck("errors", method)
    if fault is None:
        return
    if fault.retry_after is not None:
        raise ApiError(429, f"retry after {fault.retry_after}", retry_after=fault.retry_after)
    raise ApiError(fault.status, fault.description)


async def delay(faults: Faults, method: str) -> None:
    fault = faults.struck("delay_ms", method)
    if fault is not None:
        await asyncio.sleep(fault.ms / 1000)


async def before(faults: Faults, method: str, request: web.Request) -> web.Response | None:
    """Lose a request that will not be carried out: a response nobody reads, or None."""
    for kind in ("timeout", "reset"):
        fault = faults.struck_at(kind, method, after_accepting=False)
        if fault is not None:
            await request.read()
            return await vanish(fault, request)
    return None


def after(faults: Faults, method: str) -> Fault | None:
    """The fault that swallows the answer of a call that has been carried out."""
    timeout = faults.struck_at("timeout", method, after_accepting=True)
    return timeout or faults.struck_at("reset", method, after_accepting=True)


async def vanish(fault: Fault, request: web.Request) -> web.Response:
    """Say nothing until the client gives up (timeout), or hang up at once (reset)."""
    if fault.kind == "timeout":
        deadline = time.monotonic() + fault.hang_s
        # Nothing can be awaited for a client that goes away, hence the glances.
        while _listening(request) and time.monotonic() < deadline and not fault.lifted:  # noqa: ASYNC110 - see above
            await asyncio.sleep(GLANCE_S)
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


def _listening(request: web.Request) -> bool:
    return request.transport is not None and not request.transport.is_closing()
