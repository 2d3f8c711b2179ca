"""The control API on one page."""

from __future__ import annotations

from aiohttp import web

from emulator.sim import control, people, pressing, reading, speaking, watching

ROUTES = [
    web.post("/sim/users", people.add_user),
    web.get("/sim/users", people.list_users),
    web.post("/sim/crowd", people.gather),
    web.post("/sim/users/{user_id}/messages", speaking.say),
    web.get("/sim/users/{user_id}/messages", reading.user_messages),
    web.post("/sim/users/{user_id}/press", pressing.press),
    web.get("/sim/users/{user_id}/keyboard", reading.keyboard),
    web.post("/sim/users/{user_id}/block", people.block),
    web.post("/sim/users/{user_id}/unblock", people.unblock),
    web.post("/sim/users/{user_id}/deactivate", people.deactivate),
    web.get("/sim/chats", reading.list_chats),
    web.get("/sim/chats/{chat_id}/messages", reading.chat_messages),
    web.get("/sim/files/{file_id}", reading.file),
    web.post("/sim/updates", control.post_update),
    web.get("/sim/requests", reading.requests),
    web.get("/sim/accepted", reading.accepted),
    web.get("/sim/violations", reading.violations),
    web.get("/sim/pending", reading.pending),
    web.get("/sim/bot", reading.bot),
    web.post("/sim/bot", control.rename_bot),
    web.get("/sim/clock", control.read_clock),
    web.post("/sim/clock", control.set_clock),
    web.get("/sim/faults", control.read_faults),
    web.post("/sim/faults", control.order_faults),
    web.delete("/sim/faults", control.lift_faults),
    web.get("/sim/events", watching.events),
]
