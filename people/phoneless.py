"""Accounts of people who have no phone here: what is kept of them hangs on one as on any other.

Its number is negative, and longer than any that Telegram gives out, and it can't be reached:
results wait for its holder, reminders end by themselves. It ends when they tie a phone to it.
"""

import secrets
from collections.abc import Collection
from datetime import datetime

from sqlalchemy import delete
from sqlalchemy.orm import Session

from storage.models import Account

NO_PHONE = "no_phone"
BEYOND = 2**60
"""Telegram's own numbers have at most 52 bits."""


def open_without_phone(session: Session, *, now: datetime) -> int:
    """The id of a new account. Nobody has agreed to anything by it."""
    account = Account(
        telegram_id=-BEYOND - secrets.randbelow(BEYOND),
        unreachable_since=now,
        unreachable_reason=NO_PHONE,
        created_at=now,
    )
    session.add(account)
    session.flush()
    return account.id


def has_phone(account: Account) -> bool:
    return account.telegram_id > 0


def close_without_phone(session: Session, account_ids: Collection[int]) -> None:
    """They go with all that hangs on them; those that somebody writes by stay."""
    if session.get_bind().dialect.name == "sqlite":
        # Without it SQLite unlinks rows and leaves their bytes in the file.
        session.connection().exec_driver_sql("PRAGMA secure_delete = ON")
    session.flush()
    theirs = Account.id.in_(account_ids), Account.unreachable_reason == NO_PHONE
    session.execute(delete(Account).where(*theirs, Account.telegram_id < 0))
    session.expire_all()
