"""One live application a person and wave: finds the one that is there already."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import bindparam, literal_column, select
from sqlalchemy.orm import Session

from intake.applications.applicants import called_on_shared
from intake.applications.errors import AlreadyApplied
from storage.models import Applicant, Application
from storage.models.applications import LIVE
from storage.vault import vault_of

_LIVE_OF_ACCOUNT = (
    select(Application.number)
    .where(
        Application.account_id == bindparam("asked"),
        Application.wave_id == bindparam("wave"),
        Application.state.in_(LIVE),
    )
    .order_by(Application.id.desc())
    .limit(1)
)


@dataclass(frozen=True, slots=True)
class LiveApplication:
    number: str
    account_id: int

    def refusal_to(self, account_id: int) -> AlreadyApplied:
        """To another account than the applicant's without the number."""
        return AlreadyApplied(self.number if self.account_id == account_id else None)


def live_among(
    session: Session, asked: Collection[tuple[int, str]]
) -> dict[tuple[int, str], LiveApplication]:
    """The live applications of several people, by wave and fingerprint of the NIK."""
    waves, prints = {wave for wave, _ in asked}, {nik_print for _, nik_print in asked}
    among = {"waves": list(waves), "prints": list(prints)}
    rows = session.connection().execute(LIVE_AMONG, among)
    return {
        (row.wave_id, row.nik_print): LiveApplication(row.number, row.account_id) for row in rows
    }


def find_live(session: Session, nik_print: str, wave_id: int) -> LiveApplication | None:
    session.flush()
    return live_among(session, [(wave_id, nik_print)]).get((wave_id, nik_print))


def refuse_double(session: Session, nik: str, wave_id: int, account_id: int) -> None:
    """Raises AlreadyApplied; to another account than the applicant's without the number."""
    live = find_live(session, vault_of(session).fingerprint(nik), wave_id)
    if live is not None:
        raise live.refusal_to(account_id)


def refuse_again(session: Session, applicant: Applicant, wave_id: int) -> None:
    """Raises AlreadyApplied where this person has a live application in the wave."""
    live = find_live(session, applicant.nik_print, wave_id)
    if live is None:
        return
    called = called_on_shared(session, applicant.account_id, applicant.id)
    raise AlreadyApplied(live.number if live.account_id == applicant.account_id else None, called)


def refuse_second(session: Session, account_id: int, wave_id: int) -> None:
    """Raises AlreadyApplied where this account has a live application in the wave."""
    number = session.scalar(_LIVE_OF_ACCOUNT, {"asked": account_id, "wave": wave_id})
    if number is not None:
        raise AlreadyApplied(number)


LIVE_AMONG = select(
    Application.wave_id, Application.nik_print, Application.number, Application.account_id
).where(
    Application.nik_print.in_(bindparam("prints", expanding=True)),
    Application.wave_id.in_(bindparam("waves", expanding=True)),
    Application.state.in_([literal_column(f"'{state}'") for state in LIVE]),
)
