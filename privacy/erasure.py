"""Erasure: when a person asks for it, nothing of theirs stays behind."""

from datetime import datetime

import structlog
from sqlalchemy import delete, or_, select
from sqlalchemy.orm import Session

from intake.documents import discard_all
from notices.batches import leave_batches
from storage.models import Account, Broadcast

log = structlog.get_logger(__name__)


def erase(session: Session, account_id: int, *, now: datetime) -> bool:
    """Delete the account with all that hangs on it, in every room; False if it was gone already.

    Applications go too, live ones included: seats are counted from rows, so theirs are free at
    once. What stays is no personal data: the last registration number of each wave, so that no
    number is ever given out again, and the names of the documents' files, which say nothing and by
    which a tick removes them. Each table that names an account cascades from it in the database
    itself, so that a table added later can't be forgotten here.
    """
    if session.get_bind().dialect.name == "sqlite":
        # Without it SQLite unlinks rows and leaves their bytes in the file.
        session.connection().exec_driver_sql("PRAGMA secure_delete = ON")
    _hold_broadcasts(session, account_id)
    leave_batches(session, account_id, now=now)
    discard_all(session, account_id, now=now)
    gone = delete(Account).where(Account.id == account_id).returning(Account.id)
    found = session.execute(gone).first() is not None
    log.info("account erased", found=found, at=now.isoformat())
    return found


def _hold_broadcasts(session: Session, account_id: int) -> None:
    """Those that will lose their author, before the account: see `notices.lock_order`."""
    named = (Broadcast.author_id, Broadcast.editor_id, Broadcast.approved_by)
    wanted = or_(*(column == account_id for column in named))
    query = select(Broadcast.id).where(wanted).order_by(Broadcast.id)
    session.execute(query.with_for_update())
