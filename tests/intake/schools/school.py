"""What the tests of schools share: a school, a class that takes its groups, lists of pupils."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from intake.schools.forms import GroupFacts
from intake.schools.groups import accept_group, open_group, send_list
from intake.schools.pupil_lists import HEADINGS, read_pupils
from intake.schools.rows import GroupView, Hand, PupilView, pupils_of
from people.schools import SchoolView, open_school
from people.staff import Role, StaffRight
from storage.models import Cluster, CourseClass, Notice, Programme, Wave
from tests.cast import NOW, WIB, Stage, add_class

HEADS = [names[0] for names in HEADINGS.values()]
TODAY = date(2025, 11, 17)
FACTS = GroupFacts(
    host="PT Contoh Logam",
    address="Jalan Raya Serang Km 12, Cikande",
    starts_on=date(2026, 1, 12),
    ends_on=date(2026, 4, 10),
    places=3,
    school_supervisor="Bu Wati",
    host_supervisor="Pak Joko",
)


@dataclass(frozen=True)
class Ground:
    school: SchoolView
    class_id: int
    wati: Hand
    """Who sends for the school."""
    ratna: Hand
    """Staff of the provider."""


def set_ground(session: Session, stage: Stage, *, capacity: int | None = None) -> Ground:
    class_id = add_school_class(session, stage, capacity=capacity)
    school = open_school(session, "SMKN 1 Contoh", "3673", now=NOW)
    staff = frozenset({StaffRight(Role.STAFF, stage.provider_id)})
    return Ground(
        school, class_id, Hand("Bu Wati", frozenset({school.id})), Hand("Bu Ratna", rights=staff)
    )


def add_school_class(session: Session, stage: Stage, *, capacity: int | None = None) -> int:
    wave, cluster = session.get_one(Wave, stage.wave_id), session.get_one(Cluster, stage.cluster_id)
    class_id = add_class(session, wave, cluster, "magang", "Magang Siswa SMK", capacity)
    programme = session.get_one(Programme, session.get_one(CourseClass, class_id).programme_id)
    programme.entry, programme.certificates = "school", ["official"]
    session.flush()
    return class_id


def nik_of(number: int, born: date = date(2009, 1, 15)) -> str:
    """Of a boy of Kota Serang; 16 years old on the stage's day."""
    return f"367301{born:%d%m%y}{number:04d}"


def row_of(number: int, **other: str) -> list[str]:
    row = {
        "name": f"Murid {'ABCDEFGHIJ'[number]}",
        "nik": nik_of(number + 1),
        "born": "15/01/2009",
        "sex": "L",
        "study": "XI Las 1",
        "guardian": "Aminah",
        "relation": "ibu",
        "consent": "ya",
    }
    return list((row | other).values())


def sheet(*rows: Sequence[str]) -> bytes:
    text = io.StringIO()
    csv.writer(text, delimiter=";").writerows([HEADS, *rows])
    return text.getvalue().encode()


def opened(session: Session, ground: Ground, facts: GroupFacts = FACTS) -> GroupView:
    return open_group(session, ground.school.id, ground.class_id, facts, ground.wati, now=NOW)


def sent(session: Session, ground: Ground, group_id: int, *rows: Sequence[str]) -> GroupView:
    pupils = read_pupils(sheet(*rows), today=TODAY)
    return send_list(session, group_id, pupils, ground.wati, now=NOW, zone=WIB)


def accepted(session: Session, ground: Ground, *numbers: int) -> tuple[GroupView, list[PupilView]]:
    group = opened(session, ground)
    sent(session, ground, group.id, *(row_of(number) for number in numbers))
    group = accept_group(session, group.id, ground.ratna, now=NOW, zone=WIB)
    return group, pupils_of(session, group.id)


def told(session: Session, account_id: int) -> list[str]:
    """The kinds of all that was written for them, in order."""
    query = select(Notice.kind).where(Notice.account_id == account_id).order_by(Notice.id)
    return list(session.scalars(query))
