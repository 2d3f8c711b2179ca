"""Where the web application keeps what its handlers need."""

from __future__ import annotations

from aiohttp import web

from emulator.world import World

WORLD: web.AppKey[World] = web.AppKey("world", World)
