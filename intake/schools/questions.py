"""What is asked about a group of pupils, so that what is sent next answers it.

One question an account: the group's facts; its pupils; or, of staff, why it is sent back. It stands
in the database, so a restart changes nothing; but not for long (`intake.asking`).
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from intake.asking import still_open
from storage.models import Account, SchoolQuestion
from storage.upserts import insert_into


class SchoolAsked(StrEnum):
    FORM = "form"
    """Of a group that is to be opened, or changed where `group_id` says which."""
    LIST = "list"
    REASON = "reason"


@dataclass(frozen=True, slots=True)
class Question:
    kind: SchoolAsked
    school_id: int | None
    """It and `class_id`: of a group that is to be opened."""
    class_id: int | None
    group_id: int | None


def ask_of_group(session: Session, account_id: int, question: Question, *, now: datetime) -> None:
    values = {
        "kind": question.kind.value,
        "school_id": question.school_id,
        "class_id": question.class_id,
        "group_id": question.group_id,
        "asked_at": now,
    }
    asked = insert_into(session, SchoolQuestion).values(account_id=account_id, **values)
    session.execute(asked.on_conflict_do_update(index_elements=["account_id"], set_=values))


def leave_group_question(session: Session, account_id: int) -> None:
    """It is open no longer."""
    session.execute(delete(SchoolQuestion).where(SchoolQuestion.account_id == account_id))


def group_question(session: Session, account_id: int, now: datetime) -> Question | None:
    """The one that is open."""
    row = session.get(SchoolQuestion, account_id, populate_existing=True)
    if row is None or not still_open(row.asked_at, now):
        return None
    return Question(SchoolAsked(row.kind), row.school_id, row.class_id, row.group_id)


def group_questions(session: Session) -> dict[int, object]:
    """Telegram id → which question is open."""
    rows = session.execute(
        select(Account.telegram_id, SchoolQuestion.kind).join(
            Account, SchoolQuestion.account_id == Account.id
        )
    )
    return {telegram_id: SchoolAsked(kind) for telegram_id, kind in rows}
