"""Users: made, listed, blocking and unblocking the bot, gone for good."""

from __future__ import annotations

from typing import Any

from aiohttp import web

from emulator.errors import SimError
from emulator.people import Person
from emulator.sim.asking import body_of, number, person_of, reply, world_of
from emulator.world import World

TEXTS = ("first_name", "last_name", "username", "language_code", "about", "phone_number")
LARGEST_CROWD = 100_000

Json = dict[str, Any]


async def add_user(request: web.Request) -> web.Response:
    told = await body_of(request)
    world = world_of(request)
    for name in TEXTS:
        if not isinstance(told.get(name, ""), str):
            raise SimError(400, f"{name} must be a string")
    if "id" in told and told["id"] is not None:
        told["id"] = number(told["id"], "id")
    known = world.people.get(told.get("id") or 0)
    if known is None and not told.get("first_name"):
        raise SimError(400, "first_name is missing")
    person = world.people.add(told)
    world.private_chat(person)
    world.events.tell("user", person.id, user=person.card())
    return reply(person.card())


async def list_users(request: web.Request) -> web.Response:
    world = world_of(request)
    ours = [one for one in world.people if not (one.user.get("is_bot") or one.in_crowd)]
    return reply([person.card() for person in ours])


async def gather(request: web.Request) -> web.Response:
    """POST /sim/crowd: many users at once, who have all started the bot some time ago."""
    told, world = await body_of(request), world_of(request)
    first_id, count = number(told.get("first_id"), "first_id"), number(told.get("count"), "count")
    if first_id < 1 or not 1 <= count <= LARGEST_CROWD:
        raise SimError(400, f"first_id must be positive, count from 1 to {LARGEST_CROWD}")
    for user_id in range(first_id, first_id + count):
        person = world.people.add({"id": user_id, "first_name": "Orang", "language_code": "id"})
        person.started = person.in_crowd = True
        world.people.keep(person)
        world.private_chat(person)
    return reply({"users": count})


async def block(request: web.Request) -> web.Response:
    person = person_of(request)
    if not person.blocked:
        await turn_away(world_of(request), person, blocked=True)
    return reply(person.card())


async def unblock(request: web.Request) -> web.Response:
    person = person_of(request)
    if person.blocked:
        await turn_away(world_of(request), person, blocked=False)
    return reply(person.card())


async def deactivate(request: web.Request) -> web.Response:
    world, person = world_of(request), person_of(request)
    person.deactivated = True
    _tell(world, person)
    return reply(person.card())


async def turn_away(world: World, person: Person, *, blocked: bool) -> None:
    """Block or unblock the bot; it hears of it as my_chat_member."""
    person.blocked = blocked
    _tell(world, person)
    member: Json = {"status": "member", "user": world.bot.user()}
    kicked: Json = {"status": "kicked", "user": world.bot.user(), "until_date": 0}
    old, new = (member, kicked) if blocked else (kicked, member)
    change = {
        "chat": person.chat(),
        "from": person.user,
        "date": world.clock.stamp(),
        "old_chat_member": old,
        "new_chat_member": new,
    }
    await world.send_update("my_chat_member", change)


def _tell(world: World, person: Person) -> None:
    world.people.keep(person)
    world.events.tell("user", person.id, user=person.card())
