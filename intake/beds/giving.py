"""Beds are given out in the order of the line, under the dormitory's lock, all of it on record."""

from datetime import datetime, timedelta
from typing import cast

from sqlalchemy import ColumnElement, Table, delete, func, insert, select, update
from sqlalchemy.orm import Session

from intake.applications.changes import JAWARA, REASON_LENGTH
from intake.beds.houses import BedState, House, available, house_of
from intake.beds.rows import WAITING, Waiting, waiting_line
from notices.outbox import Lane, changed, post
from storage.models import Bed, BedChange, BedRequest, Dormitory, Wave

BEDS = cast(Table, Bed.__table__)
IS_FREE = BEDS.c.application_id.is_(None)
TELL_WITHIN = timedelta(days=30)
TOLD = {
    BedState.GRANTED: "bed_granted",
    BedState.RESERVE: "bed_reserve",
    BedState.NOT_NEEDED: "bed_let_go",
}


def waves_to_give_beds(session: Session, now: datetime) -> list[int]:
    """Where beds are to be given out, or one is free though somebody waits."""
    asked = select(BedRequest.wave_id).where(BedRequest.state.in_(WAITING)).distinct()
    houses = [house_of(session, each) for each in session.scalars(asked.order_by("wave_id")).all()]
    return [each.wave_id for each in houses if each is not None and _has_work(session, each, now)]


def give_beds(session: Session, wave_id: int, *, now: datetime) -> int:
    """All that are due in a wave. Run twice, it does no harm. Returns how many are told."""
    house = hold_house(session, wave_id)
    return 0 if house is None else give_out(session, house, now)


def hold_house(session: Session, wave_id: int) -> House | None:
    """The dormitory, locked until the transaction ends. None: there is none."""
    session.flush()
    provider = select(Wave.provider_id).where(Wave.id == wave_id).scalar_subquery()
    locked = select(Dormitory.provider_id).where(Dormitory.provider_id == provider)
    if session.scalar(locked.with_for_update()) is None:
        return None
    house = house_of(session, wave_id)
    for side in () if house is None else house.sides:
        lay_out_beds(session, house, side)
    return house


def give_out(session: Session, house: House, now: datetime, *, unasked: int | None = None) -> int:
    """To each of the line in turn; who finds none is on the reserve. `unasked`: who needs no
    notice, since they read it in answer to their tap.
    """
    told = 0
    for one in waiting_line(session, house) if house.gives(now) else ():
        got = take_bed(session, house, one)
        state = BedState.GRANTED if got else BedState.RESERVE
        if state == one.state:
            continue
        change_bed(session, house, one, BedState(one.state), state, JAWARA, None, now)
        if one.application_id != unasked:
            tell_of_bed(session, one, state, now)
            told += 1
    return told


def take_bed(session: Session, house: House, one: Waiting) -> bool:
    """The first free one of their part."""
    free = select(BEDS.c.id).where(*_free(house, one.side)).order_by(BEDS.c.number).limit(1)
    taking = update(BEDS).where(
        BEDS.c.id == free.scalar_subquery(), BEDS.c.application_id.is_(None)
    )
    return changed(session, taking.values(application_id=one.application_id)) == 1


def lay_out_beds(session: Session, house: House | None, side: str) -> None:
    """As many rows as there are beds for this wave. What is held stays, should there be fewer."""
    assert house is not None
    of_side = BEDS.c.wave_id == house.wave_id, BEDS.c.side == side
    connection = session.connection()
    there, last = connection.execute(
        select(func.count(), func.coalesce(func.max(BEDS.c.number), 0)).where(*of_side)
    ).one()
    wanted = available(session, house, side)
    if there < wanted:
        rows = [
            {"wave_id": house.wave_id, "side": side, "number": last + more}
            for more in range(1, wanted - there + 1)
        ]
        connection.execute(insert(BEDS), rows)
    elif there > wanted:
        spare = select(BEDS.c.id).where(*_free(house, side)).order_by(BEDS.c.number.desc())
        connection.execute(delete(BEDS).where(BEDS.c.id.in_(spare.limit(there - wanted))))


def said_of(session: Session, application_id: int) -> BedState | None:
    session.flush()
    said = session.scalar(
        select(BedRequest.state).where(BedRequest.application_id == application_id)
    )
    return None if said is None else BedState(said)


def change_bed(
    session: Session,
    house: House,
    one: Waiting,
    before: BedState | None,
    to: BedState,
    actor: str,
    why: str | None,
    now: datetime,
) -> None:
    request = session.get(BedRequest, one.application_id)
    if request is None:
        request = BedRequest(application_id=one.application_id, wave_id=house.wave_id, asked_at=now)
        session.add(request)
    request.state, request.changed_at = to, now
    if to is BedState.ASKED:
        request.asked_at = now
    session.add(
        BedChange(
            application_id=one.application_id,
            at=now,
            actor=actor,
            from_state=before,
            to_state=to,
            reason=why[:REASON_LENGTH] if why else None,
        )
    )
    session.flush()


def tell_of_bed(session: Session, one: Waiting, state: BedState, now: datetime) -> None:
    """In the lane of results: who has muted reminders would not know where to sleep."""
    latest = select(func.max(BedChange.id)).where(BedChange.application_id == one.application_id)
    post(
        session,
        account_id=one.account_id,
        kind=TOLD[state],
        facts={"application_id": one.application_id},
        key=f"bed:{session.scalar(latest)}",
        lane=Lane.RESULTS,
        due_at=now,
        expires_at=now + TELL_WITHIN,
        now=now,
    )


def _has_work(session: Session, house: House, now: datetime) -> bool:
    if not house.gives(now):
        return False
    line = waiting_line(session, house)
    if any(one.state == BedState.ASKED for one in line):
        return True
    return any(_is_free(session, house, side) for side in {one.side for one in line})


def _is_free(session: Session, house: House, side: str) -> bool:
    held = select(func.count()).where(
        BEDS.c.wave_id == house.wave_id, BEDS.c.side == side, BEDS.c.application_id.is_not(None)
    )
    return (session.scalar(held) or 0) < available(session, house, side)


def _free(house: House, side: str) -> tuple[ColumnElement[bool], ...]:
    return (BEDS.c.wave_id == house.wave_id, BEDS.c.side == side, IS_FREE)
