"""The web application: Bot API, control API and chat page around one world."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from urllib.parse import urlsplit

from aiohttp import web

from emulator import botapi
from emulator.errors import ApiError, SimError
from emulator.keys import WORLD
from emulator.sim import ROUTES
from emulator.state import open_store
from emulator.world import World

log = logging.getLogger(__name__)

PAGE = Path(__file__).parent / "page"
MAX_BODY = 64 * 1024 * 1024
NO_STORE = {"Cache-Control": "no-store"}

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def build_app(token: str, state: Path | None = None) -> web.Application:
    """The emulator for one bot. Raises ValueError for a token that is none."""
    app = web.Application(client_max_size=MAX_BODY, middlewares=[_answer_errors])
    app[WORLD] = World(token, open_store(state))
    app.add_routes(ROUTES)
    app.router.add_route("*", "/bot{token:[^/]*}/{method:[^/]+}", botapi.serve)
    app.router.add_get("/file/bot{token:[^/]*}/{path:.+}", botapi.download)
    app.router.add_get("/", _page)
    app.router.add_get("/page/{path:.+}", _page)
    app.cleanup_ctx.append(_keep_running)
    app.on_shutdown.append(_let_go)
    return app


async def _keep_running(app: web.Application) -> AsyncIterator[None]:
    world = app[WORLD]
    writer = asyncio.create_task(world.store.run())
    arrival = asyncio.create_task(world.court.judge())
    yield
    for task in (writer, arrival):
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task
    world.store.close()


async def _let_go(app: web.Application) -> None:
    """End what would otherwise wait on: pollers, listeners, withheld answers."""
    world = app[WORLD]
    world.updates.release()
    world.events.close()
    world.faults.lift()


async def _page(request: web.Request) -> web.StreamResponse:
    path = (PAGE / request.match_info.get("path", "index.html")).resolve()
    if not path.is_relative_to(PAGE) or not path.is_file():
        raise web.HTTPNotFound
    return web.FileResponse(path, headers=NO_STORE)


@web.middleware
async def _answer_errors(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Errors as JSON: the Bot API's way under /bot, {"error": …} under /sim."""
    if request.path.startswith("/sim/") and not _same_origin(request):
        return _error(403, "requests from other origins are not served")
    try:
        return await handler(request)
    except SimError as error:
        return _error(error.status, str(error))
    except ApiError as error:
        return _error(error.status, error.description)
    except web.HTTPException as error:
        if request.path.startswith(("/bot", "/file/bot")):
            return botapi.respond(ApiError(error.status).answer())
        return _error(error.status, error.reason)
    except Exception:
        log.exception("%s %s failed", request.method, request.path)
        return _error(500, "the emulator failed; see its log")


def _same_origin(request: web.Request) -> bool:
    origin = request.headers.get("Origin")
    return origin is None or urlsplit(origin).netloc == request.host


def _error(status: int, text: str) -> web.Response:
    return web.json_response({"error": text}, status=status)
