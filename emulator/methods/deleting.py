"""Deleting messages, one or many."""

from __future__ import annotations

from emulator.chats import Chat, Post
from emulator.errors import bad_request
from emulator.methods.call import Call

KEPT_S = 48 * 3600
MAX_IDS = 100


async def delete_message(call: Call) -> bool:
    chat = call.chat()
    post = call.post(chat, "message to delete not found")
    if not _deletable(call, chat, post):
        raise bad_request("message can't be deleted")
    call.world.unpublish(chat, post.id)
    return True


async def delete_messages(call: Call) -> bool:
    """Those that can't be found or deleted are passed over in silence, as Telegram does."""
    chat = call.chat()
    numbers = call.get("message_ids")
    if not numbers:
        raise bad_request("message identifiers are not specified")
    if len(numbers) > MAX_IDS:
        raise bad_request("too many message identifiers specified")
    for number in numbers:
        post = chat.posts.get(number)
        if post is not None and _deletable(call, chat, post):
            call.world.unpublish(chat, number)
    return True


def _deletable(call: Call, chat: Chat, post: Post) -> bool:
    rules = chat.standing == "administrator"
    if rules and chat.kind != "private":
        return True
    if not post.by_bot and chat.kind != "private":
        return False
    return call.world.clock.now() - float(post.body["date"]) <= KEPT_S
