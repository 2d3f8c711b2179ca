"""One call of a method: what was asked, and the things every method looks up."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from emulator.chats import Chat, Post
from emulator.errors import ApiError, bad_request, forbidden
from emulator.wire import Upload
from emulator.world import World

GROUPS = ("group", "supergroup")
EXPELLED = {
    "group": "bot was kicked from the group chat",
    "supergroup": "bot was kicked from the supergroup chat",
    "channel": "bot was kicked from the channel chat",
}
ABSENT = {
    "group": "bot is not a member of the group chat",
    "supergroup": "bot is not a member of the supergroup chat",
    "channel": "bot is not a member of the channel chat",
}

Json = dict[str, Any]


@dataclass(frozen=True)
class Call:
    world: World
    method: str
    parameters: Json
    uploads: dict[str, Upload] = field(default_factory=dict)

    def get(self, name: str, default: Any = None) -> Any:
        return self.parameters.get(name, default)

    def chat(self, name: str = "chat_id") -> Chat:
        """The chat addressed. Raises 400 "chat not found"."""
        given = str(self.get(name, "")).strip()
        if not given:
            raise bad_request("chat_id is empty")
        chat = self._found(given)
        if chat is None:
            raise bad_request("chat not found")
        return chat

    def writable_chat(self) -> Chat:
        """The chat addressed, if the bot may write to it. Raises 400 or 403."""
        chat = self.chat()
        refusal = self._refusal(chat)
        if refusal:
            raise refusal
        return chat

    def post(self, chat: Chat, missing: str) -> Post:
        """The message of `message_id`. Raises 400 with `missing` when there is none."""
        message_id = self.get("message_id") or 0
        if not message_id:
            raise bad_request("message identifier is not specified")
        post = chat.posts.get(message_id)
        if post is None:
            raise bad_request(missing)
        return post

    def _found(self, given: str) -> Chat | None:
        if given.startswith("@"):
            return self.world.chats.by_username(given[1:])
        try:
            return self.world.chats.get(int(given))
        except ValueError:
            return None

    def _refusal(self, chat: Chat) -> ApiError | None:
        if chat.kind == "private":
            person = self.world.people.get(chat.id)
            return person.refusal() if person else bad_request("chat not found")
        if chat.standing == "kicked":
            return forbidden(EXPELLED[chat.kind])
        return forbidden(ABSENT[chat.kind]) if chat.standing == "left" else None


Handler = Callable[[Call], Awaitable[Any]]
