"""What is asked of somebody about documents, so that what they send next answers it.

One question an account: send this paper; what is this file; or, of staff, which number. It stands
in the database, so a restart changes nothing.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import delete, exists, func, select
from sqlalchemy.orm import Session

from storage.models import Account, Application, DocumentQuestion
from storage.upserts import insert_into


class Asked(StrEnum):
    """`PAPER`: send it. `WHICH`: what is it that was sent? `NUMBER`: of which application?"""

    PAPER = "paper"
    WHICH = "which"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Question:
    kind: Asked
    application_id: int | None
    paper: str | None
    message_id: int | None
    telegram_file: str | None
    album: str | None


def ask_paper(
    session: Session,
    account_id: int,
    application_id: int,
    paper: str,
    *,
    album: str | None = None,
    now: datetime,
) -> None:
    """`album`: that of the picture which answered the question before."""
    facts = {"application_id": application_id, "paper": paper, "album": album}
    _ask(session, account_id, Asked.PAPER, facts, now)


def ask_which(
    session: Session, account_id: int, *, message_id: int, telegram_file: str, now: datetime
) -> None:
    """A file came unasked, by that message."""
    facts = {"message_id": message_id, "telegram_file": telegram_file}
    _ask(session, account_id, Asked.WHICH, facts, now)


def ask_number(session: Session, account_id: int, *, now: datetime) -> None:
    _ask(session, account_id, Asked.NUMBER, {}, now)


def leave_question(session: Session, account_id: int) -> None:
    """It is open no longer."""
    session.execute(delete(DocumentQuestion).where(DocumentQuestion.account_id == account_id))


def open_question(session: Session, account_id: int) -> Question | None:
    """A paper asked for before another registration was sent is asked for no more: which of the
    two a file is for, must be asked.
    """
    row = session.get(DocumentQuestion, account_id, populate_existing=True)
    if row is None or (row.kind == Asked.PAPER and _registered_since(session, row)):
        return None
    return Question(
        Asked(row.kind), row.application_id, row.paper, row.message_id, row.telegram_file, row.album
    )


def questions_open(session: Session) -> dict[int, object]:
    """Telegram id → which question is open."""
    rows = session.execute(
        select(Account.telegram_id, DocumentQuestion.kind).join(
            Account, DocumentQuestion.account_id == Account.id
        )
    )
    return {telegram_id: Asked(kind) for telegram_id, kind in rows}


def _registered_since(session: Session, row: DocumentQuestion) -> bool:
    later = exists().where(
        Application.account_id == row.account_id,
        Application.id != func.coalesce(row.application_id, 0),
        Application.submitted_at > row.asked_at,
    )
    return bool(session.scalar(select(later)))


def _ask(
    session: Session, account_id: int, kind: Asked, facts: dict[str, object], now: datetime
) -> None:
    blank = dict.fromkeys(("application_id", "paper", "message_id", "telegram_file", "album"))
    values = {**blank, **facts, "kind": kind.value, "asked_at": now}
    asked = insert_into(session, DocumentQuestion).values(account_id=account_id, **values)
    session.execute(asked.on_conflict_do_update(index_elements=["account_id"], set_=values))
