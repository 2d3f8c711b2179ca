"""Telegram's own words for what it refuses."""

from __future__ import annotations

from typing import Any

import pytest

from tests.emulator.telegram import Telegram
from tests.simulator import Simulator

KEYBOARD_ERROR = "Bad Request: can't parse reply keyboard markup JSON object"
TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"


@pytest.mark.parametrize(
    ("method", "parameters", "description"),
    [
        ("sendMessage", {}, "Bad Request: message text is empty"),
        ("sendPhoto", {}, "Bad Request: there is no photo in the request"),
        ("editMessageText", {"text": "x"}, "Bad Request: message identifier is not specified"),
        ("sendMessage", {"text": "hai"}, "Bad Request: chat_id is empty"),
        ("sendMessage", {"chat_id": "", "text": "hai"}, "Bad Request: chat_id is empty"),
        ("sendMessage", {"chat_id": 42, "text": "hai"}, "Bad Request: chat not found"),
        ("sendMessage", {"chat_id": "abc", "text": "hai"}, "Bad Request: chat not found"),
        ("sendMessage", {"chat_id": "@tidak_ada", "text": "hai"}, "Bad Request: chat not found"),
        ("answerCallbackQuery", {}, TOO_OLD),
        ("answerCallbackQuery", {"callback_query_id": "123"}, TOO_OLD),
        ("getFile", {"file_id": "xyz"}, "Bad Request: invalid file_id"),
        ("getFile", {}, "Bad Request: invalid file_id"),
        ("setMyCommands", {"commands": "{"}, "Bad Request: can't parse commands JSON object"),
        (
            "setMyCommands",
            {"commands": [{"command": "Besar", "description": "x"}]},
            "Bad Request: BOT_COMMAND_INVALID",
        ),
    ],
)
async def test_requests_without_a_chat_are_refused(
    telegram: Telegram, method: str, parameters: dict[str, Any], description: str
) -> None:
    assert await telegram.refusal(method, **parameters) == (400, description)


@pytest.mark.parametrize(
    ("method", "parameters", "description"),
    [
        ("sendMessage", {}, "message text is empty"),
        ("sendMessage", {"text": ""}, "message text is empty"),
        ("sendMessage", {"text": " \n "}, "message text is empty"),
        ("sendMessage", {"text": "<b></b>", "parse_mode": "HTML"}, "message text is empty"),
        ("sendMessage", {"text": "x", "parse_mode": "BBCode"}, "unsupported parse_mode"),
        ("sendMessage", {"text": "x" * 4097}, "message is too long"),
        (
            "sendMessage",
            {"text": "x", "reply_parameters": {"message_id": 999}},
            "message to be replied not found",
        ),
        ("sendPhoto", {}, "there is no photo in the request"),
        ("sendDocument", {}, "there is no document in the request"),
        ("sendDocument", {"document": "xyz"}, "wrong file identifier/HTTP URL specified"),
        ("sendDocument", {"document": "https://x.id/a.pdf"}, "failed to get HTTP URL content"),
        ("sendLocation", {"longitude": 106}, "latitude is empty"),
        ("sendChatAction", {"action": "thinking"}, "wrong parameter action in request"),
        ("editMessageText", {"text": "x"}, "message identifier is not specified"),
        ("editMessageText", {"text": "x", "message_id": 999}, "message to edit not found"),
        ("editMessageText", {"text": "x", "message_id": 1}, "message can't be edited"),
        ("editMessageReplyMarkup", {"message_id": 999}, "message to edit not found"),
        ("deleteMessage", {}, "message identifier is not specified"),
        ("deleteMessage", {"message_id": 999}, "message to delete not found"),
        ("deleteMessages", {"message_ids": []}, "message identifiers are not specified"),
        ("pinChatMessage", {"message_id": 999}, "message to pin not found"),
    ],
)
async def test_requests_to_a_chat_are_refused(
    telegram: Telegram, siti: int, method: str, parameters: dict[str, Any], description: str
) -> None:
    refusal = await telegram.refusal(method, chat_id=siti, **parameters)
    assert refusal == (400, f"Bad Request: {description}")


