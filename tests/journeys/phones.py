"""What the stories need beside `shared`: people who have never written before, and the hours."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from people.accounts import find_account
from storage.models import Account
from tests.journeys.shared import Seeker
from tests.running import Running
from tests.simulator import Json


async def newcomer(jawara: Running, name: str, *, language: str = "id") -> Seeker:
    """Somebody with a phone whom Jawara does not know yet."""
    return Seeker(jawara, await jawara.telegram.add_user(name, language_code=language))


async def until(jawara: Running, hour: int, minute: int = 0) -> datetime:
    """Let the clock run to that local time, the next day's where it is past, and deliver."""
    local = jawara.clock().astimezone(jawara.settings.zone)
    there = local.replace(hour=hour, minute=minute, second=0, microsecond=0)
    there += timedelta(days=there <= local)
    await jawara.later((there - local).total_seconds() + 1)
    return there


async def news(person: Seeker, before: Sequence[Json]) -> list[str]:
    """The texts of what came after `before`, a look at what was heard until then."""
    return [message.get("text", "") for message in (await person.heard())[len(before) :]]


async def shown(person: Seeker) -> str:
    """The newest text, where a file or a map has come below it."""
    return str([m["text"] for m in await person.heard() if "text" in m][-1])


async def send(person: Seeker, **content: Any) -> str:
    """A message of any kind that the phone can send: `sticker={…}`, `voice={…}`; what is said."""
    await person.phone.update(message=private(person, **content))
    return await person.screen()


def private(person: Seeker, **content: Any) -> Json:
    """A Message object from this person in their private chat."""
    sender = {key: person.user[key] for key in ("id", "is_bot", "first_name")}
    chat = {"id": person.id, "type": "private", "first_name": person.user["first_name"]}
    return {"from": sender, "chat": chat, **content}


def account_of(person: Seeker) -> Account | None:
    """As the database has it now."""
    with person.jawara.database.snapshot() as session:
        return find_account(session, person.id)
