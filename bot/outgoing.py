"""One Bot API call in the words of the API, written down before it is known to whom it goes."""

import html
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from telegram import TelegramObject
from telegram.constants import ParseMode

from bot.screens import NO_PREVIEW, Screen

TAG = re.compile(r"<[^>]*>")
WORDS = ("text", "caption")


@dataclass(frozen=True)
class Outgoing:
    """A call without its `chat_id`, and without the `message_id` of what it changes.

    Parameters that are None are left out. A picture or document goes by its `file_id`.
    """

    method: str
    parameters: Mapping[str, Any]

    @property
    def changes(self) -> bool:
        """It edits or deletes a message that was sent before."""
        return self.method.startswith(("edit", "delete"))

    @cached_property
    def written(self) -> bytes:
        """The parameters as they go over the wire, encoded once for however many people."""
        given = {name: value for name, value in self.parameters.items() if value is not None}
        return json.dumps(given, default=_plainly).encode()

    def addressed(
        self, chat_id: int, message_id: int | None = None, *, paid: bool = False
    ) -> bytes:
        """The body of the request: a JSON object. What changes a message is never paid for."""
        whom = f'{{"chat_id": {chat_id}'
        if paid and not self.changes:
            whom += ', "allow_paid_broadcast": true'
        if message_id is not None:
            whom += f', "message_id": {message_id}'
        comma = b"" if self.written == b"{}" else b", "
        return whom.encode() + comma + self.written[1:]

    def in_plain_words(self) -> "Outgoing":
        """The same without formatting."""
        plain = dict(self.parameters, parse_mode=None)
        for name in WORDS:
            if plain.get(name):
                plain[name] = html.unescape(TAG.sub("", plain[name]))
        return Outgoing(self.method, plain)


def sent_as(screen: Screen) -> Outgoing:
    """The call that shows this screen as a message of its own."""
    return Outgoing(
        "sendMessage",
        {
            "text": screen.text,
            "parse_mode": ParseMode.HTML,
            "reply_markup": screen.markup,
            "link_preview_options": NO_PREVIEW,
        },
    )


def _plainly(value: object) -> object:
    if isinstance(value, TelegramObject):
        return value.to_dict()
    raise TypeError(f"{type(value).__name__} has no place in a call")
