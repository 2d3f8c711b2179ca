"""A counter before the rush: 13 classes of 16 seats, and people whose answers are all given."""

import json
from datetime import UTC, date, datetime, timedelta
from typing import Any, cast

from sqlalchemy import (
    Column,
    Engine,
    Integer,
    MetaData,
    Table,
    func,
    insert,
    select,
    text,
)
from sqlalchemy.orm import Session

from benchmarks.town import ACCOUNTS, settle
from catalog.data import HERE
from catalog.load import load_catalogue
from catalog.reading import read_catalogue
from intake.applications.applicants import applicant_row, store_applicants
from intake.applications.changes import APPLICATIONS, change_row, record_all
from intake.applications.steps import Answers
from people.accounts import CONSENT_VERSION
from storage.bulk import insert_rows
from storage.database import Database
from storage.models import Application, CourseClass, Draft, Programme, Provider, Seat, Wave
from storage.vault import Vault, make_key

CLASSES, SEATS = 13, 16
DRAFTS = cast(Table, Draft.__table__)
BARE = MetaData()
BARE_CLASSES = Table(
    "bare_classes", BARE, Column("id", Integer, primary_key=True), Column("taken", Integer)
)
BARE_APPLICATIONS = Table(
    "bare_applications",
    BARE,
    Column("id", Integer, primary_key=True),
    Column("class_id", Integer),
    Column("account_id", Integer),
)


def open_counter(database: Database, people: int, early: int = 0) -> str:
    """One wave, first come, first served; the key of the vault that holds everybody's answers.

    The `early` ones, numbered on, are about to register for another wave.
    """
    now = datetime.now(UTC)
    key = make_key()
    with database.transaction() as session:
        load_catalogue(session, read_catalogue(HERE), now=now)
        settle(session, people + early, now)
        session.execute(ACCOUNTS.update().values(consent_version=CONSENT_VERSION, consented_at=now))
        class_ids = open_rush(session, now)
        other_id = open_classes(session, open_wave(session, "EARLY", "open", now), 1)[0]
        vault = Vault(key)
        known = _fill_last_year(session, vault, people, now - timedelta(days=365))
        rows: list[dict[str, Any]] = [
            {
                "account_id": number,
                "class_id": class_ids[number % CLASSES] if number <= people else other_id,
                "applicant_id": known.get(number),
                "step": "review",
                "answers": vault.seal(json.dumps(answers_of(number).to_json())),
                "parked": False,
                "seen_updates": [],
                "created_at": now,
                "updated_at": now,
            }
            for number in range(1, people + early + 1)
        ]
        session.execute(insert(DRAFTS), rows)
        session.execute(text("ANALYZE"))
    return key


def lay_bare(engine: Engine) -> None:
    """The tables of the bare transaction."""
    with engine.execution_options(jawara_writes=True).begin() as connection:
        BARE.create_all(connection)
        rows = [{"id": number, "taken": 0} for number in range(CLASSES)]
        connection.execute(insert(BARE_CLASSES), rows)


def outcome(session: Session) -> tuple[int, dict[str, Any]]:
    """How many hold a seat, and whether the others' places are 1, 2, 3 … in order of arrival."""
    of_rush = Wave.code == "RUSH"
    held = (
        select(func.count(Seat.application_id))
        .join(Application, Seat.application_id == Application.id)
        .join(Wave, Application.wave_id == Wave.id)
        .where(of_rush)
    )
    rows = (
        select(Application.class_id, Application.reserve_no)
        .join(Wave, Application.wave_id == Wave.id)
        .where(of_rush, Application.state == "reserve")
    )
    by_class: dict[int, list[int]] = {}
    for row in session.execute(rows.order_by(Application.id)):
        by_class.setdefault(row.class_id, []).append(row.reserve_no)
    true = all(places == list(range(1, len(places) + 1)) for places in by_class.values())
    waiting = sum(len(places) for places in by_class.values())
    return session.scalar(held) or 0, {"waiting": waiting, "true": true}


def _fill_last_year(session: Session, vault: Vault, people: int, then: datetime) -> dict[int, int]:
    """Every second of them has applied before, in vain: the tables are not empty, and known so.
    Their applicants' ids by account.
    """
    wave = open_wave(session, "LAST", "finished", then)
    class_ = open_classes(session, wave, 1)[0]
    before = range(2, people + 1, 2)
    applicants = [applicant_row(vault, each, answers_of(each), then) for each in before]
    ids = store_applicants(session, applicants)
    applications = [
        {
            "number": f"LAST-{row['account_id']:05d}",
            "applicant_id": ids[row["account_id"]],
            "account_id": row["account_id"],
            "class_id": class_,
            "wave_id": wave.id,
            "nik_print": row["nik_print"],
            "state": "not_selected",
            "submitted_at": then,
            "changed_at": then,
        }
        for row in applicants
    ]
    changes = [
        change_row(row.id, None, "submitted", actor="demo", now=then)
        for row in insert_rows(session, APPLICATIONS, applications)
    ]
    record_all(session, changes)
    return ids


def open_rush(session: Session, now: datetime) -> list[int]:
    return open_classes(session, open_wave(session, "RUSH", "open", now), CLASSES)


def open_wave(session: Session, code: str, state: str, now: datetime) -> Wave:
    provider = session.scalars(select(Provider).order_by(Provider.id)).first()
    assert provider is not None
    wave = Wave(
        slug=code.lower(),
        code=code,
        provider_id=provider.id,
        title="Kursus singkat",
        state=state,
        mode="first_come",
        registration_opens_at=now - timedelta(days=1),
        registration_closes_at=now + timedelta(days=1),
        source_id=provider.source_id,
    )
    session.add(wave)
    session.flush()
    return wave


def open_classes(session: Session, wave: Wave, count: int) -> list[int]:
    programmes = select(Programme.id).where(Programme.entry == "jawara").order_by(Programme.id)
    classes = [
        CourseClass(wave_id=wave.id, programme_id=each, capacity=SEATS, source_id=wave.source_id)
        for each in session.scalars(programmes.limit(count))
    ]
    session.add_all(classes)
    session.flush()
    return [each.id for each in classes]


def answers_of(number: int) -> Answers:
    return Answers(
        name="Siti Aminah",
        nik=f"36730145{number // 9999:04d}{number % 9999 + 1:04d}",
        birthday="right",
        phone="+6281234560001",
        education="smk",
        domicile="3673",
        born_on=date(1999, 1, 5),
        sex="f",
    )
