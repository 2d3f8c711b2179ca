"""Looking up chats and their members; pinned messages."""

from __future__ import annotations

from typing import Any

from emulator.chats import Chat
from emulator.errors import bad_request
from emulator.methods.call import Call

GIFTS = {
    "unlimited_gifts": True,
    "limited_gifts": True,
    "unique_gifts": True,
    "premium_subscription": True,
    "gifts_from_channels": True,
}
ADMIN_RIGHTS = [
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
]

Json = dict[str, Any]


async def get_chat(call: Call) -> Json:
    """ChatFullInfo with what the emulator knows."""
    chat = call.chat()
    told = {"accent_color_id": abs(chat.id) % 7, "max_reaction_count": 11}
    info: Json = {**chat.info, **told, "accepted_gift_types": GIFTS}
    person = call.world.people.get(chat.id)
    if person and person.about:
        info["bio"] = person.about
    if chat.info.get("username"):
        info["active_usernames"] = [chat.info["username"]]
    if chat.pinned and (post := chat.posts.get(chat.pinned[-1])):
        info["pinned_message"] = chat.view(post)
    return info


async def get_chat_member(call: Call) -> Json:
    chat = call.chat()
    user_id = call.get("user_id")
    if user_id == call.world.bot.id:
        return _member(chat.standing, call.world.bot.user())
    person = call.world.people.get(user_id)
    if person is None:
        raise bad_request("PARTICIPANT_ID_INVALID" if user_id else "invalid user_id specified")
    here = chat.id == user_id or (chat.kind != "private" and _has_spoken(chat, user_id))
    return _member("member" if here else "left", person.user)


async def pin_chat_message(call: Call) -> bool:
    chat = call.writable_chat()
    post = call.post(chat, "message to pin not found")
    if post.id in chat.pinned:
        chat.pinned.remove(post.id)
    chat.pinned.append(post.id)
    return _keep_pins(call, chat)


async def unpin_chat_message(call: Call) -> bool:
    chat = call.writable_chat()
    message_id = call.get("message_id") or (chat.pinned[-1] if chat.pinned else 0)
    if message_id not in chat.pinned:
        raise bad_request("message to unpin not found")
    chat.pinned.remove(message_id)
    return _keep_pins(call, chat)


async def unpin_all_chat_messages(call: Call) -> bool:
    chat = call.writable_chat()
    chat.pinned.clear()
    return _keep_pins(call, chat)


def _keep_pins(call: Call, chat: Chat) -> bool:
    call.world.chats.keep(chat)
    call.world.events.tell("pinned", chat.id, message_ids=list(chat.pinned))
    return True


def _has_spoken(chat: Chat, user_id: int) -> bool:
    return any(post.body.get("from", {}).get("id") == user_id for post in chat.posts.values())


def _member(status: str, user: Json) -> Json:
    if status == "administrator":
        rights = dict.fromkeys(ADMIN_RIGHTS, True)
        return {
            "status": status,
            "user": user,
            "can_be_edited": False,
            "is_anonymous": False,
        } | rights
    if status == "kicked":
        return {"status": status, "user": user, "until_date": 0}
    return {"status": status, "user": user}
