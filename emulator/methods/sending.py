"""Sending: what all messages have in common, and those that are no more than themselves."""

from __future__ import annotations

from typing import Any

from emulator import markup
from emulator.chats import Chat, Post
from emulator.entities import Formatted, format_text
from emulator.errors import bad_request
from emulator.methods.call import Call

MAX_TEXT = 4096
MAX_CAPTION = 1024
VENUE = (
    "title",
    "address",
    "foursquare_id",
    "foursquare_type",
    "google_place_id",
    "google_place_type",
)
ACTIONS = frozenset(
    [
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "record_audio",
        "upload_audio",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    ]
)

Json = dict[str, Any]


async def send_message(call: Call) -> Json:
    formatted = text_of(call)
    preview = call.get("link_preview_options")
    if call.get("disable_web_page_preview"):
        preview = {"is_disabled": True}
    content = formatted.fields()
    return deliver(call, {**content, "link_preview_options": preview} if preview else content)


async def send_location(call: Call) -> Json:
    return deliver(call, {"location": place_of(call)})


async def send_venue(call: Call) -> Json:
    told = {name: call.get(name) for name in VENUE if call.get(name)}
    location = place_of(call)
    # Telegram puts the bare location beside the venue for old clients.
    return deliver(call, {"venue": {"location": location, **told}, "location": location})


async def send_contact(call: Call) -> Json:
    names = ("phone_number", "first_name", "last_name", "vcard")
    for name in names[:2]:
        if not call.get(name):
            raise bad_request(f"{name.replace('_', ' ')} must be non-empty")
    return deliver(call, {"contact": {n: call.get(n) for n in names if call.get(n)}})


async def send_chat_action(call: Call) -> bool:
    chat = call.writable_chat()
    if call.get("action") not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    call.world.events.tell("action", chat.id, action=call.get("action"))
    return True


def text_of(call: Call) -> Formatted:
    """The text to send or to put in a message's place. Raises 400 when empty or too long."""
    if not call.get("text"):
        raise bad_request("message text is empty")
    formatted = _known(call, call.get("text"), call.get("entities"))
    if not formatted.text:
        raise bad_request("message text is empty")
    if len(formatted.text) > MAX_TEXT:
        raise bad_request("message is too long")
    return formatted


def caption_of(call: Call) -> Formatted:
    """The caption given, perhaps empty. Raises 400 when it is too long."""
    formatted = _known(call, call.get("caption") or "", call.get("caption_entities"))
    if len(formatted.text) > MAX_CAPTION:
        raise bad_request("message caption is too long")
    return formatted


def place_of(call: Call) -> Json:
    latitude, longitude = call.get("latitude"), call.get("longitude")
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise bad_request("wrong location coordinates specified")
    names = ("horizontal_accuracy", "live_period", "heading", "proximity_alert_radius")
    told = {name: call.get(name) for name in names if call.get(name)}
    return {"latitude": latitude, "longitude": longitude, **told}


def deliver(call: Call, content: Json, chat: Chat | None = None) -> Json:
    """Put a message of the bot into the chat addressed and return it. Raises 400 or 403."""
    chat = chat or call.writable_chat()
    world = call.world
    reply_to = _replied(call, chat)
    keyboard = call.get("reply_markup")
    message_id = world.chats.next_id(chat)
    sender = {"sender_chat": chat.info} if chat.kind == "channel" else {"from": world.bot.user()}
    body = {"message_id": message_id, **sender, "chat": chat.info, "date": world.clock.stamp()}
    body |= content
    if call.get("protect_content"):
        body["has_protected_content"] = True
    if inline := markup.shown_inline(keyboard):
        body["reply_markup"] = inline
    bound = bool(keyboard) and not markup.is_inline(keyboard)
    shown = world.publish(chat, Post(body, reply_to, by_bot=True, bound=bound))
    _turn_keyboard(call, chat, message_id)
    return shown


def _turn_keyboard(call: Call, chat: Chat, message_id: int) -> None:
    keyboard = call.get("reply_markup") or {}
    if "keyboard" in keyboard:
        call.world.show_keyboard(chat, keyboard, message_id)
    elif keyboard.get("remove_keyboard"):
        call.world.show_keyboard(chat, None)


def _replied(call: Call, chat: Chat) -> int | None:
    """The id of the message replied to, if any. Raises 400 when it is not there."""
    told = call.get("reply_parameters") or {}
    message_id = told.get("message_id") or call.get("reply_to_message_id")
    if not message_id:
        return None
    elsewhere = told.get("chat_id") and str(told["chat_id"]) != str(chat.id)
    if message_id in chat.posts and not elsewhere:
        return int(message_id)
    if told.get("allow_sending_without_reply") or call.get("allow_sending_without_reply"):
        return None
    raise bad_request("message to be replied not found")


def _known(call: Call, text: str, entities: list[Json] | None) -> Formatted:
    """Format a text; mentions by id become whole users, unknown ones are no mentions."""
    formatted = format_text(text, call.get("parse_mode"), entities)
    kept = []
    for entity in formatted.entities:
        if entity["type"] == "text_mention":
            person = call.world.people.get(entity["user"]["id"])
            if person is None:
                continue
            entity = {**entity, "user": person.user}
        kept.append(entity)
    return Formatted(formatted.text, kept)
