"""Where each conversation stands, read from the domain's own rows: there is no second store."""

from collections.abc import Callable
from typing import Any

from sqlalchemy.orm import Session
from telegram.ext import BasePersistence, PersistenceInput

from storage.database import Database

Key = tuple[int | str, ...]
Reader = Callable[[Session], dict[int, object]]
"""Gives Telegram id → the state a person's conversation is in."""

NOTHING = PersistenceInput(bot_data=False, chat_data=False, user_data=False, callback_data=False)


class DraftPersistence(BasePersistence[dict[Any, Any], dict[Any, Any], dict[Any, Any]]):
    """At start each conversation goes on where its draft says; nothing is written here."""

    def __init__(self, database: Database, readers: dict[str, Reader]) -> None:
        super().__init__(store_data=NOTHING, update_interval=3600)
        self._database = database
        self._readers = readers

    async def get_conversations(self, name: str) -> dict[Key, object]:
        states = await self._database.read(self._readers[name])
        return {(person, person): state for person, state in states.items()}

    async def update_conversation(self, name: str, key: Key, new_state: object | None) -> None:
        """The answer that led to the new state is in the draft already."""

    async def get_user_data(self) -> dict[int, dict[Any, Any]]:
        return {}

    async def get_chat_data(self) -> dict[int, dict[Any, Any]]:
        return {}

    async def get_bot_data(self) -> dict[Any, Any]:
        return {}

    async def get_callback_data(self) -> None:
        return None

    async def update_user_data(self, user_id: int, data: dict[Any, Any]) -> None:
        """Nothing is kept beside the database."""

    async def update_chat_data(self, chat_id: int, data: dict[Any, Any]) -> None:
        """Nothing is kept beside the database."""

    async def update_bot_data(self, data: dict[Any, Any]) -> None:
        """Nothing is kept beside the database."""

    async def update_callback_data(self, data: Any) -> None:
        """Nothing is kept beside the database."""

    async def drop_chat_data(self, chat_id: int) -> None:
        """Nothing is kept beside the database."""

    async def drop_user_data(self, user_id: int) -> None:
        """Nothing is kept beside the database."""

    async def refresh_user_data(self, user_id: int, user_data: dict[Any, Any]) -> None:
        """Nothing is kept beside the database."""

    async def refresh_chat_data(self, chat_id: int, chat_data: dict[Any, Any]) -> None:
        """Nothing is kept beside the database."""

    async def refresh_bot_data(self, bot_data: dict[Any, Any]) -> None:
        """Nothing is kept beside the database."""

    async def flush(self) -> None:
        """Nothing waits to be written."""
