"""How the bot comes by its updates."""

from __future__ import annotations

from typing import Any

from emulator.methods.call import Call


async def get_updates(call: Call) -> list[dict[str, Any]]:
    if "allowed_updates" in call.parameters:
        call.world.updates.allow(call.get("allowed_updates"))
    offset, limit = call.get("offset", 0), call.get("limit", 100)
    return await call.world.updates.poll(offset, limit, call.get("timeout", 0))


async def delete_webhook(call: Call) -> bool:
    """There never is a webhook here, so this is the truth; waiting updates may be dropped."""
    if call.get("drop_pending_updates"):
        call.world.updates.clear()
    return True


async def get_webhook_info(call: Call) -> dict[str, Any]:
    waiting = len(call.world.updates)
    return {"url": "", "has_custom_certificate": False, "pending_update_count": waiting}
