"""The control API's manners, its clock and its events."""

from __future__ import annotations

import asyncio
import json
import time
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from tests.emulator.telegram import Telegram
from tests.simulator import Simulator


async def _next(lines: aiohttp.StreamReader, count: int) -> list[dict[str, Any]]:
    events: list[dict[str, Any]] = []
    while len(events) < count:
        line = await asyncio.wait_for(lines.readline(), 60)
        if line.startswith(b"data: "):
            events.append(json.loads(line[6:]))
    return events


async def test_the_page_hears_of_everything(
    telegram: Telegram, people: Simulator, siti: int, url: str, button: dict[str, Any]
) -> None:
    async with telegram.session.get(f"{url}/sim/events") as stream:
        await stream.content.readline()
        said = await people.say(siti, "halo")
        sent = await telegram.call("sendMessage", chat_id=siti, text="x", reply_markup=button)
        place = {"chat_id": siti, "message_id": sent["message_id"]}
        await telegram.call("editMessageText", **place, text="y")
        await telegram.call("deleteMessage", **place)
        await telegram.call("sendChatAction", chat_id=siti, action="typing")
        await people.advance(60)
        message, answer, edited, deleted, action, clock = await _next(stream.content, 6)
    assert message == {"type": "message", "chat_id": siti, "message": said}
    assert (answer["type"], answer["message"]) == ("message", sent)
    assert (edited["type"], edited["message"]["text"]) == ("edited", "y")
    assert deleted == {"type": "deleted", "chat_id": siti, "message_id": sent["message_id"]}
    assert action == {"type": "action", "chat_id": siti, "action": "typing"}
    assert (clock["type"], clock["offset_s"]) == ("clock", 60)


async def test_dates_follow_the_clock(telegram: Telegram, people: Simulator, siti: int) -> None:
    await people.advance(3600)
    await people.advance(-600)
    began = int(time.time())
    sent = await telegram.call("sendMessage", chat_id=siti, text="x")
    clock = await people.clock()
    assert clock["offset_s"] == 3000
    assert began <= sent["date"] - 3000 <= time.time()


async def test_the_bot_can_be_given_a_name(telegram: Telegram, url: str) -> None:
    names = {"username": "jawara_bot", "first_name": "Jawara"}
    async with telegram.session.post(f"{url}/sim/bot", json=names) as response:
        assert response.status == 200
    me = await telegram.call("getMe")
    assert {key: me[key] for key in names} == names


@pytest.mark.parametrize(
    ("verb", "path", "body", "status"),
    [
        ("POST", "/sim/users", "{", 400),
        ("POST", "/sim/users", "[]", 400),
        ("POST", "/sim/users", "{}", 400),
        ("POST", "/sim/users", '{"first_name": 5}', 400),
        ("GET", "/sim/users/abc/messages", None, 400),
        ("GET", "/sim/users/5/messages", None, 404),
        ("GET", "/sim/chats/5/messages", None, 404),
        ("GET", "/sim/files/x", None, 404),
        ("GET", "/sim/requests?after=x", None, 400),
        ("POST", "/sim/clock", '{"offset_s": "besok"}', 400),
        ("POST", "/sim/clock", "{}", 400),
        ("POST", "/sim/faults", '{"errors": {"colour": 1}}', 400),
        ("POST", "/sim/updates", "{}", 400),
        ("GET", "/sim/nothing", None, 404),
        ("DELETE", "/sim/users", None, 405),
    ],
)
async def test_errors_are_one_line_of_json(
    telegram: Telegram, url: str, verb: str, path: str, body: str | None, status: int
) -> None:
    async with telegram.session.request(verb, url + path, data=body) as response:
        told = await response.json()
    assert (response.status, list(told), "\n" in told["error"]) == (status, ["error"], False)


async def test_other_origins_are_not_served(telegram: Telegram, url: str) -> None:
    statuses = []
    for origin in (url, "https://jahat.example", "null"):
        headers = {"Origin": origin}
        async with telegram.session.get(f"{url}/sim/users", headers=headers) as response:
            statuses.append(response.status)
    assert statuses == [200, 403, 403]


async def test_the_page_is_never_cached_and_nothing_else_is_served(
    telegram: Telegram, url: str
) -> None:
    async with telegram.session.get(f"{url}/page/../server.py") as response:
        outside = response.status
    async with telegram.session.get(f"{url}/page/%2e%2e/server.py") as response:
        escaped = response.status
    async with telegram.session.get(f"{url}/") as response:
        assert response.headers["Cache-Control"] == "no-store"
        assert response.content_type == "text/html"
    assert (outside, escaped) == (404, web.HTTPNotFound.status_code)


async def test_of_a_long_transcript_the_newest_may_be_asked_for(
    telegram: Telegram, people: Simulator, url: str, siti: int
) -> None:
    for text in ("satu", "dua"):
        await telegram.call("sendMessage", chat_id=siti, text=text)
    await people.say(siti, "ya")

    async def asked(query: str) -> list[str]:
        async with telegram.session.get(f"{url}/sim/users/{siti}/messages?{query}") as response:
            return [message["text"] for message in await response.json()]

    assert await asked("last=2") == ["dua", "ya"]
    assert await asked("last=0") == []
    assert await asked("by=bot") == ["satu", "dua"]
    assert await asked("last=1&by=bot") == ["dua"]
    async with telegram.session.get(f"{url}/sim/users/{siti}/messages?last=-1") as refused:
        assert (refused.status, await refused.json()) == (
            400,
            {"error": "last must not be negative"},
        )
