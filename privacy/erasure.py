"""Erasure: when a person asks for it, nothing of theirs stays behind."""

from datetime import datetime

import structlog
from sqlalchemy import delete, or_, select
from sqlalchemy.orm import Session

from intake.applications.applicants import my_applicant
from intake.applications.person_notices import notices_about
from intake.documents.documents import discard_all
from intake.registration.drafts import cancel_draft, open_draft
from notices.batches import leave_batches
from notices.lock_order import hold_all_of
from notices.outbox import NOTICES
from storage.models import Account, Applicant, Broadcast, EligibilityCheck
from storage.vault import vault_of

log = structlog.get_logger(__name__)


def erase(session: Session, account_id: int, *, now: datetime) -> bool:
    """Delete the account with all that hangs on it, in every room; False if it was gone already.

    Applications go too, live ones included: seats are counted from rows, so theirs are free at
    once. What stays is no personal data: the last registration number of each wave, so that no
    number is ever given out again, and the names of the documents' files, which say nothing and by
    which a tick removes them. Each table that names an account cascades from it in the database
    itself, so that a table added later can't be forgotten here.
    """
    forget_bytes(session)
    _hold_broadcasts(session, account_id)
    leave_batches(session, account_id, now=now)
    discard_all(session, account_id, now=now)
    gone = delete(Account).where(Account.id == account_id).returning(Account.id)
    found = session.execute(gone).first() is not None
    log.info("account erased", found=found, at=now.isoformat())
    return found


def erase_person(session: Session, account_id: int, applicant_id: int, *, now: datetime) -> None:
    """Delete one of those who share a phone, with their applications, documents, guardians, cards
    and all that was to be told of them. The account stays, and whoever else is on it.

    Raises NoSuchApplicant for one of another account, too.
    """
    forget_bytes(session)
    hold_all_of(session, account_id)
    applicant = my_applicant(session, account_id, applicant_id)
    session.execute(delete(NOTICES).where(notices_about(session, account_id, applicant_id).alone))
    discard_all(session, account_id, applicant_id=applicant_id, now=now)
    _forget_begun(session, account_id, applicant.nik_print)
    session.execute(delete(Applicant).where(Applicant.id == applicant_id))
    session.expire_all()
    log.info("person erased", at=now.isoformat())


def forget_bytes(session: Session) -> None:
    """Without it SQLite unlinks rows and leaves their bytes in the file."""
    if session.get_bind().dialect.name == "sqlite":
        session.connection().exec_driver_sql("PRAGMA secure_delete = ON")


def _forget_begun(session: Session, account_id: int, nik_print: str) -> None:
    """A registration of theirs that was begun anew, and what was told for rules by whoever it was.

    Those that name the person go with them.
    """
    draft = open_draft(session, account_id)
    nik = None if draft is None else draft.answers.nik
    if nik is not None and vault_of(session).fingerprint(nik) == nik_print:
        cancel_draft(session, account_id)
    unnamed = EligibilityCheck.account_id == account_id, EligibilityCheck.applicant_id.is_(None)
    session.execute(delete(EligibilityCheck).where(*unnamed))


def _hold_broadcasts(session: Session, account_id: int) -> None:
    """Those that will lose their author, before the account: see `notices.lock_order`."""
    named = (Broadcast.author_id, Broadcast.editor_id, Broadcast.approved_by)
    wanted = or_(*(column == account_id for column in named))
    query = select(Broadcast.id).where(wanted).order_by(Broadcast.id)
    session.execute(query.with_for_update())
