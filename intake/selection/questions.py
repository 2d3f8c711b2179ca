"""What is asked of staff at the desk of a selection, so that what they send next answers it.

One question an account. It stands in the database, so a restart changes nothing; but not for long
(`intake.asking`).
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from intake.asking import still_open
from storage.models import Account, SelectionQuestion
from storage.upserts import insert_into


class Asked(StrEnum):
    """`SCORES`: a file of them. `MINUTE`: of the results. `MOVE`: who, to which rank, and why."""

    SCORES = "scores"
    MINUTE = "minute"
    MOVE = "move"


@dataclass(frozen=True, slots=True)
class Question:
    kind: Asked
    class_id: int


def ask(session: Session, account_id: int, kind: Asked, class_id: int, *, now: datetime) -> None:
    values = {"kind": kind.value, "class_id": class_id, "asked_at": now}
    asked = insert_into(session, SelectionQuestion).values(account_id=account_id, **values)
    session.execute(asked.on_conflict_do_update(index_elements=["account_id"], set_=values))


def leave_question(session: Session, account_id: int) -> None:
    """It is open no longer."""
    session.execute(delete(SelectionQuestion).where(SelectionQuestion.account_id == account_id))


def open_question(session: Session, account_id: int, now: datetime) -> Question | None:
    row = session.get(SelectionQuestion, account_id, populate_existing=True)
    if row is None or not still_open(row.asked_at, now):
        return None
    return Question(Asked(row.kind), row.class_id)


def questions_open(session: Session) -> dict[int, object]:
    """Telegram id → which question is open."""
    rows = session.execute(
        select(Account.telegram_id, SelectionQuestion.kind).join(
            Account, SelectionQuestion.account_id == Account.id
        )
    )
    return {telegram_id: Asked(kind) for telegram_id, kind in rows}
