"""Groups and channels, and updates of any other kind, handed in whole."""

from __future__ import annotations

from typing import Any

from tests.emulator.telegram import Telegram
from tests.simulator import Simulator

GROUP: dict[str, Any] = {
    "id": -1001234567890,
    "type": "supergroup",
    "title": "Alumni BLK",
    "username": "alumni_blk",
}
BUDI = {"id": 5_300_000_001, "is_bot": False, "first_name": "Budi"}


async def test_the_bot_answers_into_a_group_it_has_heard_of(
    telegram: Telegram, people: Simulator
) -> None:
    await people.update(message={"chat": GROUP, "from": BUDI, "text": "/kursus@jawara"})
    [update] = await telegram.updates()
    asked = update["message"]
    reply = {"message_id": asked["message_id"]}
    await telegram.call("sendMessage", chat_id="@alumni_blk", text="Halo", reply_parameters=reply)
    shown = await people.chat(GROUP["id"])
    assert [message["text"] for message in shown] == ["/kursus@jawara", "Halo"]
    assert [message["message_id"] for message in shown] == [1, 2]
    assert shown[1]["chat"] == GROUP
    assert asked["entities"] == [{"type": "bot_command", "offset": 0, "length": 14}]


async def test_whom_the_bot_met_in_a_group_it_cannot_write_to(
    telegram: Telegram, people: Simulator
) -> None:
    await people.update(message={"chat": GROUP, "from": BUDI, "text": "halo"})
    assert await telegram.refusal("sendMessage", chat_id=BUDI["id"], text="x") == (
        400,
        "Bad Request: chat not found",
    )


async def test_an_expelled_bot_is_silent(telegram: Telegram, people: Simulator) -> None:
    bot = (await people.bot())["me"]
    user = {"id": bot["id"], "is_bot": True, "first_name": bot["first_name"]}
    change = {
        "chat": GROUP,
        "from": BUDI,
        "date": 1_800_000_000,
        "old_chat_member": {"status": "member", "user": user},
        "new_chat_member": {"status": "kicked", "user": user, "until_date": 0},
    }
    await people.update(my_chat_member=change)
    assert await telegram.refusal("sendMessage", chat_id=GROUP["id"], text="x") == (
        403,
        "Forbidden: bot was kicked from the supergroup chat",
    )


async def test_others_messages_in_a_group_are_deleted_by_administrators_alone(
    telegram: Telegram, people: Simulator
) -> None:
    await people.update(message={"chat": GROUP, "from": BUDI, "text": "iklan"})
    told = {"chat_id": GROUP["id"], "message_id": 1}
    assert await telegram.refusal("deleteMessage", **told) == (
        400,
        "Bad Request: message can't be deleted",
    )


async def test_a_channel_post_has_no_sender(telegram: Telegram, people: Simulator) -> None:
    channel = {"id": -1009876543210, "type": "channel", "title": "Info Banten"}
    await people.update(channel_post={"chat": channel, "text": "Pengumuman"})
    [update] = await telegram.updates()
    sent = await telegram.call("sendMessage", chat_id=channel["id"], text="Jawaban")
    assert "from" not in update["channel_post"]
    assert (sent.get("from"), sent["sender_chat"]) == (None, channel)


async def test_an_update_may_bring_its_own_number_and_come_twice(
    telegram: Telegram, people: Simulator, siti: int
) -> None:
    message = {
        "message_id": 50,
        "date": 1_800_000_000,
        "chat": {"id": siti, "type": "private", "first_name": "Siti"},
        "from": {"id": siti, "is_bot": False, "first_name": "Siti"},
        "sticker": {
            "file_id": "s",
            "file_unique_id": "u",
            "type": "regular",
            "width": 512,
            "height": 512,
            "is_animated": False,
            "is_video": False,
        },
    }
    given = await people.update(update_id=900_000_000, message=message)
    first = await telegram.updates()
    await people.update(update_id=900_000_000, message=message)
    assert first == [given]
    assert await telegram.updates() == [given]
    assert (await people.say(siti, "lagi"))["message_id"] == 51


async def test_a_callback_query_handed_in_can_be_answered(
    telegram: Telegram, people: Simulator, siti: int
) -> None:
    user = {"id": siti, "is_bot": False, "first_name": "Siti"}
    query = {"id": "777", "from": user, "chat_instance": "1", "data": "usang"}
    await people.update(callback_query=query)
    assert await telegram.call("answerCallbackQuery", callback_query_id="777") is True
