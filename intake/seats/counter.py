"""At the counter: staff confirm a seat, or give one back, for somebody, who is told of it.

Whoever does it themselves reads it in answer to their tap, and is told nothing else.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from intake.applications.errors import ReasonMissing
from intake.applications.rows import ApplicationState
from intake.beds.giving import said_of
from intake.beds.houses import BedState
from intake.seats.confirming import confirm
from intake.seats.errors import NoSeatToGive, OfAGroup, SeatGivenBack
from intake.seats.offers import hold_candidate
from intake.seats.reserve import check_not_over, give_up
from intake.seats.seats import BEGUN
from notices.outbox import Lane, post
from storage.models import Application, ApplicationChange, Pupil, Wave
from storage.models.applications import HOLDERS

REASONS = ("asked", "work", "ill", "rules")
"""Why a seat is given back, as it can be tapped, each with words in `seats-why-…`."""
TELL_WITHIN = timedelta(days=30)
OFFERED, DECLINED, WITHDRAWN = (
    ApplicationState.OFFERED,
    ApplicationState.DECLINED,
    ApplicationState.WITHDRAWN,
)


@dataclass(frozen=True, slots=True)
class AtStake:
    """What somebody would lose with their seat."""

    passed_on: bool
    """It goes to the next of the reserve; once the training has begun it goes to nobody."""
    bed: bool
    """In the dormitory."""


def confirm_for(
    session: Session, application_id: int, *, actor: str, now: datetime, zone: tzinfo
) -> bool:
    """The seat is theirs, and they are told; False: it was theirs already.

    Raises NoSuchApplication, NoOffer, OfferPast.
    """
    new = confirm(session, application_id, actor=actor, now=now, zone=zone)
    if new:
        tell_admitted(session, application_id, now)
    return new


def tell_admitted(session: Session, application_id: int, now: datetime) -> None:
    _tell(session, application_id, "admitted", now)


def let_go_for(
    session: Session, application_id: int, *, actor: str, why: str, now: datetime, zone: tzinfo
) -> int:
    """Their seat, offered or confirmed, is given back: it goes to the next of the reserve at once,
    unless the training has begun. They are told. Returns how many offers were made of it.

    `why`: of `REASONS`, or other words. Raises NoSuchApplication, ReasonMissing, SeatGivenBack,
    NoSeatToGive, OfAGroup, TrainingOver.
    """
    reason = " ".join(why.split())
    if not reason:
        raise ReasonMissing
    held, candidate = hold_candidate(session, application_id, zone)
    _check_theirs(session, application_id, candidate.state)
    to = DECLINED if candidate.state is OFFERED else WITHDRAWN
    made = give_up(session, held, candidate, to, actor=actor, reason=reason, now=now, zone=zone)
    _tell(session, application_id, "seat_let_go", now)
    return made


def at_stake(session: Session, application_id: int, now: datetime) -> AtStake:
    """Before anybody is asked why. Raises SeatGivenBack, NoSeatToGive, OfAGroup, TrainingOver."""
    asked = select(Application.state, Wave.state, BEGUN).join(Wave, Application.wave_id == Wave.id)
    row = session.execute(asked.where(Application.id == application_id), {"now": now}).one()
    state, wave_state, begun = row
    _check_theirs(session, application_id, state)
    check_not_over(state, wave_state)
    return AtStake(not begun, said_of(session, application_id) is BedState.GRANTED)


def _check_theirs(session: Session, application_id: int, state: str) -> None:
    """Raises SeatGivenBack, NoSeatToGive, OfAGroup."""
    if session.get(Pupil, application_id) is not None:
        raise OfAGroup
    if state in HOLDERS:
        return
    at = _given_back(session, application_id)
    raise NoSeatToGive(state) if at is None else SeatGivenBack(at)


def _given_back(session: Session, application_id: int) -> datetime | None:
    """When; None: they had none to give."""
    change = ApplicationChange
    given = select(change.at).where(
        change.application_id == application_id,
        change.from_state.in_(HOLDERS),
        change.to_state.in_((DECLINED, WITHDRAWN)),
    )
    return session.scalar(given.order_by(change.id.desc()).limit(1))


def _tell(session: Session, application_id: int, kind: str, now: datetime) -> None:
    """Each is said of an application once, and in the lane of results: nobody can mute it."""
    whose = select(Application.account_id).where(Application.id == application_id)
    post(
        session,
        account_id=session.scalars(whose).one(),
        kind=kind,
        facts={"application_id": application_id},
        key=f"{kind}:{application_id}",
        lane=Lane.RESULTS,
        due_at=now,
        expires_at=now + TELL_WITHIN,
        now=now,
    )