@pytest.mark.parametrize(
    ("markup", "description"),
    [
        ("{", KEYBOARD_ERROR),
        ("[]", "Bad Request: object expected as reply markup"),
        (
            {"inline_keyboard": {}},
            'Bad Request: field "inline_keyboard" must be of type Array',
        ),
        (
            {"inline_keyboard": [{}]},
            'Bad Request: field "inline_keyboard" must be an Array of Arrays',
        ),
        (
            {"inline_keyboard": [[{"text": "a"}]]},
            (
                "Bad Request: can't parse inline keyboard button: "
                "Text buttons are unallowed in the inline keyboard"
            ),
        ),
        (
            {"inline_keyboard": [[{"text": "a", "callback_data": ""}]]},
            "Bad Request: BUTTON_DATA_INVALID",
        ),
        (
            {"inline_keyboard": [[{"text": "a", "callback_data": "x" * 65}]]},
            "Bad Request: BUTTON_DATA_INVALID",
        ),
        (
            {"inline_keyboard": [[{"text": "a", "callback_data": "é" * 33}]]},
            "Bad Request: BUTTON_DATA_INVALID",
        ),
        (
            {"inline_keyboard": [[{"text": "a", "url": "http://localhost/"}]]},
            (
                "Bad Request: inline keyboard button URL 'http://localhost/' is invalid: "
                "Wrong HTTP URL"
            ),
        ),
    ],
)
async def test_keyboards_are_refused(
    telegram: Telegram, siti: int, markup: object, description: str
) -> None:
    refusal = await telegram.refusal("sendMessage", chat_id=siti, text="x", reply_markup=markup)
    assert refusal == (400, description)


async def test_callback_data_may_have_64_bytes(telegram: Telegram, siti: int) -> None:
    for data in ("x", "x" * 64, "é" * 32):
        markup = {"inline_keyboard": [[{"text": "a", "callback_data": data}]]}
        sent = await telegram.call("sendMessage", chat_id=siti, text="x", reply_markup=markup)
        assert sent["reply_markup"] == markup


async def test_lengths_count_code_points_after_parsing(telegram: Telegram, siti: int) -> None:
    text = "<b>" + "😀" * 4096 + "</b>"
    sent = await telegram.call("sendMessage", chat_id=siti, text=text, parse_mode="HTML")
    assert sent["entities"] == [{"type": "bold", "offset": 0, "length": 8192}]
    assert len(sent["text"]) == 4096


async def test_a_caption_may_have_1024_characters(telegram: Telegram, siti: int) -> None:
    file = {"document": ("a.txt", b"isi")}
    parts = {"chat_id": siti, "parse_mode": "HTML"}
    fits = await telegram.upload("sendDocument", file, **parts, caption=f"<i>{'x' * 1024}</i>")
    long = await telegram.upload("sendDocument", file, **parts, caption="x" * 1025)
    assert fits["result"]["caption"] == "x" * 1024
    assert long["description"] == "Bad Request: message caption is too long"


async def test_tokens_and_methods_that_do_not_exist(
    telegram: Telegram, url: str, people: Simulator
) -> None:
    for token in ("", "abc", "1:x", "4839574812:AAFD39kkdpWt3ywyRZergyOLMaJhac60qd"):
        async with Telegram(url, token) as stranger:
            assert await stranger.refusal("getMe") == (401, "Unauthorized")
    assert await telegram.refusal("getYou") == (404, "Not Found: method not found")
    assert await people.violations() == ["getYou: no such method"]


async def test_method_names_are_case_insensitive(telegram: Telegram) -> None:
    assert await telegram.call("GETME") == await telegram.call("getme")


async def test_a_method_that_exists_but_not_here_is_an_honest_error(
    telegram: Telegram, people: Simulator
) -> None:
    code, description = await telegram.refusal("banChatMember", chat_id=-1, user_id=1)
    assert (code, description) == (
        501,
        "Not Implemented: banChatMember is not implemented by this emulator",
    )
    assert await people.violations() == ["banChatMember: not implemented by this emulator"]


async def test_an_unknown_parameter_is_ignored_and_noted(
    telegram: Telegram, people: Simulator, siti: int
) -> None:
    markup = {"inline_keyboard": [[{"text": "a", "callback_data": "b", "colour": "red"}]]}
    sent = await telegram.call(
        "sendMessage", chat_id=siti, text="x", colour="red", reply_markup=markup
    )
    assert sent["reply_markup"] == {"inline_keyboard": [[{"text": "a", "callback_data": "b"}]]}
    assert await people.violations() == [
        "sendMessage: unknown parameter colour",
        "sendMessage.reply_markup.inline_keyboard: unknown field colour",
    ]


async def test_a_mistyped_parameter_is_noted(
    telegram: Telegram, people: Simulator, siti: int
) -> None:
    await telegram.call("sendMessage", chat_id=siti, text="x", disable_notification="mungkin")
    await telegram.refusal("sendMessage", chat_id=siti, text="x", entities="[{}]")
    assert await people.violations() == [
        "disable_notification: 'mungkin' is no Boolean",
        "sendMessage: entities.0.type: Field required",
    ]


async def test_text_that_is_no_unicode_is_refused(telegram: Telegram, siti: int) -> None:
    body = f'{{"chat_id": {siti}, "text": "\\ud800"}}'
    headers = {"Content-Type": "application/json"}
    url = f"{telegram.base}/sendMessage"
    async with telegram.session.post(url, data=body, headers=headers) as response:
        assert (response.status, (await response.json())["ok"]) == (400, False)
