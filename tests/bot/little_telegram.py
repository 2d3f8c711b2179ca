"""A Bot API server that says what a test tells it to: for answers no sound server would give."""

import asyncio
import json
from collections import defaultdict, deque
from collections.abc import Awaitable, Callable
from email import message_from_bytes
from types import TracebackType
from typing import Any, Self
from urllib.parse import parse_qsl

from aiohttp import web

from tests.simulator import TOKEN

Json = dict[str, Any]
Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]
ME = {"id": 1, "is_bot": True, "first_name": "Jawara", "username": "jawara_bot"}


class LittleTelegram:
    """Answers each method with what was queued for it, then with `True` (getMe: the bot).

    `updates` are handed out and confirmed as by Telegram; `bodies` holds what was sent, raw.
    """

    def __init__(self) -> None:
        self.bodies: defaultdict[str, list[bytes]] = defaultdict(list)
        self.types: defaultdict[str, list[str]] = defaultdict(list)
        self.updates: list[Json] = []
        self.confirmed = asyncio.Condition()
        self._answers: defaultdict[str, deque[Answer | Json]] = defaultdict(deque)

    def will_answer(self, method: str, *answers: Answer | Json) -> None:
        """A JSON body with status 200, or a function of the request."""
        self._answers[method].extend(answers)

    async def is_confirmed(self) -> None:
        """Wait until no update is left."""
        async with self.confirmed:
            await self.confirmed.wait_for(lambda: not self.updates)

    @property
    def address(self) -> str:
        host, port = self._runner.addresses[0][:2]
        return f"http://{host}:{port}"

    def url(self, method: str) -> str:
        return f"{self.address}/bot{TOKEN}/{method}"

    async def __aenter__(self) -> Self:
        application = web.Application()
        application.router.add_route("*", "/bot{token}/{method}", self._answer)
        self._runner = web.AppRunner(application, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._runner.cleanup()

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        self.bodies[method].append(await request.read())
        self.types[method].append(request.headers.get("Content-Type", ""))
        if self._answers[method]:
            answer = self._answers[method].popleft()
            return await answer(request) if callable(answer) else web.json_response(answer)
        if method == "getUpdates":
            return await self._get_updates(await request.post())
        return web.json_response({"ok": True, "result": ME if method == "getMe" else True})

    async def _get_updates(self, asked: Any) -> web.Response:
        """An offset far ahead of what was ever given counts as none, as with Telegram."""
        offset = int(asked.get("offset", 0))
        last = max((update["update_id"] for update in self.updates), default=offset)
        async with self.confirmed:
            if offset <= last + 10:
                self.updates = [each for each in self.updates if each["update_id"] >= offset]
            self.confirmed.notify_all()
        await asyncio.sleep(0.01)
        return web.json_response({"ok": True, "result": self.updates[:100]})


def form(body: bytes) -> Json:
    """An urlencoded body, its JSON fields decoded."""
    pairs = dict(parse_qsl(body.decode(), keep_blank_values=True))
    return {name: _decoded(value) for name, value in pairs.items()}


def parts(content_type: str, body: bytes) -> dict[str, bytes]:
    """The parts of a multipart body, by their names."""
    whole = message_from_bytes(f"Content-Type: {content_type}\r\n\r\n".encode() + body)
    found: dict[str, bytes] = {}
    for part in whole.walk():
        name = part.get_param("name", header="Content-Disposition")
        if name is not None:
            content = part.get_payload(decode=True)
            assert isinstance(content, bytes)
            found[str(name)] = content
    return found


def _decoded(value: str) -> Any:
    try:
        return json.loads(value)
    except ValueError:
        return value
