"""Messages of the bot: what comes back, and what mocks commonly get wrong."""

from __future__ import annotations

import time
from typing import Any

from tests.emulator.telegram import Telegram
from tests.simulator import Simulator


async def test_a_message_carries_who_where_when_and_what(
    telegram: Telegram, siti: int, button: dict[str, Any]
) -> None:
    began = int(time.time())
    sent = await telegram.call(
        "sendMessage",
        chat_id=siti,
        text="  <b>Selamat</b> datang\n",
        parse_mode="html",
        reply_markup=button,
    )
    assert began <= sent.pop("date") <= time.time()
    assert sent == {
        "message_id": 2,
        "from": {
            "id": 1000000002,
            "is_bot": True,
            "first_name": "Bot",
            "username": "emulated_1000000002_bot",
        },
        "chat": {
            "id": siti,
            "first_name": "Siti",
            "username": "siti_rangkas",
            "type": "private",
        },
        "text": "Selamat datang",
        "entities": [{"type": "bold", "offset": 0, "length": 7}],
        "reply_markup": button,
    }


async def test_get_me_says_it_is_a_bot(telegram: Telegram, people: Simulator) -> None:
    me = await telegram.call("getMe")
    assert (me["id"], me["is_bot"]) == (1000000002, True)
    assert (await people.bot())["me"] == me


