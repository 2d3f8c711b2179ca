"""The Bot API over HTTP: from a request to a recorded answer."""

from __future__ import annotations

import json
import logging
import time
from typing import Any

from aiohttp import web

from emulator import jsontext, markup, trouble, wire
from emulator.chats import Post
from emulator.errors import ApiError, Mistyped
from emulator.judge import Judge
from emulator.keys import WORLD
from emulator.methods.call import GROUPS, Call
from emulator.methods.table import METHODS, NEW, SENDING
from emulator.wire import Upload
from emulator.world import World

log = logging.getLogger(__name__)

Json = dict[str, Any]


class Exchange:
    """One request while it is being answered."""

    def __init__(self, world: World, request: web.Request) -> None:
        self.world = world
        self.request = request
        self.name = request.match_info["method"]
        self.parameters: Json = {}
        self.uploads: dict[str, Upload] = {}
        self.violations: list[str] = []
        self.sent: Post | None = None
        self._unreadable: ApiError | None = None

    async def take(self) -> None:
        """Receive all of it. Raises ConnectionError where its sender has hung up before."""
        try:
            self.parameters, self.uploads = await wire.read(self.request)
        except ApiError as error:
            self._unreadable = error

    async def answer(self) -> Json:
        """The answer's body, an error's included."""
        try:
            return {"ok": True, "result": await self._result()}
        except Mistyped as error:
            self.violations.append(f"{self.name}: {error.violation}")
            return error.answer()
        except ApiError as error:
            return error.answer()
        except trouble.Gateway:
            raise
        except Exception:
            log.exception("%s failed", self.name)
            self.violations.append(f"{self.name}: the emulator failed; see its log")
            return ApiError(500).answer()

    def record(self, answer: Json | None) -> None:
        shown = {name: upload.summary() for name, upload in self.uploads.items()}
        at = self.world.clock.now()
        given = {**self.parameters, **shown}
        self.world.journal.record(self.name, given, answer, self.violations, at)

    def note(self, *, answered: bool) -> None:
        """Keep the message that came into being, if one did; `answered`: the bot is told so."""
        if self.sent is not None:
            self.world.journal.accept(self.sent.body, answered, self.world.clock.now())

    async def _result(self) -> Any:
        judge = await self.world.court.judge()
        method = judge.find(self.name)
        if self._unreadable is not None:
            raise self._unreadable
        if method is None:
            self.violations.append(f"{self.name}: no such method")
            raise ApiError(404, "method not found")
        self.name = method.name
        trouble.fail(self.world.faults, self.name)
        handler = METHODS.get(self.name.lower())
        if handler is None:
            self.violations.append(f"{self.name}: not implemented by this emulator")
            raise ApiError(501, f"{self.name} is not implemented by this emulator")
        call = Call(self.world, self.name, self._checked(judge, method), self.uploads)
        self._keep_limits(call)
        result = await handler(call)
        if self.name.lower() in NEW:
            self.sent = call.chat().posts[result["message_id"]]
        return result

    def _checked(self, judge: Judge, method: Any) -> Json:
        given = dict(self.parameters)
        for name in self.uploads:
            if name in method.kinds:
                given[name] = f"attach://{name}"
        if given.get("reply_markup"):
            given["reply_markup"] = _keyboard(given["reply_markup"])
        checked = judge.check(method, given, self.violations)
        if not checked.get("reply_markup", True):
            del checked["reply_markup"]
        self.parameters = checked
        return checked

    def _keep_limits(self, call: Call) -> None:
        limits = self.world.faults.limits
        if limits is None or self.name.lower() not in SENDING:
            return
        chat = call.chat()
        wait_s = limits.take(chat.id, chat.kind in GROUPS, time.monotonic())
        if wait_s:
            raise ApiError(429, f"retry after {wait_s}", retry_after=wait_s)


async def serve(request: web.Request) -> web.StreamResponse:
    """/bot<token>/<method>"""
    world = request.app[WORLD]
    if request.match_info["token"] != world.bot.token:
        return respond(ApiError(401).answer())
    exchange = Exchange(world, request)
    faults = world.faults
    try:
        # Before anything else: of one who goes away meanwhile, the words are here all the same.
        await exchange.take()
    except ConnectionError:
        return web.Response()
    await trouble.delay(faults, exchange.name)
    if gone := await trouble.before(faults, exchange.name, request):
        exchange.record(None)
        return gone
    try:
        answer = await exchange.answer()
    except trouble.Gateway as gateway:
        exchange.record(None)
        return gateway.page()
    fault = trouble.after(faults, exchange.name)
    exchange.note(answered=fault is None)
    if fault is not None:
        exchange.record(None)
        return await trouble.swallow(fault, request)
    exchange.record(answer)
    return respond(answer)


async def download(request: web.Request) -> web.Response:
    """/file/bot<token>/<path>"""
    world = request.app[WORLD]
    if request.match_info["token"] != world.bot.token:
        return respond(ApiError(401).answer())
    file = world.files.at_path(request.match_info["path"])
    if file is None:
        return respond(ApiError(404).answer())
    kind = file.mime_type if "/" in file.mime_type else "application/octet-stream"
    return web.Response(body=world.files.read(file), headers={"Content-Type": kind})


def respond(answer: Json) -> web.Response:
    status = 200 if answer["ok"] else answer["error_code"]
    response = web.Response(
        body=json.dumps(answer).encode(), status=status, content_type="application/json"
    )
    retry_after = answer.get("parameters", {}).get("retry_after")
    if retry_after:
        response.headers["Retry-After"] = str(retry_after)
    return response


def _keyboard(given: Any) -> Any:
    """The reply_markup decoded and checked in Telegram's own words. Raises Mistyped or 400."""
    if isinstance(given, str):
        try:
            given = jsontext.decode(given)
        except ValueError as error:
            text = "can't parse reply keyboard markup JSON object"
            raise Mistyped(text, f"reply_markup: not JSON ({error})") from None
    if given is None:
        return None
    markup.check(given)
    return markup.without_plain_strings(given)
