"""Servers that enforce a ceiling: the emulator, and a bare stub with the same sliding second."""

import asyncio
import json
import socket
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType
from typing import Any, Self

import aiohttp

from benchmarks.contenders.flow import TOKEN
from benchmarks.people import FIRST_ID
from benchmarks.processes import end, start
from benchmarks.stub import Connection, Json, Stub
from benchmarks.town import FIRST_ID as FIRST_RECIPIENT
from emulator.limits import Limits

ASKS, ANSWER = "menu", "pendamping"
"""What people say, and a word of the answer to it."""
READY_S = 30
CHAT_PER_S, GROUP_PER_MIN = 1, 20


class Stubbed:
    """In this process, which is not the bot's."""

    def __init__(self, per_s: int) -> None:
        self._stub = _RatedStub(per_s, self._heard)
        self.on_answer: Callable[[int], None] = lambda _user: None
        self.url = ""

    async def __aenter__(self) -> Self:
        self._server = await self._stub.start()
        self.url = self._stub.url
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.close()

    async def gather(self, _recipients: int, _live: int) -> None:
        """It knows nobody, and takes messages to everybody."""

    async def say(self, user_id: int) -> None:
        chat = {"id": user_id, "type": "private", "first_name": "P"}
        sender = {"id": user_id, "is_bot": False, "first_name": "P", "language_code": "id"}
        number, now = self._stub.next_message_id(), int(time.time())
        told = {"message_id": number, "date": now, "chat": chat, "from": sender, "text": ASKS}
        self._stub.give({"message": told})

    async def counted(self) -> tuple[int, int]:
        return self._stub.taken, self._stub.refused

    def _heard(self, method: str, parameters: Json) -> None:
        if method == "sendMessage" and ANSWER in parameters["text"]:
            self.on_answer(int(parameters["chat_id"]))


class _RatedStub(Stub):
    def __init__(self, per_s: int, on_call: Callable[[str, Json], None]) -> None:
        super().__init__(on_call)
        self._limits = Limits(per_s, CHAT_PER_S, GROUP_PER_MIN)
        self.taken = self.refused = 0

    def handle(self, connection: Connection, method: str, parameters: Json) -> None:
        if method == "sendMessage":
            wait_s = self._limits.take(int(parameters["chat_id"]), False, time.monotonic())
            if wait_s:
                self.refused += 1
                connection.hold_back(wait_s)
                return
            self.taken += 1
        super().handle(connection, method, parameters)


class Emulated:
    """The emulator, in a process of its own."""

    def __init__(self, per_s: int) -> None:
        self._per_s = per_s
        self.on_answer: Callable[[int], None] = lambda _user: None
        with socket.create_server(("127.0.0.1", 0)) as free:
            self._port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{self._port}"

    async def __aenter__(self) -> Self:
        told = ["--host", "127.0.0.1", "--port", str(self._port), "--token", TOKEN]
        self._process = start([sys.executable, "-m", "emulator", *told], {})
        self._session = aiohttp.ClientSession()
        await self._ready()
        rate = {"overall_per_s": self._per_s, "chat_per_s": 1, "group_per_min": GROUP_PER_MIN}
        await self._post("faults", rate_limit=rate)
        self._listening = asyncio.create_task(self._listen())
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._listening.cancel()
        await self._session.close()
        await asyncio.to_thread(end, self._process)

    async def gather(self, recipients: int, live: int) -> None:
        await self._post("crowd", first_id=FIRST_ID, count=live)
        await self._post("crowd", first_id=FIRST_RECIPIENT, count=recipients)

    async def say(self, user_id: int) -> None:
        await self._post(f"users/{user_id}/messages", text=ASKS)

    async def counted(self) -> tuple[int, int]:
        calls = await self._get("requests")
        told = [call["answer"] for call in calls if call["method"] == "sendMessage"]
        taken = sum(1 for answer in told if answer and answer["ok"])
        refused = sum(1 for answer in told if answer and answer.get("error_code") == 429)
        return taken, refused

    async def _listen(self) -> None:
        """Each message of the bot's, the moment it is there."""
        forever = aiohttp.ClientTimeout(total=None)
        async with self._session.get(f"{self.url}/sim/events", timeout=forever) as events:
            async for line in events.content:
                if line.startswith(b"data: ") and ANSWER.encode() in line:
                    self.on_answer(json.loads(line[6:])["chat_id"])

    async def _ready(self) -> None:
        async with asyncio.timeout(READY_S):
            while True:
                with suppress(aiohttp.ClientConnectorError):
                    await self._get("clock")
                    return
                await asyncio.sleep(0.05)

    async def _get(self, path: str) -> Any:
        async with self._session.get(f"{self.url}/sim/{path}") as answer:
            return await answer.json()

    async def _post(self, path: str, **told: Any) -> Any:
        async with self._session.post(f"{self.url}/sim/{path}", json=told) as answer:
            answer.raise_for_status()
            return await answer.json()
