"""The cast and the stage of the tests: who appears, and a small catalogue for them to act in.

Siti looks for work, Budi is in a class already, Rina posts vacancies for PT Supra; none of them
exists. The stage is one provider with one open wave of two classes; the first has three meetings.
It is Monday, 17 November 2025, 10.00 WIB, and registration closes on the 28th at 16.00.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from intake.applications.rows import ApplicationView
from intake.applications.steps import QUESTIONS, Step
from intake.registration.drafts import DraftView, answer, begin_draft
from intake.registration.submissions import submit
from people.accounts import CONSENT_VERSION, ensure_account, give_consent
from storage.database import Database
from storage.models import (
    Cluster,
    CourseClass,
    EligibilityRule,
    Meeting,
    Place,
    Programme,
    Provider,
    RuleVersion,
    Source,
    Wave,
)
from storage.vault import Vault

WIB = ZoneInfo("Asia/Jakarta")
NOW = datetime(2025, 11, 17, 3, tzinfo=UTC)
CLOSES_AT = datetime(2025, 11, 28, 16, tzinfo=WIB)
FIRST_MEETING = datetime(2025, 12, 1, 7, 30, tzinfo=WIB)
KEY = "bm9ib2R5J3Mga2V5LCBtYWRlIHVwIGZvciB0ZXN0cyE="
"""Of the vault that every test database is opened with."""


@dataclass(frozen=True)
class Person:
    telegram_id: int
    name: str
    nik: str
    phone: str
    education: str
    domicile: str

    def answers(self) -> dict[Step, str]:
        """What they answer to each question of a registration, as it will be kept."""
        return {
            Step.NAME: self.name,
            Step.NIK: self.nik,
            Step.BIRTHDAY: "yes",
            Step.PHONE: self.phone,
            Step.EDUCATION: self.education,
            Step.DOMICILE: self.domicile,
        }


SITI = Person(7001, "Siti Aminah", "3673014501990003", "+6281234560001", "smk", "3673")
BUDI = Person(7002, "Budi Santoso", "3674021708010002", "+6281234560002", "sma", "3674")
DINI = Person(7004, "Dini Lestari", "3673015503090004", "+6281234560004", "smp", "3673")
"""16 years old, and in need of her mother's consent."""
SARI = Person(7001, "Sari Aminah", "3673014505060005", "+6281234560005", "sma", "3673")
"""Siti's daughter, who has no phone of her own and uses her mother's."""
RINA = Person(7003, "Rina Wulandari", "3603036212950001", "+6281234560003", "s1", "3603")


@dataclass(frozen=True)
class Stage:
    """The ids of what `set_stage` has made."""

    source_id: int
    provider_id: int
    cluster_id: int
    place_id: int
    wave_id: int
    class_id: int
    other_class_id: int
    meeting_ids: tuple[int, ...]


def open_database(url: str) -> Database:
    """Close it at the end of the test."""
    return Database(url, vault=Vault(KEY), synchronous="OFF")


def set_stage(session: Session, *, capacity: int | None = 16, name: str = "") -> Stage:
    """The catalogue; with a `name` of its own it can stand beside another one."""
    provider, cluster = _add_provider(session, name)
    assert provider.place_id is not None
    wave = _add_wave(session, provider, f"2025-3{name}", "Gelombang 3")
    class_id, other_class_id = (
        add_class(session, wave, cluster, f"{slug}{name}", title, capacity)
        for slug, title in (("las-smaw-a", "Las SMAW A"), ("las-gmaw", "Las GMAW"))
    )
    mornings = [FIRST_MEETING + timedelta(days=day) for day in range(3)]
    return Stage(
        source_id=provider.source_id,
        provider_id=provider.id,
        cluster_id=cluster.id,
        place_id=provider.place_id,
        wave_id=wave.id,
        class_id=class_id,
        other_class_id=other_class_id,
        meeting_ids=tuple(add_meetings(session, class_id, provider.place_id, mornings)),
    )


def add_next_wave(session: Session, stage: Stage) -> int:
    """The wave after that, open too, with one class: the same programme again; its id."""
    provider = session.get_one(Provider, stage.provider_id)
    wave = _add_wave(session, provider, "2026-1", "Gelombang 1")
    programme_id = session.get_one(CourseClass, stage.class_id).programme_id
    course_class = CourseClass(
        wave_id=wave.id, programme_id=programme_id, source_id=stage.source_id
    )
    session.add(course_class)
    session.flush()
    return course_class.id


def add_class(
    session: Session, wave: Wave, cluster: Cluster, slug: str, title: str, capacity: int | None
) -> int:
    """A programme of our own registration with its class in this wave; the id of the class."""
    programme = Programme(
        slug=slug,
        title=title,
        summary={"id": f"{title}.", "en": f"{title}."},
        cluster_id=cluster.id,
        provider_id=wave.provider_id,
        entry="jawara",
        steps=[],
        certificates=["internal", "bnsp"],
        position=1,
        source_id=wave.source_id,
    )
    session.add(programme)
    session.flush()
    course_class = CourseClass(
        wave_id=wave.id,
        programme_id=programme.id,
        capacity=capacity,
        funder="APBD",
        source_id=wave.source_id,
    )
    session.add(course_class)
    session.flush()
    return course_class.id


