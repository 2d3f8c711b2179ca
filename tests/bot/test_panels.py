"""Panels: edited only where there is news, and one that can't be does no harm to another."""

from collections.abc import AsyncIterator, Iterator
from contextlib import closing
from datetime import timedelta
from typing import Any

import pytest

from announcements import broadcasts
from announcements.audiences import Audience
from announcements.filling import work
from announcements.panels import panels_due, panels_missing
from announcements.recipients import fill_step
from bot.context import House
from bot.finding import Finder
from bot.panels import OPENED_AFTER, UNSEEN, Panels, open_panel
from people.accounts import choose_language
from storage.database import Database
from tests.bot.bare import bot_at
from tests.cast import BUDI, NOW, RINA, SITI, WIB, Person, open_database, welcome
from tests.simulator import Simulator, running_emulator

SECOND = timedelta(seconds=1)


class Office:
    """Two authors with phones, each with a broadcast that runs and rests on nobody's phone yet."""

    def __init__(self, telegram: Simulator, bot: Any, database: Database) -> None:
        self.telegram, self.bot, self.database = telegram, bot, database
        self.now = NOW
        self.house = House(
            database, lambda: self.now, WIB, Finder(database), human="", bulk_rate=10
        )
        self.panels = Panels(bot, self.house)
        self.siti, self.budi = (self.begun(person) for person in (SITI, BUDI))

    def begun(self, person: Person) -> int:
        with self.database.transaction() as session:
            author = welcome(session, person)
            view = broadcasts.begin_draft(session, author, actor=person.name, now=NOW)
            broadcasts.write_text(session, view.id, html=f"Dari <b>{person.name}</b>")
            broadcasts.choose_audience(session, view.id, Audience())
            broadcasts.submit(
                session, view.id, actor=person.name, start_at=None, approve_above=9, now=NOW
            )
            return view.id

    async def said(self, person: Person) -> list[str]:
        """What the bot's messages say in that person's chat, the first line of each."""
        messages = await self.telegram.transcript(person.telegram_id)
        return [m["text"].splitlines()[0] for m in messages if m["from"]["is_bot"]]

    async def edits(self) -> int:
        calls = await self.telegram.requests()
        return sum(call["method"].lower() == "editmessagetext" for call in calls)

    async def pause(self, broadcast_id: int) -> None:
        await self.house.database.write(broadcasts.pause, broadcast_id, actor="test", now=self.now)


@pytest.fixture
def database(sqlite_url: str) -> Iterator[Database]:
    with closing(open_database(sqlite_url)) as opened:
        with opened.transaction() as session:
            welcome(session, RINA)
        yield opened


@pytest.fixture
async def office(database: Database) -> AsyncIterator[Office]:
    async with (
        running_emulator() as address,
        Simulator(address, settles=False) as telegram,
        bot_at(address) as application,
    ):
        for person in (SITI, BUDI):
            await telegram.add_user(person.name, id=person.telegram_id)
            await telegram.say(person.telegram_id, "/start")
        yield Office(telegram, application.bot, database)
        assert await telegram.violations() == []


async def test_what_others_have_started_gets_a_panel_of_its_own(office: Office) -> None:
    await office.panels.refresh()
    assert await office.said(SITI) == []  # whoever started it shows it at once
    office.now += OPENED_AFTER + SECOND
    await office.panels.refresh()
    assert await office.said(SITI) == [f"📣 Siaran {office.siti}: sedang dikirim"]
    assert await office.said(BUDI) == [f"📣 Siaran {office.budi}: sedang dikirim"]
    with office.database.snapshot() as session:
        assert panels_missing(session, office.now) == []


async def test_a_panel_is_edited_where_there_is_news_and_not_otherwise(office: Office) -> None:
    await opened(office)
    await office.panels.refresh()
    first = await office.edits()
    for _ in range(3):
        office.now += SECOND
        await office.panels.refresh()
    assert await office.edits() == first
    await office.pause(office.siti)
    office.now += SECOND
    await office.panels.refresh()
    assert await office.edits() == first + 1
    assert await office.said(SITI) == [f"📣 Siaran {office.siti}: dijeda"]


