"""The aiohttp transport: what goes over the wire, and what is told when it does not."""

import asyncio
import gc
import json
import socket
import struct
import traceback
import warnings
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from aiohttp import web
from telegram import Bot, InputFile, InputMediaDocument
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.ext import ExtBot
from telegram.request import RequestData

from bot.transport import AiohttpRequest
from tests.bot.little_telegram import LittleTelegram, form, parts
from tests.simulator import TOKEN

MESSAGE = {"message_id": 7, "date": 1, "chat": {"id": 5, "type": "private"}}


@pytest.fixture
async def server() -> AsyncIterator[LittleTelegram]:
    async with LittleTelegram() as running:
        yield running


@pytest.fixture
async def transport() -> AsyncIterator[AiohttpRequest]:
    request = AiohttpRequest()
    await request.initialize()
    yield request
    await request.shutdown()


@asynccontextmanager
async def bot_at(server: LittleTelegram) -> AsyncIterator[Bot]:
    mine, polls = AiohttpRequest(), AiohttpRequest()
    address = f"{server.address}/bot"
    async with Bot(TOKEN, address, request=mine, get_updates_request=polls) as bot:
        yield bot


async def test_parameters_go_urlencoded(server: LittleTelegram) -> None:
    server.will_answer("sendMessage", {"ok": True, "result": MESSAGE})
    async with bot_at(server) as bot:
        sent = await bot.send_message(5, "Las & jahit: 100% ✅ a+b")
    assert sent.message_id == 7
    assert server.types["sendMessage"] == ["application/x-www-form-urlencoded"]
    body = form(server.bodies["sendMessage"][0])
    assert body == {"chat_id": 5, "text": "Las & jahit: 100% ✅ a+b"}


async def test_a_file_goes_as_a_part_with_its_name_as_it_is(server: LittleTelegram) -> None:
    server.will_answer("sendDocument", {"ok": True, "result": MESSAGE})
    async with bot_at(server) as bot:
        await bot.send_document(5, b"BEGIN:VCALENDAR", "Jadwal", filename="jadwal saya é.ics")
    [body] = server.bodies["sendDocument"]
    assert server.types["sendDocument"][0].startswith("multipart/form-data; boundary=")
    assert 'filename="jadwal saya é.ics"'.encode() in body
    assert b"BEGIN:VCALENDAR" in body


async def test_files_inside_a_parameter_are_attached(server: LittleTelegram) -> None:
    server.will_answer("sendMediaGroup", {"ok": True, "result": [MESSAGE]})
    media = [InputMediaDocument(InputFile(each, attach=True)) for each in (b"satu", b"dua")]
    async with bot_at(server) as bot:
        await bot.send_media_group(5, media)
    got = parts(server.types["sendMediaGroup"][0], server.bodies["sendMediaGroup"][0])
    told = json.loads(got["media"])
    assert [got[each["media"].removeprefix("attach://")] for each in told] == [b"satu", b"dua"]


async def test_no_answer_in_time_is_timed_out(
    server: LittleTelegram, transport: AiohttpRequest
) -> None:
    never = asyncio.Event()

    async def hang(_request: web.Request) -> web.Response:
        await never.wait()
        return web.Response()

    server.will_answer("getMe", hang)
    told = await trouble(transport, server.url("getMe"), read_timeout=0.05)
    assert type(told) is TimedOut
    never.set()


async def test_no_connection_in_time_is_timed_out(transport: AiohttpRequest) -> None:
    with socket.socket() as full:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        waiting = [socket.socket() for _ in range(3)]
        for each in waiting:  # whoever comes after these gets no answer to his knock
            each.setblocking(False)
            each.connect_ex(full.getsockname())
        url = f"http://127.0.0.1:{full.getsockname()[1]}/bot{TOKEN}/getMe"
        told = await trouble(transport, url, connect_timeout=0.05)
        for each in waiting:
            each.close()
    assert type(told) is TimedOut


async def test_a_refused_connection_is_a_network_error(transport: AiohttpRequest) -> None:
    with socket.socket() as taken:  # bound, but nobody listens
        taken.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{taken.getsockname()[1]}/bot{TOKEN}/getMe"
        told = await trouble(transport, url)
    assert (type(told), told.message) == (NetworkError, "ClientConnectorError")


@pytest.mark.parametrize(
    "beginning", [b"", b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{", b"no HTTP at all\r\n\r\n"]
)
async def test_a_broken_answer_is_a_network_error(
    transport: AiohttpRequest, beginning: bytes
) -> None:
    async def hang_up(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(beginning)
        await writer.drain()
        abrupt = struct.pack("ii", 1, 0)
        writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, abrupt)
        writer.close()

    async with await asyncio.start_server(hang_up, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        told = await trouble(transport, f"http://127.0.0.1:{port}/bot{TOKEN}/getMe")
    assert type(told) is NetworkError


async def test_an_address_that_is_none_is_a_network_error(transport: AiohttpRequest) -> None:
    told = await trouble(transport, f"http://127.0.0.1:99999/bot{TOKEN}/getMe")
    assert type(told) is NetworkError


async def test_it_can_be_shut_down_and_used_again(server: LittleTelegram) -> None:
    transport = AiohttpRequest()
    told = await trouble(transport, server.url("getMe"))
    assert told.message == "the transport is not initialized"
    for _ in range(2):
        await transport.initialize()
        await transport.initialize()
        assert (await transport.do_request(server.url("getMe"), "POST"))[0] == 200
        await transport.shutdown()
        await transport.shutdown()
        told = await trouble(transport, server.url("getMe"))
        assert told.message == "the transport is not initialized"


async def trouble(
    transport: AiohttpRequest,
    url: str,
    *,
    read_timeout: float | None = None,
    connect_timeout: float | None = None,
) -> TelegramError:
    """What the request raises; nothing that would be printed of it tells the URL."""
    with pytest.raises(TelegramError) as told:
        await transport.post(
            url,
            RequestData(),
            read_timeout=read_timeout,
            connect_timeout=connect_timeout,
        )
    printed = "".join(traceback.format_exception(told.value))
    assert TOKEN not in printed
    assert TOKEN not in repr(told.value)
    return told.value


async def test_a_bot_whose_start_is_cut_short_leaves_nothing_open() -> None:
    """The library closes only what it knows to be initialized."""
    with warnings.catch_warnings(record=True) as heard:
        warnings.simplefilter("always")
        mine, polls = AiohttpRequest(), AiohttpRequest()
        bot = ExtBot(TOKEN, "http://127.0.0.1:9/bot", request=mine, get_updates_request=polls)
        starting = asyncio.create_task(bot.initialize())
        await asyncio.sleep(0)  # both pools are being initialized, and nobody knows it yet
        await asyncio.sleep(0)
        starting.cancel()
        await asyncio.gather(starting, return_exceptions=True)
        await bot.shutdown()
        del bot, starting, mine, polls
        gc.collect()
    assert [str(each.message) for each in heard if "Unclosed" in str(each.message)] == []
