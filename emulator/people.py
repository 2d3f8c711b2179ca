"""The users of this Telegram, and what each of them has done to the bot."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from emulator.errors import ApiError, SimError, forbidden
from emulator.state import Store

FIRST_ID = 5_201_000_001
TOLD = ("first_name", "last_name", "username", "language_code")


@dataclass
class Person:
    """A user: `user` is the Bot API User object."""

    user: dict[str, Any]
    about: str = ""
    phone_number: str = ""
    started: bool = False
    blocked: bool = False
    deactivated: bool = False
    in_crowd: bool = False
    """One of many that nobody looks at: the page does not list them."""

    @property
    def id(self) -> int:
        return int(self.user["id"])

    def chat(self) -> dict[str, Any]:
        """The private chat with this person, as a Bot API Chat."""
        names = ("first_name", "last_name", "username")
        told = {key: self.user[key] for key in names if key in self.user}
        return {"id": self.id, **told, "type": "private"}

    def card(self) -> dict[str, Any]:
        """The user as the control API shows them."""
        flags = {"started": self.started, "blocked": self.blocked}
        return {**self.user, "about": self.about, **flags, "deactivated": self.deactivated}

    def refusal(self) -> ApiError | None:
        """Why the bot may not write to this person, if it may not."""
        if self.deactivated:
            return forbidden("user is deactivated")
        if self.blocked:
            return forbidden("bot was blocked by the user")
        if not self.started:
            return forbidden("bot can't initiate conversation with a user")
        return None


class People:
    def __init__(self, store: Store) -> None:
        self._store = store
        self._by_id = {int(key): Person(**value) for key, value in store.all("person")}

    def __iter__(self) -> Iterator[Person]:
        return iter(sorted(self._by_id.values(), key=lambda person: person.id))

    def get(self, user_id: int) -> Person | None:
        return self._by_id.get(user_id)

    def named(self, user_id: int) -> Person:
        """The person with this id. Raises SimError 404."""
        person = self._by_id.get(user_id)
        if person is None:
            raise SimError(404, f"there is no user {user_id}")
        return person

    def add(self, told: dict[str, Any]) -> Person:
        """A new person, or the known one of that `id`, brought up to date."""
        user_id = int(told.get("id") or self._next_id())
        person = self._by_id.get(user_id) or Person({"id": user_id, "is_bot": False})
        person.user = {**person.user, **{key: told[key] for key in TOLD if told.get(key)}}
        person.about = str(told.get("about") or person.about)
        person.phone_number = str(
            told.get("phone_number") or person.phone_number or _phone(user_id)
        )
        self._by_id[user_id] = person
        self.keep(person)
        return person

    def meet(self, user: dict[str, Any]) -> Person:
        """Remember a User object seen inside an update."""
        person = self._by_id.get(user["id"])
        if person is None:
            person = Person(dict(user), phone_number=_phone(user["id"]))
            self._by_id[person.id] = person
        person.user = {**person.user, **user}
        self.keep(person)
        return person

    def keep(self, person: Person) -> None:
        self._store.put("person", person.id, asdict(person))

    def _next_id(self) -> int:
        ours = [user_id for user_id in self._by_id if user_id >= FIRST_ID]
        return max(ours, default=FIRST_ID - 1) + 1


def _phone(user_id: int) -> str:
    """A made-up number of the Indonesian mobile kind, the same for the same user."""
    return f"628110{user_id % 10_000_000:07d}"
