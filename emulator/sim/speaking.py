"""What a person sends: text, contact, location, files, and edits of their own messages."""

from __future__ import annotations

from typing import Any

from aiohttp import web

from emulator import markup, pictures, wire
from emulator.chats import Chat, Post
from emulator.entities import format_text
from emulator.errors import SimError
from emulator.files import Files
from emulator.methods.media import content as shown_file
from emulator.methods.sending import MAX_CAPTION, MAX_TEXT
from emulator.people import Person
from emulator.sim.asking import body_of, number, person_of, reply, world_of
from emulator.sim.people import turn_away
from emulator.wire import Upload
from emulator.world import World

Json = dict[str, Any]


async def say(request: web.Request) -> web.Response:
    """POST /sim/users/{id}/messages"""
    world, person = world_of(request), person_of(request)
    if request.content_type.startswith("multipart/"):
        told, uploads = await wire.read(request)
        content = _file_content(world.files, told, uploads)
    else:
        told = await body_of(request)
        content = _content(person, told)
    await _come_back(world, person, told)
    if told.get("edit_message_id"):
        return reply(await _edit(world, person, told, content))
    return reply(await send(world, person, content, _reply_to(world, person, told)))


async def send(world: World, person: Person, content: Json, reply_to: int | None = None) -> Json:
    """A person's message appears in their chat and in the bot's updates."""
    await world.court.judge()
    chat = world.private_chat(person)
    body = {
        "message_id": world.chats.next_id(chat),
        "from": person.user,
        "chat": chat.info,
        "date": world.clock.stamp(),
        **content,
    }
    if not person.started:
        person.started = True
        world.people.keep(person)
        world.events.tell("user", person.id, user=person.card())
    shown = world.publish(chat, Post(body, reply_to))
    _use_up_keyboard(world, chat, content)
    await world.send_update("message", shown)
    return shown


async def _edit(world: World, person: Person, told: Json, content: Json) -> Json:
    chat = world.private_chat(person)
    post = chat.posts.get(number(told["edit_message_id"], "edit_message_id"))
    if post is None or post.by_bot:
        raise SimError(404, "there is no such message of this user")
    if "text" not in post.body or "text" not in content:
        raise SimError(400, "only a text can be edited, and only into a text")
    kept = {key: value for key, value in post.body.items() if key != "entities"}
    body = {**kept, **content, "edit_date": world.clock.stamp()}
    shown = world.republish(chat, Post(body, post.reply_to))
    await world.send_update("edited_message", shown)
    return shown


async def _come_back(world: World, person: Person, told: Json) -> None:
    """Who has blocked the bot can't write to it; /start is the client's "restart" button."""
    if person.deactivated:
        raise SimError(409, "this account is deactivated")
    if not person.blocked:
        return
    if not str(told.get("text", "")).startswith("/start"):
        raise SimError(409, "this user has blocked the bot; unblock it first")
    await turn_away(world, person, blocked=False)


def _content(person: Person, told: Json) -> Json:
    if "text" in told:
        return _text_content(told)
    if told.get("contact"):
        return {"contact": _contact(person, told)}
    if isinstance(told.get("location"), dict):
        return {"location": _location(told["location"])}
    raise SimError(400, "send text, contact, location or a multipart file")


def _text_content(told: Json) -> Json:
    if not isinstance(told["text"], str):
        raise SimError(400, "text must be a string")
    formatted = format_text(told["text"], told.get("parse_mode"), told.get("entities"))
    if not formatted.text:
        raise SimError(400, "text is empty")
    if len(formatted.text) > MAX_TEXT:
        raise SimError(400, f"text is longer than {MAX_TEXT} characters")
    return formatted.fields()


def _contact(person: Person, told: Json) -> Json:
    """One's own card by default; {"contact": {…}} sends any other."""
    own = {"phone_number": told.get("phone_number") or person.phone_number}
    names = ("first_name", "last_name")
    own |= {name: person.user[name] for name in names if name in person.user}
    if isinstance(told["contact"], dict):
        if not told["contact"].get("phone_number"):
            raise SimError(400, "contact.phone_number is missing")
        return {"first_name": person.user["first_name"], **told["contact"]}
    return {**own, "user_id": person.id}


def _location(told: Json) -> Json:
    try:
        return {"latitude": float(told["latitude"]), "longitude": float(told["longitude"])}
    except (KeyError, TypeError, ValueError):
        raise SimError(400, "location needs latitude and longitude") from None


def _file_content(files: Files, told: Json, uploads: dict[str, Upload]) -> Json:
    upload = uploads.get("file")
    if upload is None:
        raise SimError(400, 'the multipart body has no "file" part')
    picture = pictures.kind_and_size(upload.data) is not None
    wanted = told.get("as") or ("photo" if picture and _is_image(upload) else "document")
    if wanted not in ("photo", "document"):
        raise SimError(400, '"as" must be photo or document')
    caption = format_text(told.get("caption") or "")
    if len(caption.text) > MAX_CAPTION:
        raise SimError(400, f"caption is longer than {MAX_CAPTION} characters")
    return shown_file(files.add(wanted, upload)) | caption.fields("caption")


def _is_image(upload: Upload) -> bool:
    return upload.mime_type.startswith("image/")


def _reply_to(world: World, person: Person, told: Json) -> int | None:
    if not told.get("reply_to_message_id"):
        return None
    message_id = number(told["reply_to_message_id"], "reply_to_message_id")
    if message_id not in world.private_chat(person).posts:
        raise SimError(404, f"there is no message {message_id} to reply to")
    return message_id


def _use_up_keyboard(world: World, chat: Chat, content: Json) -> None:
    """A one-time keyboard goes when one of its buttons has been used."""
    if not chat.keyboard or not chat.keyboard.get("one_time_keyboard"):
        return
    shared = "contact" in content or "location" in content
    if shared or content.get("text") in markup.captions(chat.keyboard):
        world.show_keyboard(chat, None)
