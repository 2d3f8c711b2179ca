"""People: starting, blocking, leaving; what they press, share and send."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from tests.emulator.telegram import Telegram
from tests.simulator import Refused, Simulator


async def _refused(telegram: Telegram, user_id: int, message_id: int = 1) -> set[tuple[int, str]]:
    told = {"text": "x", "action": "typing", "message_id": message_id}
    wanted = {"sendMessage": ["text"], "sendChatAction": ["action"]}
    wanted["editMessageText"] = ["text", "message_id"]
    return {
        await telegram.refusal(method, chat_id=user_id, **{key: told[key] for key in keys})
        for method, keys in wanted.items()
    }


async def test_a_bot_cannot_speak_first(telegram: Telegram, people: Simulator) -> None:
    budi = await people.add_user("Budi")
    assert await _refused(telegram, budi["id"]) == {
        (403, "Forbidden: bot can't initiate conversation with a user")
    }


async def test_a_blocked_bot_cannot_write_and_hears_of_it(
    telegram: Telegram, people: Simulator, siti: int
) -> None:
    await people.block(siti)
    refused = await _refused(telegram, siti)
    await people.unblock(siti)
    await telegram.call("sendMessage", chat_id=siti, text="Selamat datang kembali")
    changes = [update["my_chat_member"] for update in await telegram.updates()]
    statuses = [
        (change["old_chat_member"]["status"], change["new_chat_member"]["status"])
        for change in changes
    ]
    assert refused == {(403, "Forbidden: bot was blocked by the user")}
    assert statuses == [("member", "kicked"), ("kicked", "member")]
    assert changes[0]["new_chat_member"]["until_date"] == 0
    assert {change["chat"]["id"] for change in changes} == {siti}


async def test_who_has_blocked_the_bot_comes_back_with_start_alone(
    telegram: Telegram, people: Simulator, siti: int
) -> None:
    await people.block(siti)
    with pytest.raises(Refused, match="409: this user has blocked the bot"):
        await people.say(siti, "halo")
    await people.say(siti, "/start")
    kinds = [min(update) for update in await telegram.updates()]
    assert kinds == ["my_chat_member", "my_chat_member", "message"]


async def test_a_deactivated_user_cannot_be_reached(
    telegram: Telegram, people: Simulator, siti: int
) -> None:
    await people.deactivate(siti)
    assert await _refused(telegram, siti) == {(403, "Forbidden: user is deactivated")}


async def test_a_shared_contact_carries_ones_own_user_id(
    telegram: Telegram, people: Simulator, siti: int
) -> None:
    await people.share_contact(siti, "628123456789")
    [update] = await telegram.updates()
    assert update["message"]["contact"] == {
        "phone_number": "628123456789",
        "first_name": "Siti",
        "user_id": siti,
    }


async def test_an_edited_message_comes_as_such(
    telegram: Telegram, people: Simulator, siti: int
) -> None:
    said = await people.say(siti, "las")
    await people.say(siti, "las SMAW", edit_message_id=said["message_id"])
    before, after = await telegram.updates()
    assert before["message"]["message_id"] == after["edited_message"]["message_id"]
    assert after["edited_message"]["text"] == "las SMAW"
    assert "edit_date" in after["edited_message"]


async def test_a_press_waits_for_its_answer(
    telegram: Telegram, people: Simulator, siti: int, button: dict[str, Any]
) -> None:
    sent = await telegram.call("sendMessage", chat_id=siti, text="x", reply_markup=button)
    place = {"row": 0, "column": 0}
    press = asyncio.create_task(people.press(siti, "Daftar", wait_s=5, **place))
    [update] = await telegram.call("getUpdates", timeout=5)
    query = update["callback_query"]
    answer = {"callback_query_id": query["id"], "text": "Sudah", "show_alert": True}
    assert await telegram.call("answerCallbackQuery", **answer) is True
    assert await telegram.call("answerCallbackQuery", **answer) is True
    assert await press == {
        "callback_query_id": query["id"],
        "answered": True,
        "text": "Sudah",
        "show_alert": True,
        "url": None,
    }
    assert (query["data"], query["message"]["message_id"]) == ("daftar:1", sent["message_id"])
    assert (query["from"]["id"], query["message"]["reply_markup"]) == (siti, button)


async def test_chat_instance_is_the_same_for_a_chat(
    telegram: Telegram, people: Simulator, siti: int, button: dict[str, Any]
) -> None:
    for _ in range(2):
        await telegram.call("sendMessage", chat_id=siti, text="x", reply_markup=button)
        await people.press(siti, "Daftar")
    instances = {update["callback_query"]["chat_instance"] for update in await telegram.updates()}
    assert len(instances) == 1
    assert instances.pop().isdecimal()


async def test_an_unanswered_press_says_so(
    telegram: Telegram, people: Simulator, siti: int, button: dict[str, Any]
) -> None:
    await telegram.call("sendMessage", chat_id=siti, text="x", reply_markup=button)
    pressed = await people.press(siti, "Daftar", wait_s=0.1)
    assert (pressed["answered"], pressed["text"]) == (False, None)


async def test_an_old_query_cannot_be_answered(
    telegram: Telegram, people: Simulator, siti: int, button: dict[str, Any]
) -> None:
    await telegram.call("sendMessage", chat_id=siti, text="x", reply_markup=button)
    pressed = await people.press(siti, "Daftar")
    await people.advance(3600)
    refusal = await telegram.refusal(
        "answerCallbackQuery", callback_query_id=pressed["callback_query_id"]
    )
    assert refusal == (
        400,
        "Bad Request: query is too old and response timeout expired or query ID is invalid",
    )


async def test_a_link_button_opens_without_an_update(
    telegram: Telegram, people: Simulator, siti: int
) -> None:
    markup = {"inline_keyboard": [[{"text": "Peta", "url": "https://maps.example.com/"}]]}
    await telegram.call("sendMessage", chat_id=siti, text="x", reply_markup=markup)
    pressed = await people.press(siti, "Peta")
    assert pressed["url"] == "https://maps.example.com/"
    assert await telegram.updates() == []


async def test_users_are_made_once_and_brought_up_to_date(people: Simulator) -> None:
    first = await people.add_user("Rina", id=77, username="rina")
    again = await people.add_user("Rina", id=77, last_name="Supra")
    fresh = await people.add_user("Budi")
    assert again == {**first, "last_name": "Supra"}
    assert [user["id"] for user in await people.users()] == [77, fresh["id"]]


async def test_what_people_cannot_do_is_told_in_one_line(people: Simulator, siti: int) -> None:
    for act, line in [
        (people.say(1, "x"), "404: there is no user 1"),
        (people.say(siti, " "), "400: text is empty"),
        (people.say(siti, "x", reply_to_message_id=99), "404: there is no message 99"),
        (people.press(siti, "x", message_id=1), "404: message 1 has no inline buttons"),
        (people.faults(storm={}), "400: unknown fault 'storm'"),
        (people.update(nothing={}), "400: Updates have no 'nothing'"),
        (people.update(message={"text": "x"}), "400: not a Bot API Update: message.message_id"),
    ]:
        with pytest.raises(Refused, match=line):
            await act
