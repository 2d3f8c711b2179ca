"""Results for somebody who is gone: put aside until they expire, or until they write again.

Put aside, such a result is due when it expires: no claim walks over it before, and then it is
closed with the reason. A claim puts it there when it comes up; whoever writes again has it taken
back.
"""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import case, literal, literal_column, select, update
from sqlalchemy.orm import Session

from notices.due import ACCOUNTS
from notices.expressions import among
from notices.outbox import IS_PENDING, NOTICES, Lane, changed
from people.accounts import ensure_account, find_account
from storage.base import UtcDateTime
from storage.models import Account

IS_RESULT = NOTICES.c.lane == literal_column(str(Lane.RESULTS.value))
IS_PUT_ASIDE = NOTICES.c.due_at >= NOTICES.c.expires_at
SINCE = case((IS_PUT_ASIDE, NOTICES.c.created_at), else_=NOTICES.c.due_at)
"""When it came up; of one that is put aside, nearly: results are due when they are written."""


def receive(
    session: Session, telegram_id: int, *, language: str | None = None, now: datetime
) -> Account:
    """`ensure_account`, with what waited for them due again: it goes at once, in its old order."""
    known = find_account(session, telegram_id)
    was_gone = known is not None and known.unreachable_since is not None
    account = ensure_account(session, telegram_id, language=language, now=now)
    if was_gone:
        _take_back(session, account.id, now)
    return account


def put_aside(session: Session, notice_ids: Collection[int]) -> None:
    """Asked once more whether they are gone: some may have written since they were looked at."""
    if notice_ids:
        session.execute(PUT_ASIDE, {"ids": notice_ids})


def _take_back(session: Session, account_id: int, now: datetime) -> None:
    # All of theirs, put aside or not: one that is just being put aside is thereby waited for.
    theirs = update(NOTICES).where(NOTICES.c.account_id == account_id, IS_PENDING, IS_RESULT)
    present = literal(now, UtcDateTime())
    came_up = case((NOTICES.c.created_at < present, NOTICES.c.created_at), else_=present)
    due_at = case((IS_PUT_ASIDE, came_up), else_=NOTICES.c.due_at)
    changed(session, theirs.where(NOTICES.c.batch_id.is_(None)).values(due_at=due_at))


PUT_ASIDE = (
    update(NOTICES)
    .where(among(NOTICES.c.id, "ids"))
    .where(
        select(ACCOUNTS.c.id)
        .where(ACCOUNTS.c.id == NOTICES.c.account_id, ACCOUNTS.c.unreachable_since.is_not(None))
        .exists()
    )
    .values(due_at=NOTICES.c.expires_at)
)
