"""Pressing inline buttons and waiting for the bot's answer."""

from __future__ import annotations

from typing import Any

from aiohttp import web

from emulator.chats import Chat, Post
from emulator.errors import SimError
from emulator.people import Person
from emulator.sim.asking import body_of, number, person_of, reply, seconds, world_of
from emulator.world import World

PATIENCE_S = 10.0
UNANSWERED = {"answered": False, "text": None, "show_alert": False, "url": None}

Json = dict[str, Any]


async def press(request: web.Request) -> web.Response:
    """POST /sim/users/{id}/press: {message_id, row, column} or {message_id, text}"""
    world, person = world_of(request), person_of(request)
    told = await body_of(request)
    if person.blocked or person.deactivated:
        raise SimError(409, "this user has blocked the bot or is deactivated")
    chat = world.private_chat(person)
    post = _post(chat, told)
    button = _button(post, told)
    if "callback_data" not in button:
        copied = button.get("copy_text", {}).get("text")
        extra = {"url": button.get("url"), "copied": copied}
        return reply({"callback_query_id": None, **UNANSWERED, **extra})
    query_id = await ask(world, person, chat, post, button)
    answer = await world.callbacks.wait(query_id, _patience(told))
    told_back = {"answered": True, **answer} if answer else UNANSWERED
    return reply({"callback_query_id": query_id, **told_back})


async def ask(world: World, person: Person, chat: Chat, post: Post, button: Json) -> str:
    """The callback query of a pressed button goes to the bot; its id."""
    await world.court.judge()
    query_id = world.callbacks.ask(chat.id)
    query = {
        "id": query_id,
        "from": person.user,
        "message": chat.view(post),
        "chat_instance": world.chat_instance(chat),
        "data": button["callback_data"],
    }
    await world.send_update("callback_query", query)
    return query_id


def _post(chat: Chat, told: Json) -> Post:
    message_id = number(told.get("message_id"), "message_id")
    post = chat.posts.get(message_id)
    if post is None:
        raise SimError(404, f"there is no message {message_id} in this chat")
    if "reply_markup" not in post.body:
        raise SimError(404, f"message {message_id} has no inline buttons")
    return post


def _button(post: Post, told: Json) -> Json:
    rows: list[list[Json]] = post.body["reply_markup"]["inline_keyboard"]
    if "text" in told:
        found = [button for row in rows for button in row if button["text"] == told["text"]]
        if not found:
            raise SimError(404, f"message {post.id} has no button {told['text']!r}")
        return found[0]
    row, column = number(told.get("row"), "row"), number(told.get("column"), "column")
    if not (0 <= row < len(rows) and 0 <= column < len(rows[row])):
        raise SimError(404, f"message {post.id} has no button at row {row}, column {column}")
    return rows[row][column]


def _patience(told: Json) -> float:
    return max(0.0, min(60.0, seconds(told.get("wait_s", PATIENCE_S), "wait_s")))
