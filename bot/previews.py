"""Shows, as a live answer, what is written down as a call: the same that many will get."""

from typing import Any

from telegram import Message
from telegram.error import BadRequest
from telegram.ext import ExtBot

from bot.outgoing import Outgoing


class PreviewRefused(Exception):
    """Telegram would not take the message; `why`, in its words."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


async def preview(bot: ExtBot[Any], chat_id: int, outgoing: Outgoing) -> Message:
    """Raises PreviewRefused."""
    send: Any = {
        "sendMessage": bot.send_message,
        "sendPhoto": bot.send_photo,
        "sendDocument": bot.send_document,
    }[outgoing.method]
    try:
        shown: Message = await send(chat_id, **outgoing.parameters)
    except BadRequest as error:
        raise PreviewRefused(error.message) from None
    return shown
