"""A Bot API for measuring: it says yes at once, and hands every call to who plays the people.

Deliberately bare (one asyncio protocol, no validation, no framework), so that what is measured is
the bot and not the server. Correctness is the emulator's affair.
"""

import asyncio
import json
import time
from collections import deque
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs

Json = dict[str, Any]
OnCall = Callable[[str, Json], None]

ME = {"id": 1, "is_bot": True, "first_name": "Bench", "username": "bench_bot"}
ANSWERS: dict[str, Any] = {
    "getMe": ME,
    "getWebhookInfo": {"url": "", "has_custom_certificate": False, "pending_update_count": 0},
    "getMyCommands": [],
}


class Stub:
    """One bot's server. `on_call` hears every send, edit and callback's answer."""

    def __init__(self, on_call: OnCall) -> None:
        self._on_call = on_call
        self._updates: deque[Json] = deque()
        self._next_update = 1
        self._next_message = 1
        self._poll: Connection | None = None
        self._polled = asyncio.Event()
        self.url = ""

    async def start(self) -> asyncio.Server:
        loop = asyncio.get_running_loop()
        server = await loop.create_server(lambda: Connection(self), "127.0.0.1", 0)
        host, port = server.sockets[0].getsockname()[:2]
        self.url = f"http://{host}:{port}"
        return server

    def give(self, update: Json) -> None:
        """Queue an update for the bot, waking its long poll."""
        self._updates.append({"update_id": self._next_update, **update})
        self._next_update += 1
        if self._poll is not None:
            # Answer on the next turn of the loop, so that updates of one moment go together.
            asyncio.get_running_loop().call_soon(self._wake)

    async def polled(self, within_s: float) -> None:
        """Wait for the bot's first poll: it is up. Raises TimeoutError."""
        await asyncio.wait_for(self._polled.wait(), within_s)

    def next_message_id(self) -> int:
        self._next_message += 1
        return self._next_message

    def handle(self, connection: "Connection", method: str, parameters: Json) -> None:
        if method == "getUpdates":
            self._get_updates(connection, int(parameters.get("offset") or 0), parameters)
            return
        if method in ("sendMessage", "editMessageText"):
            connection.reply(self._message(method, parameters))
            self._on_call(method, parameters)
            return
        connection.reply(ANSWERS.get(method, True))
        if method == "answerCallbackQuery":
            self._on_call(method, parameters)

    def _message(self, method: str, parameters: Json) -> Json:
        edits = method == "editMessageText"
        id_ = int(parameters["message_id"]) if edits else self.next_message_id()
        parameters["message_id"] = id_
        chat = {"id": int(parameters["chat_id"]), "type": "private", "first_name": "P"}
        text = parameters["text"]
        message = {"message_id": id_, "date": int(time.time()), "chat": chat, "from": ME}
        markup = parameters.get("reply_markup")
        if isinstance(markup, str) and "inline_keyboard" in markup:
            message["reply_markup"] = json.loads(markup)
        return {**message, "text": text}

    def _get_updates(self, connection: "Connection", offset: int, parameters: Json) -> None:
        self._polled.set()
        while self._updates and self._updates[0]["update_id"] < offset:
            self._updates.popleft()
        if self._updates or not int(parameters.get("timeout") or 0):
            connection.reply(list(self._updates)[:100])
        else:
            self._poll = connection

    def _wake(self) -> None:
        if self._poll is None or not self._updates:
            return
        connection, self._poll = self._poll, None
        connection.reply(list(self._updates)[:100])


class Connection(asyncio.Protocol):
    """HTTP/1.1 with keep-alive, one request after another."""

    def __init__(self, stub: Stub) -> None:
        self._stub = stub
        self._buffer = b""
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        while True:
            head, found, rest = self._buffer.partition(b"\r\n\r\n")
            if not found:
                return
            length = _length(head)
            if len(rest) < length:
                return
            self._buffer = rest[length:]
            method = head.split(b" ", 2)[1].decode().split("?")[0].rpartition("/")[2]
            self._stub.handle(self, method, _parameters(head, rest[:length]))

    def reply(self, result: object) -> None:
        self._answer("200 OK", {"ok": True, "result": result})

    def hold_back(self, seconds: int) -> None:
        """429, as Telegram says it."""
        told = {"error_code": 429, "description": f"Too Many Requests: retry after {seconds}"}
        parameters = {"parameters": {"retry_after": seconds}}
        self._answer("429 Too Many Requests", {"ok": False, **told, **parameters})

    def _answer(self, status: str, told: Json) -> None:
        body = json.dumps(told).encode()
        head = (
            f"HTTP/1.1 {status}\r\nContent-Type: application/json\r\n"
            f"Content-Length: {len(body)}\r\n\r\n"
        )
        if self._transport is not None and not self._transport.is_closing():
            self._transport.write(head.encode() + body)


def _length(head: bytes) -> int:
    lowered = head.lower()
    _, found, rest = lowered.partition(b"content-length:")
    return int(rest.split(b"\r\n", 1)[0]) if found else 0


def _parameters(head: bytes, body: bytes) -> Json:
    if b"application/json" in head:
        return dict(json.loads(body or b"{}"))
    if b"multipart/form-data" in head:
        return _multipart(head, body)
    return {name: values[0] for name, values in parse_qs(body.decode(), True).items()}


def _multipart(head: bytes, body: bytes) -> Json:
    boundary = head.lower().partition(b"boundary=")[2].split(b"\r\n", 1)[0].strip(b'"')
    start = head.lower().find(b"boundary=") + len(b"boundary=")
    boundary = head[start : start + len(boundary)]
    parts = {}
    for part in body.split(b"--" + boundary)[1:-1]:
        top, _, value = part.partition(b"\r\n\r\n")
        name = top.partition(b'name="')[2].split(b'"', 1)[0].decode()
        parts[name] = value.removesuffix(b"\r\n").decode()
    return parts
