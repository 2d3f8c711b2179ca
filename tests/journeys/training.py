"""A class that is held today, its trainees, and the staff of its provider."""

import io
from dataclasses import dataclass
from datetime import datetime, timedelta

import zxingcpp
from PIL import Image
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from intake.applications.rows import ApplicationView
from intake.seats.admitting import admit
from people.staff import Role, grant
from storage.models import Meeting, Provider
from tests.cast import add_meetings
from tests.journeys.desk import applicants
from tests.journeys.phones import until
from tests.journeys.shared import Seeker, seeker
from tests.running import Running
from tests.simulator import Json

UPTD, ANOTHER = "uptd-pelatihan-kerja", "bbpvp-serang"
DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)


@dataclass
class Course:
    """Where it has meetings, it is 07.25 on the day of the second one, the first was yesterday."""

    people: list[Seeker]
    meeting_ids: list[int]
    starts_at: datetime

    def application(self, place: int = 0) -> ApplicationView:
        return self.people[place].applications()[0]


async def trainees(jawara: Running, slug: str, count: int, *, first_id: int) -> Course:
    """Of the open example wave; each course of a test has a slug and ids of its own."""
    people = await applicants(jawara, slug, count, first_id=first_id)
    with jawara.database.transaction() as session:
        for person in people:
            [application] = person.applications()
            admit(session, application.number, actor="Dewi", now=jawara.clock())
    await jawara.later()
    for person in people:
        await person.say("/menu")
    return Course(people, [], jawara.clock())


async def course(jawara: Running, slug: str, count: int, *, first_id: int, days: int = 3) -> Course:
    """The same on a morning at 07.25, with meetings, of which the second begins in five minutes."""
    await until(jawara, 7, 25)
    return await held_now(jawara, slug, count, first_id=first_id, days=days)


async def held_now(
    jawara: Running, slug: str, count: int, *, first_id: int, days: int = 3
) -> Course:
    """The same at whatever time it is: the clock stays, and what is due at another time, too."""
    starts_at = jawara.clock().replace(second=0, microsecond=0) + 5 * MINUTE
    people = (await trainees(jawara, slug, count, first_id=first_id)).people
    class_id = people[0].applications()[0].class_id
    with jawara.database.transaction() as session:
        session.execute(delete(Meeting).where(Meeting.class_id == class_id))
        starts = [starts_at + (number - 1) * DAY for number in range(days)]
        ids = add_meetings(session, class_id, None, starts)
    return Course(people, ids, starts_at)


def begin(jawara: Running, las: Course) -> None:
    """Their only meeting was an hour ago."""
    starts_at, class_id = jawara.clock() - 60 * MINUTE, las.application().class_id
    with jawara.database.transaction() as session:
        session.execute(delete(Meeting).where(Meeting.class_id == class_id))
        add_meetings(session, class_id, None, [starts_at])


async def officer_of(jawara: Running, slug: str, name: str = "Bu Ratna") -> Seeker:
    """Staff of that provider alone."""
    person = await seeker(jawara, name)
    with jawara.database.transaction() as session:
        grant(
            session,
            person.account_id(),
            Role.STAFF,
            provider_id=_provider(session, slug),
            name=name,
            granted_by="test",
            now=jawara.clock(),
        )
    return person


async def card_of(person: Seeker, number: str) -> str:
    """The link in the code of their card, as a camera reads it; asked for in the chat."""
    await person.say("/jadwal")
    await person.press(f"Lihat {number}")
    await person.press("Lihat kartu peserta")
    return await code_in(person, await person.newest())


async def code_in(person: Seeker, message: Json) -> str:
    picture = await person.phone.file(message["photo"][-1]["file_id"])
    [found] = zxingcpp.read_barcodes(Image.open(io.BytesIO(picture)).convert("L"))
    return str(found.text)


def payload(link: str) -> str:
    """What Telegram sends when such a link is opened."""
    return f"/start {link.partition('?start=')[2]}"


def _provider(session: Session, slug: str) -> int:
    return session.scalars(select(Provider.id).where(Provider.slug == slug)).one()
