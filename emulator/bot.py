"""The bot's own account: who it is, its commands, what it says about itself."""

from __future__ import annotations

import json
import re
from typing import Any

from emulator.state import Store

TOKEN = re.compile(r"(\d{1,19}):[A-Za-z0-9_-]{3,}")
ABILITIES = {
    "can_join_groups": True,
    "can_read_all_group_messages": False,
    "supports_inline_queries": False,
    "can_connect_to_business": False,
    "has_main_web_app": False,
}
DEFAULT_MENU = {"type": "commands"}

Json = dict[str, Any]


class Bot:
    def __init__(self, token: str, store: Store) -> None:
        found = TOKEN.fullmatch(token)
        if not found:
            raise ValueError("a bot token looks like 123456:ABC-DEF")
        self.token = token
        self.id = int(found[1])
        self._store = store
        names = {"first_name": "Bot", "username": f"emulated_{self.id}_bot"}
        self._names: Json = store.value("bot", "names", names)
        self._texts: Json = store.value("bot", "texts", {})
        self._menus: Json = store.value("bot", "menus", {})
        self.commands: dict[str, list[Json]] = store.value("bot", "commands", {})

    def user(self) -> Json:
        """The bot as the sender of its messages."""
        return {"id": self.id, "is_bot": True, **self._names}

    def me(self) -> Json:
        """What getMe returns."""
        return {**self.user(), **ABILITIES}

    def rename(self, **names: str) -> None:
        self._names = {**self._names, **{key: name for key, name in names.items() if name}}
        self._store.put("bot", "names", self._names)

    @property
    def username(self) -> str:
        return str(self._names["username"])

    def text(self, kind: str, language: str = "") -> str:
        """The name, description or short_description in a language, else the default one."""
        texts = self._texts.get(kind, {})
        return str(texts.get(language) or texts.get("") or "")

    def set_text(self, kind: str, language: str, text: str) -> None:
        texts = {**self._texts.get(kind, {}), language: text}
        self._texts = {**self._texts, kind: {key: told for key, told in texts.items() if told}}
        self._store.put("bot", "texts", self._texts)

    def menu(self, chat_id: int | None) -> Json:
        """The menu button of a private chat, or the default one."""
        default: Json = self._menus.get("0", DEFAULT_MENU)
        chosen: Json = self._menus.get(str(chat_id or 0), default)
        return chosen

    def set_menu(self, chat_id: int | None, button: Json) -> None:
        key = str(chat_id or 0)
        self._menus = {**self._menus, key: button}
        if button == {"type": "default"}:
            del self._menus[key]
        self._store.put("bot", "menus", self._menus)

    def set_commands(self, scope: Json, language: str, commands: list[Json]) -> None:
        key = command_key(scope, language)
        self.commands = {**self.commands, key: commands}
        if not commands:
            del self.commands[key]
        self._store.put("bot", "commands", self.commands)

    def commands_for(self, chat_id: int, kind: str, language: str) -> list[Json]:
        """What a person sees behind the menu button, by Telegram's order of scopes."""
        wide = "all_private_chats" if kind == "private" else "all_group_chats"
        for scope in ({"type": "chat", "chat_id": chat_id}, {"type": wide}, {"type": "default"}):
            for code in (language, ""):
                if found := self.commands.get(command_key(scope, code)):
                    return found
        return []


def command_key(scope: Json, language: str) -> str:
    return json.dumps([dict(sorted(scope.items())), language])
