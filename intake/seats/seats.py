"""Seats: as many rows as the class has, each naming at most one holder.

Whoever gives or frees one holds the class first, so that of two who come at the same moment one
comes after the other. Should anybody ever forget that, the rows still name each seat's one holder.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, time, tzinfo
from typing import Any, cast

from sqlalchemy import Row, Table, bindparam, delete, func, insert, or_, select, update
from sqlalchemy.orm import Session

from catalog.errors import NoSuchClass
from catalog.selection import SelectionRules
from intake.seats.errors import ClassFull
from notices.outbox import changed
from storage.base import UtcDateTime
from storage.models import Application, CourseClass, Seat, Wave, WaveStage
from storage.models.applications import HOLDERS, LIVE
from storage.models.waves import FIRST_COME

SEATS = cast(Table, Seat.__table__)


BEGUN = or_(
    Wave.state.in_(("running", "finished")),
    select(WaveStage.id)
    .where(
        WaveStage.wave_id == Wave.id,
        WaveStage.kind == "training",
        WaveStage.starts_at <= bindparam("now", type_=UtcDateTime),
    )
    .exists(),
)
"""Of a query over waves: the training has begun, and no seat is passed on. Wants `now`."""


@dataclass(frozen=True, slots=True)
class HeldClass:
    """A class, locked until the transaction ends, with what its seats are given out by."""

    id: int
    capacity: int | None
    """None: nobody has told, and so there are no seats to count."""
    wave_id: int
    wave_state: str
    first_come: bool
    rules: SelectionRules
    starts_at: datetime | None
    """When the training begins; from then on no seat is passed on."""

    def passes_on(self, now: datetime) -> bool:
        """Whether a free seat still goes to the next one."""
        begun = self.wave_state in ("running", "finished")
        return not begun and (self.starts_at is None or now < self.starts_at)


@dataclass(frozen=True, slots=True)
class SeatCount:
    seats: int
    free: int
    offered: int
    confirmed: int
    waiting: int


def hold_class(session: Session, class_id: int, zone: tzinfo) -> HeldClass:
    """`zone`: where a wave's first day begins. Raises NoSuchClass."""
    held = hold_classes(session, [class_id], zone)[class_id]
    lay_out(session, held)
    return held


def hold_classes(
    session: Session, class_ids: Collection[int], zone: tzinfo
) -> dict[int, HeldClass]:
    """Several, in one order, by their ids; their seats are as they were. Raises NoSuchClass."""
    session.flush()
    rows = session.connection().execute(HELD, {"asked": list(class_ids)})
    held = {row.id: _held(row, zone) for row in rows}
    missing = set(class_ids) - set(held)
    if missing:
        raise NoSuchClass(min(missing))
    return held


def _held(row: Row[*tuple[Any, ...]], zone: tzinfo) -> HeldClass:
    starts_at: datetime | None = row.training_at
    if starts_at is None and row.starts_on is not None:
        starts_at = datetime.combine(row.starts_on, time(), zone)
    return HeldClass(
        id=row.id,
        capacity=row.capacity,
        wave_id=row.wave_id,
        wave_state=row.state,
        first_come=row.mode == FIRST_COME,
        rules=SelectionRules.from_json(row.selection),
        starts_at=starts_at,
    )


def lay_out(session: Session, held: HeldClass) -> None:
    """As many rows as the capacity says. What is held stays, should it have been lowered; a seat
    beyond it is taken away as soon as it is free.
    """
    connection = session.connection()
    there = connection.scalar(LAID, {"asked": held.id}) or 0
    wanted = held.capacity or 0
    if there < wanted:
        there += _add_seats(session, held, wanted - there)
    if there > wanted:
        spare = select(SEATS.c.id).where(SEATS.c.class_id == held.id, IS_FREE)
        spare = spare.order_by(SEATS.c.number.desc()).limit(there - wanted)
        connection.execute(delete(SEATS).where(SEATS.c.id.in_(spare)))


def _add_seats(session: Session, held: HeldClass, missing: int) -> int:
    """First for those who were admitted while nobody had told the capacity, and all of them; what
    is over of the missing ones is free. Returns how many were added.
    """
    connection = session.connection()
    seatless = connection.scalars(SEATLESS, {"asked": held.id}).all()
    holders = [*seatless, *[None] * (missing - len(seatless))]
    last = connection.scalar(LAST, {"asked": held.id}) or 0
    rows = [
        {"class_id": held.id, "number": number, "application_id": holder}
        for number, holder in enumerate(holders, start=last + 1)
    ]
    connection.execute(insert(SEATS), rows)
    return len(rows)


