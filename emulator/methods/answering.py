"""Answers to pressed inline buttons."""

from __future__ import annotations

import re

from emulator.errors import bad_request
from emulator.methods.call import Call

MAX_TEXT = 200


async def answer_callback_query(call: Call) -> bool:
    text = call.get("text") or ""
    if len(text) > MAX_TEXT:
        raise bad_request("MESSAGE_TOO_LONG")
    url = call.get("url") or None
    if url and not _opens_bot(url, call.world.bot.username):
        raise bad_request("URL_INVALID")
    answer = {"text": text or None, "show_alert": bool(call.get("show_alert")), "url": url}
    chat_id = call.world.callbacks.answer(call.get("callback_query_id"), answer)
    told = {"callback_query_id": call.get("callback_query_id"), **answer}
    call.world.events.tell("answer", chat_id, answer=told)
    return True


def _opens_bot(url: str, username: str) -> bool:
    """Beside games, only a link that starts the bot with a parameter is allowed here."""
    own = re.escape(username)
    pattern = rf"(?:https?://)?(?:t\.me|telegram\.me)/{own}\?start=.*|tg://.*"
    return re.fullmatch(pattern, url, re.IGNORECASE) is not None
