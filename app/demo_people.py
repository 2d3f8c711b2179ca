"""The bot and the people of the demo. They are made up, and so are their numbers."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from people.accounts import CONSENT_VERSION, ensure_account, give_consent
from people.staff import Role, grant
from people.welcomes import finish_welcome
from storage.database import Database
from storage.models import (
    Account,
    Applicant,
    Application,
    ApplicationChange,
    CourseClass,
    Meeting,
    Programme,
    Wave,
)
from storage.vault import vault_of

SITI, BUDI, RINA, RATNA, DEDI = range(7_000_000_101, 7_000_000_106)
FIRST_APPLICANT = 7_000_000_201
NAMES = (
    "Ayu", "Bayu", "Citra", "Dimas", "Eka", "Fajar", "Gilang", "Hana", "Indra", "Joko", "Kiki",
    "Lina",
)  # fmt: skip


def _on_the_page(telegram_id: int, first_name: str, about: str) -> dict[str, Any]:
    return {"id": telegram_id, "first_name": first_name, "language_code": "id", "about": about}


PEOPLE: tuple[dict[str, Any], ...] = (
    _on_the_page(SITI, "Siti", "Pencari kerja"),
    _on_the_page(BUDI, "Budi", "Peserta pelatihan"),
    _on_the_page(RINA, "Rina", "PT Supra"),
    _on_the_page(RATNA, "Ratna", "Petugas UPTD"),
    _on_the_page(DEDI, "Dedi", "Penyetuju siaran dan peringkat"),
)
OTHERS = ("Misal", "Umpama", "Andai", "Teladan")
"""Second names of those who have no row on the chat page."""
CROWD = range(FIRST_APPLICANT + len(NAMES), FIRST_APPLICANT + 58)
"""Telegram ids: with the twelve on the page, and Siti and her daughter, sixty people."""
APPLICANTS = tuple(
    _on_the_page(telegram_id, name, "Pendaftar kelas menjahit")
    for telegram_id, name in enumerate(NAMES, FIRST_APPLICANT)
)
STAFF = ((RATNA, "Bu Ratna", Role.STAFF), (DEDI, "Pak Dedi", Role.APPROVER))
BOT = {"first_name": "Jawara", "username": "jawara_demo_bot"}


@dataclass(frozen=True)
class Enrolled:
    """Somebody who is in a class already, or has applied for one."""

    telegram_id: int
    name: str
    nik: str
    born_on: date
    sex: str


BUDI_IS = Enrolled(BUDI, "Budi Santoso", "3673051203010002", date(2001, 3, 12), "m")


def enrol_budi(database: Database, now: datetime) -> bool:
    """Budi is in a class that is running, so that reminders can be seen. False: he was already."""
    with database.transaction() as session:
        class_ = _running_class(session)
        return class_ is not None and _enrol(session, BUDI_IS, class_, "admitted", now)


def enrol_applicants(database: Database, now: datetime) -> bool:
    """A dozen people have applied for one open class, for staff to write to. False: they had."""
    with database.transaction() as session:
        class_ = _open_class(session, "menjahit")
        if class_ is None:
            return False
        people = [_applicant(person) for person in APPLICANTS]
        new = [_enrol(session, person, class_, "submitted", now) for person in people]
        return any(new)


def enrol_crowd(database: Database, now: datetime) -> bool:
    """The rest of sixty people, for the same class and its sixteen seats. False: they had."""
    with database.transaction() as session:
        class_ = _open_class(session, "menjahit")
        if class_ is None:
            return False
        people = [_in_crowd(telegram_id) for telegram_id in CROWD]
        new = [_enrol(session, person, class_, "submitted", now) for person in people]
        return any(new)


def appoint_staff(database: Database, now: datetime) -> bool:
    """Bu Ratna writes broadcasts and runs selections, Pak Dedi says the second word. False: they
    did already.
    """
    with database.transaction() as session:
        new = [_appoint(session, *each, now) for each in STAFF]
        return any(new)


def _appoint(session: Session, telegram_id: int, name: str, role: Role, now: datetime) -> bool:
    account = _welcomed(session, telegram_id, now)
    return grant(session, account.id, role, provider_id=None, name=name, granted_by="demo", now=now)


def _running_class(session: Session) -> CourseClass | None:
    query = (
        select(CourseClass)
        .join(Wave)
        .join(Meeting)
        .where(Wave.example, Wave.state == "running")
        .order_by(Meeting.starts_at.desc(), CourseClass.id)
    )
    return session.scalars(query).first()


def _open_class(session: Session, slug: str) -> CourseClass | None:
    query = select(CourseClass).join(Wave, CourseClass.wave_id == Wave.id).join(Programme)
    wanted = Wave.example, Wave.state == "open", Programme.slug == slug
    return session.scalars(query.where(*wanted).order_by(CourseClass.id.desc())).first()


def _applicant(person: dict[str, Any]) -> Enrolled:
    return _named(person["id"], f"{person['first_name']} Contoh")


def _in_crowd(telegram_id: int) -> Enrolled:
    turn, which = divmod(telegram_id - CROWD.start, len(NAMES))
    return _named(telegram_id, f"{NAMES[which]} {OTHERS[turn]}")


def _named(telegram_id: int, name: str) -> Enrolled:
    nik = f"367301450199{telegram_id - FIRST_APPLICANT + 1:04d}"
    return Enrolled(telegram_id, name, nik, date(1999, 1, 5), "f")


def _enrol(
    session: Session, person: Enrolled, class_: CourseClass, state: str, now: datetime
) -> bool:
    """False: they are in that class already."""
    account = _welcomed(session, person.telegram_id, now)
    if _is_in(session, account.id, class_.id):
        return False
    application = _application(session, person, account.id, class_, now)
    application.state = state
    session.add(application)
    session.flush()
    change = ApplicationChange(application_id=application.id, at=now, actor="demo", to_state=state)
    session.add(change)
    return True


def _welcomed(session: Session, telegram_id: int, now: datetime) -> Account:
    account = ensure_account(session, telegram_id, language="id", now=now)
    session.flush()
    give_consent(session, account.id, CONSENT_VERSION, now)
    return finish_welcome(session, account.id, now)


def _is_in(session: Session, account_id: int, class_id: int) -> bool:
    mine = select(Application.id).where(
        Application.account_id == account_id, Application.class_id == class_id
    )
    return session.scalar(mine) is not None


def _application(
    session: Session, person: Enrolled, account_id: int, class_: CourseClass, now: datetime
) -> Application:
    """Its number is none of the series', so that the first one who registers by hand gets 0001."""
    vault = vault_of(session)
    applicant = session.scalar(select(Applicant).where(Applicant.account_id == account_id))
    if applicant is None:
        applicant = Applicant(
            account_id=account_id,
            name_sealed=vault.seal(person.name),
            nik_sealed=vault.seal(person.nik),
            nik_print=vault.fingerprint(person.nik),
            phone_sealed=vault.seal(f"+62812345{person.telegram_id % 100_000:05d}"),
            born_on=person.born_on,
            sex=person.sex,
            education="smk",
            domicile="3673",
            created_at=now,
            updated_at=now,
        )
    wave = session.get_one(Wave, class_.wave_id)
    return Application(
        number=f"{wave.code}-D{person.telegram_id % 1000:03d}",
        applicant=applicant,
        account_id=account_id,
        class_id=class_.id,
        wave_id=wave.id,
        nik_print=applicant.nik_print,
        submitted_at=now,
        changed_at=now,
    )
