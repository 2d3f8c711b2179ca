"""Reminders as Budi's phone shows them: he is in the example class that is running."""

from datetime import timedelta

import pytest
import pytest_asyncio
from sqlalchemy import select

from app.demo_people import BUDI, enrol_budi
from catalog.meetings import cancel_meeting, move_meeting
from intake.applications.steps import Step
from intake.registration.drafts import answer, begin_draft
from people.accounts import Mute, mute, set_reminders
from storage.models import Application, CourseClass, Meeting
from tests.journeys.phones import news, until
from tests.journeys.shared import Seeker, seeker
from tests.running import Running
from tests.simulator import Json

pytestmark = pytest.mark.asyncio(loop_scope="module")

DAY_S = 86_400


@pytest_asyncio.fixture(loop_scope="module")
async def budi(town: Running) -> Seeker:
    """At noon of a day whose next one has a lesson, with the reminders everybody has at first."""
    person = Seeker(town, await phone_of_budi(town))
    enrol_budi(town.database, town.clock())
    with town.database.transaction() as session:
        set_reminders(session, person.account_id(), evening_hour=18, hours_before=2)
        mute(session, person.account_id(), Mute.REMINDERS, False)
    await until(town, 12)
    while not meetings_on_the_day_after(person):
        await town.later(DAY_S)
    await person.say("/menu")
    return person


async def test_a_registration_left_half_done_is_remembered_a_day_before_it_closes(
    town: Running,
) -> None:
    siti = await seeker(town)
    class_id = siti.class_of("barista")
    with town.database.transaction() as session:
        now = town.clock()
        begin_draft(session, siti.account_id(), class_id, now=now)
        answer(session, siti.account_id(), Step.NAME, "Siti Aminah", now=now)
        closes_at = session.get_one(CourseClass, class_id).wave.registration_closes_at
    heard = await siti.heard()
    assert closes_at is not None
    await town.later((closes_at - town.clock()).total_seconds() - DAY_S - 60)
    assert await news(siti, heard) == []
    await town.later(120)
    [letter] = await news(siti, heard)
    assert letter.startswith("🔔 Pendaftaran Barista ditutup besok sore, 16.00 WIB")
    assert await siti.captions() == ["Lanjutkan pendaftaran", "Atur pengingat"]
    assert "Langkah 2 dari 7" in await siti.press("Lanjutkan pendaftaran")
    await town.later(DAY_S)
    assert len(await news(siti, heard)) == 1


async def test_the_evening_before_and_two_hours_before(town: Running, budi: Seeker) -> None:
    heard = await budi.heard()
    await until(town, 17, 59)
    assert await news(budi, heard) == []
    await until(town, 18)
    [evening] = await news(budi, heard)
    assert evening.startswith("🔔 Anda ada kelas Las GMAW besok pagi, 07.30 WIB.")
    assert "Jelupang" in evening
    assert await budi.captions() == ["Lihat jadwal", "Atur pengingat"]

    await until(town, 5, 45)
    assert len(await news(budi, heard)) == 1
    await until(town, 6)
    [_, soon] = await news(budi, heard)
    assert soon.startswith("🔔 Anda ada kelas Las GMAW pagi ini, 07.30 WIB.")
    await town.restart()
    await town.later(60)
    assert len(await news(budi, heard)) == 2
    assert "Jadwal saya" in await budi.press("Lihat jadwal")
    assert (await budi.heard())[-2]["text"] == soon


async def test_a_person_chooses_the_hours_or_silence(town: Running, budi: Seeker) -> None:
    await budi.say("/pengaturan")
    await budi.press("Atur pengingat")
    await budi.press("Malam, 20.00")
    await budi.press("1 jam sebelumnya")
    heard = await budi.heard()
    await until(town, 19)
    assert await news(budi, heard) == []
    await until(town, 20)
    await until(town, 6, 20)
    assert len(await news(budi, heard)) == 1
    await until(town, 6, 30)
    assert len(await news(budi, heard)) == 2

    await budi.press("Atur pengingat")
    await budi.press("Matikan semuanya")
    heard = await budi.heard()
    for _ in range(2):
        await until(town, 20)
        await until(town, 6, 30)
    assert await news(budi, heard) == []


async def test_a_moved_and_a_cancelled_meeting_are_told_of(town: Running, budi: Seeker) -> None:
    heard = await budi.heard()
    first = meetings_on_the_day_after(budi)[0]
    later, now = first.starts_at + timedelta(hours=3), town.clock()
    with town.database.transaction() as session:
        move_meeting(session, first.id, starts_at=later, ends_at=first.ends_at, now=now)
    await town.later(30)
    [moved] = await news(budi, heard)
    assert "Jadwal kelas Las GMAW berubah" in moved
    assert "pukul 07.30 WIB" in moved
    assert "pukul 10.30 WIB" in moved

    await until(town, 18)
    assert "besok pagi, 10.30 WIB" in (await news(budi, heard))[-1]
    await until(town, 7)
    assert len(await news(budi, heard)) == 2
    with town.database.transaction() as session:
        cancel_meeting(session, first.id, now=town.clock())
    await town.later(30)
    assert "dibatalkan, jadi tidak perlu datang." in (await news(budi, heard))[-1]
    await until(town, 9)
    assert len(await news(budi, heard)) == 3


async def phone_of_budi(town: Running) -> Json:
    """The same in each story."""
    users = {user["id"]: user for user in await town.telegram.users()}
    return users.get(BUDI) or await town.telegram.add_user("Budi", id=BUDI, language_code="id")


def meetings_on_the_day_after(person: Seeker) -> list[Meeting]:
    """Of the class that this person is in."""
    zone = person.jawara.settings.zone
    tomorrow = person.jawara.clock().astimezone(zone).date() + timedelta(days=1)
    with person.jawara.database.snapshot() as session:
        mine = select(Meeting).join(Application, Application.class_id == Meeting.class_id)
        found = session.scalars(mine.where(Application.account_id == person.account_id()))
        return [one for one in found if one.starts_at.astimezone(zone).date() == tomorrow]
