"""Levers: the clock, faults, the bot's name, and updates of any kind."""

from __future__ import annotations

from typing import Any

from aiohttp import web

from emulator.errors import SimError
from emulator.sim.asking import body_of, number, reply, seconds, world_of
from emulator.sim.observing import completed, observe

Json = dict[str, Any]


async def read_clock(request: web.Request) -> web.Response:
    return reply(world_of(request).clock.reading())


async def set_clock(request: web.Request) -> web.Response:
    clock, told = world_of(request).clock, await body_of(request)
    if "offset_s" in told:
        clock.set_offset(seconds(told["offset_s"], "offset_s"))
    elif "advance_s" in told:
        clock.set_offset(clock.offset_s + seconds(told["advance_s"], "advance_s"))
    else:
        raise SimError(400, "give offset_s or advance_s")
    world_of(request).events.tell("clock", 0, **clock.reading())
    return reply(clock.reading())


async def read_faults(request: web.Request) -> web.Response:
    return reply(world_of(request).faults.ordered)


async def order_faults(request: web.Request) -> web.Response:
    faults = world_of(request).faults
    faults.order(await body_of(request))
    return reply(faults.ordered)


async def lift_faults(request: web.Request) -> web.Response:
    world_of(request).faults.lift()
    return reply({})


async def rename_bot(request: web.Request) -> web.Response:
    bot, told = world_of(request).bot, await body_of(request)
    names = {key: told[key] for key in ("username", "first_name") if key in told}
    if not all(isinstance(name, str) for name in names.values()):
        raise SimError(400, "username and first_name must be strings")
    bot.rename(**names)
    return reply({"me": bot.me()})


async def post_update(request: web.Request) -> web.Response:
    """POST /sim/updates: any Update; what it leaves out is filled in."""
    world, told = world_of(request), await body_of(request)
    judge = await world.court.judge()
    kinds = [key for key in told if key != "update_id"]
    if len(kinds) != 1 or not isinstance(told[kinds[0]], dict):
        raise SimError(400, "an Update holds exactly one object beside update_id")
    given = told.get("update_id")
    number_ = world.updates.next_id() if given is None else number(given, "update_id")
    content = completed(world, kinds[0], told[kinds[0]])
    update = judge.made_update({"update_id": number_, kinds[0]: content})
    if kinds[0] not in update:
        raise SimError(400, f"Updates have no {kinds[0]!r}")
    observe(world, kinds[0], update[kinds[0]])
    world.updates.add(update)
    return reply(update)
