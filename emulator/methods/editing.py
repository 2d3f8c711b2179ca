"""Editing what the bot has sent."""

from __future__ import annotations

from typing import Any

from emulator import markup
from emulator.chats import Chat, Post
from emulator.errors import bad_request
from emulator.methods.call import Call
from emulator.methods.media import content, file_of
from emulator.methods.sending import caption_of, text_of

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly "
    "the same as a current content and reply markup of the message"
)
CONTENT = ("text", "entities", "caption", "caption_entities", "photo", "document", "reply_markup")
CAPTIONED = ("photo", "document", "video", "animation", "audio", "voice")

Json = dict[str, Any]


async def edit_message_text(call: Call) -> Json:
    formatted = text_of(call)
    chat, post = _editable(call)
    if "text" not in post.body:
        raise bad_request("there is no text in the message to edit")
    body = _without(post.body, "text", "entities", "link_preview_options")
    if call.get("link_preview_options"):
        body["link_preview_options"] = call.get("link_preview_options")
    return _replace(call, chat, post, body | formatted.fields())


async def edit_message_caption(call: Call) -> Json:
    formatted = caption_of(call)
    chat, post = _editable(call)
    if not any(kind in post.body for kind in CAPTIONED):
        raise bad_request("there is no caption in the message to edit")
    body = _without(post.body, "caption", "caption_entities")
    return _replace(call, chat, post, body | formatted.fields("caption"))


async def edit_message_reply_markup(call: Call) -> Json:
    chat, post = _editable(call)
    return _replace(call, chat, post, post.body)


async def edit_message_media(call: Call) -> Json:
    media = call.get("media")
    kind = media.get("type")
    if kind not in ("photo", "document"):
        raise bad_request(f"can't parse InputMedia: type {kind} is not supported by this emulator")
    chat, post = _editable(call)
    file = file_of(call, kind, media.get("media"))
    captioned = Call(call.world, call.method, media)
    body = _without(post.body, "text", "entities", "caption", "caption_entities", *CAPTIONED)
    return _replace(
        call, chat, post, body | content(file) | caption_of(captioned).fields("caption")
    )


def _editable(call: Call) -> tuple[Chat, Post]:
    """The bot's own message to be edited. Raises 400 or 403."""
    if call.get("inline_message_id"):
        raise bad_request("MESSAGE_ID_INVALID")
    if not call.get("chat_id") and not call.get("message_id"):
        raise bad_request("message identifier is not specified")
    chat = call.writable_chat()
    post = call.post(chat, "message to edit not found")
    keyboard = call.get("reply_markup")
    # Telegram lets a bot edit only its messages without a keyboard or with an inline one.
    if not post.by_bot or post.bound or "forward_origin" in post.body:
        raise bad_request("message can't be edited")
    if keyboard and not markup.is_inline(keyboard):
        raise bad_request("inline keyboard expected")
    return chat, post


def _replace(call: Call, chat: Chat, post: Post, body: Json) -> Json:
    """The message with a new body; without a keyboard in the call, the old one goes."""
    body = _without(body, "reply_markup")
    if inline := markup.shown_inline(call.get("reply_markup")):
        body["reply_markup"] = inline
    if all(body.get(name) == post.body.get(name) for name in CONTENT):
        raise bad_request(NOT_MODIFIED)
    body["edit_date"] = call.world.clock.stamp()
    return call.world.republish(chat, Post(body, post.reply_to, by_bot=True))


def _without(body: Json, *names: str) -> Json:
    return {name: value for name, value in body.items() if name not in names}
