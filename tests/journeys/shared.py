"""One running Jawara for a whole module of journeys, and a person with a phone for each of them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from bot.callbacks import Press
from bot.presses.eligibility import TellTrait
from bot.presses.registration import OpenForm, StartRegistration
from intake.applications.rows import ApplicationView, my_applications
from intake.registration.drafts import DraftView, open_draft
from people.accounts import CONSENT_VERSION, ensure_account, find_account, give_consent
from people.welcomes import finish_welcome
from storage.models import CourseClass, Programme, Wave
from tests.running import Running, running, stock
from tests.simulator import Json, Simulator, buttons, captions, running_emulator
from tests.templates import filled

NUMBERS = count(1)
CHECKING = tuple(f"{kind.code}:" for kind in (TellTrait, OpenForm))


@asynccontextmanager
async def shared_jawara(
    request: pytest.FixtureRequest, folder: Path, system: str
) -> AsyncIterator[Running]:
    """For fixtures of module scope, where everybody has an account of their own.

    It must break no rule of the API.
    """
    with filled(request, system, stock, folder) as url:
        async with running_emulator() as address, running(address, url, folder / "home") as here:
            yield here
            assert await here.telegram.violations() == []


def nik_of(number: int) -> str:
    """A NIK nobody else has: born in Kota Serang on 5 January 1999, a woman or a man by turns."""
    day = "45" if number % 2 else "05"
    return f"367301{day}0199{number:04d}"


class Seeker:
    """A person in a private chat who has agreed to the use of their data."""

    def __init__(self, jawara: Running, user: Json) -> None:
        self.jawara = jawara
        self.user = user
        self.id: int = user["id"]
        self.nik = nik_of(next(NUMBERS))

    @property
    def phone(self) -> Simulator:
        return self.jawara.telegram

    async def say(self, text: str, **more: Any) -> str:
        """The first answer's text is not always the last one's: see `heard`."""
        await self.phone.say(self.id, text, **more)
        return await self.screen()

    async def press(self, caption: str) -> str:
        """A button of the newest message that has it; the tap must be answered, too."""
        told = await self.phone.press(self.id, caption)
        assert told["answered"] or told["callback_query_id"] is None, f"no answer to {caption!r}"
        return await self.screen()

    async def press_old(self, press: Press, message: Json | None = None) -> Json:
        """A button as it may still stand on some message far above, or on this one; what the tap
        was answered.
        """
        message = message or await self.newest()
        return await self.phone.update(
            callback_query={
                "id": str(next(NUMBERS) + 10**9),
                "from": {key: self.user[key] for key in ("id", "is_bot", "first_name")},
                "message": message,
                "chat_instance": "1",
                "data": press.pack(),
            }
        )

    async def register_for(self, slug: str) -> str:
        """As by the button on a class's card, in the open example wave, up to the form.

        Questions on the way are answered by their first button, which the bundled rules like.
        """
        await self.press_old(StartRegistration(self.class_of(slug)))
        return await self.pass_check()

    async def pass_check(self) -> str:
        """From the first question of a check, or its verdict, to the form; nothing elsewhere."""
        while (data := (await self.data() or [""])[0]).startswith(CHECKING):
            press = Press.kinds[data.partition(":")[0]].parse(data)
            assert press is not None
            await self.press_old(press)
        return await self.screen()

    async def answer_all(self) -> str:
        """From the first question to the review, by words alone."""
        for text in ("Siti Aminah", self.nik, "ya", "081234560001", "smk", "kota serang"):
            await self.say(text)
        return await self.screen()

    async def heard(self) -> list[Json]:
        """All that the bot's messages say now."""
        return [m for m in await self.phone.transcript(self.id) if m["from"]["is_bot"]]

    async def newest(self) -> Json:
        """The bot's newest message: of a long chat, only that is fetched."""
        return await self.phone.last_of_bot(self.id)

    async def screen(self) -> str:
        """The newest text of the bot's."""
        return str((await self.newest()).get("text", ""))

    async def captions(self) -> list[str]:
        return captions(await self.newest())

    async def data(self) -> list[str]:
        """The callback data of the newest screen's buttons."""
        return [each.get("callback_data", "") for each in buttons(await self.newest())]

    def class_of(self, slug: str) -> int:
        with self.jawara.database.snapshot() as session:
            query = (
                select(CourseClass.id).join(Programme).join(Wave, CourseClass.wave_id == Wave.id)
            )
            return session.scalars(query.where(Programme.slug == slug, Wave.state == "open")).one()

    def account_id(self) -> int:
        with self.jawara.database.snapshot() as session:
            account = find_account(session, self.id)
            assert account is not None
            return account.id

    def draft(self) -> DraftView | None:
        with self.jawara.database.snapshot() as session:
            return open_draft(session, self.account_id())

    def applications(self) -> list[ApplicationView]:
        with self.jawara.database.snapshot() as session:
            return my_applications(session, self.account_id())


async def seeker(jawara: Running, name: str = "Siti", *, consents: bool = True) -> Seeker:
    """Somebody past the welcome, with the menu before them."""
    user = await jawara.telegram.add_user(name, language_code="id")
    person = Seeker(jawara, user)
    now = jawara.clock()
    with jawara.database.transaction() as session:
        account = ensure_account(session, person.id, language="id", now=now)
        session.flush()
        if consents:
            give_consent(session, account.id, CONSENT_VERSION, now)
        finish_welcome(session, account.id, now)
    await person.say("/menu")
    return person


def progress(text: str) -> str:
    """Where a registration stands: "Langkah 3 dari 7", or "Mengubah: nama"; "" where it is none."""
    lines = (line for line in text.splitlines() if line.startswith(("Langkah", "Mengubah")))
    return next(lines, "")
