"""What the emulator learns from an update that was handed to it whole."""

from __future__ import annotations

from typing import Any

from emulator.chats import Post
from emulator.entities import format_text
from emulator.errors import ApiError
from emulator.world import World

NEW = ("message", "channel_post")
EDITED = ("edited_message", "edited_channel_post")

Json = dict[str, Any]


def completed(world: World, kind: str, content: Json) -> Json:
    """Fill in the number, date and found entities that a sent message always has."""
    if kind not in NEW + EDITED or not isinstance(content.get("chat"), dict):
        return content
    made: Json = {"date": world.clock.stamp(), **content}
    if "message_id" not in made and _is_chat(made["chat"]):
        chat = world.chats.get(made["chat"]["id"]) or world.chats.open(made["chat"])
        made["message_id"] = world.chats.next_id(chat)
    for text, entities in (("text", "entities"), ("caption", "caption_entities")):
        if isinstance(made.get(text), str) and entities not in made:
            made |= _found(made[text], entities)
    return made


def observe(world: World, kind: str, content: Json) -> None:
    """Remember the people, chats and messages seen, so that the bot can answer there."""
    if sender := content.get("from"):
        person = world.people.meet(sender)
        if content.get("chat", {}).get("type") == "private" and not person.started:
            person.started = True
            world.people.keep(person)
    if kind in NEW + EDITED:
        _see_message(world, kind, content)
    elif kind == "callback_query":
        chat_id = content.get("message", {}).get("chat", {}).get("id", 0)
        world.callbacks.ask(chat_id, content["id"])
    elif kind == "my_chat_member":
        chat = world.chats.open(content["chat"])
        if chat.kind != "private":
            chat.standing = content["new_chat_member"]["status"]
            world.chats.keep(chat)


def _see_message(world: World, kind: str, content: Json) -> None:
    chat = world.chats.open(content["chat"])
    world.chats.note_id(chat, content["message_id"])
    replied = content.get("reply_to_message", {}).get("message_id")
    body = {key: value for key, value in content.items() if key != "reply_to_message"}
    if replied and replied not in chat.posts:
        body["reply_to_message"] = content["reply_to_message"]
    post = Post(body, replied, by_bot=content.get("from", {}).get("id") == world.bot.id)
    if kind in EDITED and post.id in chat.posts:
        world.republish(chat, post)
    else:
        world.publish(chat, post)


def _is_chat(told: Json) -> bool:
    return isinstance(told.get("id"), int) and isinstance(told.get("type"), str)


def _found(text: str, key: str) -> Json:
    try:
        formatted = format_text(text)
    except ApiError:
        return {}
    # Offsets only hold for the very text that was given.
    return {key: formatted.entities} if formatted.text == text and formatted.entities else {}
