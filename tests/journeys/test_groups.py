"""In a group Jawara keeps quiet unless spoken to; in a channel always."""

from itertools import count
from typing import Any

import pytest

from tests.journeys.phones import account_of, newcomer
from tests.journeys.shared import Seeker
from tests.running import Running
from tests.simulator import Json, buttons

pytestmark = pytest.mark.asyncio(loop_scope="module")

GROUP_ID = -4001
GROUP = {"id": GROUP_ID, "type": "group", "title": "Pencari Kerja Serang"}
CHANNEL = {"id": -1002, "type": "channel", "title": "Info Pelatihan"}
QUERIES = count(1)


async def test_only_commands_and_mentions_are_answered_with_the_way_to_the_private_chat(
    village: Running,
) -> None:
    siti = await newcomer(village, "Siti")
    name = village.application.bot.username
    for quiet in ("ada info las?", "/menu@BotLain", f"{name} bagus", f"tulis ke x{name}"):
        assert await said_in_group(siti, quiet) == []
    for spoken in ("/menu", f"/lowongan@{name}", f"halo @{name}, ada kursus las?"):
        [answer] = await said_in_group(siti, spoken)
        assert "obrolan pribadi" in answer["text"]
        [link] = buttons(answer)
        assert link["url"] == f"https://t.me/{name}?start=menu"
    assert account_of(siti) is None
    assert "Selamat datang" in await siti.say("/start menu")


async def test_english_readers_are_answered_in_english(village: Running) -> None:
    ann = await newcomer(village, "Ann", language="en")
    [answer] = await said_in_group(ann, "/menu")
    assert "private chat" in answer["text"]


async def test_a_photo_that_names_us_is_answered_and_a_sticker_is_not(village: Running) -> None:
    siti = await newcomer(village, "Siti")
    name = village.application.bot.username
    file = {"file_id": "AAA", "file_unique_id": "B", "width": 9, "height": 9}
    sticker = file | {"type": "regular", "is_animated": False, "is_video": False}
    assert await in_group(siti, sticker=sticker) == []
    assert len(await in_group(siti, photo=[file], caption=f"@{name} ini benar?")) == 1
    assert await in_group(siti, new_chat_members=[person(siti)]) == []


async def test_a_button_in_a_group_points_to_the_private_chat(village: Running) -> None:
    siti = await newcomer(village, "Siti")
    [message] = await said_in_group(siti, "/menu")
    for data in ("menu", "zzz", "wc:2026-11:1"):
        query = {"id": str(next(QUERIES)), "from": person(siti), "message": message}
        query |= {"chat_instance": "1", "data": data}
        await village.telegram.update(callback_query=query)
        told = (await village.telegram.requests())[-1]
        assert told["method"].lower() == "answercallbackquery"
        assert "obrolan pribadi" in told["parameters"]["text"]
    assert account_of(siti) is None


async def test_channel_posts_are_none_of_our_business(village: Running) -> None:
    calls = await bots_calls(village)
    post = {"chat": CHANNEL, "sender_chat": CHANNEL, "text": "/menu Loker baru"}
    await village.telegram.update(channel_post=post)
    assert await bots_calls(village) == calls


async def said_in_group(siti: Seeker, text: str) -> list[Json]:
    return await in_group(siti, text=text)


async def in_group(siti: Seeker, **content: Any) -> list[Json]:
    """What the bot says in the group upon this message."""
    calls = len(await siti.phone.requests())
    await siti.phone.update(message={"from": person(siti), "chat": GROUP, **content})
    spoken = sum(c["method"] == "sendMessage" for c in (await siti.phone.requests())[calls:])
    return (await bots_messages(siti))[-spoken:] if spoken else []


async def bots_messages(siti: Seeker) -> list[Json]:
    return [m for m in await siti.phone.chat(GROUP_ID) if m["from"]["is_bot"]]


async def bots_calls(village: Running) -> int:
    calls = await village.telegram.requests()
    return sum(call["method"].lower() != "getupdates" for call in calls)


def person(siti: Seeker) -> Json:
    keys = ("id", "is_bot", "first_name", "language_code")
    return {key: siti.user[key] for key in keys if key in siti.user}
