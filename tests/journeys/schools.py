"""A school, its teacher and a class that takes its groups, beside the bundled catalogue."""

from datetime import date, timedelta
from itertools import count

from sqlalchemy import select
from sqlalchemy.orm import Session

from intake.schools.forms import GroupFacts
from intake.schools.groups import open_group, send_list
from intake.schools.pupil_lists import read_pupils
from intake.schools.rows import Hand
from people.schools import invite_sender, open_school
from people.staff import EVERYWHERE
from storage.models import CourseClass, Programme, Provider, School, Wave
from tests.intake.schools.school import row_of, sheet
from tests.journeys.shared import Seeker
from tests.running import Running

SCHOOLS = count(1)
BORN = (15, 1)


def school_class(session: Session) -> int:
    """Of magang-smk in a wave of BBPVP Serang that goes on; one for all stories."""
    programme = session.scalars(select(Programme).where(Programme.slug == "magang-smk")).one()
    there = session.scalar(select(CourseClass.id).where(CourseClass.programme_id == programme.id))
    if there is not None:
        return there
    provider = session.scalars(select(Provider).where(Provider.slug == "bbpvp-serang")).one()
    wave = Wave(
        slug="magang-smk-uji", code="MAGANG-2026-1", provider_id=provider.id,
        title="Magang SMK", state="planned", source_id=programme.source_id,
    )  # fmt: skip
    session.add(wave)
    session.flush()
    class_ = CourseClass(wave_id=wave.id, programme_id=programme.id, source_id=programme.source_id)
    session.add(class_)
    session.flush()
    return class_.id


def school_with_link(jawara: Running, teacher: str = "Bu Wati") -> tuple[str, str]:
    """The school's name, and the payload of its teacher's link."""
    name, now = f"SMKN {next(SCHOOLS)} Contoh", jawara.clock()
    with jawara.database.transaction() as session:
        school_class(session)
        school = open_school(session, name, "3673", now=now)
        code = invite_sender(session, school.id, name=teacher, invited_by="test", now=now)
    return name, f"/start sekolah-{code}"


def group_waiting(jawara: Running) -> int:
    """A group of two pupils whose list has been sent; its id."""
    name, _ = school_with_link(jawara)
    today, now = local_day(jawara), jawara.clock()
    number = next(SCHOOLS) * 10
    rows = [row_for(number + each, today) for each in range(2)]
    with jawara.database.transaction() as session:
        school = session.scalars(select(School.id).where(School.name == name)).one()
        hand = Hand("Bu Wati", frozenset({school}), EVERYWHERE)
        facts = facts_for(today)
        group = open_group(session, school, school_class(session), facts, hand, now=now)
        pupils = read_pupils(sheet(*rows), today=today)
        send_list(session, group.id, pupils, hand, now=now, zone=jawara.settings.zone)
    return group.id


def facts_for(today: date) -> GroupFacts:
    return GroupFacts(
        host="PT Contoh Logam",
        address="Jalan Raya Serang Km 12, Cikande",
        starts_on=today + timedelta(days=20),
        ends_on=today + timedelta(days=80),
        places=3,
        school_supervisor="Bu Wati",
        host_supervisor="Pak Joko",
    )


def row_for(number: int, today: date, **other: str) -> list[str]:
    """Of a boy who is 16, with a NIK of his own."""
    born = date(today.year - 16, *reversed(BORN))
    if born > today.replace(year=born.year):
        born = born.replace(year=born.year - 1)
    facts = {
        "name": "Murid Contoh",
        "nik": f"367301{born:%d%m%y}{number:04d}",
        "born": f"{born:%d/%m/%Y}",
    }
    return row_of(0, **(facts | other))


def local_day(jawara: Running) -> date:
    return jawara.clock().astimezone(jawara.settings.zone).date()


async def pupil_list(person: Seeker, *rows: list[str], name: str = "siswa.csv") -> str:
    await person.phone.send_file(person.id, sheet(*rows), name, "text/csv", as_="document")
    return await person.screen()
