"""What the bot has sent, counted on Telegram's side, and crowds to send it to."""

from __future__ import annotations

import zlib

import aiohttp
import pytest

from tests.emulator.telegram import Telegram
from tests.simulator import Refused, Simulator

MANY = 5_300_000_001


async def test_messages_are_listed_whether_or_not_their_sender_heard_of_them(
    telegram: Telegram, people: Simulator, siti: int
) -> None:
    first = await telegram.call("sendMessage", chat_id=siti, text="<b>satu</b>", parse_mode="HTML")
    await people.faults(reset={"after_accepting": True, "count": 1})
    with pytest.raises(aiohttp.ClientError):
        await telegram.answer("sendMessage", chat_id=siti, text="dua")
    await people.faults(reset={"count": 1})
    with pytest.raises(aiohttp.ClientError):
        await telegram.answer("sendMessage", chat_id=siti, text="tiga")
    ids = [first["message_id"], first["message_id"] + 1]
    listed = [row[:5] for row in await people.accepted()]
    assert listed == [
        [1, siti, ids[0], zlib.crc32(b"satu"), True],
        [2, siti, ids[1], zlib.crc32(b"dua"), False],
    ]


async def test_they_can_be_asked_for_by_number_and_by_words(
    telegram: Telegram, people: Simulator, siti: int
) -> None:
    for text in ("jadwal 1", "kabar 2", "jadwal 3"):
        await telegram.call("sendMessage", chat_id=siti, text=text)
    assert [row[0] for row in await people.accepted(after=1)] == [2, 3]
    assert [row[0] for row in await people.accepted(after=1, having="jadwal")] == [3]
    assert await people.accepted(after=3) == []


async def test_a_copy_is_a_message_and_an_edit_a_refusal_or_a_look_is_none(
    telegram: Telegram, people: Simulator, siti: int
) -> None:
    sent = await telegram.call("sendMessage", chat_id=siti, text="satu")
    which = {"chat_id": siti, "message_id": sent["message_id"]}
    await telegram.call("editMessageText", text="dua", **which)
    await telegram.refusal("sendMessage", chat_id=siti, text="")
    await telegram.call("getChat", chat_id=siti)
    copy = await telegram.call("copyMessage", from_chat_id=siti, **which)
    ids = [row[1:4:2] for row in await people.accepted()]
    assert ids == [[siti, zlib.crc32(b"satu")], [siti, zlib.crc32(b"dua")]]
    assert (await people.accepted())[1][2] == copy["message_id"]


async def test_a_crowd_can_be_written_to_and_the_bot_hears_nothing_of_it(
    telegram: Telegram, people: Simulator
) -> None:
    await people.crowd(MANY, 500)
    assert await telegram.updates() == []
    await telegram.call("sendMessage", chat_id=MANY + 499, text="Halo")
    assert await telegram.refusal("sendMessage", chat_id=MANY + 500, text="Halo") == (
        400,
        "Bad Request: chat not found",
    )
    assert await people.users() == []  # nobody would read through a list of them


@pytest.mark.parametrize(("first_id", "count"), [(0, 5), (MANY, 0), (MANY, 100_001)])
async def test_an_impossible_crowd_is_refused(people: Simulator, first_id: int, count: int) -> None:
    with pytest.raises(Refused, match="first_id must be positive"):
        await people.crowd(first_id, count)
