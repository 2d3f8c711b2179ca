"""Stages for the tests of reminders: a test, an interview, daftar ulang; and people who apply.

The wave's registration closes on Friday, 28 November 2025. Its test is on Wednesday the 3rd of
December at 08.00 WIB, the interview on Friday; daftar ulang is open from Monday the 8th, 08.00,
until Wednesday the 10th, 16.00.
"""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from catalog.stages import move_stage
from storage.models import Account, Applicant, Application, Notice, WaveStage
from tests.cast import NOW, WIB, Person, Stage, apply

TEST = datetime(2025, 12, 3, 8, tzinfo=WIB)
INTERVIEW = datetime(2025, 12, 5, 8, tzinfo=WIB)
OPENS = datetime(2025, 12, 8, 8, tzinfo=WIB)
ENDS = datetime(2025, 12, 10, 16, tzinfo=WIB)


def add_stages(session: Session, stage: Stage) -> None:
    for kind, starts_at, ends_at in (
        ("test", TEST, TEST.replace(hour=16)),
        ("interview", INTERVIEW, None),
        ("reregistration", OPENS, ENDS),
    ):
        session.add(
            WaveStage(
                wave_id=stage.wave_id,
                kind=kind,
                starts_at=starts_at,
                ends_at=ends_at,
                source_id=stage.source_id,
            )
        )
    session.flush()


def move(session: Session, stage: Stage, kind: str, starts_at: datetime, now: datetime) -> None:
    move_stage(session, stage.wave_id, kind, starts_at=starts_at, now=now)
    session.flush()


def submitted(session: Session, person: Person, class_id: int) -> int:
    """The person has applied; the id of the application."""
    return apply(session, person, class_id, now=NOW).id


def add_relative(session: Session, application_id: int, name: str) -> int:
    """Another of the family, on the same phone, in the same class; the id of the application."""
    theirs = session.get_one(Application, application_id)
    person = session.get_one(Applicant, theirs.applicant_id)
    vault = session.info["vault"]
    relative = Applicant(
        account_id=theirs.account_id,
        name_sealed=vault.seal(name),
        nik_sealed=person.nik_sealed,
        nik_print="f" * 64,
        phone_sealed=person.phone_sealed,
        born_on=person.born_on,
        sex=person.sex,
        education=person.education,
        domicile=person.domicile,
        created_at=NOW,
        updated_at=NOW,
    )
    application = Application(
        number=f"{theirs.number}-2",
        applicant=relative,
        account_id=theirs.account_id,
        class_id=theirs.class_id,
        wave_id=theirs.wave_id,
        nik_print=relative.nik_print,
        state=theirs.state,
        submitted_at=NOW,
        changed_at=NOW,
    )
    session.add(application)
    session.flush()
    return application.id


def is_sent(session: Session, kind: str) -> None:
    """As if the courier had brought what is pending of this kind."""
    for notice in session.scalars(select(Notice).where(Notice.kind == kind)):
        notice.state = "sent" if notice.state == "pending" else notice.state
    session.flush()


def terms(session: Session) -> list[tuple[str, datetime, datetime]]:
    """Kind, due time and expiry of what was planned, in the order of writing."""
    planned = select(Notice.kind, Notice.due_at, Notice.expires_at).where(Notice.kind != "admitted")
    return [(kind, due, end) for kind, due, end in session.execute(planned.order_by(Notice.id))]


def account_id_of(session: Session, person: Person) -> int:
    chosen = select(Account.id).where(Account.telegram_id == person.telegram_id)
    return session.scalars(chosen).one()
