"""Reading control API requests, and answering them."""

from __future__ import annotations

import json
from typing import Any

from aiohttp import web

from emulator import jsontext
from emulator.errors import SimError
from emulator.keys import WORLD
from emulator.people import Person
from emulator.world import World

Json = dict[str, Any]


def world_of(request: web.Request) -> World:
    return request.app[WORLD]


def person_of(request: web.Request) -> Person:
    """The user named in the path. Raises SimError 404."""
    return world_of(request).people.named(number(request.match_info["user_id"], "user id"))


async def body_of(request: web.Request) -> Json:
    """The JSON object sent, {} for none. Raises SimError 400."""
    try:
        told = jsontext.decode(await request.read() or b"{}")
    except ValueError:
        raise SimError(400, "the body is not JSON") from None
    if not isinstance(told, dict):
        raise SimError(400, "the body must be a JSON object")
    return told


def number(value: Any, name: str) -> int:
    try:
        return int(value)
    except (TypeError, ValueError):
        raise SimError(400, f"{name} must be a whole number") from None


def seconds(value: Any, name: str) -> float:
    try:
        return float(value)
    except (TypeError, ValueError):
        raise SimError(400, f"{name} must be a number of seconds") from None


def reply(value: Any) -> web.Response:
    return web.json_response(body=json.dumps(value, ensure_ascii=False).encode())