async def test_begun_anew_it_goes_on_with_the_same_message(office: Office) -> None:
    await opened(office)
    await office.panels.refresh()
    office.now += SECOND
    again = Panels(office.bot, office.house)
    await again.refresh()  # Telegram finds it unchanged, and that is no trouble
    with office.database.transaction() as session:
        fill_step(session, office.budi, most=100, now=office.now)
    office.now += SECOND
    await again.refresh()
    [panel] = [m for m in await office.telegram.transcript(BUDI.telegram_id) if m["from"]["is_bot"]]
    assert "Terkirim 0 dari 3." in panel["text"]


async def test_it_speaks_its_authors_language(office: Office) -> None:
    await opened(office)
    with office.database.transaction() as session:
        choose_language(session, welcome(session, SITI), "en")
    office.now += SECOND
    await office.panels.refresh()
    assert await office.said(SITI) == [f"📣 Broadcast {office.siti}: being sent"]


async def test_one_that_is_gone_or_blocked_does_no_harm_to_another(office: Office) -> None:
    await opened(office)
    await office.telegram.block(SITI.telegram_id)
    for broadcast_id in (office.siti, office.budi):
        await office.pause(broadcast_id)
    office.now += SECOND
    await office.panels.refresh()
    assert await office.said(BUDI) == [f"📣 Siaran {office.budi}: dijeda"]
    tried = await office.edits()
    office.now += SECOND
    await office.panels.refresh()
    assert await office.edits() == tried  # nobody is there to be told again and again


async def test_after_a_broken_line_the_next_look_fares_better(office: Office) -> None:
    await opened(office)
    await office.pause(office.siti)
    await office.telegram.faults(errors={"methods": ["editMessageText"], "status": 502, "count": 3})
    office.now += SECOND
    await office.panels.refresh()
    await office.telegram.lift_faults()
    await office.panels.refresh()
    assert await office.said(SITI) == [f"📣 Siaran {office.siti}: dijeda"]


async def opened(office: Office) -> None:
    for broadcast_id in (office.siti, office.budi):
        await open_panel(office.bot, office.house, broadcast_id)
    office.now += SECOND


async def test_an_end_that_is_seen_later_than_it_says_is_told_all_the_same(office: Office) -> None:
    await opened(office)
    ended_at = office.now
    await office.pause(office.siti)
    office.now += SECOND
    await office.panels.refresh()
    await office.house.database.write(broadcasts.cancel, office.siti, actor="test", now=ended_at)
    await work(office.database, lambda: ended_at)
    office.now += SECOND
    await office.panels.refresh()
    assert await office.said(SITI) == [f"📣 Siaran {office.siti}: dibatalkan"]
    office.now += 2 * UNSEEN
    await office.panels.refresh()
    office.now += SECOND
    with office.database.snapshot() as session:
        due = [broadcast_id for broadcast_id, _, _ in panels_due(session, office.now)]
    assert due == [office.budi]


async def test_a_database_that_fails_once_costs_no_panel(office: Office) -> None:
    await opened(office)
    await office.pause(office.siti)
    office.now += SECOND
    _rename(office, "broadcast_presses", "away")
    await office.panels.refresh()
    assert await office.said(SITI) == [f"📣 Siaran {office.siti}: sedang dikirim"]
    _rename(office, "away", "broadcast_presses")
    await office.panels.refresh()
    assert await office.said(SITI) == [f"📣 Siaran {office.siti}: dijeda"]


def _rename(office: Office, table: str, name: str) -> None:
    with office.database.engine.begin() as connection:
        connection.exec_driver_sql(f"ALTER TABLE {table} RENAME TO {name}")
