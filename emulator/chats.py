"""Chats, their messages, and the keyboard that lies open in each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from emulator.state import Store

Json = dict[str, Any]


@dataclass
class Post:
    """A message of a chat. `body` is the Bot API Message; it is replaced, never changed."""

    body: Json
    reply_to: int | None = None
    by_bot: bool = False
    # A reply keyboard, its removal or a forced reply came along: such a message can't be edited.
    bound: bool = False

    @property
    def id(self) -> int:
        return int(self.body["message_id"])


@dataclass
class Chat:
    """`info` is the Bot API Chat, `standing` the bot's own ChatMember status in it."""

    info: Json
    posts: dict[int, Post] = field(default_factory=dict)
    keyboard: Json | None = None
    keyboard_from: int = 0
    pinned: list[int] = field(default_factory=list)
    standing: str = "member"
    last_id: int = 0

    @property
    def id(self) -> int:
        return int(self.info["id"])

    @property
    def kind(self) -> str:
        return str(self.info["type"])

    def view(self, post: Post) -> Json:
        """The Message object as Telegram shows it now, with the message it replies to."""
        original = self.posts.get(post.reply_to) if post.reply_to else None
        if original is None:
            return post.body
        return {**post.body, "reply_to_message": original.body}

    def transcript(self, last: int | None = None, *, by_bot: bool = False) -> list[Json]:
        """Oldest first; only so many of the newest, or only the bot's, where that is asked."""
        asked = (post for post in reversed(self.posts.values()) if post.by_bot or not by_bot)
        return [self.view(post) for post in islice(asked, last)][::-1]


class Chats:
    """All chats. Private chats and small groups number their messages together, as one account
    does on Telegram; supergroups and channels count for themselves."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._by_id: dict[int, Chat] = {}
        self._last_id: int = store.value("counter", "message_id", 0)
        for key, value in store.all("chat"):
            self._by_id[int(key)] = Chat(**value)
        posts = [Post(**value) for _, value in store.all("post")]
        for post in sorted(posts, key=lambda post: post.id):
            self._by_id[post.body["chat"]["id"]].posts[post.id] = post

    def __iter__(self) -> Iterator[Chat]:
        return iter(self._by_id.values())

    def get(self, chat_id: int) -> Chat | None:
        return self._by_id.get(chat_id)

    def by_username(self, username: str) -> Chat | None:
        wanted = username.lower()
        public = (chat for chat in self._by_id.values() if chat.kind != "private")
        return next((c for c in public if c.info.get("username", "").lower() == wanted), None)

    def open(self, info: Json) -> Chat:
        """The chat of this Chat object; made when new, its title and names brought up to date."""
        chat = self._by_id.setdefault(info["id"], Chat(info))
        chat.info = info
        self.keep(chat)
        return chat

    def next_id(self, chat: Chat) -> int:
        if chat.kind in ("supergroup", "channel"):
            chat.last_id += 1
            self.keep(chat)
            return chat.last_id
        self._last_id += 1
        self._store.put("counter", "message_id", self._last_id)
        return self._last_id

    def note_id(self, chat: Chat, message_id: int) -> None:
        """A message came in with an id of its own: count on from there."""
        if chat.kind in ("supergroup", "channel"):
            chat.last_id = max(chat.last_id, message_id)
            self.keep(chat)
        else:
            self._last_id = max(self._last_id, message_id)
            self._store.put("counter", "message_id", self._last_id)

    def put(self, chat: Chat, post: Post) -> None:
        chat.posts[post.id] = post
        value = {"body": post.body, "reply_to": post.reply_to}
        flags = {"by_bot": post.by_bot, "bound": post.bound}
        self._store.put("post", f"{chat.id}/{post.id}", value | flags)

    def remove(self, chat: Chat, message_id: int) -> None:
        del chat.posts[message_id]
        self._store.drop("post", f"{chat.id}/{message_id}")
        if message_id in chat.pinned:
            chat.pinned.remove(message_id)
        if chat.keyboard_from == message_id:
            chat.keyboard = None
        self.keep(chat)

    def keep(self, chat: Chat) -> None:
        names = ("info", "keyboard", "keyboard_from", "standing", "last_id")
        value = {name: getattr(chat, name) for name in names}
        self._store.put("chat", chat.id, value | {"pinned": list(chat.pinned)})
