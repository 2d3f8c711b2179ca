"""What can be looked at: transcripts, keyboards, calls, violations, the queue, files."""

from __future__ import annotations

from urllib.parse import quote

from aiohttp import web

from emulator.chats import Chat
from emulator.errors import SimError
from emulator.sim.asking import number, person_of, reply, seconds, world_of


async def user_messages(request: web.Request) -> web.Response:
    chat = world_of(request).private_chat(person_of(request))
    last = number(request.query["last"], "last") if "last" in request.query else None
    if last is not None and last < 0:
        raise SimError(400, "last must not be negative")
    return reply(chat.transcript(last, by_bot=request.query.get("by") == "bot"))


async def chat_messages(request: web.Request) -> web.Response:
    return reply(_chat(request).transcript())


async def list_chats(request: web.Request) -> web.Response:
    return reply([chat.info for chat in world_of(request).chats])


async def keyboard(request: web.Request) -> web.Response:
    world, person = world_of(request), person_of(request)
    return reply(world.private_chat(person).keyboard)


async def requests(request: web.Request) -> web.Response:
    after = number(request.query.get("after", 0), "after")
    return reply(world_of(request).journal.after(after))


async def accepted(request: web.Request) -> web.Response:
    after = number(request.query.get("after", 0), "after")
    having = request.query.get("having", "")
    found = world_of(request).journal.accepted_after(after, having)
    return reply([message.row() for message in found])


async def violations(request: web.Request) -> web.Response:
    return reply(world_of(request).journal.violations())


async def pending(request: web.Request) -> web.Response:
    wait_s = min(60.0, max(0.0, seconds(request.query.get("wait_s", 0), "wait_s")))
    return reply({"pending": await world_of(request).updates.wait_empty(wait_s)})


async def bot(request: web.Request) -> web.Response:
    """The bot as its profile shows it; ?user_id= gives what that person's menu holds."""
    world = world_of(request)
    user_id = number(request.query.get("user_id", 0), "user_id")
    person = world.people.get(user_id)
    language = person.user.get("language_code", "") if person else ""
    return reply(
        {
            "me": world.bot.me(),
            "commands": world.bot.commands_for(user_id, "private", language),
            "description": world.bot.text("description", language),
            "short_description": world.bot.text("short_description", language),
            "menu_button": world.bot.menu(user_id or None),
        }
    )


async def file(request: web.Request) -> web.Response:
    world = world_of(request)
    found = world.files.get(request.match_info["file_id"])
    if found is None:
        raise SimError(404, "there is no such file")
    kind = found.mime_type if "/" in found.mime_type else "application/octet-stream"
    # Only pictures are shown in place: nothing a person uploads may run as part of the page.
    place = "inline" if found.kind == "photo" else "attachment"
    headers = {
        "Content-Type": kind,
        "Content-Disposition": f"{place}; filename*=UTF-8''{quote(found.name)}",
        "X-Content-Type-Options": "nosniff",
    }
    return web.Response(body=world.files.read(found), headers=headers)


def _chat(request: web.Request) -> Chat:
    chat_id = number(request.match_info["chat_id"], "chat id")
    chat = world_of(request).chats.get(chat_id)
    if chat is None:
        raise SimError(404, f"there is no chat {chat_id}")
    return chat