def set_rules(
    session: Session,
    class_id: int,
    *rules: tuple[str, dict[str, Any]],
    expires_on: date | None = None,
) -> None:
    """The only rules of the class's programme, each a kind with its parameters, as if loaded."""
    programme = session.get_one(CourseClass, class_id).programme
    session.execute(delete(EligibilityRule).where(EligibilityRule.programme_id == programme.id))
    for place, (kind, parameters) in enumerate(rules, 1):
        slug, words = f"aturan-{place}.{programme.slug}", f"Aturan {kind}"
        said = {
            "slug": slug,
            "kind": kind,
            "parameters": parameters,
            "text": {"id": words, "en": f"Rule {kind}"},
            "expires_on": expires_on,
            "source_id": programme.source_id,
        }
        last = func.coalesce(func.max(RuleVersion.version), 0)
        version = (session.scalar(select(last).where(RuleVersion.slug == slug)) or 0) + 1
        session.add(RuleVersion(**said, version=version, recorded_at=NOW))
        session.add(
            EligibilityRule(**said, version=version, programme_id=programme.id, position=place)
        )
    session.flush()


def add_meetings(
    session: Session, class_id: int, place_id: int | None, starts: Iterable[datetime]
) -> list[int]:
    """Meetings from 1 on, each until 7¾ hours after its start."""
    meetings = [
        Meeting(
            class_id=class_id,
            number=number,
            topic=f"Materi {number}",
            starts_at=start,
            ends_at=start + timedelta(hours=7, minutes=45),
            place_id=place_id,
        )
        for number, start in enumerate(starts, 1)
    ]
    session.add_all(meetings)
    session.flush()
    return [meeting.id for meeting in meetings]


def welcome(session: Session, person: Person, *, now: datetime = NOW) -> int:
    """The id of the person's account; they have agreed to the use of their data."""
    account = ensure_account(session, person.telegram_id, now=now)
    session.flush()
    give_consent(session, account.id, CONSENT_VERSION, now)
    return account.id


def fill_in(
    session: Session, person: Person, account_id: int, class_id: int, *, now: datetime = NOW
) -> None:
    """Begin a registration and answer every question; what is left is to send it."""
    begin_draft(session, account_id, class_id, now=now)
    for step in QUESTIONS:
        answer(session, account_id, step, person.answers()[step], now=now)


def reply(session: Session, account_id: int, step: Step, text: str | None = None) -> DraftView:
    """Siti's answer to a question, or another text."""
    return answer(session, account_id, step, text or SITI.answers()[step], now=NOW)


def apply(
    session: Session, person: Person, class_id: int, *, now: datetime = NOW
) -> ApplicationView:
    """Everything from the first message to the number."""
    account_id = welcome(session, person, now=now)
    fill_in(session, person, account_id, class_id, now=now)
    return submit(session, account_id, update_id=None, now=now)


def apply_too(
    session: Session, person: Person, account_id: int, class_id: int, *, now: datetime = NOW
) -> ApplicationView:
    """The same on somebody else's phone, which knows others already."""
    begin_draft(session, account_id, class_id, now=now, for_another=True)
    for step in QUESTIONS:
        answer(session, account_id, step, person.answers()[step], now=now)
    return submit(session, account_id, update_id=None, now=now)


def _add_provider(session: Session, name: str) -> tuple[Provider, Cluster]:
    source = Source(slug=f"contoh{name}", outlet="Contoh", published_on=date(2025, 11, 1))
    session.add(source)
    session.flush()
    place = Place(
        slug=f"uptd{name}",
        name="UPTD Pelatihan Kerja",
        address="Jalan Kencana I No. 20, Jelupang",
        region="3674",
        source_id=source.id,
    )
    cluster = Cluster(slug=f"las{name}", title={"id": "Teknik Las", "en": "Welding"}, position=1)
    session.add_all([place, cluster])
    session.flush()
    provider = Provider(
        slug=f"uptd{name}",
        name="UPTD Pelatihan Kerja",
        aliases=["BLK Banten"],
        about={"id": "Pelatihan kerja.", "en": "Vocational training."},
        people=[],
        place_id=place.id,
        source_id=source.id,
    )
    session.add(provider)
    session.flush()
    return provider, cluster


def _add_wave(session: Session, provider: Provider, code: str, title: str) -> Wave:
    wave = Wave(
        slug=f"pbk-{code}",
        code=f"PBK-{code}",
        provider_id=provider.id,
        title=title,
        state="open",
        registration_opens_at=NOW - timedelta(days=7),
        registration_closes_at=CLOSES_AT,
        starts_on=FIRST_MEETING.date(),
        source_id=provider.source_id,
    )
    session.add(wave)
    session.flush()
    return wave
