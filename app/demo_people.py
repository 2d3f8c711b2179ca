"""The bot and the people of the demo. They are made up, and so are their numbers."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from people.accounts import CONSENT_VERSION, ensure_account, give_consent
from people.welcomes import finish_welcome
from storage.database import Database
from storage.models import Applicant, Application, ApplicationChange, CourseClass, Meeting, Wave
from storage.vault import vault_of

SITI, BUDI, RINA, STAFF = 7_000_000_101, 7_000_000_102, 7_000_000_103, 7_000_000_104
PEOPLE: tuple[dict[str, Any], ...] = (
    {"id": SITI, "first_name": "Siti", "language_code": "id", "about": "Pencari kerja"},
    {"id": BUDI, "first_name": "Budi", "language_code": "id", "about": "Peserta pelatihan"},
    {"id": RINA, "first_name": "Rina", "language_code": "id", "about": "PT Supra"},
    {"id": STAFF, "first_name": "Dewi", "language_code": "id", "about": "Petugas UPTD"},
)
BOT = {"first_name": "Jawara", "username": "jawara_demo_bot"}
BUDI_NIK = "3673051203010002"


def enrol_budi(database: Database, now: datetime) -> bool:
    """Budi is in a class that is running, so that reminders can be seen. False: he was already."""
    with database.transaction() as session:
        account = ensure_account(session, BUDI, language="id", now=now)
        class_ = _running_class(session)
        if class_ is None or _is_in(session, account.id, class_.id):
            return False
        give_consent(session, account.id, CONSENT_VERSION, now)
        finish_welcome(session, account.id, now)
        application = _application(session, account.id, class_, now)
        session.add(application)
        session.flush()
        change = ApplicationChange(application_id=application.id, at=now, actor="demo")
        change.to_state = "admitted"
        session.add(change)
        return True


def _running_class(session: Session) -> CourseClass | None:
    query = (
        select(CourseClass)
        .join(Wave)
        .join(Meeting)
        .where(Wave.example, Wave.state == "running")
        .order_by(Meeting.starts_at.desc(), CourseClass.id)
    )
    return session.scalars(query).first()


def _is_in(session: Session, account_id: int, class_id: int) -> bool:
    mine = select(Application.id).where(
        Application.account_id == account_id, Application.class_id == class_id
    )
    return session.scalar(mine) is not None


def _application(
    session: Session, account_id: int, class_: CourseClass, now: datetime
) -> Application:
    vault = vault_of(session)
    applicant = session.scalar(select(Applicant).where(Applicant.account_id == account_id))
    if applicant is None:
        applicant = Applicant(
            account_id=account_id,
            name_sealed=vault.seal("Budi Santoso"),
            nik_sealed=vault.seal(BUDI_NIK),
            nik_print=vault.fingerprint(BUDI_NIK),
            phone_sealed=vault.seal("+6281234500002"),
            born_on=date(2001, 3, 12),
            sex="m",
            education="smk",
            domicile="3673",
            created_at=now,
            updated_at=now,
        )
    wave = session.get_one(Wave, class_.wave_id)
    return Application(
        number=f"{wave.code}-D{class_.id:03d}",
        applicant=applicant,
        account_id=account_id,
        class_id=class_.id,
        wave_id=wave.id,
        nik_print=applicant.nik_print,
        state="admitted",
        submitted_at=now,
        changed_at=now,
    )
