"""A hand on the emulator: what tests do as people, and what they look at.

`running_emulator()` serves one in this process on a free port; `Simulator` drives any.
"""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from io import BytesIO
from pathlib import Path
from typing import Any

import aiohttp
from aiohttp import web

from emulator.keys import WORLD
from emulator.server import build_app

TOKEN = "1000000002:no-server-but-the-emulator-knows-it"

Json = dict[str, Any]


@asynccontextmanager
async def running_emulator(token: str = TOKEN, state: Path | None = None) -> AsyncIterator[str]:
    """The address of a fresh emulator, e.g. http://127.0.0.1:40312; gone at the end."""
    app = build_app(token, state)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.2)
    await runner.setup()
    try:
        # aiogram's models take seconds to load, once a process: longer than a bot's patience.
        await app[WORLD].court.judge()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        host, port = runner.addresses[0][:2]
        yield f"http://{host}:{port}"
    finally:
        await runner.cleanup()


class Refused(Exception):
    """The control API said no: HTTP status and its one line."""

    def __init__(self, status: int, text: str) -> None:
        self.status = status
        super().__init__(f"{status}: {text}")


class Simulator:
    """People and levers of one emulator.

    Acts of people wait until the bot has confirmed every update (`settle`), at most
    `patience_s` seconds; with no bot running, make it with `settles=False`.
    """

    def __init__(self, base_url: str, *, settles: bool = True, patience_s: float = 120.0) -> None:
        self.base_url = base_url.rstrip("/")
        self.settles = settles
        self.patience_s = patience_s
        self._session = aiohttp.ClientSession()

    async def __aenter__(self) -> Simulator:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def close(self) -> None:
        await self._session.close()

    # People

    async def add_user(self, first_name: str, **more: Any) -> Json:
        """A user: `last_name`, `username`, `language_code`, `id`, `about` as wished."""
        return await self._post("users", first_name=first_name, **more)

    async def crowd(self, first_id: int, count: int) -> None:
        """So many people, who have all started the bot before."""
        await self._post("crowd", first_id=first_id, count=count)

    async def users(self) -> list[Json]:
        return list(await self._get("users"))

    async def say(self, user_id: int, text: str, **more: Any) -> Json:
        """Send a text; `reply_to_message_id` or `edit_message_id` as wished."""
        return await self._act(f"users/{user_id}/messages", text=text, **more)

    async def share_contact(self, user_id: int, phone_number: str | None = None) -> Json:
        told: Json = {"contact": True}
        if phone_number:
            told["phone_number"] = phone_number
        return await self._act(f"users/{user_id}/messages", **told)

    async def share_location(self, user_id: int, latitude: float, longitude: float) -> Json:
        place = {"latitude": latitude, "longitude": longitude}
        return await self._act(f"users/{user_id}/messages", location=place)

    async def send_file(
        self,
        user_id: int,
        data: bytes,
        name: str = "file.pdf",
        mime_type: str = "application/pdf",
        **more: str,
    ) -> Json:
        """Upload a file; `caption` and `as` (photo or document) as wished."""
        form = aiohttp.FormData()
        form.add_field("file", BytesIO(data), filename=name, content_type=mime_type)
        for key, value in more.items():
            form.add_field(key.rstrip("_"), value)
        sent = await self._call("POST", f"users/{user_id}/messages", data=form)
        await self._settle_by_default()
        return dict(sent)

    async def press(
        self, user_id: int, caption: str, message_id: int | None = None, **more: Any
    ) -> Json:
        """Press the inline button of that caption, of the newest message that has it."""
        if message_id is None:
            message_id = (await self._message_with(user_id, caption))["message_id"]
        told = {"message_id": message_id, "text": caption, "wait_s": self.patience_s, **more}
        if not self.settles:
            told["wait_s"] = more.get("wait_s", 0)
        return await self._act(f"users/{user_id}/press", **told)

    async def block(self, user_id: int) -> Json:
        return await self._act(f"users/{user_id}/block")

    async def unblock(self, user_id: int) -> Json:
        return await self._act(f"users/{user_id}/unblock")

    async def deactivate(self, user_id: int) -> Json:
        return await self._act(f"users/{user_id}/deactivate")

    # Looking

    async def transcript(self, user_id: int) -> list[Json]:
        """All messages of the private chat, both ways, as they are now."""
        return list(await self._get(f"users/{user_id}/messages"))

    async def chat(self, chat_id: int) -> list[Json]:
        """All messages of any chat, as they are now."""
        return list(await self._get(f"chats/{chat_id}/messages"))

    async def last(self, user_id: int) -> Json:
        """The newest message of the chat."""
        return dict((await self._get(f"users/{user_id}/messages?last=1"))[-1])

    async def last_of_bot(self, user_id: int) -> Json:
        """The bot's newest message of the chat."""
        return dict((await self._get(f"users/{user_id}/messages?last=1&by=bot"))[-1])

    async def keyboard(self, user_id: int) -> list[str]:
        """The captions of the reply keyboard that lies open, [] for none."""
        keyboard = await self._get(f"users/{user_id}/keyboard")
        rows = keyboard["keyboard"] if keyboard else []
        return [button["text"] for row in rows for button in row]

    async def requests(self, after: int = 0) -> list[Json]:
        """Every Bot API call after number `after`."""
        return list(await self._get(f"requests?after={after}"))

    async def accepted(self, after: int = 0, having: str = "") -> list[list[Any]]:
        """Messages the bot has sent: number, chat, message id, text's crc32, answered, time."""
        found = await self._call("GET", "accepted", params={"after": after, "having": having})
        return list(found)

    async def violations(self) -> list[str]:
        """What the bot did against the Bot API; [] is the only good answer."""
        return [text for call in await self._get("violations") for text in call["violations"]]

    async def bot(self) -> Json:
        return dict(await self._get("bot"))

    async def file(self, file_id: str) -> bytes:
        async with self._session.get(f"{self.base_url}/sim/files/{file_id}") as response:
            response.raise_for_status()
            return await response.read()

    # Levers

    async def rename_bot(self, **names: str) -> Json:
        """Give the bot its `first_name` and `username`."""
        return await self._post("bot", **names)

    async def settle(self, wait_s: float | None = None) -> None:
        """Wait until the bot has confirmed all updates. Raises TimeoutError."""
        wait_s = self.patience_s if wait_s is None else wait_s
        left = (await self._get(f"pending?wait_s={wait_s}"))["pending"]
        if left:
            raise TimeoutError(f"{left} updates not confirmed within {wait_s} s")

    async def advance(self, seconds: float) -> Json:
        """Move the emulator's clock forward."""
        return await self._post("clock", advance_s=seconds)

    async def clock(self) -> Json:
        return dict(await self._get("clock"))

    async def faults(self, **kinds: Any) -> Json:
        """Order faults: rate_limit, errors, timeout, reset, delay_ms."""
        return await self._post("faults", **kinds)

    async def lift_faults(self) -> None:
        await self._call("DELETE", "faults")

    async def update(self, **update: Any) -> Json:
        """Hand the bot an Update of any kind: `message={…}`, `channel_post={…}`, …"""
        return await self._act("updates", **update)

    # The wire

    async def _message_with(self, user_id: int, caption: str) -> Json:
        messages = await self.transcript(user_id)
        found = [message for message in messages if caption in captions(message)]
        if not found:
            seen = captions(messages[-1]) if messages else []
            raise LookupError(f"no message has a button {caption!r}; the last one has {seen}")
        return found[-1]

    async def _act(self, path: str, **told: Any) -> Json:
        done = await self._post(path, **told)
        await self._settle_by_default()
        return done

    async def _settle_by_default(self) -> None:
        if self.settles:
            await self.settle()

    async def _get(self, path: str) -> Any:
        return await self._call("GET", path)

    async def _post(self, path: str, **told: Any) -> Json:
        return dict(await self._call("POST", path, data=json.dumps(told)))

    async def _call(
        self, verb: str, path: str, data: Any = None, params: dict[str, Any] | None = None
    ) -> Any:
        url = f"{self.base_url}/sim/{path}"
        async with self._session.request(verb, url, data=data, params=params) as response:
            answer = await response.json()
            if response.status >= 400:
                raise Refused(response.status, answer["error"])
            return answer


def captions(message: Json) -> list[str]:
    """The captions of a message's inline buttons, row by row."""
    return [button["text"] for button in buttons(message)]


def buttons(message: Json) -> Iterator[Json]:
    """A message's inline buttons, row by row."""
    for row in message.get("reply_markup", {}).get("inline_keyboard", []):
        yield from row
