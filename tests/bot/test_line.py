"""The lean line: what each answer of the server, and each silence, means for a letter."""

import asyncio
import json
import socket
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
from aiohttp import web
from telegram.ext import ExtBot

from bot.line import Line
from bot.outgoing import Outgoing
from bot.transport import AiohttpRequest
from notices.sender import Passing, Rejected, Throttled, Trouble, Unanswered, Unreachable
from tests.bot.bare import bot_at
from tests.bot.little_telegram import LittleTelegram
from tests.simulator import TOKEN

Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]
HELLO = Outgoing("sendMessage", {"text": "Halo"})
HTML = "<html>nginx</html>"
SENT = {"ok": True, "result": {"message_id": 12, "date": 1, "chat": {"id": 5, "type": "private"}}}


@pytest.fixture
async def server() -> AsyncIterator[LittleTelegram]:
    async with LittleTelegram() as running:
        yield running


@pytest.fixture
async def line(server: LittleTelegram) -> AsyncIterator[Line]:
    async with bot_at(server.address) as application:
        yield Line(application.bot)


def refusal(code: int, description: str, **more: object) -> Answer:
    """As the Bot API says no."""
    told = {"ok": False, "error_code": code, "description": description, **more}

    async def answer(_request: web.Request) -> web.Response:
        return web.json_response(told, status=code)

    return answer


def page(status: int, body: str) -> Answer:
    """As something on the way to it does."""

    async def answer(_request: web.Request) -> web.Response:
        return web.Response(status=status, text=body, headers={"Location": "/elsewhere"})

    return answer


async def hang_up(request: web.Request) -> web.Response:
    assert request.transport is not None
    request.transport.abort()
    return web.Response()


async def hang_up_halfway(request: web.Request) -> web.StreamResponse:
    response = web.StreamResponse(headers={"Content-Length": "99"})
    await response.prepare(request)
    await response.write(b'{"ok": true')
    return await hang_up(request)


async def trouble(line: Line) -> tuple[type[Trouble], str]:
    with pytest.raises(Trouble) as told:
        await line.call(HELLO, 5)
    assert told.value.__cause__ is None  # which would name the URL, and so the token
    return type(told.value), str(told.value)


async def test_the_number_of_the_message_comes_back(line: Line, server: LittleTelegram) -> None:
    server.will_answer("sendMessage", SENT)
    assert await line.call(HELLO, 5) == 12
    assert server.types["sendMessage"] == ["application/json"]
    assert [json.loads(body) for body in server.bodies["sendMessage"]] == [
        {"chat_id": 5, "text": "Halo"}
    ]


async def test_a_change_keeps_the_number_it_had(line: Line, server: LittleTelegram) -> None:
    assert await line.call(Outgoing("deleteMessage", {}), 5, 9) == 9
    assert json.loads(server.bodies["deleteMessage"][0]) == {"chat_id": 5, "message_id": 9}


@pytest.mark.parametrize(
    ("code", "description", "kind", "told"),
    [
        (403, "Forbidden: bot was blocked by the user", Unreachable, "blocked"),
        (403, "Forbidden: user is deactivated", Unreachable, "deactivated"),
        (
            403,
            "Forbidden: bot can't initiate conversation with a user",
            Unreachable,
            "never_started",
        ),
        (400, "Bad Request: chat not found", Unreachable, "never_started"),
        (400, "Bad Request: BUTTON_URL_INVALID", Rejected, "BUTTON_URL_INVALID"),
        (401, "Unauthorized", Passing, "Unauthorized"),
        (500, "Internal Server Error", Unanswered, "Internal Server Error"),
        (502, "Bad Gateway", Unanswered, "Bad Gateway"),
        (500, "", Unanswered, "error 500"),
    ],
)
async def test_a_refusal_of_the_bot_api_is_understood(
    line: Line,
    server: LittleTelegram,
    code: int,
    description: str,
    kind: type[Trouble],
    told: str,
) -> None:
    server.will_answer("sendMessage", refusal(code, description))
    assert await trouble(line) == (kind, told)


@pytest.mark.parametrize(
    ("more", "pause_s"),
    [
        ({"parameters": {"retry_after": 7}}, 7),
        ({"parameters": {"retry_after": 1e300}}, 86_400),
        ({}, 1),
    ],
)
async def test_a_429_holds_back_for_as_long_as_telegram_says(
    line: Line, server: LittleTelegram, more: dict[str, object], pause_s: float
) -> None:
    server.will_answer("sendMessage", refusal(429, "Too Many Requests", **more))
    with pytest.raises(Throttled) as told:
        await line.call(HELLO, 5)
    assert (told.value.retry_after_s, told.value.chat_only) == (pause_s, False)


@pytest.mark.parametrize(
    ("status", "body"),
    [(502, HTML), (504, ""), (403, HTML), (302, HTML), (200, HTML), (200, '{"ok": false}')],
)
async def test_a_page_of_some_gateway_is_no_answer(
    line: Line, server: LittleTelegram, status: int, body: str
) -> None:
    server.will_answer("sendMessage", page(status, body))
    kind, _told = await trouble(line)
    assert kind is Unanswered
    assert len(server.bodies["sendMessage"]) == 1


async def test_a_message_without_a_number_may_have_arrived(
    line: Line, server: LittleTelegram
) -> None:
    server.will_answer("sendMessage", {"ok": True, "result": True})
    assert await trouble(line) == (Unanswered, "accepted, and no message in the answer")


@pytest.mark.parametrize(
    ("answer", "told"),
    [(hang_up, "ServerDisconnectedError"), (hang_up_halfway, "ClientPayloadError")],
)
async def test_a_line_that_breaks_may_have_carried_it(
    line: Line, server: LittleTelegram, answer: Answer, told: str
) -> None:
    server.will_answer("sendMessage", answer)
    assert await trouble(line) == (Unanswered, told)


async def test_no_answer_in_time_leaves_it_open(server: LittleTelegram) -> None:
    never = asyncio.Event()

    async def hang(_request: web.Request) -> web.Response:
        await never.wait()
        return web.Response()

    server.will_answer("sendMessage", hang)
    transport = AiohttpRequest(read_s=0.05)
    async with ExtBot(TOKEN, f"{server.address}/bot", request=transport) as bot:
        assert await trouble(Line(bot)) == (Unanswered, "SocketTimeoutError")
    never.set()


async def test_what_found_no_server_was_not_sent(line: Line, server: LittleTelegram) -> None:
    with socket.socket() as taken:  # bound, but nobody listens
        taken.bind(("127.0.0.1", 0))
        nobody = f"http://127.0.0.1:{taken.getsockname()[1]}/bot"
        transport = AiohttpRequest()
        async with transport:
            bot = ExtBot(TOKEN, nobody, request=transport)
            assert await trouble(Line(bot)) == (Passing, "ClientConnectorError")


async def test_what_found_no_name_was_not_sent() -> None:
    transport = AiohttpRequest()
    async with transport:
        bot = ExtBot(TOKEN, "http://jawara.invalid/bot", request=transport)
        assert await trouble(Line(bot)) == (Passing, "ClientConnectorDNSError")


async def test_a_line_that_is_closed_sends_nothing() -> None:
    bot = ExtBot(TOKEN, "http://127.0.0.1:1/bot", request=AiohttpRequest())
    assert await trouble(Line(bot)) == (Passing, "the transport is not initialized")


async def test_half_a_character_in_a_refusal_does_no_harm(
    line: Line, server: LittleTelegram
) -> None:
    server.will_answer("sendMessage", refusal(400, "Bad Request: \ud83d"))
    assert await trouble(line) == (Rejected, "?")
