"""How an ordered fault strikes a request."""

from __future__ import annotations

import asyncio
import time

from aiohttp import web

from emulator.errors import PREFIXES, ApiError
from emulator.faults import Fault, Faults

GLANCE_S = 0.05
LOSING = ("timeout", "reset", "errors")
PAGE = "<html><head><title>{title}</title></head><body><h1>{title}</h1></body></html>\r\n"


class Gateway(Exception):
    """Something before the Bot API answers in its place, with a page of its own."""

    def __init__(self, status: int) -> None:
        self.status = status
        super().__init__(status)

    def page(self) -> web.Response:
        title = f"{self.status} {PREFIXES.get(self.status, PREFIXES[502])}"
        page = PAGE.format(title=title)
        return web.Response(text=page, status=self.status, content_type="text/html")


def fail(faults: Faults, method: str) -> None:
    """Raise the error that was ordered for this call, if one was: an ApiError, or Gateway."""
    fault = faults.struck("errors", method)
    if fault is not None:
        raise _error(fault)


def _error(fault: Fault) -> ApiError | Gateway:
    if fault.bare:
        return Gateway(fault.status)
    if fault.retry_after is not None:
        return ApiError(429, f"retry after {fault.retry_after}", retry_after=fault.retry_after)
    return ApiError(fault.status, fault.description)


async def delay(faults: Faults, method: str) -> None:
    fault = faults.struck("delay_ms", method)
    if fault is not None:
        await asyncio.sleep(fault.ms / 1000)


async def before(faults: Faults, method: str, request: web.Request) -> web.Response | None:
    """Lose a request that will not be carried out: a response nobody reads, or None."""
    for kind in ("timeout", "reset"):
        fault = faults.struck(kind, method)
        if fault is not None:
            return await vanish(fault, request)
    return None


def after(faults: Faults, method: str) -> Fault | None:
    """The fault that swallows the answer of a call that has been carried out."""
    struck = (faults.struck(kind, method, after_accepting=True) for kind in LOSING)
    return next((fault for fault in struck if fault is not None), None)


async def swallow(fault: Fault, request: web.Request) -> web.Response:
    """What the client gets in place of the answer to a call that was carried out."""
    if fault.kind != "errors":
        return await vanish(fault, request)
    error = _error(fault)
    if isinstance(error, Gateway):
        return error.page()
    return web.json_response(error.answer(), status=error.status)


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