def take_seat(session: Session, held: HeldClass, application_id: int) -> bool:
    """The first free one; False: there is none. Where no capacity is known, there always is."""
    if held.capacity is None:
        return True
    return changed(session, TAKE, {"asked": held.id, "holder": application_id}) == 1


def must_take_seat(session: Session, held: HeldClass, application_id: int) -> None:
    """Raises ClassFull."""
    if not take_seat(session, held, application_id):
        raise ClassFull(held.capacity or 0)


def free_seat(session: Session, held: HeldClass, application_id: int) -> None:
    """Its holder has it no longer."""
    ours = SEATS.c.application_id == application_id
    changed(session, update(SEATS).where(SEATS.c.class_id == held.id, ours).values(NOBODY))
    lay_out(session, held)


def free_seats(session: Session, held: HeldClass) -> int:
    """How many are free at present."""
    return session.connection().scalar(FREE, {"asked": held.id}) or 0


def count_seats(session: Session, class_ids: Sequence[int]) -> dict[int, SeatCount]:
    """By class, from the rows as they stand; a class without known seats has none of them."""
    by_state = select(Application.class_id, Application.state, func.count().label("all"))
    of_them = by_state.where(Application.class_id.in_(class_ids))
    grouped = of_them.group_by(Application.class_id, Application.state)
    states = {(row.class_id, row.state): row.all for row in session.execute(grouped)}
    rows = select(
        Seat.class_id, func.count().label("all"), func.count(Seat.application_id).label("taken")
    )
    counted = rows.where(Seat.class_id.in_(class_ids)).group_by(Seat.class_id)
    seats = {row.class_id: (row.all, row.taken) for row in session.execute(counted)}
    return {each: _count(each, seats.get(each, (0, 0)), states) for each in class_ids}


def overfull(session: Session) -> list[tuple[int, int | None, int]]:
    """(class id, capacity, holders) of each class that more people hold than it has seats by now:
    somebody has lowered its capacity under them, or taken it away.
    """
    held = select(Seat.class_id, func.count().label("holders")).where(
        Seat.application_id.is_not(None)
    )
    counted = held.group_by(Seat.class_id).subquery()
    query = (
        select(CourseClass.id, CourseClass.capacity, counted.c.holders)
        .join(counted, counted.c.class_id == CourseClass.id)
        .where(counted.c.holders > func.coalesce(CourseClass.capacity, 0))
        .order_by(CourseClass.id)
    )
    return [(row.id, row.capacity, row.holders) for row in session.execute(query)]


def modes_in_use(session: Session) -> dict[str, str]:
    """By slug how each wave gives its seats out that somebody has a live application in."""
    applied = select(Application.wave_id).where(Application.state.in_(LIVE))
    rows = session.execute(select(Wave.slug, Wave.mode).where(Wave.id.in_(applied)))
    return {row.slug: row.mode for row in rows}


def _count(class_id: int, rows: tuple[int, int], states: dict[tuple[int, str], int]) -> SeatCount:
    seats, taken = rows
    offered, confirmed, waiting = (
        states.get((class_id, state), 0) for state in ("offered", "admitted", "reserve")
    )
    return SeatCount(seats, seats - taken, offered, confirmed, waiting)


NOBODY = {"application_id": None}
IS_FREE = SEATS.c.application_id.is_(None)
OF_CLASS = SEATS.c.class_id == bindparam("asked")
LAID = select(func.count()).select_from(SEATS).where(OF_CLASS)
LAST = select(func.max(SEATS.c.number)).where(OF_CLASS)
FREE = LAID.where(IS_FREE)
SEATLESS = (
    select(Application.id)
    .where(
        Application.class_id == bindparam("asked"),
        Application.state.in_(HOLDERS),
        ~select(Seat.id).where(Seat.application_id == Application.id).exists(),
    )
    .order_by(Application.id)
)
FIRST_FREE = select(SEATS.c.id).where(OF_CLASS, IS_FREE).order_by(SEATS.c.number).limit(1)
TAKE = (
    update(SEATS)
    .where(SEATS.c.id == FIRST_FREE.scalar_subquery(), IS_FREE)
    .values(application_id=bindparam("holder"))
)
HELD = (
    select(
        *(CourseClass.id, CourseClass.capacity, CourseClass.wave_id),
        *(Wave.state, Wave.mode, Wave.selection, Wave.starts_on),
        select(WaveStage.starts_at)
        .where(WaveStage.wave_id == Wave.id, WaveStage.kind == "training")
        .scalar_subquery()
        .label("training_at"),
    )
    .join_from(CourseClass, Wave, CourseClass.wave_id == Wave.id)
    .where(CourseClass.id.in_(bindparam("asked", expanding=True)))
    .order_by(CourseClass.id)
    .with_for_update(of=CourseClass)
)
