"""Editing and deleting."""

from __future__ import annotations

from typing import Any

import pytest_asyncio

from tests.emulator.telegram import Telegram
from tests.simulator import Simulator

NOT_MODIFIED = (
    400,
    (
        "Bad Request: message is not modified: specified new message content and reply markup are "
        "exactly the same as a current content and reply markup of the message"
    ),
)


@pytest_asyncio.fixture
async def message(telegram: Telegram, siti: int, button: dict[str, Any]) -> dict[str, Any]:
    """Addresses a message "<b>Gelombang</b> 2" that has one button."""
    sent = await telegram.call(
        "sendMessage",
        chat_id=siti,
        text="<b>Gelombang</b> 2",
        parse_mode="HTML",
        reply_markup=button,
    )
    return {"chat_id": siti, "message_id": sent["message_id"]}


async def test_the_same_text_entities_and_markup_are_no_modification(
    telegram: Telegram, message: dict[str, Any], button: dict[str, Any]
) -> None:
    same = {"text": "<strong>Gelombang</strong> 2 ", "parse_mode": "HTML"}
    refusal = await telegram.refusal("editMessageText", **message, **same, reply_markup=button)
    markup = await telegram.refusal("editMessageReplyMarkup", **message, reply_markup=button)
    assert (refusal, markup) == (NOT_MODIFIED, NOT_MODIFIED)


async def test_other_entities_or_another_keyboard_are_a_modification(
    telegram: Telegram, message: dict[str, Any], button: dict[str, Any]
) -> None:
    plain = await telegram.call(
        "editMessageText", **message, text="Gelombang 2", reply_markup=button
    )
    bare = await telegram.call("editMessageText", **message, text="Gelombang 2")
    assert "entities" not in plain
    assert "reply_markup" not in bare
    assert bare["edit_date"] >= bare["date"]


async def test_edits_show_in_the_transcript(
    telegram: Telegram, people: Simulator, siti: int, message: dict[str, Any]
) -> None:
    await telegram.call("editMessageText", **message, text="Gelombang 3")
    assert [shown["text"] for shown in await people.transcript(siti)] == ["/start", "Gelombang 3"]


async def test_a_message_with_a_reply_keyboard_cannot_be_edited(
    telegram: Telegram, siti: int
) -> None:
    for markup in ({"keyboard": [["a"]]}, {"remove_keyboard": True}, {"force_reply": True}):
        sent = await telegram.call("sendMessage", chat_id=siti, text="x", reply_markup=markup)
        place = {"chat_id": siti, "message_id": sent["message_id"]}
        refusal = await telegram.refusal("editMessageText", **place, text="y")
        assert refusal == (400, "Bad Request: message can't be edited")


async def test_captions_and_texts_are_not_mixed_up(
    telegram: Telegram, siti: int, message: dict[str, Any]
) -> None:
    sent = await telegram.upload("sendDocument", {"document": ("a.pdf", b"%PDF")}, chat_id=siti)
    paper = {"chat_id": siti, "message_id": sent["result"]["message_id"]}
    edited = await telegram.call("editMessageCaption", **paper, caption="Jadwal")
    assert edited["caption"] == "Jadwal"
    assert await telegram.refusal("editMessageCaption", **message, caption="x") == (
        400,
        "Bad Request: there is no caption in the message to edit",
    )
    assert await telegram.refusal("editMessageText", **paper, text="x") == (
        400,
        "Bad Request: there is no text in the message to edit",
    )


async def test_media_can_be_put_in_a_texts_place(
    telegram: Telegram, message: dict[str, Any]
) -> None:
    media = {"type": "document", "media": "attach://berkas", "caption": "<i>Kartu</i>"}
    answer = await telegram.upload(
        "editMessageMedia",
        {"berkas": ("kartu.pdf", b"%PDF")},
        **message,
        media={**media, "parse_mode": "HTML"},
    )
    edited = answer["result"]
    assert (edited["document"]["file_name"], edited["caption"]) == ("kartu.pdf", "Kartu")
    assert "text" not in edited


async def test_a_deleted_message_is_gone_and_not_found(
    telegram: Telegram, people: Simulator, siti: int, message: dict[str, Any]
) -> None:
    await telegram.call("deleteMessage", **message)
    assert [shown["text"] for shown in await people.transcript(siti)] == ["/start"]
    assert await telegram.refusal("deleteMessage", **message) == (
        400,
        "Bad Request: message to delete not found",
    )
    assert await telegram.refusal("editMessageText", **message, text="x") == (
        400,
        "Bad Request: message to edit not found",
    )


async def test_after_48_hours_a_message_stays(
    telegram: Telegram, people: Simulator, siti: int, message: dict[str, Any]
) -> None:
    await people.advance(48 * 3600 + 60)
    assert await telegram.refusal("deleteMessage", **message) == (
        400,
        "Bad Request: message can't be deleted",
    )
    number = message["message_id"]
    await telegram.call("deleteMessages", chat_id=siti, message_ids=[number])
    assert (await people.last(siti))["message_id"] == number
    assert (await telegram.call("editMessageText", **message, text="baru"))["text"] == "baru"


async def test_deleting_the_message_of_a_keyboard_takes_the_keyboard(
    telegram: Telegram, people: Simulator, siti: int
) -> None:
    markup = {"keyboard": [["Menu"]]}
    sent = await telegram.call("sendMessage", chat_id=siti, text="x", reply_markup=markup)
    await telegram.call("deleteMessage", chat_id=siti, message_id=sent["message_id"])
    assert await people.keyboard(siti) == []