async def test_start_carries_a_command_entity_and_its_payload(
    telegram: Telegram, people: Simulator, siti: int
) -> None:
    await people.say(siti, "/start las-smaw")
    [update] = await telegram.updates()
    assert update["message"]["text"] == "/start las-smaw"
    assert update["message"]["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]


async def test_the_reply_keyboard_is_not_in_the_message_but_under_the_chat(
    telegram: Telegram, people: Simulator, siti: int
) -> None:
    keyboard = {"keyboard": [["Kursus", {"text": "Jadwal"}]], "resize_keyboard": True}
    sent = await telegram.call("sendMessage", chat_id=siti, text="Menu", reply_markup=keyboard)
    shown = await people.keyboard(siti)
    gone = {"remove_keyboard": True}
    await telegram.call("sendMessage", chat_id=siti, text="Sudah", reply_markup=gone)
    assert ("reply_markup" in sent, shown, await people.keyboard(siti)) == (
        False,
        ["Kursus", "Jadwal"],
        [],
    )


async def test_a_one_time_keyboard_goes_when_it_is_used(
    telegram: Telegram, people: Simulator, siti: int
) -> None:
    keyboard = {"keyboard": [["Ya", "Tidak"]], "one_time_keyboard": True}
    await telegram.call("sendMessage", chat_id=siti, text="Ikut?", reply_markup=keyboard)
    await people.say(siti, "sebentar")
    still = await people.keyboard(siti)
    await people.say(siti, "Ya")
    assert (still, await people.keyboard(siti)) == (["Ya", "Tidak"], [])


async def test_methods_that_return_true_return_true(
    telegram: Telegram, people: Simulator, siti: int, button: dict[str, Any]
) -> None:
    sent = await telegram.call("sendMessage", chat_id=siti, text="x", reply_markup=button)
    await people.press(siti, "Daftar")
    query = (await telegram.updates())[-1]["callback_query"]["id"]
    message = {"chat_id": siti, "message_id": sent["message_id"]}
    commands = [{"command": "start", "description": "Mulai"}]
    results = [
        await telegram.call("sendChatAction", chat_id=siti, action="typing"),
        await telegram.call("answerCallbackQuery", callback_query_id=query),
        await telegram.call("setMyCommands", commands=commands),
        await telegram.call("setMyDescription", description="Pelatihan gratis"),
        await telegram.call("deleteWebhook"),
        await telegram.call("pinChatMessage", **message),
        await telegram.call("unpinChatMessage", **message),
        await telegram.call("deleteMessage", **message),
        await telegram.call("deleteMessages", chat_id=siti, message_ids=[1, 2, 999]),
    ]
    assert results == [True] * 9


async def test_no_field_is_null(telegram: Telegram, people: Simulator, siti: int) -> None:
    await people.say(siti, "halo")
    await telegram.call(
        "sendVenue", chat_id=siti, latitude=-6, longitude=106, title="A", address="B"
    )
    texts = [await telegram.call("getUpdates"), await people.transcript(siti)]
    assert "None" not in repr(texts)


async def test_a_reply_shows_the_message_it_answers_as_it_is_now(
    telegram: Telegram, people: Simulator, siti: int
) -> None:
    said = await people.say(siti, "Kapan?")
    await telegram.call(
        "sendMessage",
        chat_id=siti,
        text="Senin",
        reply_parameters={"message_id": said["message_id"]},
    )
    await people.say(siti, "Kapan mulai?", edit_message_id=said["message_id"])
    answer = await people.last(siti)
    assert answer["reply_to_message"]["text"] == "Kapan mulai?"


async def test_a_lost_original_may_be_answered_if_asked_for(telegram: Telegram, siti: int) -> None:
    lost = {"message_id": 999, "allow_sending_without_reply": True}
    sent = await telegram.call("sendMessage", chat_id=siti, text="x", reply_parameters=lost)
    assert "reply_to_message" not in sent


async def test_a_venue_a_location_and_a_contact_arrive_whole(telegram: Telegram, siti: int) -> None:
    place = {"latitude": -6.12, "longitude": 106.15}
    venue = await telegram.call("sendVenue", chat_id=siti, **place, title="BLK", address="Serang")
    spot = await telegram.call("sendLocation", chat_id=siti, **place)
    card = {"phone_number": "+62811", "first_name": "Rina"}
    contact = await telegram.call("sendContact", chat_id=siti, **card)
    assert venue["venue"] == {"location": place, "title": "BLK", "address": "Serang"}
    assert (spot["location"], contact["contact"]) == (place, card)


async def test_commands_depend_on_scope_and_language(
    telegram: Telegram, people: Simulator, siti: int
) -> None:
    general = [{"command": "start", "description": "Mulai"}]
    english = [{"command": "start", "description": "Begin"}]
    staff = [{"command": "siaran", "description": "Kirim siaran"}]
    scope = {"type": "chat", "chat_id": siti}
    await telegram.call("setMyCommands", commands=general)
    await telegram.call("setMyCommands", commands=english, language_code="en")
    await telegram.call("setMyCommands", commands=staff, scope=scope)
    seen = [
        await telegram.call("getMyCommands"),
        await telegram.call("getMyCommands", language_code="en"),
        await telegram.call("getMyCommands", scope=scope),
        await telegram.call("getMyCommands", language_code="de"),
    ]
    assert seen == [general, english, staff, []]
    await telegram.call("deleteMyCommands", scope=scope)
    assert await telegram.call("getMyCommands", scope=scope) == []


async def test_texts_about_the_bot_fall_back_to_the_default_language(telegram: Telegram) -> None:
    await telegram.call("setMyShortDescription", short_description="Pelatihan kerja")
    await telegram.call("setMyShortDescription", short_description="Training", language_code="en")
    answers = [
        await telegram.call("getMyShortDescription", language_code=code)
        for code in ("", "en", "su")
    ]
    assert [answer["short_description"] for answer in answers] == [
        "Pelatihan kerja",
        "Training",
        "Pelatihan kerja",
    ]


async def test_the_menu_button_can_differ_by_chat(telegram: Telegram, siti: int) -> None:
    app = {"type": "web_app", "text": "Buka", "web_app": {"url": "https://x.id/"}}
    await telegram.call("setChatMenuButton", chat_id=siti, menu_button=app)
    assert await telegram.call("getChatMenuButton", chat_id=siti) == app
    assert await telegram.call("getChatMenuButton") == {"type": "commands"}


async def test_a_chat_can_be_looked_up(telegram: Telegram, people: Simulator, siti: int) -> None:
    await people.add_user("Siti", id=siti, about="Mencari kerja")
    chat = await telegram.call("getChat", chat_id=siti)
    member = await telegram.call("getChatMember", chat_id=siti, user_id=siti)
    assert (chat["id"], chat["type"], chat["bio"]) == (siti, "private", "Mencari kerja")
    assert (member["status"], member["user"]["first_name"]) == ("member", "Siti")


async def test_messages_are_forwarded_and_copied(
    telegram: Telegram, people: Simulator, siti: int
) -> None:
    said = await people.say(siti, "Lowongan las")
    source = {"chat_id": siti, "from_chat_id": siti, "message_id": said["message_id"]}
    forwarded = await telegram.call("forwardMessage", **source)
    copied = await telegram.call("copyMessage", **source)
    assert forwarded["forward_origin"]["sender_user"]["id"] == siti
    last = await people.last(siti)
    assert (copied, last["text"]) == ({"message_id": last["message_id"]}, "Lowongan las")
    assert "forward_origin" not in last
