"""Forwarding and copying messages that are in a chat the bot knows."""

from __future__ import annotations

from typing import Any

from emulator.chats import Chat, Post
from emulator.errors import bad_request
from emulator.methods.call import Call
from emulator.methods.sending import caption_of, deliver

OWN = frozenset(
    {
        "message_id",
        "from",
        "sender_chat",
        "chat",
        "date",
        "edit_date",
        "reply_markup",
        "has_protected_content",
        "forward_origin",
    }
)

Json = dict[str, Any]


async def forward_message(call: Call) -> Json:
    source, post = _source(call, "message to forward not found")
    content = _content(post)
    origin = post.body.get("forward_origin") or _origin(source, post)
    return deliver(call, {"forward_origin": origin, **content})


async def copy_message(call: Call) -> Json:
    _, post = _source(call, "message to copy not found")
    content = _content(post)
    if "caption" in call.parameters and "text" not in content:
        content = {k: v for k, v in content.items() if not k.startswith("caption")}
        content |= caption_of(call).fields("caption")
    return {"message_id": deliver(call, content)["message_id"]}


def _source(call: Call, missing: str) -> tuple[Chat, Post]:
    chat = call.chat("from_chat_id")
    post = call.post(chat, missing)
    if post.body.get("has_protected_content"):
        verb = "forwarded" if call.method == "forwardMessage" else "copied"
        raise bad_request(f"message has protected content and can't be {verb}")
    return chat, post


def _content(post: Post) -> Json:
    return {name: value for name, value in post.body.items() if name not in OWN}


def _origin(chat: Chat, post: Post) -> Json:
    date = post.body["date"]
    if chat.kind == "channel":
        return {"type": "channel", "date": date, "chat": chat.info, "message_id": post.id}
    return {"type": "user", "date": date, "sender_user": post.body["from"]}
