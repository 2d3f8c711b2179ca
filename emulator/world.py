"""Everything one Telegram holds, and the moves that bots and people make in it."""

from __future__ import annotations

import zlib
from typing import Any

from emulator.bot import Bot
from emulator.callbacks import Callbacks
from emulator.chats import Chat, Chats, Post
from emulator.clock import Clock
from emulator.events import Events
from emulator.faults import Faults
from emulator.files import Files
from emulator.journal import Journal
from emulator.judge import Court
from emulator.people import People, Person
from emulator.state import Store
from emulator.updates import Updates

Json = dict[str, Any]


class World:
    def __init__(self, token: str, store: Store) -> None:
        self.store = store
        self.clock = Clock(store)
        self.bot = Bot(token, store)
        self.people = People(store)
        self.chats = Chats(store)
        self.updates = Updates(store, self.clock)
        self.callbacks = Callbacks(store, self.clock)
        self.files = Files(store)
        self.faults = Faults()
        self.journal = Journal()
        self.events = Events()
        self.court = Court()

    def private_chat(self, person: Person) -> Chat:
        return self.chats.open(person.chat())

    def chat_instance(self, chat: Chat) -> str:
        """What callback queries carry: a number that stays the same for a chat."""
        seed = f"{self.bot.id}/{chat.id}".encode()
        return str((zlib.crc32(seed) << 31 | zlib.crc32(seed[::-1])) + 1)

    async def send_update(self, kind: str, content: Json, update_id: int | None = None) -> Json:
        """Queue an update for the bot, as aiogram's models write it."""
        judge = await self.court.judge()
        number = self.updates.next_id() if update_id is None else update_id
        update = judge.made_update({"update_id": number, kind: content})
        self.updates.add(update)
        return update

    def publish(self, chat: Chat, post: Post) -> Json:
        """A new message appears in a chat; everyone who watches sees it."""
        self.chats.put(chat, post)
        shown = chat.view(post)
        self.events.tell("message", chat.id, message=shown)
        return shown

    def republish(self, chat: Chat, post: Post) -> Json:
        """A message has been edited."""
        self.chats.put(chat, post)
        shown = chat.view(post)
        self.events.tell("edited", chat.id, message=shown)
        return shown

    def unpublish(self, chat: Chat, message_id: int) -> None:
        """A message is gone, and with it the reply keyboard that it brought."""
        keyboard = chat.keyboard
        self.chats.remove(chat, message_id)
        self.events.tell("deleted", chat.id, message_id=message_id)
        if keyboard is not None and chat.keyboard is None:
            self.events.tell("keyboard", chat.id, keyboard=None)

    def show_keyboard(self, chat: Chat, keyboard: Json | None, message_id: int = 0) -> None:
        """The reply keyboard under the chat from now on; None takes it away."""
        if keyboard is None and chat.keyboard is None:
            return
        chat.keyboard, chat.keyboard_from = keyboard, message_id
        self.chats.keep(chat)
        self.events.tell("keyboard", chat.id, keyboard=keyboard)
