"""One live application a person and wave: finds the one that is there already."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from intake.errors import AlreadyApplied
from storage.models import Application, CourseClass
from storage.models.applications import LIVE
from storage.vault import vault_of


@dataclass(frozen=True, slots=True)
class LiveApplication:
    number: str
    account_id: int


def already_applied(session: Session, nik: str, class_id: int) -> LiveApplication | None:
    """The live application of this NIK (16 digits) in the wave of a class, whoever sent it."""
    wave_id = session.scalar(select(CourseClass.wave_id).where(CourseClass.id == class_id))
    return (
        None if wave_id is None else find_live(session, vault_of(session).fingerprint(nik), wave_id)
    )


def find_live(session: Session, nik_print: str, wave_id: int) -> LiveApplication | None:
    row = session.execute(
        select(Application.number, Application.account_id).where(
            Application.wave_id == wave_id,
            Application.nik_print == nik_print,
            Application.state.in_(LIVE),
        )
    ).first()
    return None if row is None else LiveApplication(*row)


def refuse_double(session: Session, nik: str, wave_id: int, account_id: int) -> None:
    """Raises AlreadyApplied; to another account than the applicant's without the number."""
    live = find_live(session, vault_of(session).fingerprint(nik), wave_id)
    if live is not None:
        raise AlreadyApplied(live.number if live.account_id == account_id else None)


def refuse_second(session: Session, account_id: int, wave_id: int) -> None:
    """Raises AlreadyApplied where this account has a live application in the wave."""
    number = session.scalar(
        select(Application.number)
        .where(
            Application.account_id == account_id,
            Application.wave_id == wave_id,
            Application.state.in_(LIVE),
        )
        .order_by(Application.id.desc())
        .limit(1)
    )
    if number is not None:
        raise AlreadyApplied(number)
