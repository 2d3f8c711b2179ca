"""A bot with one handler of the test's own, on our transport, polling, ordering and patience."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from typing import Any

from telegram import Update
from telegram.ext import Application, ApplicationBuilder, ContextTypes, TypeHandler

from bot.context import App, Turn
from bot.counting import Counts
from bot.errors import tell_error
from bot.ordering import PersonalOrder
from bot.patience import Patience
from bot.polling import Poller
from bot.transport import AiohttpRequest
from notices.limits import Limits
from tests.simulator import TOKEN

Handler = Callable[[Any, Turn], Coroutine[Any, Any, Any]]


@asynccontextmanager
async def bot_at(
    address: str, handler: Handler | None = None, limits: Limits | None = None
) -> AsyncIterator[App]:
    """Initialized, not polling; errors are told as the real one tells them."""
    application = _build(address, limits or Limits(1000))
    if handler is not None:
        application.add_handler(TypeHandler(Update, handler))
    application.add_error_handler(tell_error)
    async with application:
        yield application


@asynccontextmanager
async def polling(
    address: str, handler: Handler, *, kill: bool = False, counts: Counts | None = None
) -> AsyncIterator[asyncio.Task[None]]:
    """The poller's task. At the end it is stopped; with `kill` as when a process dies."""
    async with bot_at(address, handler) as application:
        transport = AiohttpRequest(connections=2)
        await transport.initialize()
        task = asyncio.create_task(Poller(application, transport, counts).run())
        try:
            yield task
        finally:
            if kill:
                _cancel_updates()
            task.cancel()
            await asyncio.wait([task])
            await transport.shutdown()


def _cancel_updates() -> None:
    for each in asyncio.all_tasks():
        if each.get_name().startswith("update "):
            each.cancel()


def _build(address: str, limits: Limits) -> App:
    application: Application[Any, Any, Any, Any, Any, Any] = (
        ApplicationBuilder()
        .token(TOKEN)
        .base_url(f"{address}/bot")
        .request(AiohttpRequest())
        .get_updates_request(AiohttpRequest())
        .updater(None)
        .job_queue(None)
        .concurrent_updates(PersonalOrder())
        .rate_limiter(Patience(limits))
        .context_types(ContextTypes(context=Turn))
        .build()
    )
    return application
