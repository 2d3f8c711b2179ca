"""Beds: asked for by whoever has a seat, granted in an order told to everybody, passed on at once.

Whoever gives or frees one holds the dormitory, after the class and the application where these are
held: so nobody is passed over, and never more are granted than there are.
"""

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from intake.applications.changes import APPLICANT, JAWARA
from intake.applications.errors import NoSuchApplication, OtherProvider, ReasonMissing
from intake.beds.errors import BedsClosed, BedsUnknown, NoBed, NoBedFree, NoDormitory, NoSeat
from intake.beds.giving import (
    BEDS,
    change_bed,
    give_out,
    hold_house,
    lay_out_beds,
    said_of,
    take_bed,
    tell_of_bed,
)
from intake.beds.houses import BedState, House
from intake.beds.rows import Waiting
from notices.outbox import changed
from people.staff import StaffRight, may_act_for
from storage.models import Applicant, Application, Wave
from storage.models.applications import HOLDERS

REASONS = {True: ("far", "health"), False: ("asked", "absent")}
"""Of a bed that staff grant, and of one that they take back: what the desk offers as reasons,
beside words of one's own.
"""


def ask_for_bed(
    session: Session, application_id: int, account_id: int, *, now: datetime
) -> BedState:
    """They want one; where it stands then, which is granted, reserve or still to be decided.

    Asked twice, nothing changes. Raises NoSuchApplication, NoSeat, NoDormitory, BedsClosed.
    """
    house, one = _hold(session, application_id, account_id)
    before = said_of(session, application_id)
    if before in (BedState.ASKED, BedState.GRANTED, BedState.RESERVE):
        return before
    if not house.takes_wishes(now):
        raise BedsClosed(house.starts_at)
    change_bed(session, house, one, before, BedState.ASKED, APPLICANT, None, now)
    give_out(session, house, now, unasked=application_id)
    return said_of(session, application_id) or BedState.ASKED


def need_no_bed(session: Session, application_id: int, account_id: int, *, now: datetime) -> int:
    """They want none, or want it no more: it goes to the next at once. Returns how many are told.

    Raises NoSuchApplication, NoSeat, NoDormitory.
    """
    house, one = _hold(session, application_id, account_id)
    return _leave(session, house, one, BedState.NOT_NEEDED, APPLICANT, None, now)


def leave_bed(session: Session, application_id: int, now: datetime) -> int:
    """With the seat the bed is given back, in the same transaction. Returns how many are told."""
    if said_of(session, application_id) not in (BedState.ASKED, BedState.GRANTED, BedState.RESERVE):
        return 0
    wave_id = session.scalar(select(Application.wave_id).where(Application.id == application_id))
    house = None if wave_id is None else hold_house(session, wave_id)
    if house is None:
        return 0
    one = _waiting(session, house, application_id)
    return _leave(session, house, one, BedState.GONE, JAWARA, None, now)


def grant_bed(
    session: Session,
    application_id: int,
    *,
    rights: frozenset[StaffRight],
    actor: str,
    why: str,
    now: datetime,
) -> None:
    """By hand, whoever is before them: hence the reason. They are told.

    Raises NoSuchApplication, OtherProvider, ReasonMissing, NoSeat, NoDormitory, BedsUnknown,
    NoBedFree.
    """
    house, one = _hold(session, application_id, None, rights)
    if not why.strip():
        raise ReasonMissing
    if not house.sides:
        raise BedsUnknown
    before = said_of(session, application_id)
    if before is BedState.GRANTED:
        return
    if not take_bed(session, house, one):
        raise NoBedFree
    change_bed(session, house, one, before, BedState.GRANTED, actor, why, now)
    tell_of_bed(session, one, BedState.GRANTED, now)


def take_bed_back(
    session: Session,
    application_id: int,
    *,
    rights: frozenset[StaffRight],
    actor: str,
    why: str,
    now: datetime,
) -> int:
    """At the counter somebody gives theirs back, and is told; it goes to the next. Returns how many
    others are told.

    Raises NoSuchApplication, OtherProvider, ReasonMissing, NoSeat, NoDormitory, NoBed.
    """
    house, one = _hold(session, application_id, None, rights)
    if not why.strip():
        raise ReasonMissing
    if said_of(session, application_id) is not BedState.GRANTED:
        raise NoBed
    told = _leave(session, house, one, BedState.NOT_NEEDED, actor, why, now)
    tell_of_bed(session, one, BedState.NOT_NEEDED, now)
    return told


def _leave(
    session: Session,
    house: House,
    one: Waiting,
    to: BedState,
    actor: str,
    why: str | None,
    now: datetime,
) -> int:
    before = said_of(session, one.application_id)
    if before in (to, BedState.GONE):
        return 0
    change_bed(session, house, one, before, to, actor, why, now)
    if before is not BedState.GRANTED:
        return 0
    mine = update(BEDS).where(BEDS.c.application_id == one.application_id)
    changed(session, mine.values(application_id=None))
    for side in house.sides:
        lay_out_beds(session, house, side)
    return give_out(session, house, now)


def _hold(
    session: Session,
    application_id: int,
    account_id: int | None,
    rights: frozenset[StaffRight] | None = None,
) -> tuple[House, Waiting]:
    """First the application, then the dormitory. `account_id`: whose it must be, else staff's."""
    row = session.execute(
        select(Application.account_id, Application.wave_id, Application.state)
        .where(Application.id == application_id)
        .with_for_update()
    ).first()
    if row is None or account_id not in (None, row.account_id):
        raise NoSuchApplication(application_id)
    provider = select(Wave.provider_id).where(Wave.id == row.wave_id)
    if rights is not None and not may_act_for(rights, session.scalar(provider) or 0):
        raise OtherProvider
    if row.state not in HOLDERS:
        raise NoSeat(row.state)
    house = hold_house(session, row.wave_id)
    if house is None:
        raise NoDormitory
    return house, _waiting(session, house, application_id)


def _waiting(session: Session, house: House, application_id: int) -> Waiting:
    row = session.execute(
        select(Application.account_id, Applicant.sex)
        .join(Applicant, Application.applicant_id == Applicant.id)
        .where(Application.id == application_id)
    ).one()
    said = said_of(session, application_id) or ""
    return Waiting(application_id, row.account_id, said, house.side_of(row.sex))
