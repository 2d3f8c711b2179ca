"""The bot about itself: names, descriptions, commands, menu button."""

from __future__ import annotations

import re
from typing import Any

from emulator.bot import command_key
from emulator.errors import bad_request
from emulator.methods.call import Call, Handler

LANGUAGE = re.compile(r"([a-z]{2})?")
COMMAND = re.compile(r"/?[a-z0-9_]{1,32}")
LONGEST = {"name": 64, "description": 512, "short_description": 120}
MAX_COMMANDS = 100
MAX_COMMAND_DESCRIPTION = 256

Json = dict[str, Any]


async def get_me(call: Call) -> Json:
    return call.world.bot.me()


async def set_my_commands(call: Call) -> bool:
    commands = [_command(told) for told in call.get("commands")]
    if len(commands) > MAX_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    return _keep_commands(call, commands)


async def delete_my_commands(call: Call) -> bool:
    return _keep_commands(call, [])


async def get_my_commands(call: Call) -> list[Json]:
    key = command_key(_scope(call), _language(call))
    return call.world.bot.commands.get(key, [])


async def set_chat_menu_button(call: Call) -> bool:
    call.world.bot.set_menu(call.get("chat_id"), call.get("menu_button") or {"type": "default"})
    call.world.events.tell("commands", call.get("chat_id") or 0)
    return True


async def get_chat_menu_button(call: Call) -> Json:
    return call.world.bot.menu(call.get("chat_id"))


def setter(kind: str) -> Handler:
    """setMyName, setMyDescription or setMyShortDescription."""

    async def set_text(call: Call) -> bool:
        text = (call.get(kind) or "").strip()
        if len(text) > LONGEST[kind]:
            raise bad_request(f"bot {kind.replace('_', ' ')} is too long")
        call.world.bot.set_text(kind, _language(call), text)
        if kind == "name" and not _language(call):
            call.world.bot.rename(first_name=text)
        return True

    return set_text


def getter(kind: str) -> Handler:
    """getMyName, getMyDescription or getMyShortDescription."""

    async def get_text(call: Call) -> Json:
        bot = call.world.bot
        default = bot.user()["first_name"] if kind == "name" else ""
        return {kind: bot.text(kind, _language(call)) or default}

    return get_text


def _keep_commands(call: Call, commands: list[Json]) -> bool:
    scope = _scope(call)
    call.world.bot.set_commands(scope, _language(call), commands)
    call.world.events.tell("commands", int(scope.get("chat_id", 0)))
    return True


def _command(told: Json) -> Json:
    description = told["description"].strip()
    if not COMMAND.fullmatch(told["command"]):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= len(description) <= MAX_COMMAND_DESCRIPTION:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": told["command"].removeprefix("/"), "description": description}


def _scope(call: Call) -> Json:
    """The scope asked for; a chat in it must be one the bot knows."""
    scope = dict(call.get("scope") or {"type": "default"})
    if "chat_id" in scope:
        addressed = Call(call.world, call.method, {"chat_id": str(scope["chat_id"])})
        scope["chat_id"] = addressed.chat().id
    return scope


def _language(call: Call) -> str:
    code = call.get("language_code") or ""
    if not LANGUAGE.fullmatch(code):
        raise bad_request("invalid language code specified")
    return str(code)
