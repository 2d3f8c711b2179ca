"""What staff are asked a reason for, so that the words they send next are it.

One question an account. It stands in the database, so a restart changes nothing; but not for long
(`intake.asking`).
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from intake.asking import still_open
from storage.models import Account, ReasonQuestion
from storage.upserts import insert_into


class ReasonFor(StrEnum):
    SEAT = "seat"
    """Which is given back for somebody."""
    STAGE = "stage"
    """A wave's next move, made by hand."""
    BED = "bed"
    """Granted out of turn, or taken back."""
    PUPIL = "pupil"
    """Who is taken out of their group."""


@dataclass(frozen=True, slots=True)
class OfSeat:
    application_id: int


@dataclass(frozen=True, slots=True)
class OfStage:
    wave_id: int
    stage: str
    move: str
    """That very one: answered late, it makes no other."""


@dataclass(frozen=True, slots=True)
class OfBed:
    application_id: int
    granted: bool
    """Or taken back."""


@dataclass(frozen=True, slots=True)
class OfPupil:
    application_id: int


Question = OfSeat | OfStage | OfBed | OfPupil
KINDS: dict[type[Question], ReasonFor] = {
    OfSeat: ReasonFor.SEAT,
    OfStage: ReasonFor.STAGE,
    OfBed: ReasonFor.BED,
    OfPupil: ReasonFor.PUPIL,
}
GRANT, TAKE, WITHDRAW = "grant", "take", "withdraw"


def ask_reason(session: Session, account_id: int, question: Question, *, now: datetime) -> None:
    blank = dict.fromkeys(("application_id", "wave_id", "stage", "move"))
    values = {**blank, **_facts(question), "asked_at": now}
    asked = insert_into(session, ReasonQuestion).values(account_id=account_id, **values)
    session.execute(asked.on_conflict_do_update(index_elements=["account_id"], set_=values))


def leave_reason(session: Session, account_id: int) -> None:
    """It is open no longer."""
    session.execute(delete(ReasonQuestion).where(ReasonQuestion.account_id == account_id))


def reason_asked(session: Session, account_id: int, now: datetime) -> Question | None:
    """The one that is open."""
    row = session.get(ReasonQuestion, account_id, populate_existing=True)
    return None if row is None or not still_open(row.asked_at, now) else _question(row)


def reasons_asked(session: Session) -> dict[int, object]:
    """Telegram id → for what a reason is asked."""
    rows = session.execute(
        select(Account.telegram_id, ReasonQuestion).join(
            Account, ReasonQuestion.account_id == Account.id
        )
    )
    return {who: KINDS[type(_question(row))] for who, row in rows}


def _facts(question: Question) -> dict[str, object]:
    match question:
        case OfStage(wave_id, stage, move):
            return {"wave_id": wave_id, "stage": stage, "move": move}
        case OfBed(id_, granted):
            return {"application_id": id_, "move": GRANT if granted else TAKE}
        case OfPupil(id_):
            return {"application_id": id_, "move": WITHDRAW}
        case OfSeat(id_):
            return {"application_id": id_}


def _question(row: ReasonQuestion) -> Question:
    if row.application_id is None:
        return OfStage(row.wave_id or 0, row.stage or "", row.move or "")
    if row.move in (GRANT, TAKE):
        return OfBed(row.application_id, row.move == GRANT)
    return OfPupil(row.application_id) if row.move == WITHDRAW else OfSeat(row.application_id)
